"""Exchanges: their day and what it rests on, their year, their milestone, and what is only background."""

import pytest

from tests.importers.reading_fixture import ReadText, day, pairs_of, sent, speaker_of, the_exchange

GREETED = "Xi Jinping and Vladimir Putin exchanged New Year greetings"


@pytest.mark.parametrize(
    ("words", "published", "on", "basis"),
    [
        ("on Saturday", "2022-12-31", "2022-12-31", "weekday"),
        ("on Saturday", "2023-01-02", "2022-12-31", "weekday"),
        ("on Friday", "2023-01-01", "2022-12-30", "weekday"),
        ("on December 31", "2023-01-01", "2022-12-31", "stated"),
        ("on 31 December, 2022,", "2023-01-01", "2022-12-31", "stated"),
        ("on Dec. 31", "2022-12-31", "2022-12-31", "stated"),
        ("today", "2022-12-31", "2022-12-31", "weekday"),
        ("yesterday", "2023-01-01", "2022-12-31", "weekday"),
        ("at the turn of the year", "2022-12-31", "2022-12-31", "published"),
    ],
)
def test_the_day_and_what_it_rests_on(read_text: ReadText, words: str, published: str, on: str, basis: str) -> None:
    exchange = the_exchange(read_text(f"{GREETED} {words}.", on=published))
    assert (exchange.exchanged_on, exchange.date_basis) == (day(on), basis)


def test_a_weekday_in_a_later_sentence_gives_the_day(read_text: ReadText) -> None:
    reading = read_text(f"{GREETED}.", "The letters were made public in Moscow on Friday.", on="2023-01-01")
    assert the_exchange(reading).exchanged_on == day("2022-12-30")


def test_the_same_day_is_that_of_the_exchange_before(read_text: ReadText) -> None:
    reading = read_text(
        f"{GREETED} on Friday.",
        "The same day, Premier Li Keqiang and Prime Minister Mikhail Mishustin exchanged greetings.",
        on="2023-01-01",
    )
    assert [exchange.exchanged_on for exchange in reading.exchanges] == [day("2022-12-30")] * 2


@pytest.mark.parametrize("published", ["2024-10-04", "2024-10-06", "2024-10-07"])
def test_a_page_stamped_days_early_or_late_still_tells_the_sunday_of_the_anniversary(
    read_text: ReadText, published: str
) -> None:
    reading = read_text(
        "Xi Jinping and Kim Jong Un exchanged congratulations on Sunday on the 75th anniversary of the establishment "
        "of diplomatic relations between China and the DPRK.",
        on=published,
    )
    assert the_exchange(reading).exchanged_on == day("2024-10-06")


@pytest.mark.parametrize(
    ("published", "year"), [("2022-12-30", 2023), ("2022-12-31", 2023), ("2024-01-01", 2024), ("2024-01-02", 2024)]
)
def test_new_years_greetings_are_of_the_year_that_begins(read_text: ReadText, published: str, year: int) -> None:
    assert the_exchange(read_text(f"{GREETED}.", on=published)).occasion_year == year


def test_all_else_is_of_the_year_of_its_day(read_text: ReadText) -> None:
    reading = read_text("Kim Jong Un sent Vladimir Putin a message on his birthday.", on="2024-10-07")
    assert the_exchange(reading).occasion_year == 2024


def test_without_a_day_the_count_gives_the_year(read_text: ReadText) -> None:
    exchange = the_exchange(
        read_text(
            "Xi Jinping and Kim Jong Un exchanged messages on the 75th anniversary of the establishment of diplomatic "
            "relations between China and the DPRK."
        )
    )
    assert (exchange.exchanged_on, exchange.occasion_year) == (None, 2024)


