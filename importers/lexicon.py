"""The words that reading looks for, all found in one pass over the text, and who held which office when."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

import ahocorasick

from importers import words
from importers.reference.records import ENGLISH, Rows
from models import (
    Country,
    CountryName,
    Leader,
    LeaderName,
    LeaderRelation,
    Milestone,
    MilestoneParty,
    MilestonePhrase,
    Occasion,
    OccasionPhrase,
    Office,
    OfficeTitle,
    Outlet,
    OutletMark,
    Tenure,
    Theme,
    ThemeParty,
    ThemePhrase,
)


class Token(NamedTuple):
    """A word or phrase of the lexicon at a place in the text."""

    start: int
    end: int
    kind: str
    value: str


@dataclass(frozen=True)
class Term:
    """The time in which somebody held an office."""

    leader: str
    country: str
    role: str
    started_on: datetime.date
    ended_on: datetime.date | None

    def includes(self, day: datetime.date) -> bool:
        """Return whether the office was held on that day."""
        return self.started_on <= day and (self.ended_on is None or day < self.ended_on)


@dataclass(frozen=True)
class KnownLeader:
    """A leader of the reference data."""

    slug: str
    full_name: str
    country: str | None
    gender: str | None
    is_family_name_first: bool
    family_names: tuple[str, ...]
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True)
class KnownMilestone:
    """A milestone of the reference data."""

    slug: str
    kind: str
    year: int
    month: int | None
    day: int | None
    parties: frozenset[str]


@dataclass
class Lexicon:
    """The compiled words, and the facts that names are decided by. Made once a run, then only read."""

    automaton: ahocorasick.Automaton
    leaders: dict[str, KnownLeader]
    terms: dict[tuple[str, str], list[Term]]
    country_names: dict[str, str]
    milestones: dict[str, KnownMilestone]
    relations: dict[frozenset[str], list[str]]
    foundings: dict[str, list[str]]
    theme_kinds: dict[str, str]
    theme_parties: dict[str, frozenset[str]]
    outlet_domains: dict[str, str]
    outlets: dict[str, str | None]  # with the country of each
    capital_words: dict[str, str] = field(default_factory=dict)

    @cached_property
    def last_year(self) -> int:
        """The last year of which the reference data knows who held an office."""
        terms = [term for leader in self.leaders.values() for term in leader.terms]
        return max((day.year for term in terms for day in (term.started_on, term.ended_on) if day), default=0)

    def tokens(self, text: str) -> list[Token]:
        """Return all tokens of the text, in their order; of those that begin alike, the longest first."""
        folded = fold(text)
        found: list[Token] = []
        length, new = len(text), tuple.__new__
        for last, (size, begins, ends, entries) in self.automaton.iter(folded):
            end = last + 1
            start = end - size
            if (ends and end < length and folded[end].isalnum()) or (begins and start and folded[start - 1].isalnum()):
                continue  # within a longer word
            for kind, value, written in entries:
                if written is None or (text[start].isupper() if written == "" else text[start:end] == written):
                    found.append(new(Token, (start, end, kind, value)))
        found.reverse()  # they come by their ends: turned round and sorted by beginnings, the longest stands first
        found.sort(key=itemgetter(0))
        return found

    def holder(self, country: str, roles: Iterable[str], day: datetime.date | None) -> str | None:
        """Return who held an office of one of these roles in the country on that day, roles in order of preference."""
        if day is None:
            return None
        for role in roles:
            for term in self.terms.get((country, role), ()):
                if term.includes(day):
                    return term.leader
        return None


def longest(tokens: list[Token]) -> list[Token]:
    """Return the tokens without those that overlap one that begins before."""
    kept: list[Token] = []
    for token in tokens:
        if not kept or token.start >= kept[-1].end:
            kept.append(token)
    return kept


def fold(text: str) -> str:
    """Return the text as the lexicon is matched against: small letters, plain quotes and spaces, of the same length."""
    folded = text.lower()
    if len(folded) != len(text):
        folded = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return folded.translate(PLAIN) if not folded.isascii() else folded.replace("\n", " ").replace("\t", " ")


PLAIN = {
    ord(c): p
    for c, p in {
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "\xa0": " ",
        "‐": "-",
        "‑": "-",
        "‒": "-",
        "–": "-",
        "\n": " ",
        "\t": " ",
    }.items()
}


FAMILY_NAME_FIRST = ("HU", "JP")  # whose leaders English reports name in either order
OF_PAIRS = "pair milestone"  # a token's value are the slugs of all that its words may mean, parted by spaces
A_LEADER = " {leader}"  # the end of a theme's phrase that needs one named behind it


class Phrases:
    """The phrases of a lexicon under construction."""

    def __init__(self) -> None:
        self.entries: dict[str, dict[tuple[str, str, str | None], None]] = defaultdict(dict)

    def add(self, phrase: str, kind: str, value: str, *, cased: bool = False) -> None:
        """Add a phrase; a cased one must begin with a capital, one all in capitals must stand so in the text."""
        written = None
        if phrase.isupper() and len(phrase) <= 6 and phrase.isascii():
            written = phrase
        elif cased:
            written = ""
        self.entries[fold(phrase)][(kind, value, written)] = None

    def join_milestones(self, entries: dict[tuple[str, str, str | None], None]) -> None:
        """Make one entry of the milestones of many pairs that one phrase may mean: "strategic partnership"."""
        for written in {entry[2] for entry in entries if entry[0] == OF_PAIRS}:
            slugs = [value for kind, value, as_written in entries if kind == OF_PAIRS and as_written == written]
            for slug in slugs:
                del entries[OF_PAIRS, slug, written]
            entries[OF_PAIRS, " ".join(slugs), written] = None

    def compiled(self) -> ahocorasick.Automaton:
        """Return the automaton that finds them all in one pass."""
        automaton = ahocorasick.Automaton()
        for phrase, entries in self.entries.items():
            self.join_milestones(entries)
            automaton.add_word(
                phrase, (len(phrase), phrase[0].isalnum(), phrase[-1].isalnum(), tuple(reversed(entries)))
            )
        automaton.make_automaton()
        return automaton


def build_lexicon(rows: Rows) -> Lexicon:
    """Compile the reference data, as rows of the database's tables, with the words of the language of reports."""
    rows = in_english(rows)
    phrases = Phrases()
    for kind, values in words.WORDS.items():
        for value, several in values.items():
            for phrase in several:
                phrases.add(phrase, kind, value)
    country = {row["id"]: row["code"] for row in rows.of(Country)}
    leaders, terms = add_leaders(phrases, rows, country)
    milestones, relations = add_milestones(phrases, rows, country)
    theme_slugs = {row["id"]: row for row in rows.of(Theme)}
    for row in rows.of(ThemePhrase):
        theme = theme_slugs[row["theme_id"]]
        add_theme_phrase(phrases, row["phrase"], theme["slug"], needs_pair=row["needs_pair"])
    theme_parties: dict[str, set[str]] = defaultdict(set)
    for row in rows.of(ThemeParty):
        theme_parties[theme_slugs[row["theme_id"]]["slug"]].add(country[row["country_id"]])
    outlets, domains = add_outlets(phrases, rows, country)
    occasion = {row["id"]: row["slug"] for row in rows.of(Occasion)}
    for row in rows.of(OccasionPhrase):
        phrases.add(row["phrase"], "occasion", occasion[row["occasion_id"]])
    capitals = add_countries(phrases, rows, country)
    return Lexicon(
        automaton=phrases.compiled(),
        leaders=leaders,
        terms=terms,
        country_names={row["code"]: row["name"] for row in rows.of(Country)},
        milestones=milestones,
        relations=relations,
        foundings=foundings_of(milestones),
        theme_kinds={row["slug"]: row["kind"] for row in rows.of(Theme)},
        theme_parties={slug: frozenset(parties) for slug, parties in theme_parties.items()},
        outlet_domains=domains,
        outlets=outlets,
        capital_words=capitals,
    )


