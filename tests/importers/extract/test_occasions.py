"""What leaders write for, by the words of the sentence that tells of it."""

import pytest

from tests.importers.reading_fixture import ReadText, the_exchange


@pytest.mark.parametrize(
    ("occasion", "on", "sentence"),
    [
        ("new-year", "2008-12-31", "Hu Jintao and Dmitry Medvedev exchanged messages for the coming New Year."),
        ("new-year", "2011-12-31", "Hu Jintao sent Dmitry Medvedev a greeting card that wishes him well in 2012."),
        ("new-year", "2024-12-30", "Kim Jong Un sent Vladimir Putin a letter on the occasion of New Year 2025."),
        ("new-year", "2025-12-30", "Putin sent Christmas and New Year greetings to Recep Tayyip Erdogan."),
        (
            "spring-festival",
            "2021-02-10",
            "Nguyen Phu Trong and Xi Jinping exchanged greetings for the Spring Festival.",
        ),
        ("spring-festival", "2022-01-29", "Nguyen Phu Trong sent Lunar New Year greetings to Xi Jinping."),
        (
            "diplomatic-anniversary",
            "2024-10-06",
            "Xi Jinping and Kim Jong Un exchanged messages on the 75th anniversary of diplomatic ties.",
        ),
        (
            "diplomatic-anniversary",
            "2017-01-24",
            "Tran Dai Quang congratulated Alexander Lukashenko on 25 years of diplomatic relations.",
        ),
        (
            "treaty-anniversary",
            "2021-07-11",
            "Xi Jinping and Kim Jong Un exchanged messages on the 60th anniversary of the China-DPRK Treaty of "
            "Friendship, Cooperation and Mutual Assistance.",
        ),
        (
            "treaty-anniversary",
            "2021-07-16",
            "Xi and Putin exchanged messages twenty years on, on the 20th anniversary of their treaty of friendship.",
        ),
        (
            "partnership-anniversary",
            "2021-04-25",
            "Xi Jinping and Vladimir Putin exchanged messages on the 25th anniversary of the China-Russia strategic "
            "partnership of coordination.",
        ),
        (
            "national-day",
            "2024-10-01",
            "Putin congratulated Xi Jinping on the 75th anniversary of the founding of the People's Republic of China.",
        ),
        ("national-day", "2020-06-12", "Xi Jinping sent a congratulatory message to Vladimir Putin on Russia Day."),
        ("national-day", "2021-03-22", "Vladimir Putin sent greetings to Arif Alvi on Pakistan Day."),
        ("national-day", "2022-08-15", "Vladimir Putin congratulated Narendra Modi on Independence Day."),
        ("national-day", "2023-07-14", "Xi Jinping congratulated Emmanuel Macron on the National Day of France."),
        ("national-day", "2018-09-09", "Xi Jinping congratulated Kim Jong Un on the DPRK's founding anniversary."),
        (
            "party-anniversary",
            "2021-07-01",
            "Kim Jong Un congratulated Xi Jinping on the 100th anniversary of the Communist Party of China.",
        ),
        (
            "liberation-day",
            "2024-08-15",
            "Vladimir Putin and Kim Jong Un exchanged greetings on the 79th anniversary of Korea's liberation.",
        ),
        (
            "victory-day",
            "2020-05-08",
            "Putin sent greetings to Lukashenko on the 75th anniversary of Victory in the Great Patriotic War.",
        ),
        ("birthday", "2024-10-07", "Kim Jong Un sent a message to Vladimir Putin on his birthday."),
        ("birthday", "2023-06-15", "Vladimir Putin congratulated Xi Jinping on his 70th birthday."),
        ("election", "2020-11-25", "Xi Jinping sent Joe Biden a message to congratulate him on his election."),
        ("election", "2024-03-18", "Xi Jinping congratulated Vladimir Putin on his re-election as president."),
        (
            "election",
            "2022-10-31",
            "Xi Jinping congratulated Luiz Inacio Lula da Silva on winning the presidential election.",
        ),
        ("inauguration", "2021-10-04", "Premier Li Keqiang congratulated Fumio Kishida on taking office."),
        ("inauguration", "2024-05-07", "Kim Jong Un congratulated Vladimir Putin on his inauguration."),
        (
            "party-congress",
            "2022-10-23",
            "Kim Jong Un congratulated Xi Jinping on his re-election as general secretary of the CPC Central "
            "Committee.",
        ),
        (
            "party-congress",
            "2021-02-01",
            "Xi Jinping congratulated Nguyen Phu Trong on the success of the 13th National Congress of the Communist "
            "Party of Vietnam.",
        ),
        ("condolence", "2023-02-06", "Vladimir Putin sent condolences to Recep Tayyip Erdogan over the earthquake."),
        ("condolence", "2024-05-20", "Xi Jinping sent Mohammad Mokhber a message of sympathy on the helicopter crash."),
        ("get-well", "2020-10-03", "Xi Jinping sent Donald Trump a message wishing him a speedy recovery."),
        ("get-well", "2020-10-03", "Xi Jinping sent a message of sympathy to Donald Trump, who was diagnosed with it."),
        (
            "event-opening",
            "2024-03-29",
            "Xi and Tokayev exchanged letters on the opening of the Kazakhstan Tourism Year.",
        ),
        ("sports-event", "2022-02-22", "Putin congratulated Xi in a message on the success of the Winter Olympics."),
        ("achievement", "2023-08-23", "Putin congratulated Narendra Modi on the successful landing on the Moon."),
        ("religious-feast", "2023-04-21", "King Salman sent a cable of Eid al-Fitr greetings to President Sisi."),
        ("visit-thanks", "2018-03-28", "Kim Jong Un sent Xi Jinping a message of thanks for his hospitality."),
        ("verbal-message", "2021-03-22", "Kim Jong Un and Xi Jinping exchanged verbal messages."),
        (
            "solidarity",
            "2020-02-01",
            "Kim Jong Un sent Xi Jinping a letter of support in the fight against the epidemic.",
        ),
        (
            "accession",
            "2019-05-01",
            "Xi Jinping sent a congratulatory message to Naruhito on his accession to the throne.",
        ),
        ("other", "2023-05-04", "Xi Jinping sent a letter to Vladimir Putin."),
    ],
)
def test_the_occasion(read_text: ReadText, occasion: str, on: str, sentence: str) -> None:
    assert the_exchange(read_text(sentence, on=on)).occasion == occasion


