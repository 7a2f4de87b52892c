"""In which year an anniversary is told to fall."""

import pytest

from tests.importers.extract.test_anniversaries import read_with
from tests.importers.reading_fixture import ReadText


@pytest.mark.parametrize(
    ("words", "on", "year"),
    [
        ("this year", "2024-10-02", 2024),
        ("next year", "2023-12-31", 2024),
        ("in the upcoming year", "2023-12-31", 2024),
        ("in the new year", "2023-12-31", 2024),
        ("in 2024", "2023-12-31", 2024),
        ("this year", "2024-01-01", 2024),
        ("last year", "2025-01-01", 2024),
    ],
)
def test_the_year_follows_from_the_words_of_the_sentence(read_text: ReadText, words: str, on: str, year: int) -> None:
    sentence = f"Xi said that {words} the two mark the 75th anniversary of diplomatic relations."
    assert read_with(read_text, sentence, on) == {(75, "cn-ru-diplomatic-relations", year)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Xi recalled the 70th anniversary of diplomatic relations that was celebrated in 2019.",
        "Xi recalled that the 70th anniversary of diplomatic relations was marked four years ago.",
        "Xi recalled that in 2019 both celebrated the 70th anniversary of diplomatic relations.",
    ],
)
def test_an_anniversary_of_years_past_is_of_its_own_year(read_text: ReadText, sentence: str) -> None:
    assert read_with(read_text, sentence) == {(70, "cn-ru-diplomatic-relations", 2019)}


def test_the_year_of_a_treaty_beside_it_is_not_the_anniversarys(read_text: ReadText) -> None:
    sentence = "Xi called the 75th anniversary of diplomatic relations a historic event and praised the treaty of 2021."
    assert read_with(read_text, sentence, "2024-10-02") == {(75, "cn-ru-diplomatic-relations", 2024)}


def test_an_event_nobody_knows_was_observed_in_the_year_with_which_the_sentence_opens(read_text: ReadText) -> None:
    sentence = "In 2018, at the 30th anniversary of the harbour, Xi spoke of free trade."
    assert read_with(read_text, sentence, "2024-10-02") == {(30, None, 2018)}


def test_other_years_leave_open_when_an_event_nobody_knows_was_observed(read_text: ReadText) -> None:
    sentence = "Xi went to see the harbour at its 30th anniversary and spoke of the fair of 2018."
    assert read_with(read_text, sentence, "2024-10-02") == {(30, None, None)}


def test_a_year_told_first_is_that_of_all_anniversaries_of_the_sentence(read_text: ReadText) -> None:
    sentence = (
        "Next year is the 75th anniversary of diplomatic relations, Xi said, and the 10th anniversary of the harbour."
    )
    assert {year for _, _, year in read_with(read_text, sentence, "2023-10-02")} == {2024}
