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


def test_who_writes_to_the_same_leader_writes_for_the_same(read_text: ReadText) -> None:
    reading = read_text(
        "Vladimir Putin sent a letter to Kazakh President Kassym-Jomart Tokayev.",
        '"Dear Mr. President, I congratulate you on Republic Day. Our ties grow. I wish you well," the letter says.',
        "Xi Jinping also congratulated Tokayev.",
        on="2023-10-25",
    )
    assert [exchange.occasion for exchange in reading.exchanges] == ["national-day", "national-day"]


def test_what_a_later_letter_is_for_is_nothing_to_an_earlier_one(read_text: ReadText) -> None:
    reading = read_text(
        "Vladimir Putin received an envoy who handed him a letter from Xi Jinping.",
        "Meanwhile, Kim Jong Un received a cable from Vladimir Putin on his birthday.",
        on="2023-01-08",
    )
    assert {exchange.leaders: exchange.occasion for exchange in reading.exchanges} == {
        ("vladimir-putin", "xi-jinping"): "other",
        ("kim-jong-un", "vladimir-putin"): "birthday",
    }
