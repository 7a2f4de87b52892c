"""On which day a message was sent, as its sentence tells it, and what the day rests on."""

import pytest

from importers.extract.days import nearest_weekday
from tests.importers.reading_fixture import ReadText, day, the_exchange

MESSAGE = "a message of congratulations to Kassym-Jomart Tokayev"


@pytest.mark.parametrize(
    ("sentence", "on", "sent_on", "basis"),
    [
        (f"On May 17, Xi Jinping sent {MESSAGE} on his birthday.", "2024-05-19", "2024-05-17", "stated"),
        (f"Xi Jinping on Friday sent {MESSAGE} on his birthday.", "2024-05-19", "2024-05-17", "weekday"),
        (f"Xi Jinping yesterday sent {MESSAGE} on his birthday.", "2024-05-19", "2024-05-18", "weekday"),
        (f"Xi Jinping sent {MESSAGE} the day before yesterday.", "2024-05-19", "2024-05-17", "weekday"),
        (f"A week ago Xi Jinping sent {MESSAGE} on his birthday.", "2024-05-24", "2024-05-17", "weekday"),
        (f"Xi Jinping on New Year's Eve sent {MESSAGE}.", "2024-01-02", "2023-12-31", "weekday"),
        (f"Xi Jinping sent {MESSAGE} on Christmas Day.", "2023-12-27", "2023-12-25", "weekday"),
        (f"Xi Jinping sent {MESSAGE} on his birthday.", "2024-05-17", "2024-05-17", "published"),
        (f"After the storm of May 15, Xi Jinping on May 17 sent {MESSAGE}.", "2024-05-19", "2024-05-17", "stated"),
        (f"Xi Jinping sent {MESSAGE} on winning the May 9 poll.", "2024-05-19", "2024-05-19", "published"),
    ],
)
def test_the_day_of_a_message(read_text: ReadText, sentence: str, on: str, sent_on: str, basis: str) -> None:
    exchange = the_exchange(read_text(sentence, on=on))
    assert (exchange.exchanged_on, exchange.date_basis) == (day(sent_on), basis)


def test_a_day_observed_that_lies_ahead_is_not_the_day_of_sending(read_text: ReadText) -> None:
    reading = read_text(f"Xi Jinping sent {MESSAGE} on the capital's day, observed on July 6.", on="2024-07-03")
    assert the_exchange(reading).exchanged_on == day("2024-07-03")


def test_a_page_stamped_a_day_early_may_tell_of_the_day_itself(read_text: ReadText) -> None:
    reading = read_text(f"Xi Jinping on May 18 sent {MESSAGE} on his birthday.", on="2024-05-17")
    assert the_exchange(reading).exchanged_on == day("2024-05-18")


def test_a_weekday_may_mean_the_anniversary_itself(read_text: ReadText) -> None:
    reading = read_text(
        "Xi Jinping and Kim Jong Un exchanged messages on Sunday over the 75th anniversary of diplomatic relations.",
        on="2024-10-04",
    )
    assert the_exchange(reading).exchanged_on == day("2024-10-06")


def test_what_will_be_sent_is_no_message(read_text: ReadText) -> None:
    assert read_text(f"Xi Jinping will send {MESSAGE} next Friday.", on="2024-05-13").exchanges == []


def test_an_answer_has_a_day_of_its_own(read_text: ReadText) -> None:
    sent = "On May 17, Xi Jinping sent a message of greetings to Vladimir Putin."
    answered = "On May 19, Vladimir Putin sent a reply message to Xi Jinping."
    exchange = the_exchange(read_text(f"{sent} {answered}", on="2024-05-20"))
    assert exchange.exchanged_on == day("2024-05-17")
    days = {sender: message.sent_on for sender, message in exchange.messages.items()}
    assert days == {"xi-jinping": day("2024-05-17"), "vladimir-putin": day("2024-05-19")}


def test_a_later_sentence_may_tell_the_day_of_the_letter_where_its_own_tells_only_who_said_so(
    read_text: ReadText,
) -> None:
    reading = read_text(
        f"Xi Jinping has sent {MESSAGE} on his birthday, the ministry said on Friday.",
        "In his letter on Monday, Xi extended his warmest congratulations.",
        on="2024-05-17",
    )
    assert the_exchange(reading).exchanged_on == day("2024-05-13")


def test_the_day_of_the_clause_that_tells_of_a_letter_goes_before_what_is_told_of_it_later(read_text: ReadText) -> None:
    reading = read_text(
        f"On Friday Xi Jinping sent {MESSAGE} on his birthday.",
        "In the letter on Monday's flood, Xi wished him strength.",
        on="2024-05-18",
    )
    assert the_exchange(reading).exchanged_on == day("2024-05-17")


@pytest.mark.parametrize(
    ("weekday", "expected"),
    [(5, "2022-12-31"), (4, "2022-12-30"), (6, "2023-01-01"), (0, "2022-12-26")],
)
def test_on_a_weekday_is_the_last_one_or_tomorrow(weekday: int, expected: str) -> None:
    assert nearest_weekday(weekday, day("2022-12-31")) == day(expected)


def test_a_letter_of_no_day_has_that_of_the_letter_before_and_not_that_of_the_news(read_text: ReadText) -> None:
    reading = read_text(
        "Agencies wrote on January 15 that Xi Jinping on January 14 sent a message to King Frederik X of Denmark.",
        "Xi also sent a message to Queen Margrethe II of Denmark.",
        on="2024-01-16",
    )
    assert [exchange.exchanged_on for exchange in reading.exchanges] == [day("2024-01-14"), day("2024-01-14")]


def test_the_day_behind_a_letter_and_whom_it_is_to(read_text: ReadText) -> None:
    reading = read_text(
        "Xi Jinping has written to Kassym-Jomart Tokayev on his birthday, the ministry said on Friday.",
        "In his letter to Tokayev on Wednesday, Xi said that trade had grown.",
        on="2024-05-17",
    )
    assert the_exchange(reading).exchanged_on == day("2024-05-15")


def test_a_year_behind_an_anniversary_in_a_report_of_no_day_is_that_of_the_event(read_text: ReadText) -> None:
    reading = read_text(
        "On Friday Vladimir Putin sent a message to Xi Jinping on the 75th anniversary of the founding of the "
        "People's Republic of China on October 1, 1949.",
        on=None,
    )
    assert (the_exchange(reading).exchanged_on, the_exchange(reading).occasion_year) == (None, 2024)
