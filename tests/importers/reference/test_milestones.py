"""Milestones: dated, whose they are, and told apart by their words or by the count of years."""

import calendar
import re
from collections import defaultdict

from importers.lexicon import founding_variants
from importers.reference.load import shipped_rows
from models import Milestone, MilestonePhrase
from tests.importers.reference.shipped import lines_of, several

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
        for phrase in founding_variants(row["phrase"].casefold()):
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
