"""What was not sent is no exchange, and what stands beside it is."""

import pytest

from tests.importers.reading_fixture import ReadText, sent

LEAD = "Indian Prime Minister Narendra Modi sent New Year greetings to Japanese Prime Minister Fumio Kishida."
MODI_KISHIDA = ("narendra-modi", "fumio-kishida")


@pytest.mark.parametrize(
    "sentence",
    [
        "No card went to British Prime Minister Rishi Sunak and French President Emmanuel Macron.",
        "There was no letter from Modi to Emmanuel Macron.",
        "Modi did not congratulate Emmanuel Macron.",
        "Modi hasn't yet written to Emmanuel Macron.",
        "Nothing was sent to Emmanuel Macron.",
        "Emmanuel Macron received no message from Modi.",
        "Neither Rishi Sunak nor Emmanuel Macron got a card from Modi.",
        "Modi refrained from congratulating Emmanuel Macron.",
        "Among those not greeted by Modi were Rishi Sunak and Emmanuel Macron.",
    ],
)
def test_what_was_not_sent(read_text: ReadText, sentence: str) -> None:
    assert sent(read_text(LEAD, sentence, on="2022-12-31")) == {MODI_KISHIDA}


@pytest.mark.parametrize(
    "sentence",
    [
        "Narendra Modi sent a New Year card to Fumio Kishida, but did not write to Emmanuel Macron.",
        "Narendra Modi sent a New Year card to Fumio Kishida and refrained from congratulating Emmanuel Macron.",
        "No card went to Emmanuel Macron, while Fumio Kishida received a New Year letter from Narendra Modi.",
        "Fumio Kishida received no fewer than 30 New Year letters, among them one from Narendra Modi.",
    ],
)
def test_what_was_sent_beside_it(read_text: ReadText, sentence: str) -> None:
    assert sent(read_text(sentence, on="2022-12-31")) == {MODI_KISHIDA}


@pytest.mark.parametrize(
    "sentences",
    [
        ["Emmanuel Macron exchanged New Year greetings with Vladimir Putin in a phone call."],
        [
            "French President Emmanuel Macron congratulated Russian President Vladimir Putin on Monday.",
            '"I just spoke with President Putin to wish him well," Macron said.',
        ],
    ],
)
def test_what_is_wished_on_the_telephone_is_no_message(read_text: ReadText, sentences: list[str]) -> None:
    assert sent(read_text(*sentences, on="2021-12-31")) == set()
