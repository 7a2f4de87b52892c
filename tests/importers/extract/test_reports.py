"""Whole reports in the manners of several publishers, each read to its end."""

import pytest

from tests.importers.reading_fixture import (
    ReadText,
    anniversaries_of,
    day,
    quote_of,
    sent,
    speaker_of,
    statement_of,
    the_exchange,
    voice,
)


def test_a_report_of_a_western_agency(read_text: ReadText) -> None:
    reading = read_text(
        "Putin and Xi greet one another as the year ends",
        "MOSCOW (AP) — Russian President Vladimir Putin and Chinese President Xi Jinping exchanged New Year messages "
        "Wednesday.",
        "In his message, released by the Kremlin, Putin thanked Xi for what he called a “rather fruitful year.”",
        "“Our trade keeps growing all the same,” the Russian president wrote. “I am sure that it will go on.”",
        "Xi, for his part, said that the world is restless.",
        "China's leader, who saw Moscow in May, added that he looks forward to receiving Putin.",
        "The two have met more than 40 times.",
        "Also Wednesday, Premier Li Qiang and Prime Minister Mikhail Mishustin exchanged messages.",
        on="2025-12-31",
    )
    assert (reading.outlet, reading.dateline_place) == ("ap", "Moscow")
    assert {exchange.exchanged_on for exchange in reading.exchanges} == {day("2025-12-31")}
    assert len(sent(reading)) == 4
    assert speaker_of(reading, "rather fruitful year") == "vladimir-putin"
    assert speaker_of(reading, "it will go on") == "vladimir-putin"
    assert speaker_of(reading, "the world is restless") == "xi-jinping"
    assert speaker_of(reading, "looks forward to receiving") == "xi-jinping"
    assert speaker_of(reading, "more than 40 times") is None


def test_a_letter_in_full_in_the_first_person(read_text: ReadText) -> None:
    reading = read_text(
        "Kim Jong Un Greets Xi Jinping",
        "Pyongyang, October 1 (KCNA) -- Kim Jong Un, president of the State Affairs of the DPRK, sent a message of "
        "greeting to Xi Jinping, president of the People's Republic of China, on October 1 on the occasion of the "
        "75th anniversary of the founding of the People's Republic of China.",
        "The message said:",
        "I extend my greetings to you and to all your people.",
        "Much was done in these years.",
        "I wish you good health.",
    )
    exchange = the_exchange(reading)
    assert reading.published_on == day("2024-10-01")
    assert (exchange.occasion, exchange.milestone, exchange.ordinal) == ("national-day", "cn-founding", 75)
    assert sent(reading) == {("kim-jong-un", "xi-jinping")}
    for snippet in ("I extend my greetings", "Much was done", "I wish you good health"):
        assert speaker_of(reading, snippet) == "kim-jong-un"
        assert statement_of(reading, snippet).mode == "direct"


def test_a_report_of_two_letters_of_party_and_state(read_text: ReadText) -> None:
    reading = read_text(
        "Hanoi (VNA) - General Secretary To Lam and State President Luong Cuong on January 18 sent letters of "
        "congratulations to General Secretary of the Communist Party of China Central Committee and President of China "
        "Xi Jinping on the 75th anniversary of the two countries' diplomatic ties.",
        "On the same occasion, Prime Minister Pham Minh Chinh extended congratulations to Chinese Premier Li Qiang.",
        on="2025-01-18",
    )
    assert sent(reading) == {
        ("to-lam", "xi-jinping"),
        ("luong-cuong", "xi-jinping"),
        ("pham-minh-chinh", "li-qiang"),
    }
    assert {exchange.occasion for exchange in reading.exchanges} == {"diplomatic-anniversary"}
    assert {exchange.exchanged_on for exchange in reading.exchanges} == {day("2025-01-18")}
    assert {told[1:] for told in anniversaries_of(reading)} == {(75, "cn-vn-diplomatic-relations", 2025)}


def test_a_page_that_glues_sentences_and_breaks_off(read_text: ReadText) -> None:
    reading = read_text(
        " date 2021-12-31 Presidents write to each other",
        "Xinhua) 18:20, December 31, 2021",
        "BEIJING, Dec. 31 (Xinhua) -- Russian President Vladimir Putin and Chinese President Xi Jinping exchanged "
        "New Year messages on Friday.In his message, Xi said that the year was full.He added that sport brings "
        "people together.Putin wrote that he is coming to Beij",
    )
    exchange = the_exchange(reading)
    assert reading.published_on == day("2021-12-31")
    assert (exchange.exchanged_on, exchange.occasion_year) == (day("2021-12-31"), 2022)
    assert [(voice(statement), quote_of(reading, statement)) for statement in reading.statements[1:]] == [
        ("xi-jinping", "In his message, Xi said that the year was full."),
        ("xi-jinping", "He added that sport brings people together."),
        ("vladimir-putin", "Putin wrote that he is coming to Beij"),
    ]


@pytest.mark.parametrize("above", ["", "Leaders mark the 70th anniversary of relations between China and Russia\n\n"])
def test_a_headline_is_quoted_only_where_it_stands_in_the_text(read_text: ReadText, above: str) -> None:
    title = "Leaders mark the 70th anniversary of relations between China and Russia"
    reading = read_text(
        above + "Xi Jinping sent a letter to Vladimir Putin on Wednesday.", title=title, on="2019-10-02"
    )
    quotes = [reading.body[told.start_char : told.end_char] for told in reading.statements if told.anniversaries]
    assert quotes == ([title] if above else [])
