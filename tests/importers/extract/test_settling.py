"""What only the whole report tells of an exchange."""

import pytest

from tests.importers.reading_fixture import ReadText


@pytest.mark.parametrize(
    ("occasion", "thanks"),
    [
        (
            "national-day",
            "It expressed thanks for the kind greetings on the 78th National Day of Vietnam and for a visit.",
        ),
        ("birthday", "In it he was grateful for the birthday wishes and for the hospitality during his visit."),
        ("condolence", "He voiced his gratitude for the condolences over the loss of his predecessor."),
        ("visit-thanks", "He thanked Modi for the hospitality shown to him."),
    ],
)
def test_a_reply_is_of_the_occasion_of_what_it_answers(read_text: ReadText, occasion: str, thanks: str) -> None:
    reading = read_text(
        "Vietnamese President Vo Van Thuong sent a reply message to Indian Prime Minister Narendra Modi.",
        thanks,
        on="2023-09-12",
        title="Vo Van Thuong sends reply message to Modi",
    )
    assert [exchange.occasion for exchange in reading.exchanges] == [occasion]


def test_a_message_far_below_is_not_for_what_the_report_opens_with(read_text: ReadText) -> None:
    reading = read_text(
        "Vladimir Putin will go to Beijing at the invitation of China, the Kremlin said on Tuesday.",
        *["Roads, ports and railways have been built in many states."] * 8,
        "Putin, in a message to Xi Jinping, said that ties would grow.",
        on="2023-10-11",
    )
    assert [exchange.occasion for exchange in reading.exchanges] == ["other"]


@pytest.mark.parametrize(
    ("on", "occasion"),
    [("2018-02-08", "spring-festival"), ("2018-01-08", "new-year"), ("2018-12-31", "new-year")],
)
def test_a_new_year_greeted_in_its_season_is_the_lunar_one(read_text: ReadText, on: str, occasion: str) -> None:
    text = "Chinese President Xi Jinping and {} exchanged New Year greetings."
    vietnamese = read_text(text.format("Vietnamese party chief Nguyen Phu Trong"), on=on)
    assert [exchange.occasion for exchange in vietnamese.exchanges] == [occasion]
    russian = read_text(text.format("Russian President Vladimir Putin"), on=on)
    assert [exchange.occasion for exchange in russian.exchanges] == ["new-year"]


def test_a_disaster_that_the_report_tells_of_far_below_is_no_occasion(read_text: ReadText) -> None:
    reading = read_text(
        "Indian Prime Minister Narendra Modi sent a letter to French President Emmanuel Macron.",
        "He proposed a meeting. It would be held in the autumn. Both would speak of trade.",
        "Modi spoke to reporters of a dam that keeps floods away.",
        on="2023-09-12",
    )
    assert [exchange.occasion for exchange in reading.exchanges] == ["other"]


def test_a_line_of_a_digest_that_tells_no_occasion_makes_no_exchange(read_text: ReadText) -> None:
    reading = read_text(
        "Following are the major news items of Tuesday:",
        "- Xi Jinping sent a message of greeting to the president of Laos.",
        "- Xi Jinping sent New Year greetings to the president of Cuba.",
        on="2024-12-31",
    )
    assert [exchange.occasion for exchange in reading.exchanges] == ["new-year"]


def test_good_wishes_far_below_are_news_under_a_headline_of_such(read_text: ReadText) -> None:
    below = ["The election was held on Sunday."] * 4
    told = "Giorgia Meloni congratulated Keir Starmer."
    assert not read_text(*below, told, title="New prime minister takes office", on="2024-07-06").exchanges
    assert read_text(*below, told, title="More leaders congratulate new prime minister", on="2024-07-06").exchanges


def test_an_anniversary_of_a_year_to_come_is_not_what_is_written_for(read_text: ReadText) -> None:
    sent = "Li Qiang sent a congratulatory message to Paetongtarn Shinawatra."
    ahead = "Li said that 2025 marks the 50th anniversary of the establishment of diplomatic relations between them."
    (exchange,) = read_text(sent, ahead, on="2024-08-22").exchanges
    assert (exchange.occasion, exchange.milestone) == ("other", None)
    (exchange,) = read_text(sent, ahead, on="2025-07-01").exchanges
    assert (exchange.occasion, exchange.milestone) == ("diplomatic-anniversary", "cn-th-diplomatic-relations")
