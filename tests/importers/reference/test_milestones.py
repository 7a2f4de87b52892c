"""Milestones: dated, whose they are, and told apart by their words or by the count of years."""

import calendar
import re
from collections import defaultdict

from importers.grammar.rules import load_language
from importers.reference.load import shipped_rows
from importers.vocabulary.events import founding_variants
from models import Milestone, MilestonePhrase
from tests.importers.reference.shipped import Line, lines_of, several

DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def test_dates_are_days_months_or_years_that_were() -> None:
    wrong = []
    for line in lines_of("milestones"):
        match = DATE.fullmatch(line["date"])
        year, month, day = (int(part or 0) for part in match.groups()) if match else (0, 0, 0)
        # before 1582 only years; the eldest is the Treaty of Windsor or an older state
        if not 900 <= year <= 2026 or month > 12 or (day and day > calendar.monthrange(year, month)[1]):
            wrong.append((line["milestone_id"], line["date"]))
    assert wrong == []


def test_relations_are_between_two_and_named_by_their_codes() -> None:
    for line in lines_of("milestones"):
        if line["kind"] == "diplomatic_relations":
            parties = sorted(several(line["parties"]))
            assert len(parties) == 2, line["milestone_id"]
            assert line["milestone_id"].startswith("-".join(parties).lower() + "-"), line["milestone_id"]


def test_a_phrase_that_needs_no_pair_is_one_milestones() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    slugs = {row["id"]: row["slug"] for row in shipped_rows().of(Milestone)}
    free = set()
    for row in shipped_rows().of(MilestonePhrase):
        for phrase in founding_variants(row["phrase"].casefold(), load_language(row["language"])):
            owners[phrase].add(slugs[row["milestone_id"]])
            if not row["needs_pair"]:
                free.add(phrase)
    assert {phrase: owners[phrase] for phrase in free if len(owners[phrase]) > 1} == {}


def test_milestones_of_one_pair_that_share_words_are_told_apart_by_the_count() -> None:
    owners: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for line in lines_of("milestones"):
        phrases = [p.casefold() for p in several(line["phrases"])]
        if line["kind"] == "diplomatic_relations":
            phrases.append("diplomatic relations")  # the words that mean those of any pair
        for phrase in dict.fromkeys(phrases):
            pair = ";".join(sorted(several(line["parties"])))
            owners[pair, phrase].append((line["date"][:4], line["milestone_id"]))
    alike = {
        key: same for key, same in owners.items() if len({year for year, _ in same}) < len({slug for _, slug in same})
    }
    assert alike == {}


def test_what_every_pair_writes_on_is_there() -> None:
    known = {line["milestone_id"] for line in lines_of("milestones")}
    assert {
        "cn-ru-good-neighborliness-treaty",
        "cn-kp-friendship-treaty",
        "cn-ru-diplomatic-relations",
        "cn-kp-diplomatic-relations",
        "cn-vn-diplomatic-relations",
        "kp-ru-diplomatic-relations",
        "cn-founding",
        "united-nations-founding",
        "world-anti-fascist-war-victory",
    } <= known


WORLD = (
    "world-anti-fascist-war-victory ve-day bandung-conference jp-san-francisco-treaty npt-treaty helsinki-final-act"
    " alma-ata-declaration tac-treaty rcep-entry sco-charter sco-good-neighborliness-treaty csto-treaty"
)
WORLDS = set(WORLD.split())  # of many countries, whose leaders all may write of them


def test_a_milestone_has_parties_but_for_those_of_many() -> None:
    lacking = [line for line in lines_of("milestones") if not line["parties"]]
    assert {line["milestone_id"] for line in lacking if line["kind"] != "organization_founded"} == WORLDS


def test_phrases_of_other_languages_mean_one_milestone_of_a_pair() -> None:
    """Those of one pair that share a phrase are told apart by the count; one that needs no pair is not shared."""
    lines = {line["milestone_id"]: line for line in lines_of("milestones")}
    owners: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for line in lines_of("names/milestones"):
        for phrase in several(line["phrases"]):
            owners[line["language"], phrase.casefold()].append(line)
    for (_, phrase), same in owners.items():
        free = [line for line in same if phrase not in {p.casefold() for p in several(line["pair_phrases"])}]
        assert not free or len(same) == 1, (phrase, [line["milestone_id"] for line in same])
        dated = [(lines[s["milestone_id"]]["parties"], lines[s["milestone_id"]]["date"][:4]) for s in same]
        assert len(set(dated)) == len(dated), phrase