def test_an_anniversary_gives_the_exchange_its_milestone_and_count(read_text: ReadText) -> None:
    exchange = the_exchange(
        read_text(
            "Xi Jinping and Frank-Walter Steinmeier exchanged congratulations on Tuesday on the 50th anniversary of "
            "diplomatic relations between China and Germany.",
            on="2022-10-11",
        )
    )
    assert (exchange.milestone, exchange.ordinal) == ("cn-de-diplomatic-relations", 50)


def test_the_leaders_stand_in_the_order_of_their_slugs(read_text: ReadText) -> None:
    exchange = the_exchange(read_text(f"{GREETED}.", on="2022-12-31"))
    assert exchange.leaders == ("vladimir-putin", "xi-jinping")


def test_one_exchange_however_many_sentences_tell_of_it(read_text: ReadText) -> None:
    reading = read_text(
        "Chinese President Xi Jinping sent New Year greetings to Russian President Vladimir Putin.",
        "Putin also sent New Year greetings to Xi on Saturday.",
        "In his message to Putin, Xi said that he is pleased.",
        title="Xi and Putin exchange New Year greetings",
        on="2022-12-31",
    )
    assert len(reading.exchanges) == 1
    assert sent(reading) == {("xi-jinping", "vladimir-putin"), ("vladimir-putin", "xi-jinping")}


def test_two_messages_told_of_in_one_sentence(read_text: ReadText) -> None:
    reading = read_text(
        "Chinese President Xi Jinping sent New Year greetings to Russian President Vladimir Putin.",
        "Xi sent the message on Saturday, and Putin sent New Year greetings to Xi as well.",
        "In his message to Putin, Xi said that he is pleased.",
        title="Xi and Putin exchange New Year greetings",
        on="2022-12-31",
    )
    assert len(reading.exchanges) == 1
    assert sent(reading) == {("xi-jinping", "vladimir-putin"), ("vladimir-putin", "xi-jinping")}


def test_a_reply_is_of_the_occasion_it_answers(read_text: ReadText) -> None:
    reading = read_text(
        "Kim Jong Un sent a reply message to Xi Jinping on Monday.",
        "Kim thanked Xi for his warm congratulations on the 72nd founding anniversary of the DPRK.",
        on="2020-09-14",
    )
    assert the_exchange(reading).occasion == "national-day"
    assert the_exchange(reading).milestone == "kp-founding"


def test_the_headline_tells_of_messages_where_the_report_does_not(read_text: ReadText) -> None:
    reading = read_text(
        "Aliyev, Rahmon exchange letters on Nowruz",
        "The presidents of Azerbaijan and Tajikistan marked the spring feast on Tuesday. President Ilham Aliyev said "
        "that spring brings hope.",
        "President Emomali Rahmon said that the feast is a heritage of both.",
        on="2023-03-21",
    )
    assert pairs_of(reading) == {("emomali-rahmon", "ilham-aliyev")}
    assert speaker_of(reading, "spring brings hope") == "ilham-aliyev"


def test_further_messages_of_the_same_report_are_for_the_same_anniversary(read_text: ReadText) -> None:
    reading = read_text(
        "Belarus, Russia mark Unity Day",
        "Xi Jinping and Emomali Rahmon exchanged greetings on the 30th anniversary of diplomatic relations.",
        "Greetings were also exchanged by Li Keqiang and Kokhir Rasulzoda.",
        on="2022-01-04",
    )
    assert {exchange.occasion for exchange in reading.exchanges} == {"diplomatic-anniversary"}


def test_what_a_reply_answers_was_sent_for_the_same(read_text: ReadText) -> None:
    reading = read_text(
        "Imran Khan has written back to Narendra Modi.",
        "In the letter, Khan thanked Modi for his greetings on Pakistan Day.",
        "Modi had written to Khan some days earlier. India wants friendly ties, he had said in that letter.",
        on="2021-03-31",
    )
    assert sent(reading) == {("imran-khan", "narendra-modi"), ("narendra-modi", "imran-khan")}
    assert speaker_of(reading, "wants friendly ties") == "narendra-modi"
