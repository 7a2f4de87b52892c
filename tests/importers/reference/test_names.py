"""Names and phrases in other languages than English: whose they are, in which script, and how they come to be rows."""

import re
import unicodedata

import pytest

from importers.reference.load import shipped_rows
from importers.reference.other_languages import WORDS
from models import CountryName, LeaderName, MilestonePhrase, key_of
from models.spelling import normalised
from tests.importers.reference.shipped import Line, lines_of, repeated, several
from tests.importers.reference.test_leaders import KINGS

SUBJECTS = {f"names/{subject}": (subject, column) for subject, (column, _) in WORDS.items()}
PROSE = ("language", "source", "verified", "note")
SCRIPTS = {"zh": re.compile(r"[\u4e00-\u9fff]"), "ru": re.compile(r"[\u0400-\u04ff]")}
LATIN = {"COVID-19", "G20", "RT", "Sputnik"}  # words that reports in any language write so


def words_of(line: Line, column: str) -> list[str]:
    """All words of a line of names."""
    return [word for name, value in line.items() if name not in (*PROSE, column) for word in several(value)]


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_record_has_one_line_in_a_language_and_is_known(subject: str) -> None:
    of, column = SUBJECTS[subject]
    assert repeated(f"{line[column]} {line['language']}" for line in lines_of(subject)) == []
    assert {line[column] for line in lines_of(subject)} <= {line[column] for line in lines_of(of)}
    assert {line["language"] for line in lines_of(subject)} == set(SCRIPTS)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_words_are_in_the_script_of_their_language_and_every_line_has_some(subject: str) -> None:
    _, column = SUBJECTS[subject]
    for line in lines_of(subject):
        words = words_of(line, column)
        assert words, line
        assert [word for word in words if not SCRIPTS[line["language"]].search(word) and word not in LATIN] == [], line


@pytest.mark.parametrize("subject", ["leaders", "themes", "milestones"])
def test_english_words_stand_in_the_records_and_those_of_other_languages_do_not(subject: str) -> None:
    names = ("full_name", "family_name", "aliases", "phrases", "pair_phrases")
    for line in lines_of(subject):
        words = [word for name in names for word in several(line.get(name, ""))]
        assert [word for word in words if any(script.search(word) for script in SCRIPTS.values())] == [], line


def test_a_character_that_is_short_for_several_countries_is_there_for_each() -> None:
    meant: dict[str, set[str]] = {}
    for line in lines_of("names/countries"):
        for word in several(line["short"]):
            meant.setdefault(word, set()).add(line["code"])
    assert meant["俄"] == {"RU"}
    assert {"PK", "BR", "PS"} <= meant["巴"]
    assert all(len(word) > 1 for line in lines_of("names/countries") for word in several(line["names"]))


def test_every_leader_who_is_named_in_a_language_has_a_full_or_a_short_name() -> None:
    assert [line for line in lines_of("names/leaders") if not line["full_name"] + line["family_name"]] == []


def test_however_a_full_name_is_spelled_it_is_one_leaders() -> None:
    """Without accents, hyphens and case, in any storage: what is left of a full name or an alias is nobody else's."""
    owners: dict[str, set[str]] = {}
    for line in lines_of("leaders"):
        for name in [line["full_name"], line["native_name"], *several(line["aliases"])]:
            if " " in name or "-" in name:
                owners.setdefault(normalised(name), set()).add(line["leader_id"])
                assert normalised(unicodedata.normalize("NFD", name.replace("-", " "))) == normalised(name)
    assert [name for name, slugs in owners.items() if len(slugs) > 1] == [normalised(KINGS)]


def test_words_become_rows_of_their_language() -> None:
    rows = shipped_rows()
    names = {(row["language"], row["kind"], row["name"]) for row in rows.of(LeaderName) if row["leader_id"] == PUTIN}
    assert {("en", "full", "Vladimir Putin"), ("zh", "family", "普京"), ("ru", "full", "Владимир Путин")} <= names
    words = {(row["language"], row["kind"], row["name"]) for row in rows.of(CountryName) if row["country_id"] == CHINA}
    assert {("en", "adjective", "Chinese"), ("zh", "short", "中"), ("ru", "compound", "китайско-")} <= words
    phrases = {
        (row["language"], row["phrase"], row["needs_pair"])
        for row in rows.of(MilestonePhrase)
        if row["milestone_id"] == key_of("milestone", "cn-ru-comprehensive-partnership")
    }
    assert {("zh", "全面战略协作伙伴关系", True), ("zh", "中俄全面战略协作伙伴关系", False)} <= phrases


PUTIN = key_of("leader", "vladimir-putin")
CHINA = key_of("country", "CN")
