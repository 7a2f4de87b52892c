"""The occasion for which several leaders are written to is that of each letter told of after."""

import pytest

from tests.importers.reading_fixture import ReadText

ROW = "Indian Prime Minister Narendra Modi has sent New Year greetings to a number of foreign leaders."


@pytest.mark.parametrize(
    "sentence",
    [
        "In his card to Vietnamese President Nguyen Xuan Phuc, Modi recalled the 50th anniversary of ties.",
        "Writing to Vietnamese President Nguyen Xuan Phuc, he dwelt on the 50 years of diplomatic relations.",
        "“This was the 50th anniversary of our diplomatic relations,” he wrote in a letter to Nguyen Xuan Phuc.",
    ],
)
def test_what_a_letter_says_is_not_what_it_is_for(read_text: ReadText, sentence: str) -> None:
    reading = read_text(ROW, sentence, on="2022-12-31")
    assert [exchange.occasion for exchange in reading.exchanges] == ["new-year"]


def test_the_headline_gives_the_occasion_of_a_row(read_text: ReadText) -> None:
    reading = read_text(
        "In his message to Vietnamese President Nguyen Xuan Phuc, Modi noted the 50th anniversary of diplomatic ties.",
        on="2022-12-31",
        title="Modi greets world leaders on New Year",
    )
    assert [exchange.occasion for exchange in reading.exchanges] == ["new-year"]


def test_a_letter_for_something_else_stays_one(read_text: ReadText) -> None:
    reading = read_text(
        ROW,
        "Modi also congratulated Vietnamese President Nguyen Xuan Phuc on the 50th anniversary of diplomatic ties.",
        on="2022-12-31",
    )
    assert [exchange.occasion for exchange in reading.exchanges] == ["diplomatic-anniversary"]
