"""Pairs told in few words: without a verb of their own, side by side, "the same with"."""

import pytest

from tests.importers.reading_fixture import ReadText, sent

PRESIDENTS = {("xi-jinping", "vladimir-putin"), ("vladimir-putin", "xi-jinping")}
PREMIERS = {("li-keqiang", "mikhail-mishustin"), ("mikhail-mishustin", "li-keqiang")}


@pytest.mark.parametrize(
    "ending",
    [
        ", and Premier Li Keqiang with his counterpart Mikhail Mishustin.",
        ", and Premier Li Keqiang with Russian Prime Minister Mikhail Mishustin.",
        " on Saturday, and Premier Li Keqiang with Mikhail Mishustin.",
        "; Premier Li Keqiang with Prime Minister Mikhail Mishustin.",
        ", Premier Li Keqiang with Prime Minister Mikhail Mishustin.",
    ],
)
def test_a_pair_without_a_verb_of_its_own(read_text: ReadText, ending: str) -> None:
    reading = read_text("Xi Jinping exchanged New Year greetings with Vladimir Putin" + ending, on="2022-12-31")
    assert sent(reading) == PRESIDENTS | PREMIERS


@pytest.mark.parametrize(
    "sentence",
    [
        "Premier Li Keqiang did the same with Mikhail Mishustin.",
        "On the same day, Premier Li Keqiang did the same with his Russian counterpart, Mikhail Mishustin.",
        "The Chinese premier did the same with the Russian prime minister.",
    ],
)
def test_who_did_the_same_wrote_too(read_text: ReadText, sentence: str) -> None:
    reading = read_text("Xi Jinping exchanged New Year greetings with Vladimir Putin.", sentence, on="2022-12-31")
    assert sent(reading) == PRESIDENTS | PREMIERS


def test_the_same_as_nothing_told_before_is_no_message(read_text: ReadText) -> None:
    assert sent(read_text("Premier Li Keqiang did the same with Mikhail Mishustin.", on="2022-12-31")) == set()


@pytest.mark.parametrize(
    "subjects",
    [
        "Xi Jinping and Vladimir Putin, as well as Li Keqiang and Mikhail Mishustin,",
        "Xi Jinping and Vladimir Putin, and Li Keqiang and Mikhail Mishustin,",
        "Chinese President Xi Jinping and Russian President Vladimir Putin, as well as Chinese Premier Li Keqiang and "
        "Russian Prime Minister Mikhail Mishustin,",
    ],
)
def test_two_and_two_side_by_side(read_text: ReadText, subjects: str) -> None:
    assert sent(read_text(f"{subjects} exchanged New Year greetings.", on="2022-12-31")) == PRESIDENTS | PREMIERS


def test_two_who_exchange_with_two_respectively(read_text: ReadText) -> None:
    reading = read_text(
        "Xi Jinping and Li Keqiang exchanged greetings with Vladimir Putin and Mikhail Mishustin respectively.",
        on="2022-12-31",
    )
    assert sent(reading) == PRESIDENTS | PREMIERS
