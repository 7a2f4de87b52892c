"""Which ordinal anniversary, of what, in which year, in whose words."""

import pytest

from tests.importers.reading_fixture import ReadText, anniversaries_of, statement_of

RELATIONS = "cn-ru-diplomatic-relations"


def read_with(read_text: ReadText, sentence: str, on: str = "2023-12-31") -> set[tuple[int, str | None, int | None]]:
    """The anniversaries in a sentence of a New Year's exchange of Xi and Putin."""
    reading = read_text("Xi Jinping and Vladimir Putin exchanged New Year greetings on Sunday.", sentence, on=on)
    return {(ordinal, milestone, year) for _, ordinal, milestone, year in anniversaries_of(reading)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Xi said that 2024 is the 75th anniversary of the establishment of diplomatic relations between both.",
        "Xi said that both sides mark the 75th anniversary of diplomatic ties next year.",
        "Xi said that in 2024 both sides will celebrate the 75th anniversary of China-Russia diplomatic relations.",
        "Xi said that 2024 is the year of the seventy-fifth anniversary of bilateral diplomatic relations.",
        "Xi said that the coming year brings the 75th anniversary of the diplomatic relationship.",
        "Xi said that 2024 is the 75th founding anniversary of diplomatic relations.",
    ],
)
def test_diplomatic_relations_are_those_of_the_two_who_write(read_text: ReadText, sentence: str) -> None:
    assert read_with(read_text, sentence) == {(75, RELATIONS, 2024)}


def test_one_ordinal_of_two_events_is_two_anniversaries(read_text: ReadText) -> None:
    sentence = (
        "Xi said that 2025 was the year of the 80th anniversary of the founding of the United Nations and the victory "
        "in the Great Patriotic War."
    )
    assert read_with(read_text, sentence, "2025-12-31") == {
        (80, "united-nations-founding", 2025),
        (80, "great-patriotic-war-victory", 2025),
    }


def test_two_ordinals_of_one_sentence_each_with_their_own(read_text: ReadText) -> None:
    sentence = (
        "Xi said that 2021 brings the 20th anniversary of the founding of the Shanghai Cooperation Organization and "
        "the 30th anniversary of the establishment of diplomatic relations between China and Uzbekistan in 2022."
    )
    assert (20, "sco-founding", 2021) in read_with(read_text, sentence, "2020-12-31")


@pytest.mark.parametrize(
    "words",
    ["half a century ago", "50 years ago", "fifty years ago"],
)
def test_years_ago_are_an_anniversary_where_the_milestone_stands_beside_them(read_text: ReadText, words: str) -> None:
    reading = read_text(
        "Xi Jinping and Frank-Walter Steinmeier exchanged messages on Tuesday.",
        f"Xi said that China and Germany established diplomatic relations {words}.",
        on="2022-10-11",
    )
    assert anniversaries_of(reading) == {("xi-jinping", 50, "cn-de-diplomatic-relations", 2022)}


def test_years_ago_without_a_milestone_are_none(read_text: ReadText) -> None:
    assert read_with(read_text, "Xi said that he first saw Moscow ten years ago.") == set()


def test_of_two_beginnings_of_relations_the_count_says_which(read_text: ReadText) -> None:
    reading = read_text(
        "Vladimir Putin and Daniel Ortega exchanged messages on the 80th anniversary of diplomatic relations between "
        "Russia and Nicaragua.",
        on="2024-12-12",
    )
    assert anniversaries_of(reading) == {(None, 80, "ni-ru-diplomatic-relations", 2024)}
    reading = read_text(
        "Vladimir Putin sent Miguel Diaz-Canel a message on the 60th anniversary of the resumption of diplomatic "
        "relations between Russia and Cuba.",
        on="2020-05-08",
    )
    assert anniversaries_of(reading) == {(None, 60, "cu-ru-diplomatic-relations-1960", 2020)}


def test_countries_that_the_sentence_names_go_before_those_who_write(read_text: ReadText) -> None:
    sentence = "Xi recalled the 75th anniversary of diplomatic relations between China and Mongolia this year."
    assert read_with(read_text, sentence, "2024-12-31") == {(75, "cn-mn-diplomatic-relations", 2024)}


def test_the_two_leaders_whom_the_sentence_names_go_before_others_who_write(read_text: ReadText) -> None:
    reading = read_text(
        "Vladimir Putin sent New Year greetings to Recep Tayyip Erdogan and Moon Jae-in.",
        "Congratulating Moon Jae-in, Vladimir Putin recalled the 30th anniversary of diplomatic relations in 2020.",
        on="2020-12-30",
    )
    assert {told[1:] for told in anniversaries_of(reading)} == {(30, "kr-ru-diplomatic-relations", 2020)}


def test_an_anniversary_that_names_nothing_has_no_milestone(read_text: ReadText) -> None:
    assert read_with(read_text, "Xi thanked for the kind words on the 10th anniversary of the bridge.") == {
        (10, None, 2023)
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Xi said that the 25th regular meeting of the heads of government was a success.",
        "Xi congratulated him on his 70th birthday as well.",
        "Xi said that this is the 21st century.",
        "Xi spoke of the anniversary of the founding of the People's Republic.",
    ],
)
def test_what_is_no_ordinal_anniversary(read_text: ReadText, sentence: str) -> None:
    assert read_with(read_text, sentence) == set()


def test_an_anniversary_is_told_by_the_speaker_of_its_sentence(read_text: ReadText) -> None:
    reading = read_text(
        "Xi Jinping and Vladimir Putin exchanged messages on the 75th anniversary of diplomatic relations.",
        "Putin said that the 75th anniversary of the founding of the People's Republic of China was a feast.",
        on="2024-10-02",
    )
    assert anniversaries_of(reading) == {
        (None, 75, RELATIONS, 2024),
        ("vladimir-putin", 75, "cn-founding", 2024),
    }


def test_the_place_of_an_anniversary_holds_its_ordinal(read_text: ReadText) -> None:
    reading = read_text(
        "Xi Jinping and Kim Jong Un exchanged messages on the 75th anniversary of diplomatic ties.", on="2024-10-06"
    )
    (told,) = statement_of(reading, "75th").anniversaries
    assert reading.body[told.start_char : told.end_char] == "75th anniversary"


@pytest.mark.parametrize(
    ("sentence", "on", "expected"),
    [
        ("Putin congratulated Xi on the 75th National Day of China.", "2024-10-01", {(75, "cn-founding", 2024)}),
        ("Putin congratulated Xi on the 76th National Day of China.", "2024-10-01", set()),
        ("Xi said that both established diplomatic relations five years ago.", "1954-10-02", set()),
    ],
)
def test_a_national_day_is_counted_where_its_count_is_that_of_years(
    read_text: ReadText, sentence: str, on: str, expected: set[tuple[int, str | None, int | None]]
) -> None:
    assert read_with(read_text, sentence, on) == expected


def test_what_does_not_add_up_is_something_else_of_that_name(read_text: ReadText) -> None:
    text = "In 2024 the town marked the {} anniversary of the United Nations."
    assert anniversaries_of(read_text(text.format("79th"), on="2024-09-20")) == {
        (None, 79, "united-nations-founding", 2024)
    }
    assert anniversaries_of(read_text(text.format("9th"), on="2024-09-20")) == {(None, 9, None, 2024)}
