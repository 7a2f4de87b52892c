"""How much trade is said to come to, and whether that is reached or aimed at."""

import pytest

from importers.reading import TradeRead
from tests.importers.reading_fixture import ReadText, trade_of

LEAD = "Xi Jinping and Vladimir Putin exchanged New Year greetings on Sunday."


def figures(read_text: ReadText, sentence: str, on: str = "2023-12-31") -> list[tuple[str, float | None, int | None]]:
    return trade_of(read_text(LEAD, sentence, on=on))


def figure(read_text: ReadText, sentence: str) -> TradeRead:
    reading = read_text(LEAD, sentence, on="2023-12-31")
    (found,) = [told for statement in reading.statements for told in statement.trade]
    return found


def test_a_high_of_an_amount_is_a_level_and_a_record(read_text: ReadText) -> None:
    sentence = "Xi said that trade hit an all-time high of 8.4 billion dollars in 2023."
    assert sorted(figures(read_text, sentence), key=str) == [("level", 8.4e9, 2023), ("record", None, 2023)]


@pytest.mark.parametrize(
    ("amount", "number", "currency"),
    [
        ("240.1 billion US dollars", 240.1e9, "USD"),
        ("240.1 billion U.S. dollars", 240.1e9, "USD"),
        ("$240.1 bln", 240.1e9, "USD"),
        ("$240.1bn", 240.1e9, "USD"),
        ("US$240.1 billion", 240.1e9, "USD"),
        ("USD 240.1 billion", 240.1e9, "USD"),
        ("240,100 million dollars", 240.1e9, "USD"),
        ("1.2 trillion yuan", 1.2e12, "CNY"),
        ("RMB 1.2 trillion", 1.2e12, "CNY"),
        ("22 trillion rubles", 22e12, "RUB"),
        ("€3.5 billion", 3.5e9, "EUR"),
        ("850 mln euros", 850e6, "EUR"),
        ("RM450.8 billion", 450.8e9, "MYR"),
        ("Rs 850 billion", 850e9, "INR"),
        ("R$85 billion", 85e9, "BRL"),
    ],
)
def test_amounts_in_many_ways_of_writing(read_text: ReadText, amount: str, number: float, currency: str) -> None:
    found = figure(read_text, f"Xi said that bilateral trade reached {amount} in 2023.")
    assert found.amount == pytest.approx(number)
    assert (found.claim, found.currency, found.year) == ("level", currency, 2023)


def test_an_aim_told_behind_a_figure_does_not_make_it_one(read_text: ReadText) -> None:
    reading = read_text(
        "Xi Jinping and Vladimir Putin exchanged messages on Wednesday.",
        "Putin said that trade rose to more than 5.3 billion dollars, and they aim at 10 billion dollars by 2030.",
        on="2024-12-30",
    )
    claims = [(t.claim, t.amount) for statement in reading.statements for t in statement.trade]
    assert claims == [("level", 5.3e9), ("target", 10e9)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Xi pledged to double trade by 2030.", [("target", None, 2030)]),
        ("Xi said it was possible to raise trade to 300 billion dollars by 2030.", [("target", 300e9, 2030)]),
        ("Xi proposed steps so that trade soon reaches 300 billion dollars.", [("target", 300e9, None)]),
        ("Xi vowed to double trade to 400 billion dollars by 2030.", [("target", 400e9, 2030)]),
        ("Trade, it was said, came to 90 billion dollars in 2022.", [("level", 90e9, 2022)]),
        ("Exports, it was said, came to 90 billion dollars in 2022.", []),
        ("Xi said that doubles tennis and trade bring 90 players.", []),
    ],
)
def test_goals_and_sizes_in_more_words(
    read_text: ReadText, sentence: str, expected: list[tuple[str, float | None, int | None]]
) -> None:
    assert figures(read_text, sentence) == expected


def test_a_goal_for_the_figure_of_the_sentence_before(read_text: ReadText) -> None:
    told = figures(
        read_text, "Xi said trade came to 90 billion dollars in 2022. Plants will help to triple this figure."
    )
    assert told == [("level", 90e9, 2022), ("target", None, None)]


def test_a_size_that_has_room_to_grow_is_no_goal(read_text: ReadText) -> None:
    sentence = "Xi said that trade, which had crossed 240 billion dollars in 2023, had room to grow."
    assert figures(read_text, sentence) == [("level", 240e9, 2023)]