def in_english(rows: Rows) -> Rows:
    """Return the rows without the words of other languages."""
    english = Rows()
    for name, several in rows.tables.items():
        english.tables[name] = {key: row for key, row in several.items() if row.get("language", ENGLISH) == ENGLISH}
    return english


def add_outlets(phrases: Phrases, rows: Rows, country: dict[int, str]) -> tuple[dict[str, str | None], dict[str, str]]:
    """Add names and marks of outlets; return the outlets, each with its country, and the domains with their outlets."""
    outlet = {row["id"]: row["slug"] for row in rows.of(Outlet)}
    ministries = {
        row["country_id"]: row["slug"]
        for row in rows.of(Outlet)
        if row["name"].startswith("Ministry of Foreign Affairs")
    }
    domains = {}
    for row in rows.of(OutletMark):
        if row["kind"] == "domain":
            domains[row["mark"]] = outlet[row["outlet_id"]]
        else:
            phrases.add(row["mark"], "outlet mark", outlet[row["outlet_id"]])
    for row in rows.of(Outlet):
        phrases.add(row["name"], "outlet name", row["slug"], cased=True)
        for name in short_names(row["slug"], row["kind"]):
            phrases.add(name, "outlet name", row["slug"], cased=True)
    for row in rows.of(CountryName):
        ministry = ministries.get(row["country_id"]) if row["kind"] == "name" else None
        for joint in (" of", " of the", ", the") if ministry else ():
            phrases.add(f"Ministry of Foreign Affairs{joint} {row['name']}", "outlet name", ministry or "", cased=True)
    return {row["slug"]: country.get(row["country_id"]) for row in rows.of(Outlet)}, domains


