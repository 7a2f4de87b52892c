"""Who exchanged letters, in the many ways that a sentence can tell it."""

import pytest

from tests.importers.reading_fixture import ReadText, pairs_of, sent

PRESIDENTS = {("xi-jinping", "vladimir-putin"), ("vladimir-putin", "xi-jinping")}
PREMIERS = {("li-keqiang", "mikhail-mishustin"), ("mikhail-mishustin", "li-keqiang")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Xi Jinping and Vladimir Putin exchanged New Year greetings on Saturday.",
        "Xi Jinping on Saturday exchanged New Year greetings with Vladimir Putin.",
        "Xi Jinping and Vladimir Putin sent New Year messages to each other.",
        "Xi Jinping and Vladimir Putin congratulated each other on the New Year.",
        "Xi Jinping and Vladimir Putin wished each other a happy New Year.",
        "New Year greetings were exchanged between Xi Jinping and Vladimir Putin.",
        "New Year telegrams were exchanged by Xi Jinping and Vladimir Putin.",
        "Xi Jinping and Vladimir Putin wrote to each other at the turn of the year.",
        "Xi Jinping and Vladimir Putin swapped New Year greetings.",
        "There was an exchange of New Year messages between Xi Jinping and Vladimir Putin.",
        "Xi Jinping had an exchange of New Year greetings with Vladimir Putin.",
        "China's Xi, Russia's Putin exchange New Year greetings.",
        "Xi Jinping, who is also general secretary of the CPC Central Committee, exchanged messages with Putin.",
    ],
)
def test_an_exchange_is_a_message_each_way(read_text: ReadText, sentence: str) -> None:
    assert sent(read_text(sentence, on="2022-12-31")) == PRESIDENTS


@pytest.mark.parametrize(
    "sentence",
    [
        "Also on Saturday, Russian Prime Minister Mikhail Mishustin and Chinese Premier Li Keqiang exchanged "
        "greetings.",
        "On the same day, Premier Li Keqiang exchanged New Year greetings with his Russian counterpart.",
        "Chinese Premier Li and Russian Prime Minister Mishustin also exchanged New Year greetings on the day.",
    ],
)
def test_a_second_pair_at_the_end(read_text: ReadText, sentence: str) -> None:
    reading = read_text("Xi Jinping and Vladimir Putin exchanged New Year greetings.", sentence, on="2022-12-31")
    assert sent(reading) == PRESIDENTS | PREMIERS


def test_the_two_who_are_known_already_exchange(read_text: ReadText) -> None:
    reading = read_text(
        "It has become a habit of Russian President Vladimir Putin and Chinese President Xi Jinping.",
        "The two presidents exchanged New Year greetings on Saturday.",
        on="2022-12-31",
    )
    assert sent(reading) == PRESIDENTS


@pytest.mark.parametrize(
    "ending",
    [
        ", and Premier Li Keqiang with his counterpart Mikhail Mishustin.",
        ", and Premier Li Keqiang with Russian Prime Minister Mikhail Mishustin.",
        " on Saturday, and Premier Li Keqiang with Mikhail Mishustin.",
        "; Premier Li Keqiang with Prime Minister Mikhail Mishustin.",
        ", Premier Li Keqiang with Prime Minister Mikhail Mishustin.",
        ", and the Chinese premier with his Russian counterpart.",
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
        "Xi Jinping and Vladimir Putin, along with Li Keqiang and Mikhail Mishustin,",
        "Xi Jinping and Vladimir Putin, together with Li Keqiang and Mikhail Mishustin,",
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


def test_others_who_did_so_as_well(read_text: ReadText) -> None:
    reading = read_text(
        "Xi Jinping and Emomali Rahmon exchanged greetings on New Year's Eve, as did Li Keqiang and Kokhir Rasulzoda.",
        on="2021-12-31",
    )
    assert pairs_of(reading) == {("emomali-rahmon", "xi-jinping"), ("kokhir-rasulzoda", "li-keqiang")}


@pytest.mark.parametrize(
    "sentence",
    [
        "President Vladimir Putin and Chinese President Xi Jinping noted in their New Year letters how ties grow.",
        "In their New Year messages, Vladimir Putin and Xi Jinping praised the peoples' friendship.",
        "President of China Xi Jinping and President of Russia Vladimir Putin in their New Year letters hailed it.",
    ],
)
def test_two_who_write_in_their_letters(read_text: ReadText, sentence: str) -> None:
    assert sent(read_text(sentence, on="2022-12-31")) == PRESIDENTS


def test_their_letters_to_a_third(read_text: ReadText) -> None:
    reading = read_text(
        "Xi Jinping and Li Keqiang noted in their New Year letters to Putin that ties grow.", on="2022-12-31"
    )
    assert sent(reading) == {("xi-jinping", "vladimir-putin"), ("li-keqiang", "vladimir-putin")}
