"""Whose message came to whom, in the many ways that a sentence can tell it."""

import pytest

from tests.importers.reading_fixture import ReadText, sent, speaker_of


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
@pytest.mark.parametrize("before", ["Leaders from all continents"])
def test_who_wrote_is_named_after_the_one_written_to(read_text: ReadText, before: str, sentence: str) -> None:
    text = f"{before} congratulated Vladimir Putin on the New Year.\n\n{sentence}"
    assert sent(read_text(text, on="2022-12-31")) == {("xi-jinping", "vladimir-putin")}


def test_who_wished_is_named_behind_by(read_text: ReadText) -> None:
    reading = read_text("Good health was wished to Emomali Rahmon on his birthday by Ilham Aliyev.", on="2020-10-05")
    assert sent(reading) == {("ilham-aliyev", "emomali-rahmon")}


def test_what_others_think_of_a_message_is_no_message(read_text: ReadText) -> None:
    reading = read_text(
        "World leaders have congratulated Tokayev on his election.",
        "Observers took Erdogan's letter for a hint.",
        on="2019-06-10",
    )
    assert sent(reading) == set()


def test_all_who_also_sent_theirs(read_text: ReadText) -> None:
    reading = read_text(
        "Leaders of many countries have sent greetings to Tokayev on his re-election.",
        "In a message, Xi Jinping said that he values the friendship.",
        "President Ilham Aliyev, Tajik leader Emomali Rahmon and Shavkat Mirziyoyev also sent their congratulations.",
        on="2022-11-21",
    )
    senders = ("xi-jinping", "ilham-aliyev", "emomali-rahmon", "shavkat-mirziyoyev")
    assert sent(reading) == {(slug, "kassym-jomart-tokayev") for slug in senders}


def test_in_a_letter_of_their_own_to_the_same(read_text: ReadText) -> None:
    reading = read_text(
        "Ilham Aliyev wrote to Emomali Rahmon to offer condolences over the landslide.",
        "In his own letter, Shavkat Mirziyoyev offered help.",
        on="2023-02-16",
    )
    assert sent(reading) == {("ilham-aliyev", "emomali-rahmon"), ("shavkat-mirziyoyev", "emomali-rahmon")}


@pytest.mark.parametrize(
    "sentence",
    [
        "According to Tajik President Emomali Rahmon, trade between the neighbours keeps growing.",
        "As Tajik President Emomali Rahmon wrote, trade between the neighbours keeps growing.",
        "Tajik President Emomali Rahmon wished that trade between the neighbours keep growing.",
        "“Trade between the neighbours keeps growing,” wrote Tajik President Emomali Rahmon.",
        "“Trade between the neighbours keeps growing,” Tajik President Emomali Rahmon noted.",
        "For his part, Tajik President Emomali Rahmon said that trade between the neighbours keeps growing.",
    ],
)
def test_each_whose_words_are_told_of_many_who_wrote(read_text: ReadText, sentence: str) -> None:
    reading = read_text(
        "President Shavkat Mirziyoyev is receiving New Year telegrams from heads of foreign states.",
        "Turkish President Recep Tayyip Erdogan recalled common roots.",
        sentence,
        on="2022-12-31",
    )
    assert sent(reading) == {(slug, "shavkat-mirziyoyev") for slug in ("recep-tayyip-erdogan", "emomali-rahmon")}
    assert speaker_of(reading, "trade between" if "rade" not in sentence[:9] else "Trade between") == "emomali-rahmon"


def test_congratulations_that_pour_in_are_from_those_who_are_told_of_next(read_text: ReadText) -> None:
    reading = read_text(
        "Congratulations poured in on Sunday for Chile's president-elect Gabriel Boric, who won the election.",
        "Spanish Prime Minister Pedro Sanchez said in a message that both peoples are brothers.",
        on="2021-12-19",
    )
    assert sent(reading) == {("pedro-sanchez", "gabriel-boric")}


def test_whose_telegram_says_so_has_sent_it(read_text: ReadText) -> None:
    reading = read_text(
        "Ilham Aliyev received congratulations on Nowruz from foreign heads of state.",
        "«The feast unites our peoples», the telegram of Emomali Rahmon says.",
        on="2023-03-21",
    )
    assert sent(reading) == {("emomali-rahmon", "ilham-aliyev")}


def test_senders_are_listed_behind(read_text: ReadText) -> None:
    reading = read_text(
        "Kim Jong Un received messages from abroad.",
        "The senders included the presidents of Russia and Belarus, the president of the Nepal People's League and "
        "the King of Belgium.",
        on="2023-09-10",
    )
    assert {sender for sender, _ in sent(reading)} == {"vladimir-putin", "alexander-lukashenko", "philippe-of-belgium"}


@pytest.mark.parametrize(
    "reply",
    ["Kim replied, extending his gratitude.", "Kim responded with a cable of thanks.", "Kim sent a cable back."],
)
def test_who_replies_writes_to_whoever_wrote_to_him_last(read_text: ReadText, reply: str) -> None:
    reading = read_text(
        "Kim Jong Un received messages from several presidents.",
        "Kim Jong Un received a message from Xi Jinping.",
        "Kim Jong Un received a message from Vladimir Putin. " + reply,
        on="2023-09-10",
    )
    assert ("kim-jong-un", "vladimir-putin") in sent(reading)
    assert ("kim-jong-un", "xi-jinping") not in sent(reading)


@pytest.mark.parametrize(
    ("sender", "messages"),
    [
        ("Russian President Vladimir Putin", {("vladimir-putin", "nursultan-nazarbayev")}),
        ("Kazakh Prime Minister Askar Mamin", set()),
    ],
)
def test_who_is_written_to_from_abroad_is_written_to_from_home_too(
    read_text: ReadText, sender: str, messages: set[tuple[str, str]]
) -> None:
    own = ("kassym-jomart-tokayev", "nursultan-nazarbayev")
    reading = read_text(
        f"{sender} sent a telegram to First President Nursultan Nazarbayev on his 80th birthday.",
        "Kazakh President Kassym-Jomart Tokayev also congratulated Nazarbayev in a message.",
        on="2020-07-06",
    )
    assert sent(reading) == (messages | {own} if messages else set())
