"""Whom pronouns and bare titles mean as speakers."""

from importers.reading import Reading
from tests.importers.reading_fixture import ReadText, speaker_of, statement_of


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


def test_a_family_name_alone_is_the_leaders_though_forebears_and_kin_are_told_of(read_text: ReadText) -> None:
    reading = read_text(
        "Xi Jinping sent a letter to Kim Jong Un on the birth anniversary of Kim Il Sung.",
        "Xi wrote that Kim Jong Il had kept the friendship. Kim said in reply that it would last.",
        on="2022-04-15",
    )
    assert speaker_of(reading, "it would last") == "kim-jong-un"
    reading = read_text(
        "Recep Tayyip Erdogan sent a letter to Ilham Aliyev. In the letter, Erdogan wrote that ties are warm.",
        "Mehriban Aliyeva sent greetings to Emine Erdogan.",
        on="2023-05-10",
    )
    assert speaker_of(reading, "ties are warm") == "recep-tayyip-erdogan"


def test_a_family_name_that_is_a_month_is_a_name_behind_the_whole_name(read_text: ReadText) -> None:
    reading = read_text(
        "Prime Minister Theresa May sent a letter to Xi Jinping on Friday.",
        "May said in the letter that ties are warm.",
        on="2017-09-15",
    )
    assert speaker_of(reading, "ties are warm") == "theresa-may"


def test_jr_belongs_to_the_name_and_ends_no_sentence(read_text: ReadText) -> None:
    reading = read_text(
        "Xi Jinping and Ferdinand Marcos Jr. exchanged letters on Monday.",
        "Marcos Jr. wrote that the sea is calm.",
        on="2025-06-09",
    )
    assert speaker_of(reading, "the sea is calm") == "ferdinand-marcos-jr"


def test_corner_brackets_quote_in_any_language(read_text: ReadText) -> None:
    reading = read_text(
        "Xi Jinping and Emmanuel Macron exchanged letters.", "「The road is long」, Macron wrote.", on="2024-01-27"
    )
    assert speaker_of(reading, "The road is long") == "emmanuel-macron"


def test_a_family_name_of_two_is_of_whom_the_report_named_first(read_text: ReadText) -> None:
    reading = read_text(
        "North Korean leader Kim Jong Un sent a letter to Russian President Vladimir Putin.",
        "Kim said that the river is wide.",
        "The friendship goes back to Stalin and Kim Il Sung.",
    )
    assert speaker_of(reading, "the river is wide") == "kim-jong-un"


def test_the_leader_of_something_is_not_the_head_of_the_country_at_home(read_text: ReadText) -> None:
    home = "PARIS, Sept. 12 (Agency) -- "
    union = read_text(f"{home}The miners' leader wrote a letter to Narendra Modi.", on="2023-09-12")
    assert not union.exchanges
    office = read_text(f"{home}The president wrote a letter to Narendra Modi.", on="2023-09-12")
    assert [exchange.leaders for exchange in office.exchanges] == [("emmanuel-macron", "narendra-modi")]


def test_somebody_unknown_behind_a_comma_takes_the_verb(read_text: ReadText) -> None:
    reading = read_text("In a letter to Emmanuel Macron, President Ada Example said that the river is wide.")
    assert speaker_of(reading, "the river is wide") is None


TRADE = "Trade between France and India came to 5 billion dollars in 2023."  # what the report is read for


def speakers(reading: Reading, *snippets: str) -> list[str | None]:
    return [statement_of(reading, snippet).speaker for snippet in snippets]


def test_somebody_whom_only_a_name_tells_is_none_of_those_known(read_text: ReadText) -> None:
    reading = read_text(
        TRADE,
        "French President Emmanuel Macron met Ann Example in Paris.",
        "Ann Example said that Macron hopes for rain. She added that the river is wide.",
        "Macron said that the road is long. He added that the hill is steep.",
    )
    snippets = ("hopes for rain", "the river is wide", "the road is long", "the hill is steep")
    assert speakers(reading, *snippets) == [None, None, "emmanuel-macron", "emmanuel-macron"]


def test_a_family_name_that_the_report_gives_to_somebody_else_is_no_leaders(read_text: ReadText) -> None:
    named = read_text(
        TRADE, "Home Minister Amit Modi opened a fair.", "Modi said that the river is wide.", on="2024-05-01"
    )
    assert speakers(named, "the river is wide") == [None]
    alone = read_text(TRADE, "Ministers opened a fair.", "Modi said that the river is wide.", on="2024-05-01")
    assert speakers(alone, "the river is wide") == ["narendra-modi"]


def test_what_is_said_within_a_quotation_is_not_whose_words_it_is(read_text: ReadText) -> None:
    reading = read_text(
        TRADE,
        "French President Emmanuel Macron opened a fair.",
        "“President Macron says that all is well, which is not so,” the analyst said.",
        "“All is well,” President Macron said.",
    )
    assert speakers(reading, "which is not so", "“All is well,”") == [None, "emmanuel-macron"]


def test_the_president_of_an_association_leads_no_country(read_text: ReadText) -> None:
    reading = read_text(
        TRADE,
        "Chinese President Xi Jinping visited Bangkok.",
        "Ann Example, president of the travel agents' association, said that the river is wide.",
        "Ben Example, founder and president of the Beijing-based Centre for Roads, said that the road is long.",
    )
    assert speakers(reading, "the river is wide", "the road is long") == [None, None]


def test_who_is_expected_or_wanted_says_nothing(read_text: ReadText) -> None:
    reading = read_text(
        TRADE,
        "French President Emmanuel Macron opened a fair.",
        "Macron is expected in Rome.",
        "Macron met the crowd and, as expected, the road was closed.",
        "Macron walked on, observers and guests say.",
    )
    assert speakers(reading, "in Rome", "the road was closed", "walked on") == [None, None, None]


def test_he_behind_an_ambassador_is_no_leader(read_text: ReadText) -> None:
    reading = read_text(
        "Xi Jinping sent a letter to Vladimir Putin.\n\n"
        "Reporters met the Chinese ambassador to Russia, and he said that trade had grown.\n\n"
        "Ambassador Peter Example came later. He said that roads were wide.",
        on="2024-02-12",
    )
    assert not {one.speaker for one in reading.statements} - {None}


def test_what_an_official_says_that_a_leader_said_is_not_the_leaders(read_text: ReadText) -> None:
    reading = read_text(
        "Xi Jinping sent a letter to Vladimir Putin.\n\nAn analyst said that Xi Jinping had warned of floods.",
        on="2024-02-12",
    )
    assert not {one.speaker for one in reading.statements} - {None}
