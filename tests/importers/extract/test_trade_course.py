"""How trade is said to grow or to fall."""

import pytest

from tests.importers.reading_fixture import ReadText, trade_of

Claims = list[tuple[str, float | None, int | None]]


def figures(read_text: ReadText, sentences: str, on: str) -> Claims:
    reading = read_text("Xi Jinping and Vladimir Putin exchanged greetings.", sentences, on=on)
    return sorted(trade_of(reading), key=str)


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        ("6 percent more than in 2022", "growth"),
        ("6 percent higher than in 2022", "growth"),
        ("6 percent less than in 2022", "decline"),
        ("6 percent lower than in 2022", "decline"),
    ],
)
def test_more_is_growth_and_less_is_decline(read_text: ReadText, words: str, claim: str) -> None:
    assert figures(read_text, f"Xi said that trade this year was {words}.", "2023-12-31") == [(claim, 6, 2023)]


@pytest.mark.parametrize(
    ("sentence", "percent"),
    [
        ("Xi said that trade is now twice what it was in 2015.", 100),
        ("Xi said that trade has become three times as large as in 2015.", 200),
        ("Xi said that trade between China and Russia has more than doubled since 2015.", 100),
        ("Xi said that exports of farm goods to Russia grew again.", None),
    ],
)
def test_growth_told_by_a_factor_or_without_a_number(read_text: ReadText, sentence: str, percent: float | None) -> None:
    assert figures(read_text, sentence, "2023-12-31") == [("growth", percent, 2023)]


@pytest.mark.parametrize(
    ("words", "percent"),
    [("a quarter", 25), ("nearly a third", 33.3), ("half", 50), ("two thirds", 66.7), ("one-fifth", 20)],
)
def test_growth_by_a_part(read_text: ReadText, words: str, percent: float) -> None:
    assert figures(read_text, f"Xi said that trade grew by {words} in 2022.", "2023-12-31") == [
        ("growth", percent, 2022)
    ]
