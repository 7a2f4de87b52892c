"""Of which months a figure of trade is, where it is not of a whole year."""

import pytest

from importers.reading import Months
from tests.importers.reading_fixture import ReadText

Figures = list[tuple[str, float | None, int | None, Months | None]]


def figures(read_text: ReadText, sentences: str, on: str = "2023-12-31") -> Figures:
    """Claim, number, year and months of every figure of trade."""
    reading = read_text("Xi Jinping and Vladimir Putin exchanged New Year greetings.", sentences, on=on)
    return [
        (told.claim, told.amount if told.percent is None else told.percent, told.year, told.months)
        for statement in reading.statements
        for told in statement.trade
    ]


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("December alone brought trade of 21 billion dollars", (12, 12)),
        ("trade came to 21 billion dollars in October", (10, 10)),
        ("in October 2023 trade came to 21 billion dollars", (10, 10)),
        ("trade reached 21 billion dollars in the first half of the year", (1, 6)),
        ("trade reached 21 billion dollars in the second half of 2023", (7, 12)),
        ("trade in the third quarter stood at 21 billion dollars", (7, 9)),
        ("trade in Q3 stood at 21 billion dollars", (7, 9)),
        ("trade came to 21 billion dollars in January-May", (1, 5)),
        ("trade came to 21 billion dollars from January to November 2023", (1, 11)),
        ("between January and August trade came to 21 billion dollars", (1, 8)),
        ("in the first ten months of this year trade came to 21 billion dollars", (1, 10)),
        ("in 11 months of 2023 trade came to 21 billion dollars", (1, 11)),
        ("so far this year trade has come to 21 billion dollars", (1, None)),
        ("trade came to 21 billion dollars in 2023", None),
        ("trade came to 21 billion dollars in the first 12 months of the treaty", None),
        ("trade came to 21 billion dollars this year, as customs said in October", None),
        ("when they met in July, trade stood at 21 billion dollars a year", None),
        ("trade came to 21 billion dollars in 2023, more than a quarter of a century ago", None),
    ],
)
def test_part_of_a_year(read_text: ReadText, words: str, months: Months | None) -> None:
    assert figures(read_text, f"Xi said that {words}.") == [("level", 21e9, 2023, months)]


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (
            "Xi said that trade rose by 9 percent in January-June and came to 35 billion dollars.",
            [("growth", 9.0, 2023, (1, 6)), ("level", 35e9, 2023, (1, 6))],
        ),
        (
            "Xi said that trade came to 240 billion dollars in 2023, with 22 billion dollars in December alone.",
            [("level", 240e9, 2023, None), ("level", 22e9, 2023, (12, 12))],
        ),
        (
            "Xi said that in the first ten months trade came to 200 billion dollars, against 150 billion dollars in "
            "the same period of 2022.",
            [("level", 200e9, 2023, (1, 10)), ("level", 150e9, 2022, (1, 10))],
        ),
        (
            "Xi said that in October trade grew by 8 percent, twice as fast as in September.",
            [("growth", 8.0, 2023, (10, 10))],
        ),
        (
            "Xi said that in the first half of 2023 trade grew by 8 percent. It came to 110 billion dollars. "
            "In 2022 trade had stood at 190 billion dollars.",
            [("growth", 8.0, 2023, (1, 6)), ("level", 110e9, 2023, (1, 6)), ("level", 190e9, 2022, None)],
        ),
        (
            "Xi said that in the first half of 2023 trade grew by 8 percent to a record high.",
            [("growth", 8.0, 2023, (1, 6)), ("record", None, 2023, (1, 6))],
        ),
    ],
)
def test_each_figure_is_of_its_own_months(read_text: ReadText, sentences: str, expected: Figures) -> None:
    assert figures(read_text, sentences) == expected


def test_a_goal_is_a_years_whenever_it_was_reached(read_text: ReadText) -> None:
    sentence = "Xi said that the target of 200 billion dollars in trade was reached in the first 11 months of 2023."
    assert figures(read_text, sentence) == [("target_reached", 200e9, 2023, None)]
