import re

from hypothesis import given
from hypothesis import strategies as st

from models.database import InputError
from models.printable import in_one_line, printable


def test_what_a_terminal_would_obey_is_shown() -> None:
    assert printable("\x1b[31mred\x07\x9b0m\x7f \u202egnp\r") == r"\x1b[31mred\x07\x9b0m\x7f \u202egnp\r"


def test_half_of_a_character_as_in_a_name_that_is_no_utf8_can_be_written() -> None:
    assert printable("caf\udce9.txt").encode() == rb"caf\udce9.txt"


def test_letters_of_all_scripts_and_line_ends_stay() -> None:
    text = "Си Цзиньпин\t习近平\nمحمد\u200c بن سلمان é 🇰🇿"
    assert printable(text) == text


@given(st.text(st.characters(), max_size=40))
def test_nothing_that_is_obeyed_is_left_and_the_rest_is_untouched(text: str) -> None:
    shown = printable(text)
    assert re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", shown) is None
    assert printable(shown) == shown
    if shown != text:
        assert "\\" in shown


def test_a_message_is_one_line_whatever_is_told_in_it() -> None:
    assert in_one_line(" no\nfile\t'\x1bx' ") == r"no\nfile\t'\x1bx'"
    assert InputError("the file a\nb\x1b[2J is no text").message == r"the file a\nb\x1b[2J is no text"
