"""What stands beside trade and is no figure of it."""

import pytest

from tests.importers.reading_fixture import ReadText, trade_of

LEAD = "Xi Jinping and Vladimir Putin exchanged New Year greetings on Sunday."


def figures(read_text: ReadText, sentence: str, on: str = "2023-12-31") -> list[tuple[str, float | None, int | None]]:
    return trade_of(read_text(LEAD, sentence, on=on))


@pytest.mark.parametrize(
    "sentence",
    [
        "Xi said that trade cooperation develops steadily.",
        "Xi asked: how much has trade with Russia grown in 2023?",
        "Xi said that China lends Russia 10 billion dollars.",
        "Xi said that Chinese companies invested 12 billion dollars in Russia.",
        "Xi said that aid of 500 million dollars was sent.",
        "Xi said that Russia supplies 80 million tons of oil a year.",
        "Xi said that 38 billion cubic meters of gas will flow each year.",
        "Xi said that the economy of Russia grew by 3.6 percent.",
        "Xi said that 1.4 billion people live in China.",
        "Xi said that the economic and trade ties of both have great prospects.",
        "Xi said that 200 students went to Moscow.",
        "Xi said that 90 percent of payments are made in yuan and rubles.",
        "Xi said that trade deals worth 5 billion dollars were signed.",
        "Xi said that both set up a fund of 10 billion dollars to support trade.",
        "Xi said that tourism grew by 30 percent.",
    ],
)
def test_what_is_no_figure_of_trade(read_text: ReadText, sentence: str) -> None:
    assert figures(read_text, sentence) == []


def test_an_investment_beside_trade_is_none(read_text: ReadText) -> None:
    sentence = "Xi said that trade reached 240 billion dollars in 2023, and investment 5 billion dollars."
    assert figures(read_text, sentence) == [("level", 240e9, 2023)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Xi said that trade with Russia makes up 3 percent of the foreign trade of China.",
        "Xi said that trade with Russia made up 4 percent of the total in 2023.",
        "Xi said that timber takes up 20 percent of the exports in 2023.",
        "Xi said that food makes up 11 percent of the trade.",
    ],
)
def test_a_share_is_no_growth(read_text: ReadText, sentence: str) -> None:
    assert figures(read_text, sentence, "2023-12-31") == []


def test_investment_in_the_sentence_after_a_figure_is_none(read_text: ReadText) -> None:
    sentences = "Xi said that trade grew by 6 percent in 2023. The park has drawn 1.4 billion dollars of investment."
    assert figures(read_text, sentences) == [("growth", 6.0, 2023)]