def test_the_occasion_may_stand_in_the_headline_alone(read_text: ReadText) -> None:
    reading = read_text(
        "Chinese President Xi Jinping sent a message to Russian President Vladimir Putin on Monday.",
        title="Xi greets Putin on Russia Day",
        on="2023-06-12",
    )
    assert the_exchange(reading).occasion == "national-day"


def test_the_occasion_may_follow_in_a_later_sentence(read_text: ReadText) -> None:
    reading = read_text(
        "Russian President Vladimir Putin and Chinese President Xi Jinping exchanged messages on Saturday.",
        "In the New Year message, Xi thanked Putin for his friendship.",
        on="2022-12-31",
    )
    assert the_exchange(reading).occasion == "new-year"


def test_a_second_pair_has_the_occasion_of_the_first(read_text: ReadText) -> None:
    reading = read_text(
        "Xi Jinping and Vladimir Putin exchanged New Year greetings on Saturday.",
        "Russian Prime Minister Mikhail Mishustin and Premier Li Keqiang exchanged messages on the same day.",
        on="2022-12-31",
    )
    assert [exchange.occasion for exchange in reading.exchanges] == ["new-year", "new-year"]


def test_an_anniversary_in_a_new_years_letter_does_not_change_its_occasion(read_text: ReadText) -> None:
    reading = read_text(
        "Xi Jinping and Kim Jong Un exchanged New Year greetings.",
        "Xi said that 2024 is the year of the 75th anniversary of diplomatic relations between China and the DPRK.",
        on="2024-01-01",
    )
    assert the_exchange(reading).occasion == "new-year"


