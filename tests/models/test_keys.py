from hypothesis import given
from hypothesis import strategies as st

from models import key_of, key_within

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


@given(st.integers(1, 2**53 - 1), st.integers(1, 2**53 - 1), st.integers())
def test_the_parts_of_a_row_lie_side_by_side_and_apart_from_those_of_others(one: int, other: int, part: int) -> None:
    key, next_one = key_within(one, "statement", part), key_within(one, "statement", part + 1)
    assert 0 < key < 2**53
    assert key != next_one
    assert abs(key - next_one) < 2**37
    if one != other:
        assert key_within(other, "statement", part) != key


def test_a_part_of_a_part_lies_by_the_whole() -> None:
    report = key_of("source_report", "a" * 64)
    statement = key_within(report, "statement", 0, 120, None)
    assert key_within(statement, "theme_mention", "energy", 17) >> 37 == report >> 37


def test_keys_stay_what_they_are_from_version_to_version() -> None:
    # People note keys down; a changed rule would make them mean nothing.
    assert key_of("leader", "xi-jinping") == KEY_OF_XI


KEY_OF_XI = 8602975152842842
