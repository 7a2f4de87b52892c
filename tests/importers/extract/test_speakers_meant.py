"""Whom pronouns and bare titles mean as speakers."""

from tests.importers.reading_fixture import ReadText, speaker_of


def test_a_bare_title_is_of_whom_the_text_calls_so(read_text: ReadText) -> None:
    reading = read_text(
        "King Norodom Sihamoni and Vietnamese President Nguyen Xuan Phuc sent letters to each other on Friday.",
        "In his letter, the King recalled years of war.",
        "The president wrote that the river is one.",
        on="2022-06-24",
    )
    assert speaker_of(reading, "years of war") == "norodom-sihamoni"
    assert speaker_of(reading, "the river is one") == "nguyen-xuan-phuc"


def test_a_bare_title_of_two_who_bear_it_is_that_of_the_reports_country(read_text: ReadText) -> None:
    for city, speaker in (("TASHKENT", "shavkat-mirziyoyev"), ("BAKU", "ilham-aliyev")):
        reading = read_text(
            f"{city}, March 21 (Agency) -- President Ilham Aliyev and President Shavkat Mirziyoyev exchanged letters.",
            "In his message, the president said that spring is here.",
            on="2023-03-21",
        )
        assert speaker_of(reading, "spring is here") == speaker


def test_a_title_that_stands_behind_a_name(read_text: ReadText) -> None:
    reading = read_text(
        "Prince Mohammed bin Salman bin Abdulaziz Al Saud, Crown Prince, sent a cable to Ilham Aliyev on Eid.",
        "The Crown Prince wished the people of Azerbaijan progress.",
        on="2023-05-28",
    )
    assert speaker_of(reading, "wished the people") == "mohammed-bin-salman"
