"""Whom pronouns and bare titles mean as speakers."""

from tests.importers.reading_fixture import ReadText, speaker_of


def test_whom_a_quotation_names_does_not_speak_it(read_text: ReadText) -> None:
    reading = read_text(
        "Narendra Modi and Fumio Kishida exchanged letters on Thursday.",
        "Modi said that he was glad. Delhi will soon see Kishida again, he added.",
        '"My brother Kishida knows our land well," he wrote.',
        on="2022-04-28",
    )
    assert speaker_of(reading, "see Kishida again") == "narendra-modi"
    assert speaker_of(reading, "knows our land") == "narendra-modi"


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


def test_the_head_of_a_state(read_text: ReadText) -> None:
    reading = read_text(
        "Ilham Aliyev and Shavkat Mirziyoyev exchanged letters on Tuesday.",
        '"Our road is one," the head of Uzbekistan wrote.',
        "The head of the Azerbaijani state said that the sea joins. The head of Azerbaijan's Church prayed.",
        on="2023-03-21",
    )
    assert speaker_of(reading, "Our road is one") == "shavkat-mirziyoyev"
    assert speaker_of(reading, "the sea joins") == "ilham-aliyev"


def test_he_is_not_a_correspondent_where_the_paragraph_is_of_another(read_text: ReadText) -> None:
    reading = read_text(
        "Ilham Aliyev sent birthday greetings to Emomali Rahmon, wishing him good health.",
        "UAE President Mohamed bin Zayed was the first to ring him up. He said later that both lands would prosper.",
        on="2022-10-05",
    )
    assert speaker_of(reading, "both lands would prosper") is None
