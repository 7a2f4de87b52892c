"""What reading knows beside words: who held which office when, which events are counted from, whose outlet is whose."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from importers.reference.records import Rows
from models import (
    Country,
    CountryName,
    Leader,
    LeaderName,
    LeaderRelation,
    Milestone,
    MilestoneParty,
    Office,
    OfficeTitle,
    Outlet,
    OutletMark,
    Tenure,
    Theme,
    ThemeParty,
)

JOINT = "·"  # between the names of a person, in a script without spaces
HEADS = ("head_of_state", "head_of_government", "party_leader", "monarch")
BY_TITLE = {"Foreign Minister": "foreign_minister", "Parliament Speaker": "speaker"}  # roles that one title tells


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
    names: tuple[str, ...] = ()  # all whole ones, in any language
    died_on: datetime.date | None = None
    provisional: bool = False  # known from reports, and by what people say of an office

    @cached_property
    def countries(self) -> frozenset[str]:
        """The countries and organisations that somebody is of, or holds or held an office of."""
        own = {self.country} if self.country else set()
        return frozenset(own | {term.country for term in self.terms})

    def is_alive(self, day: datetime.date | None) -> bool:
        """Return whether somebody lived on a day and to its end, so far as is known."""
        return day is None or self.died_on is None or day < self.died_on


@dataclass(frozen=True)
class KnownMilestone:
    """A milestone of the reference data."""

    slug: str
    kind: str
    year: int
    month: int | None
    day: int | None
    parties: frozenset[str]


@dataclass(frozen=True)
class Knowledge:
    """The facts that names, anniversaries and themes are decided by. Made once a run, then only read."""

    leaders: dict[str, KnownLeader]
    terms: dict[tuple[str, str], list[Term]]
    milestones: dict[str, KnownMilestone]
    theme_kinds: dict[str, str]
    theme_parties: dict[str, frozenset[str]]
    outlet_domains: dict[str, str]
    outlets: dict[str, str | None]  # with the country of each
    agencies: frozenset[str]  # names of news agencies in small letters
    capitals: dict[str, str]  # with the country of each, in small letters
    organizations: frozenset[str]  # the codes of those among the countries that are none
    titles: frozenset[tuple[str, str, str]]  # of offices: country, role, and the title in small letters
    apart: frozenset[frozenset[int]] = frozenset()  # the keys of two leaders who are easily taken for one

    def lists(self, slug: str) -> bool:
        """Return whether a leader is of the reference data themselves."""
        return slug in self.leaders and not self.leaders[slug].provisional

    @cached_property
    def last_year(self) -> int:
        """The last year of which the reference data knows who held an office."""
        terms = [term for leader in self.leaders.values() for term in leader.terms]
        return max((day.year for term in terms for day in (term.started_on, term.ended_on) if day), default=0)

    @cached_property
    def joined_names(self) -> dict[tuple[str, str], list[str]]:
        """The leaders by the first and the last part of a name whose parts a sign joins, as Chinese writes them."""
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for leader in self.leaders.values():
            for first, *_, last in {tuple(name.split(JOINT)) for name in leader.names if JOINT in name}:
                found[first, last].append(leader.slug)
        return dict(found)

    @cached_property
    def relations(self) -> dict[frozenset[str], list[str]]:
        """The milestones of diplomatic relations by pair of countries."""
        return self.between_parties("diplomatic_relations")

    @cached_property
    def partnerships(self) -> dict[frozenset[str], list[str]]:
        """The milestones of partnership by pair of countries."""
        return self.between_parties("partnership")

    def between_parties(self, kind: str) -> dict[frozenset[str], list[str]]:
        """Return the milestones of a kind by the countries that they are between."""
        found: dict[frozenset[str], list[str]] = defaultdict(list)
        for milestone in self.milestones.values():
            if milestone.kind == kind:
                found[milestone.parties].append(milestone.slug)
        return dict(found)

    @cached_property
    def foundings(self) -> dict[str, list[str]]:
        """The milestones that national days celebrate, by country."""
        found: dict[str, list[str]] = defaultdict(list)
        for milestone in self.milestones.values():
            if milestone.kind == "state_founded":
                for country in milestone.parties:
                    found[country].append(milestone.slug)
        return dict(found)

    @cached_property
    def led_by_government(self) -> frozenset[str]:
        """The countries whose leader is the head of government, as a title of that office says: "German leader"."""
        return frozenset(
            country
            for country, role, title in self.titles
            if role == "head_of_government" and title.endswith(" leader")
        )

    def holder(self, country: str, roles: Iterable[str], day: datetime.date | None) -> str | None:
        """Return who held an office of one of these roles in the country on that day, roles in order of preference."""
        if day is None:
            return None
        for role in roles:
            for term in self.terms.get((country, role), ()):
                if term.includes(day):
                    return term.leader
        return None


def knowledge_of(rows: Rows) -> Knowledge:
    """Return what the reference data know, from rows of the database's tables."""
    country = {row["id"]: row["code"] for row in rows.of(Country)}
    leaders, terms = known_leaders(rows, country)
    theme = {row["id"]: row["slug"] for row in rows.of(Theme)}
    theme_parties: dict[str, set[str]] = defaultdict(set)
    for row in rows.of(ThemeParty):
        theme_parties[theme[row["theme_id"]]].add(country[row["country_id"]])
    outlet = {row["id"]: row["slug"] for row in rows.of(Outlet)}
    return Knowledge(
        leaders=leaders,
        terms=terms,
        milestones=known_milestones(rows, country),
        theme_kinds={row["slug"]: row["kind"] for row in rows.of(Theme)},
        theme_parties={slug: frozenset(parties) for slug, parties in theme_parties.items()},
        outlet_domains={
            row["mark"]: outlet[row["outlet_id"]] for row in rows.of(OutletMark) if row["kind"] == "domain"
        },
        outlets={row["slug"]: country.get(row["country_id"]) for row in rows.of(Outlet)},
        agencies=frozenset(
            name.casefold()
            for row in rows.of(Outlet)
            for name in (row["name"], row["slug"].replace("-", " "))
            if row["kind"] == "agency"
        ),
        capitals={
            row["name"].casefold(): country[row["country_id"]]
            for row in rows.of(CountryName)
            if row["kind"] == "capital"
        },
        titles=frozenset(titles_of_offices(rows, country)),
        organizations=frozenset(row["code"] for row in rows.of(Country) if row["kind"] == "organization"),
        apart=frozenset(frozenset((row["leader_id"], row["related_to_id"])) for row in rows.of(LeaderRelation)),
    )