@pytest.mark.parametrize(
    ("occasion", "title", "on"),
    [
        ("new-year", "Xi sends New Year greetings to Putin", "2018-12-31"),
        ("birthday", "Xi sends birthday greetings to Putin", "2018-10-07"),
        ("national-day", "Xi greets Putin on Russia Day", "2018-06-12"),
        ("condolence", "Xi sends condolences to Putin after the fire", "2018-03-26"),
    ],
)
def test_the_headline_goes_before_an_anniversary_only_mentioned_in_the_message(
    read_text: ReadText, occasion: str, title: str, on: str
) -> None:
    reading = read_text(
        "In a message to Vladimir Putin, Xi Jinping spoke of the 70th anniversary of diplomatic relations to come.",
        title=title,
        on=on,
    )
    assert (the_exchange(reading).occasion, the_exchange(reading).milestone) == (occasion, None)


@pytest.mark.parametrize(
    ("occasion", "before", "on"),
    [
        ("new-year", "Leaders of both countries have kept up their habit of New Year greetings.", "2018-12-31"),
        ("national-day", "Moscow celebrated Russia Day with fireworks.", "2019-06-12"),
    ],
)
def test_the_sentence_before_goes_before_an_anniversary_only_mentioned_in_the_message(
    read_text: ReadText, occasion: str, before: str, on: str
) -> None:
    reading = read_text(
        before,
        "In his letter to Vladimir Putin, Xi Jinping recalled that the 70th anniversary of relations is near.",
        on=on,
    )
    assert the_exchange(reading).occasion == occasion


def test_an_anniversary_that_the_message_is_for_stays_its_occasion(read_text: ReadText) -> None:
    reading = read_text(
        "Moscow celebrated Russia Day in June.",
        "Xi Jinping congratulated Vladimir Putin on the 70th anniversary of diplomatic relations.",
        on="2019-10-02",
    )
    exchange = the_exchange(reading)
    assert (exchange.occasion, exchange.ordinal) == ("diplomatic-anniversary", 70)
    assert exchange.milestone == "cn-ru-diplomatic-relations"


@pytest.mark.parametrize(
    ("sentence", "on", "occasion"),
    [
        ("Xi Jinping congratulated Vladimir Putin on Russia Day, June 12, 2018.", "2018-06-12", "national-day"),
        (
            "Xi Jinping sent congratulations to Vladimir Putin on his re-election on March 18, 2018.",
            "2018-03-19",
            "election",
        ),
        ("Xi Jinping sent Vladimir Putin his best wishes for 2018.", "2017-12-31", "new-year"),
        ("Xi Jinping sent Vladimir Putin greetings for the coming year 2018.", "2017-12-31", "new-year"),
    ],
)
def test_a_year_makes_a_new_years_greeting_only_where_it_is_greeted(
    read_text: ReadText, sentence: str, on: str, occasion: str
) -> None:
    assert the_exchange(read_text(sentence, on=on)).occasion == occasion


def test_what_is_to_be_opened_is_no_occasion_beside_another(read_text: ReadText) -> None:
    reading = read_text(
        "Masoud Pezeshkian congratulated the presidents of Tajikistan and Azerbaijan on Nowruz.",
        "Writing to Azerbaijani President Ilham Aliyev, Pezeshkian hoped for the completion of the railway.",
        on="2025-03-20",
    )
    assert [exchange.occasion for exchange in reading.exchanges] == ["religious-feast"] * 2


@pytest.mark.parametrize(
    ("occasion", "sentence"),
    [
        ("visit-thanks", "Ilham Aliyev sent a letter of gratitude to Kassym-Jomart Tokayev."),
        ("national-day", "Narendra Modi wrote to Sheikh Hasina on the golden jubilee of independence."),
        ("verbal-message", "President-elect Donald Trump sent a handwritten letter to Kim Jong Un."),
        ("achievement", "Ilham Aliyev congratulated Narendra Modi on the landing of a probe."),
    ],
)
def test_occasions_in_more_words(read_text: ReadText, occasion: str, sentence: str) -> None:
    assert the_exchange(read_text(sentence, on="2019-03-20")).occasion == occasion
