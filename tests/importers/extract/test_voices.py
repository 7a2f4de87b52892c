"""Whose words go on: over sentences and paragraphs, in quotations, in the first person, in releases."""

import pytest

from importers.reading import Reading
from tests.importers.reading_fixture import ReadText, speaker_of, statement_of

LEAD = "Russian President Vladimir Putin and Chinese President Xi Jinping exchanged New Year messages on Saturday."
XI, PUTIN = "xi-jinping", "vladimir-putin"


def told(read_text: ReadText, *paragraphs: str) -> Reading:
    return read_text(LEAD, *paragraphs, on="2022-12-31")


def test_an_attribution_at_the_end_is_for_the_sentences_before_it_too(read_text: ReadText) -> None:
    reading = told(
        read_text,
        "The year was full of trials. Friendship came through all of them. The next one will be better, he said.",
        "Xi said that the year was good.",
    )
    assert speaker_of(reading, "full of trials") == speaker_of(reading, "Friendship came through")


def test_he_said_at_the_end_of_a_paragraph_gives_it_to_who_spoke_before(read_text: ReadText) -> None:
    reading = told(
        read_text,
        "Putin said that he is glad.",
        "The year was full of trials. Friendship came through all of them, he said.",
    )
    assert speaker_of(reading, "full of trials") == PUTIN


def test_sentences_of_one_paragraph_go_on_with_its_speaker(read_text: ReadText) -> None:
    reading = told(read_text, "Putin said that the year was good. Culture and sport brought people together.")
    assert speaker_of(reading, "Culture and sport") == PUTIN


def test_the_speaker_may_change_inside_a_paragraph(read_text: ReadText) -> None:
    reading = told(read_text, "Xi said that the year was good. Putin replied that the next one will be better.")
    assert speaker_of(reading, "the year was good") == XI
    assert speaker_of(reading, "the next one will be") == PUTIN


@pytest.mark.parametrize("marks", ["“”", '""'])
def test_a_quotation_belongs_to_its_speaker_until_it_is_closed(read_text: ReadText, marks: str) -> None:
    reading = told(
        read_text,
        f"Putin wrote: {marks[0]}We had a full year. Our teams met often. Let us go on like this.{marks[1]}",
    )
    for snippet in ("We had a full year", "Our teams met often", "Let us go on"):
        assert speaker_of(reading, snippet) == PUTIN
        assert statement_of(reading, snippet).mode == "direct"


def test_a_quotation_over_two_paragraphs(read_text: ReadText) -> None:
    reading = told(
        read_text, "“We had a full year,” Putin wrote.", "“Our teams met often. Let us go on like this,” he added."
    )
    assert speaker_of(reading, "Our teams met often") == PUTIN


@pytest.mark.parametrize(
    "sentence",
    ["I have met President Putin several times this year.", "We spoke often, and our teams did as well."],
)
def test_the_first_person_without_quotation_marks_is_who_wrote(read_text: ReadText, sentence: str) -> None:
    reading = told(read_text, "Xi said that the year was good.", sentence)
    assert speaker_of(reading, sentence[:20]) == XI
    assert statement_of(reading, sentence[:20]).mode == "direct"


def test_indirect_speech_is_no_direct_one(read_text: ReadText) -> None:
    reading = told(read_text, "Xi said that the year was good.")
    assert statement_of(reading, "the year was good").mode == "indirect"
    assert statement_of(reading, "exchanged New Year messages").mode == "narrated"


@pytest.mark.parametrize(
    "sentence",
    [
        "The message reads, in part:",
        "The message reads in part:",
        "In his message, the President of Russia said, in particular:",
    ],
)
def test_a_release_of_the_senders_office_with_the_words_of_the_message(read_text: ReadText, sentence: str) -> None:
    reading = read_text(
        "Vladimir Putin sent greetings to President of Uzbekistan Shavkat Mirziyoyev on Independence Day.",
        sentence,
        "“Relations between our countries are in good order. Our companies do a lot together.”",
        "The head of the Russian state wished the people of Uzbekistan well.",
        on="2022-09-01",
    )
    for snippet in ("Relations between our countries", "Our companies do a lot", "wished the people of Uzbekistan"):
        assert speaker_of(reading, snippet) == PUTIN


def test_what_the_message_says_is_said_by_its_sender(read_text: ReadText) -> None:
    reading = read_text(
        "Kim Jong Un sent New Year greetings to Xi Jinping on Monday.",
        "The message said that both peoples are neighbours.",
        "The letter also noted that the year of friendship begins.",
        on="2024-01-01",
    )
    assert speaker_of(reading, "both peoples are neighbours") == "kim-jong-un"
    assert speaker_of(reading, "the year of friendship begins") == "kim-jong-un"


@pytest.mark.parametrize(
    "paragraph",
    [
        "“The year was good,” Xi said. “The next one will be better. We can be sure of it.”",
        "Xi said that the year was good. Moreover, he is sure of it, and we can be sure of it.",
        "Xi emphasised three points. First, trust matters. Second, we can be sure of it.",
        "The Chinese side values the year, Xi noted. We can be sure of it.",
    ],
)
def test_words_after_the_attribution_go_on_with_it(read_text: ReadText, paragraph: str) -> None:
    assert speaker_of(told(read_text, paragraph), "can be sure of it") == XI


def test_an_expert_quoted_at_length_is_nobodys_message(read_text: ReadText) -> None:
    reading = told(
        read_text,
        "Xi said that the year was good.",
        "“It is a sign of trust,” an expert told the newspaper. “It will last.”",
    )
    assert speaker_of(reading, "a sign of trust") is None
    assert speaker_of(reading, "It will last") is None


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ("Putin said that “the friendship is lasting.”", "direct"),
        ("Putin said that “One Belt, One Road” is a good idea.", "indirect"),
    ],
)
def test_a_short_quotation_behind_that_is_no_name_where_it_ends_the_sentence(
    read_text: ReadText, sentence: str, mode: str
) -> None:
    reading = told(read_text, sentence)
    assert statement_of(reading, sentence[:20]).mode == mode
