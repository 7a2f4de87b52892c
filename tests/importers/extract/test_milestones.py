"""Of which milestone an anniversary is, by the words beside its count."""

import pytest

from tests.importers.extract.test_anniversaries import read_with
from tests.importers.reading_fixture import ReadText


@pytest.mark.parametrize(
    ("phrase", "ordinal", "milestone", "year"),
    [
        ("the founding of the People's Republic of China", 75, "cn-founding", 2024),
        ("the founding of New China", 75, "cn-founding", 2024),
        ("the founding of the Communist Party of China", 100, "cpc-founding", 2021),
        ("the founding of the Shanghai Cooperation Organization", 20, "sco-founding", 2021),
        ("the founding of the United Nations", 75, "united-nations-founding", 2020),
        ("the victory in the Great Patriotic War", 80, "great-patriotic-war-victory", 2025),
        ("the World Anti-Fascist War victory", 80, "world-anti-fascist-war-victory", 2025),
        (
            "the victory of the Chinese People's War of Resistance against Japanese Aggression",
            80,
            "war-of-resistance-victory",
            2025,
        ),
        (
            "the Treaty of Good-Neighborliness and Friendly Cooperation between China and Russia",
            20,
            "cn-ru-good-neighborliness-treaty",
            2021,
        ),
        ("the treaty of good-neighborliness between China and Russia", 25, "cn-ru-good-neighborliness-treaty", 2026),
        (
            "the China-Russia strategic partnership of coordination",
            25,
            "cn-ru-strategic-partnership-of-coordination",
            2021,
        ),
    ],
)
def test_milestones_by_their_phrasings(
    read_text: ReadText, phrase: str, ordinal: int, milestone: str, year: int
) -> None:
    suffix = {1: "st", 2: "nd", 3: "rd"}.get(ordinal % 10, "th")
    sentence = f"Xi said that {year} is the year of the {ordinal}{suffix} anniversary of {phrase}."
    assert read_with(read_text, sentence, f"{year - 1}-12-31") == {(ordinal, milestone, year)}


@pytest.mark.parametrize(
    ("sentence", "on", "expected"),
    [
        (
            "Putin said that the Communist Party of China celebrates its 100th anniversary.",
            "2021-07-01",
            {(100, "cpc-founding", 2021)},
        ),
        (
            "Putin said that it is the centenary of the Communist Party of China.",
            "2021-07-01",
            {(100, "cpc-founding", 2021)},
        ),
        (
            "Putin said that the People's Republic of China celebrates its 75th anniversary.",
            "2024-10-01",
            {(75, "cn-founding", 2024)},
        ),
        ("Putin said that the PRC's 75th anniversary is a feast.", "2024-10-01", {(75, "cn-founding", 2024)}),
        ("Xi spoke of the SCO's 20th anniversary.", "2021-06-15", {(20, "sco-founding", 2021)}),
        (
            "Xi said that the United Nations marks its 75th anniversary this year.",
            "2020-09-21",
            {(75, "united-nations-founding", 2020)},
        ),
        (
            "Xi said that the two will mark the 25th anniversary of the Treaty of Good-Neighborliness and the 30th of "
            "the strategic partnership of coordination next year.",
            "2025-12-31",
            {(25, "cn-ru-good-neighborliness-treaty", 2026), (30, "cn-ru-strategic-partnership-of-coordination", 2026)},
        ),
    ],
)
def test_the_thing_itself_may_stand_with_its_count(
    read_text: ReadText, sentence: str, on: str, expected: set[tuple[int, str | None, int | None]]
) -> None:
    assert read_with(read_text, sentence, on) == expected


def test_a_country_that_a_hyphen_joins_to_another_was_not_established(read_text: ReadText) -> None:
    told = read_with(
        read_text, "Xi hailed the 60th anniversary of the establishment of China-France diplomatic ties.", "2024-01-27"
    )
    assert told == {(60, "cn-fr-diplomatic-relations", 2024)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Both marked the 75th anniversary of diplomatic relations between their countries, as India left Britain.",
        "Xi spoke of the 75th anniversary of diplomatic relations and vowed to carry the treaty of friendship on.",
    ],
)
def test_what_is_told_beside_an_anniversary_is_none_of_its_milestones(read_text: ReadText, sentence: str) -> None:
    assert read_with(read_text, sentence, "2024-10-02") == {(75, "cn-ru-diplomatic-relations", 2024)}


def test_whose_day_it_is_where_no_year_is_told_is_whose_leader_is_written_to(read_text: ReadText) -> None:
    reading = read_text(
        "In a message to his Indonesian counterpart Joko Widodo, President Hassan Rouhani of Iran spoke of the 71st"
        " anniversary of the country's Independence Day."
    )
    claims = {(c.ordinal, c.milestone, c.observed_year) for one in reading.statements for c in one.anniversaries}
    assert claims == {(71, "id-independence", 2016)}
