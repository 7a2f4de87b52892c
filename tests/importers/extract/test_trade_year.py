"""Of which year each figure of a sentence is, and what it is compared with."""

import pytest

from tests.importers.reading_fixture import ReadText, trade_of

Claims = list[tuple[str, float | None, int | None]]


def figures(read_text: ReadText, sentences: str, on: str) -> Claims:
    reading = read_text("Xi Jinping and Vladimir Putin exchanged greetings.", sentences, on=on)
    return sorted(trade_of(reading), key=str)


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("Xi said that trade reached 190 billion dollars last year.", 2022),
        ("Xi said that trade reached 190 billion dollars this year.", 2023),
        ("Xi said that trade reached 190 billion dollars in 2022.", 2022),
        ("Xi said that in 2021 trade reached 140 billion dollars.", 2021),
        ("Xi said that trade reached 240 billion dollars in 2023, up from 190 in 2022.", 2023),
    ],
)
def test_the_year_that_a_figure_is_of(read_text: ReadText, sentence: str, year: int) -> None:
    assert [told[2] for told in figures(read_text, sentence, "2023-12-31") if told[0] == "level"] == [year]


def test_that_year_is_the_one_that_the_sentence_before_tells(read_text: ReadText) -> None:
    told = figures(
        read_text, "Xi took office in October 2019. Trade came to 110 billion dollars that year.", "2023-12-31"
    )
    assert told == [("level", 110e9, 2019)]


def test_months_without_a_year_are_not_of_the_year_that_they_are_compared_with(read_text: ReadText) -> None:
    told = figures(
        read_text,
        "Xi said that imports from Russia fell to 90 billion dollars between January and August, compared with 110"
        " billion dollars in the same period last year.",
        "2023-10-13",
    )
    assert told == [("level", 110e9, 2022), ("level", 90e9, 2023)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "trade fell from 240 billion dollars in 2023 to 220 billion in 2024",
            [(240e9, None, 2023), (220e9, None, 2024)],
        ),
        ("the two will build a 5 billion dollar railway to boost trade", []),
        ("trade rose by 8 percent in 2023, and investment grew by 20 percent", [(None, 8.0, 2023)]),
        ("trade grew by 20 percent in 2023, while the economy grew by 5 percent", [(None, 20.0, 2023)]),
        (
            "last year there was a fall in trade of 5 percent, this year it grew 29 percent",
            [(None, 5.0, 2023), (None, 29.0, 2024)],
        ),
        ("in 2022 trade grew 35 percent; this year it grew 29 percent", [(None, 35.0, 2022), (None, 29.0, 2024)]),
    ],
)
def test_each_figure_is_of_its_own_thing_and_year(
    read_text: ReadText, words: str, expected: list[tuple[float | None, float | None, int]]
) -> None:
    lead = "Xi Jinping and Vladimir Putin exchanged messages on Wednesday."
    reading = read_text(lead, f"Putin said that {words}.", on="2024-12-30")
    told = [(t.amount, t.percent, t.year) for statement in reading.statements for t in statement.trade]
    assert sorted(told, key=str) == sorted(expected, key=str)


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
            "Xi said that trade rose 9 percent in 2022 but fell 4 percent in 2023.",
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
    ("words", "expected"),
    [
        ("trade reached 14 billion dollars in 2023-24", ("level", 14e9, 2024)),
        ("trade reached 14 billion dollars in the fiscal year 2023/24", ("level", 14e9, 2024)),
        ("it is possible to raise trade to 250 billion dollars", ("target", 250e9, None)),
        ("the goal is trade of 250 billion dollars by 2030", ("target", 250e9, 2030)),
    ],
)
def test_fiscal_years_and_goals(
    read_text: ReadText, words: str, expected: tuple[str, float | None, int | None]
) -> None:
    assert figures(read_text, f"Xi said that {words}.", "2024-12-31") == [expected]


def test_a_goal_is_not_of_the_year_of_the_figure_beside_it(read_text: ReadText) -> None:
    sentence = "Xi said that trade exceeded 5 billion dollars last year and that both meant to bring it to $10 billion."
    assert figures(read_text, sentence, "2024-12-31") == [("level", 5e9, 2023), ("target", 10e9, None)]


@pytest.mark.parametrize("amount", ["more than 132 million USD", "less than $132 million", "more than US$132 million"])
def test_more_than_an_amount_is_no_comparison(read_text: ReadText, amount: str) -> None:
    told = figures(
        read_text, f"Xi said that trade reached {amount} in 2023, up 55% from the year before.", "2024-12-31"
    )
    assert told == [("growth", 55, 2023), ("level", 132e6, 2023)]


def test_last_year_in_a_report_of_no_day_is_of_no_year_told_beside_it(read_text: ReadText) -> None:
    reading = read_text(
        "At a forum in 2019 it was said that trade between China and Russia reached 107 billion dollars last year."
    )
    assert trade_of(reading) == [("level", 107e9, None)]
