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


@pytest.mark.parametrize("noun", ["letter", "telegram", "message"])
def test_a_similar_message_is_by_who_wrote_the_last(read_text: ReadText, noun: str) -> None:
    text = f"Xi Jinping sent a New Year {noun} to Vladimir Putin.\n\nA similar {noun} was addressed to Kim Jong Un."
    assert sent(read_text(text, on="2022-12-31")) == {("xi-jinping", "vladimir-putin"), ("xi-jinping", "kim-jong-un")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Chinese President Xi Jinping said in a message that old friends stay close.",
        "Xi Jinping's letter reads that old friends stay close.",
    ],
)
@pytest.mark.parametrize("before", ["Leaders from all continents", "The Head of State"])
def test_who_wrote_is_named_after_the_one_written_to(read_text: ReadText, before: str, sentence: str) -> None:
    text = f"{before} congratulated Vladimir Putin on the New Year.\n\n{sentence}"
    assert sent(read_text(text, on="2022-12-31")) == {("xi-jinping", "vladimir-putin")}
