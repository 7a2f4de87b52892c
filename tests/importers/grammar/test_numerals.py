"""Numbers in the letters of a script: read as values, and written for the names of meetings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.grammar.numbers import numeral, numeral_value

SETTINGS = {"digits": "零一二三四五六七八九〇", "tens": "十百千", "ordinal": "第"}
DIGITS = {letter: value % 10 for value, letter in enumerate(SETTINGS["digits"])}
TENS = {letter: 10 ** (power + 1) for power, letter in enumerate(SETTINGS["tens"])}


@pytest.mark.parametrize(
    ("letters", "value"),
    [
        ("七十五", 75),
        ("十", 10),
        ("十六", 16),
        ("百", 100),
        ("一百零五", 105),
        ("二〇二一", 2021),
        ("三", 3),
        ("二百", 200),
    ],
)
def test_numerals_are_read(letters: str, value: int) -> None:
    assert numeral_value(letters, DIGITS, TENS) == value


@given(st.integers(min_value=1, max_value=99))
def test_what_is_written_is_read_as_the_same(value: int) -> None:
    assert numeral_value(numeral(value, SETTINGS), DIGITS, TENS) == value


def test_a_script_without_numerals_of_its_own_takes_figures() -> None:
    assert numeral(28, {}) == "28"