def short_names(slug: str, kind: str) -> list[str]:
    """Return by what else an outlet is named where its slug is one word: "Kazinform", and "CGTN" in capitals."""
    if "-" in slug:
        return []
    names = [slug.capitalize()] if kind == "agency" else []
    return [*names, slug.upper()] if len(slug) <= 5 else names


def add_theme_phrase(phrases: Phrases, phrase: str, slug: str, *, needs_pair: bool) -> None:
    """Add a phrase of a theme; one that ends in "{leader}" counts where a leader is named right behind it."""
    if phrase.endswith(A_LEADER):
        phrases.add(phrase.removesuffix(A_LEADER), "theme before leader", slug)
    else:
        phrases.add(phrase, "pair theme" if needs_pair else "theme", slug)


def add_countries(phrases: Phrases, rows: Rows, country: dict[int, str]) -> dict[str, str]:
    """Add the words for countries; return the capitals, each with its country."""
    capitals = {}
    for row in rows.of(CountryName):
        code = country[row["country_id"]]
        if row["kind"] != "demonym":  # no rule asks for peoples: their adjectives are words for the country
            phrases.add(row["name"], "capital" if row["kind"] == "capital" else "country", code, cased=True)
        if row["kind"] == "capital":
            capitals[row["name"].casefold()] = code
    return capitals


