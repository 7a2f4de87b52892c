"""Whose message came to whom, in the many ways that a sentence can tell it."""

import pytest

from tests.importers.reading_fixture import ReadText, sent


@pytest.mark.parametrize(
    "sentence",
    [
        "Vladimir Putin received New Year greetings from Xi Jinping.",
        "Vladimir Putin was congratulated on the New Year by Xi Jinping.",
        "A New Year message was sent by Xi Jinping to Vladimir Putin.",
        "A New Year telegram from Xi Jinping was delivered to Vladimir Putin.",
    ],
)
def test_a_message_told_from_the_side_that_gets_it(read_text: ReadText, sentence: str) -> None:
    assert sent(read_text(sentence, on="2022-12-31")) == {("xi-jinping", "vladimir-putin")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Vladimir Putin responded to a letter from Xi Jinping.",
        "Vladimir Putin replied to the New Year message from Xi Jinping.",
        "Vladimir Putin answered a letter from Xi Jinping.",
    ],
)
def test_a_reply_is_a_message_each_way(read_text: ReadText, sentence: str) -> None:
    both = {("xi-jinping", "vladimir-putin"), ("vladimir-putin", "xi-jinping")}
    assert sent(read_text(sentence, on="2022-12-31")) == both
