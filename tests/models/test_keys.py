from hypothesis import given
from hypothesis import strategies as st

from models import key_of

PARTS = st.one_of(st.text(max_size=20), st.integers(), st.none())


@given(st.text(max_size=10), st.lists(PARTS, max_size=4))
def test_a_key_is_the_same_every_time_and_fits_a_spreadsheet(table: str, parts: list[str | int | None]) -> None:
    key = key_of(table, *parts)
    assert key == key_of(table, *parts)
    assert 0 < key < 2**53


def test_the_key_of_a_row_is_not_that_of_its_namesake_in_another_table() -> None:
    assert key_of("leader", "xi-jinping") != key_of("outlet", "xi-jinping")


def test_parts_do_not_run_into_each_other() -> None:
    assert key_of("exchange", "new-year", 2021) != key_of("exchange", "new-year2", "021")


def test_keys_stay_what_they_are_from_version_to_version() -> None:
    # People note keys down; a changed rule would make them mean nothing.
    assert key_of("leader", "xi-jinping") == KEY_OF_XI


KEY_OF_XI = 8602975152842842