def add_leaders(
    phrases: Phrases, rows: Rows, country: dict[int, str]
) -> tuple[dict[str, KnownLeader], dict[tuple[str, str], list[Term]]]:
    """Add the names of leaders and the titles of offices; return the leaders, and the terms by country and role."""
    office = {row["id"]: row for row in rows.of(Office)}
    slug = {row["id"]: row["slug"] for row in rows.of(Leader)}
    terms: dict[tuple[str, str], list[Term]] = defaultdict(list)
    by_leader: dict[int, list[Term]] = defaultdict(list)
    for row in rows.of(Tenure):
        held = office[row["office_id"]]
        code = country[held["country_id"]]
        term = Term(slug[row["leader_id"]], code, held["role"], row["started_on"], row["ended_on"])
        terms[code, held["role"]].append(term)
        by_leader[row["leader_id"]].append(term)
    relatives = {row["leader_id"] for row in rows.of(LeaderRelation)}
    names: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for row in rows.of(LeaderName):
        names[row["leader_id"]].append((row["kind"], row["name"]))
    leaders = {}
    for row in rows.of(Leader):
        is_leader = row["id"] not in relatives or row["id"] in by_leader
        if not is_leader and row["died_on"]:
            continue  # reports write of their birth and death, nobody to them
        family = tuple(name for kind, name in names[row["id"]] if kind == "family")
        for kind, name in names[row["id"]]:
            if kind != "family" and (" " in name or not name.isascii() or kind == "full" or "-" in name):
                phrases.add(name, "leader", row["slug"], cased=name[0].isascii())
        given, _, last = row["full_name"].partition(" ")
        if country.get(row["country_id"]) in FAMILY_NAME_FIRST and last in family:
            phrases.add(f"{last} {given}", "leader", row["slug"], cased=True)
        for name in family if is_leader else ():  # a relative's surname alone means the leader
            if name.casefold() not in words.NO_FAMILY_NAMES:
                phrases.add(name, "family", row["slug"], cased=True)
        leaders[row["slug"]] = KnownLeader(
            row["slug"],
            row["full_name"],
            country.get(row["country_id"]),
            row["gender"],
            row["is_family_name_first"],
            family,
            tuple(by_leader[row["id"]]),
        )
    for row in rows.of(Office):
        phrases.add(row["title"], "title", row["role"])
    adjectives = tuple(f"{row['name']} ".casefold() for row in rows.of(CountryName) if row["kind"] == "adjective")
    country_words = tuple(f" {row['name']} ".casefold() for row in rows.of(CountryName) if row["kind"] == "name")
    for row in rows.of(OfficeTitle):
        title, held = row["title"].casefold(), office[row["office_id"]]
        if title.startswith(adjectives):
            continue  # the country is read as a word of its own
        within = any(name in f"{title} ".replace("the ", "") for name in country_words)
        phrases.add(title, "title", f"{held['role']}|{country[held['country_id']]}" if within else held["role"])
    return leaders, terms


def foundings_of(milestones: dict[str, KnownMilestone]) -> dict[str, list[str]]:
    """Return the milestones that national days celebrate, by country."""
    foundings: dict[str, list[str]] = defaultdict(list)
    for milestone in milestones.values():
        if milestone.kind == "state_founded":
            for country in milestone.parties:
                foundings[country].append(milestone.slug)
    return dict(foundings)


def founded_by(phrase: str) -> str | None:
    """Return what was founded, of a phrase "founding of X": it means the milestone right beside an anniversary."""
    for beginning in ("founding of the ", "founding of "):
        if phrase.startswith(beginning):
            return phrase.removeprefix(beginning)
    return None


def founding_variants(phrase: str) -> list[str]:
    """Return a phrase, and the other ways to say it where it is "founding of X"."""
    what = founded_by(phrase)
    if what is None:
        return [phrase]
    named = phrase.removeprefix("founding of ")  # with its article
    return [
        phrase,
        f"founding anniversary of {named}",
        f"{what}'s founding",
        f"establishment of {named}",
        f"foundation of {named}",
    ]


def add_milestones(
    phrases: Phrases, rows: Rows, country: dict[int, str]
) -> tuple[dict[str, KnownMilestone], dict[frozenset[str], list[str]]]:
    """Add the phrasings of milestones; return the milestones, and those of diplomatic relations by pair."""
    parties: dict[int, set[str]] = defaultdict(set)
    for row in rows.of(MilestoneParty):
        parties[row["milestone_id"]].add(country[row["country_id"]])
    milestones, relations, slug = {}, defaultdict(list), {}
    for row in rows.of(Milestone):
        pair = frozenset(parties[row["id"]])
        slug[row["id"]] = row["slug"]
        milestones[row["slug"]] = KnownMilestone(row["slug"], row["kind"], row["year"], row["month"], row["day"], pair)
        if row["kind"] == "diplomatic_relations":
            relations[pair].append(row["slug"])
    for row in rows.of(MilestonePhrase):
        kind = OF_PAIRS if row["needs_pair"] else "milestone"
        for phrase in founding_variants(row["phrase"]):
            phrases.add(phrase, kind, slug[row["milestone_id"]])
        founded = founded_by(row["phrase"])
        if founded and not row["needs_pair"]:
            phrases.add(founded, "founded", slug[row["milestone_id"]], cased=True)
    return milestones, dict(relations)