def known_leaders(
    rows: Rows, country: dict[int, str]
) -> tuple[dict[str, KnownLeader], dict[tuple[str, str], list[Term]]]:
    """Return the leaders, and the terms by country and role."""
    office = {row["id"]: row for row in rows.of(Office)}
    roles = roles_of_offices(rows)
    slug = {row["id"]: row["slug"] for row in rows.of(Leader)}
    terms: dict[tuple[str, str], list[Term]] = defaultdict(list)
    by_leader: dict[int, list[Term]] = defaultdict(list)
    for row in sorted(rows.of(Tenure), key=lambda row: (row["started_on"], slug[row["leader_id"]], row["office_id"])):
        code = country[office[row["office_id"]]["country_id"]]
        role = roles[row["office_id"]]
        term = Term(slug[row["leader_id"]], code, role, row["started_on"], row["ended_on"])
        terms[code, role].append(term)
        by_leader[row["leader_id"]].append(term)
    families: dict[int, list[str]] = defaultdict(list)
    names: dict[int, list[str]] = defaultdict(list)
    for row in rows.of(LeaderName):
        (families if row["kind"] == "family" else names)[row["leader_id"]].append(row["name"])
    leaders = {
        row["slug"]: KnownLeader(
            row["slug"],
            row["full_name"],
            country.get(row["country_id"]),
            row["gender"],
            row["is_family_name_first"],
            tuple(families[row["id"]]),
            tuple(sorted(by_leader[row["id"]], key=rank)),
            tuple(names[row["id"]]),
            row["died_on"],
            row["provisional"],
        )
        for row in rows.of(Leader)
    }
    return leaders, terms


def rank(term: Term) -> int:
    """Return a sort key: terms at the head of a country or a party before others, in their order of preference."""
    return HEADS.index(term.role) if term.role in HEADS else len(HEADS)


def titles_of_offices(rows: Rows, country: dict[int, str]) -> Iterator[tuple[str, str, str]]:
    """Yield the titles of all offices, with the country and the role of each."""
    of, roles = {row["id"]: country[row["country_id"]] for row in rows.of(Office)}, roles_of_offices(rows)
    for office, title in office_titles(rows):
        yield of[office], roles[office], title.lower()


def office_titles(rows: Rows) -> Iterator[tuple[int, str]]:
    """Yield the key of each office with each of its titles."""
    yield from ((row["id"], row["title"]) for row in rows.of(Office))
    yield from ((row["office_id"], row["title"]) for row in rows.of(OfficeTitle))


def roles_of_offices(rows: Rows) -> dict[int, str]:
    """Return the role of each office; ministers and speakers of parliament are told by one of its titles."""
    roles = {row["id"]: row["role"] for row in rows.of(Office)}
    told = {office: BY_TITLE[title] for office, title in office_titles(rows) if title in BY_TITLE}
    return roles | {office: role for office, role in told.items() if roles[office] == "other"}


def known_milestones(rows: Rows, country: dict[int, str]) -> dict[str, KnownMilestone]:
    """Return the milestones with their days and parties."""
    parties: dict[int, set[str]] = defaultdict(set)
    for row in rows.of(MilestoneParty):
        parties[row["milestone_id"]].add(country[row["country_id"]])
    return {
        row["slug"]: KnownMilestone(
            row["slug"], row["kind"], row["year"], row["month"], row["day"], frozenset(parties[row["id"]])
        )
        for row in rows.of(Milestone)
    }
