"""Of which year each figure of a sentence is, what it is compared with, and what is no growth."""

import pytest

from tests.importers.reading_fixture import ReadText, trade_of

Claims = list[tuple[str, float | None, int | None]]


def figures(read_text: ReadText, sentences: str, on: str) -> Claims:
    reading = read_text("Xi Jinping and Vladimir Putin exchanged greetings.", sentences, on=on)
    return sorted(trade_of(reading), key=str)


@pytest.mark.parametrize(
    ("sentence", "on", "expected"),
    [
        (
            "Xi said that trade hit a record 88 billion dollars in 2011 but fell 12 percent in the first weeks of "
            "this year.",
            "2012-02-29",
            [("record", None, 2011), ("level", 88e9, 2011), ("decline", 12, 2012)],
        ),
        (
            "Putin said that trade came to 95 billion dollars in 2014 but shrank by 28 percent this year.",
            "2015-12-31",
            [("level", 95e9, 2014), ("decline", 28, 2015)],
        ),
        (
            "Xi said that exports rose 9 percent in 2022 but fell 4 percent in 2023.",
            "2023-12-31",
            [("growth", 9, 2022), ("decline", 4, 2023)],
        ),
        (
            "Putin said that trade in 2021 grew 35 percent while in 2022 it grew 29 percent.",
            "2022-12-31",
            [("growth", 35, 2021), ("growth", 29, 2022)],
        ),
    ],
)
def test_the_year_is_that_of_the_clause(read_text: ReadText, sentence: str, on: str, expected: Claims) -> None:
    assert figures(read_text, sentence, on) == sorted(expected, key=str)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Xi said that trade of 190 billion dollars last year was a good result.", [("level", 190e9, 2022)]),
        (
            "Xi said that trade grew by 29 percent to 190 billion dollars last year.",
            [("growth", 29, 2022), ("level", 190e9, 2022)],
        ),
        (
            "Xi said that trade totalled 240 billion dollars this year, up from 190 billion dollars last year.",
            [("level", 240e9, 2023)],
        ),
        (
            "Xi said that trade stood at 240 billion dollars, up 26 percent from last year.",
            [("growth", 26, 2023), ("level", 240e9, 2023)],
        ),
        ("Xi said that trade grew by 26 percent on last year.", [("growth", 26, 2023)]),
    ],
)
def test_last_year_is_the_year_of_a_figure_or_what_it_is_compared_with(
    read_text: ReadText, sentence: str, expected: Claims
) -> None:
    assert figures(read_text, sentence, "2023-12-31") == sorted(expected, key=str)


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("It was up 35 percent on the year before.", ("growth", 35, 2021)),
        ("That was 35 percent more than a year earlier.", ("growth", 35, 2021)),
        ("It rose by 18 percent this year.", ("growth", 18, 2022)),
        ("In 2020 it was down 3 percent.", ("decline", 3, 2020)),
    ],
)
@pytest.mark.parametrize("when", ["in 2021", "last year"])
def test_the_sentence_after_a_figure_is_of_its_year_unless_it_names_another(
    read_text: ReadText, when: str, after: str, expected: tuple[str, float, int]
) -> None:
    sentences = f"Xi said that trade amounted to 140 billion dollars {when}. {after}"
    assert figures(read_text, sentences, "2022-06-30") == sorted([("level", 140e9, 2021), expected], key=str)


@pytest.mark.parametrize(
    ("words", "compared"),
    [
        ("52 times the $5.8 billion of 1994", (5.8e9, 1994)),
        ("52 times the 5.8 billion dollars of 1994", (5.8e9, 1994)),
        ("against 95 billion dollars in 2014", (95e9, 2014)),
        ("compared with 147 billion dollars in 2021", (147e9, 2021)),
    ],
)
def test_what_is_compared_with_is_of_its_own_year(read_text: ReadText, words: str, compared: tuple[float, int]) -> None:
    sentence = f"Xi said that trade reached 300 billion dollars in 2023, {words}."
    expected = [("level", 300e9, 2023), ("level", *compared)]
    assert figures(read_text, sentence, "2023-12-31") == sorted(expected, key=str)


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
