"""People: who is named in a report, by the reference data, who held which office that day, and the report."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from importers.extract.names import NounPhrase
from importers.extract.spellings import (
    NEARLY,
    SAME,
    has_long_family_name,
    in_latin_letters,
    is_part,
    same_name,
    shares_given_name,
    slug_of,
    sounds_like,
)
from importers.grammar.inflection import forms_of_name, in_nominative
from importers.knowledge import HEADS, JOINT, Knowledge, KnownLeader, Term
from importers.reading import LeaderRead
from models import key_of

ROLES_OF_TITLE = {  # which offices a title may mean, the likeliest first
    "head_of_state": ("head_of_state", "party_leader", "monarch"),
    "head_of_government": ("head_of_government",),
    "monarch": ("monarch", "head_of_state"),
    "party_leader": ("party_leader",),
    "leader": ("head_of_state", "party_leader", "monarch", "head_of_government"),
    "foreign_minister": ("foreign_minister",),
    "speaker": ("speaker",),
    "other": ("other",),
    "counterpart": HEADS,
}
OTHER = "other"
SHARED = (OTHER, "speaker")  # offices of which a country has several, of the same titles
OF_BODIES = ("party_leader", "head_of_government", *SHARED)  # whose titles may name a party or a cabinet
PEOPLE_AT_MOST = 200  # a longer list is none of correspondents, and each newcomer is compared with all met before
SOON = 200  # days from an election until the elected take office


@dataclass
class Person:
    """Somebody the report names."""

    slug: str
    full_name: str
    country: str | None
    roles: tuple[str, ...]
    gender: str | None
    families: tuple[str, ...]
    provisional: bool
    is_family_name_first: bool = False
    is_relative: bool = False
    called: set[str] = field(default_factory=set)

    def read(self) -> LeaderRead:
        """Return the person as reading hands them on."""
        return LeaderRead(self.slug, self.full_name, self.country, self.provisional, self.is_family_name_first)


class Mention(NamedTuple):
    """Somebody mentioned at a place: by whom it can mean, or by an office that the thread must settle."""

    start: int
    end: int
    kind: str  # name, title, counterpart, counterparts, group, both
    slugs: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()  # the words of the titles, in small letters
    newly: str = ""  # elected or appointed, as the words say


class People:
    """Everybody whom a report names, and who is meant by each phrase that names somebody.

    One that `supposes` takes every name for somebody's.
    """

    def __init__(
        self, knowledge: Knowledge, day: datetime.date | None, family_first: Sequence[str], *, supposes: bool = False
    ) -> None:
        self.knowledge, self.day, self.family_first, self.supposes = knowledge, day, frozenset(family_first), supposes
        self.persons: dict[str, Person] = {}
        self.families: dict[str, list[str]] = {}
        self.namesakes: set[str] = set()  # family names of leaders that the report names others by in full

    def introduce(self, phrases: Sequence[NounPhrase]) -> None:
        """Get to know everybody whom a text names in full, or by title and name, wherever it does so first."""
        for phrase in phrases:
            if phrase.leaders and phrase.kind == "person":
                slug = self.best_leader(phrase)
                if slug:
                    self.know(slug, called=self.own_titles(slug, phrase))
                    self.spell(slug, phrase.name or "")
        for phrase in phrases:
            if phrase.name and not phrase.leaders and (phrase.titles or phrase.kind == "relative"):
                self.by_name(phrase)
        unlisted = {phrase.name: phrase for phrase in phrases if phrase.families and not phrase.leaders}
        self.namesakes = {family for phrase in unlisted.values() if (family := self.of_somebody_else(phrase))}

    def of_somebody_else(self, phrase: NounPhrase) -> str:
        """Return the family name of a leader's in the whole name of somebody who is none; "" where there is none."""
        words = (phrase.name or "").casefold().split()
        if len(words) < 2 or self.met(phrase.name or "", phrase) or self.by_family(phrase):
            return ""
        return words[-1] if phrase.given else words[0]

    # ---- who is known

    def know(self, slug: str, called: Iterable[str] = ()) -> None:
        """Enter a known leader."""
        if slug not in self.persons:
            known = self.knowledge.leaders[slug]
            terms = [term for term in known.terms if self.is_on(term)]
            roles = tuple(t.role for t in terms) or tuple(dict.fromkeys(t.role for t in known.terms))
            countries = [t.country for t in terms]
            families = known.family_names
            self.enter(
                Person(
                    slug,
                    known.full_name,
                    known.country if known.country in countries or not countries else countries[0],
                    roles,
                    known.gender,
                    families,
                    known.provisional,
                    known.is_family_name_first,
                )
            )
        self.persons[slug].called.update(called)

    def own_titles(self, slug: str, phrase: NounPhrase) -> tuple[str, ...]:
        """Return the titles of a phrase, unless they are of a monarch and the leader is none: to Widodo, the Queen."""
        known = self.knowledge.leaders[slug]
        is_of_another = self.roles_of(phrase)[:1] == ("monarch",) and not any(t.role == "monarch" for t in known.terms)
        return () if is_of_another and known.terms else phrase.titles

    def enter(self, person: Person) -> None:
        """Enter a person and the names by which they may be called from now on."""
        self.persons[person.slug] = person
        for family in person.families:
            self.call(family, person.slug)

    def call(self, name: str, slug: str) -> None:
        """Let a word of the text mean somebody from now on."""
        met = self.families.setdefault(name.casefold(), [])
        if slug in met:
            met.remove(slug)
        met.append(slug)

    def spell(self, slug: str, name: str) -> None:
        """Let the family name in the text's own spelling of a full name mean that leader too."""
        words = name.split()
        family = words[0 if self.persons[slug].is_family_name_first else -1].casefold() if words else ""
        if len(words) > 1 and len(family) > 2:
            self.call(family, slug)

    # ---- who is meant

    def best_leader(self, phrase: NounPhrase) -> str | None:
        """Return which of the leaders of a name is meant: of the country told, in office, met; None if several are."""

        def order(slug: str) -> tuple[bool, bool, bool]:
            leader = self.knowledge.leaders[slug]
            in_office = any(map(self.is_on, leader.terms))
            is_of_another = bool(phrase.countries) and not leader.countries & set(phrase.countries)
            return is_of_another, not in_office, slug not in self.persons

        first, *others = sorted(phrase.leaders, key=order)
        return None if others and order(others[0]) == order(first) else first

    def mention(self, phrase: NounPhrase) -> Mention | None:
        """Return what a noun phrase means; None where it names nobody."""
        if phrase.kind in ("nobody", "relative") and not (phrase.kind == "relative" and phrase.name):
            return None
        blank = Mention(
            phrase.start, phrase.end, "title", (), self.roles_of(phrase), phrase.countries, phrase.titles, phrase.newly
        )
        if phrase.kind == "both":
            return blank._replace(kind="both")
        if phrase.kind == "group":
            return self.group(phrase, blank)
        if phrase.kind == "each":
            return self.each(phrase, blank)
        if phrase.leaders:
            slug = self.best_leader(phrase)
            if slug is None:
                return None
            self.know(slug, self.own_titles(slug, phrase))
            return blank._replace(kind="name", slugs=(slug,))
        if phrase.name:
            slug = self.by_name(phrase)
            return blank._replace(kind="name", slugs=(slug,)) if slug else self.unnamed(phrase, blank)
        return self.by_office(phrase, blank)

    def unnamed(self, phrase: NounPhrase, blank: Mention) -> Mention | None:
        """Return what a phrase means whose name means nobody: somebody not listed, by the office; else nobody."""
        return blank._replace(kind="name") if self.supposes or (phrase.titles and phrase.countries) else None

    def roles_of(self, phrase: NounPhrase) -> tuple[str, ...]:
        """Return the offices that the titles of a phrase may mean."""
        return tuple(dict.fromkeys(role for title in phrase.roles for role in ROLES_OF_TITLE.get(title, ())))

    def group(self, phrase: NounPhrase, blank: Mention) -> Mention | None:
        """Return the holders of one office in several countries: "the presidents of Laos, Nepal and Mongolia"."""
        if "counterpart" in phrase.roles:
            return blank._replace(kind="counterparts")
        if "leader" in phrase.roles and len(phrase.countries) < 2:
            return None  # "Cuban leaders" are nobody in particular
        roles = {country: self.leading(country, phrase, blank.roles) for country in phrase.countries}
        slugs = [slug for country in phrase.countries if (slug := self.holder(country, roles[country]))]
        return blank._replace(kind="group", slugs=tuple(dict.fromkeys(slugs)))

    def each(self, phrase: NounPhrase, blank: Mention) -> Mention:
        """Return the holders of several offices of one country: "the president and the prime minister of Pakistan"."""
        slugs = [
            slug
            for country in phrase.countries[:1]
            for role in phrase.roles
            if (slug := self.holder(country, ROLES_OF_TITLE.get(role, ())))
        ]
        return blank._replace(kind="group", slugs=tuple(dict.fromkeys(slugs)))

    def by_office(self, phrase: NounPhrase, blank: Mention) -> Mention | None:
        """Return who is meant by an office alone: of a country, who held it that day; else the thread must tell."""
        if "counterpart" in phrase.roles:
            return blank._replace(kind="counterpart")
        if not phrase.countries:
            return blank
        slugs = (self.holder(country, self.roles_in(country, phrase, blank)) for country in phrase.countries)
        slug = next((slug for slug in slugs if slug), None)
        return blank._replace(slugs=(slug,) if slug else ())

    def roles_in(self, country: str, phrase: NounPhrase, blank: Mention) -> list[str]:
        """Return the offices that a title may mean in a country.

        What one country calls its head of government is another office elsewhere: a crown prince, a vice president.
        """
        held = self.leading(country, phrase, blank.roles)
        roles = [role for role in held if not phrase.is_of_body or role in OF_BODIES]
        if roles[:1] != [OTHER]:
            return roles
        return [
            role for role in roles if any((country, role, title) in self.knowledge.titles for title in phrase.titles)
        ]

    def leading(self, country: str, phrase: NounPhrase, roles: Sequence[str]) -> Sequence[str]:
        """Return the offices that a title may mean in a country: its leader may be the head of government first."""
        is_leader = "leader" in phrase.roles and country in self.knowledge.led_by_government
        return ("head_of_government", *roles) if is_leader else roles

    def holder(self, country: str, roles: Sequence[str]) -> str | None:
        """Return who is meant by an office of a country: somebody met in the report, else who held it that day.

        Of those met, whoever has left office gives way to who holds it. Which of several deputies or ministers is
        meant, or speakers of which chamber, their office does not tell.
        """
        roles = [role for role in roles if role not in SHARED]
        met = [
            person.slug
            for role in roles
            for person in self.persons.values()
            if person.country == country and role in person.roles and not person.is_relative
        ]
        holding = next((slug for slug in met if not self.has_left(slug)), None)
        slug = holding or self.knowledge.holder(country, roles, self.day)
        if slug:
            self.know(slug)
        return slug or next(iter(met), None)

    def has_left(self, slug: str) -> bool:
        """Return whether a leader has left all offices by the day of the report."""
        known = self.knowledge.leaders.get(slug)
        ends = [term.ended_on for term in known.terms] if known else []
        return bool(ends) and self.day is not None and all(end is not None and end <= self.day for end in ends)

    def by_name(self, phrase: NounPhrase) -> str | None:
        """Return whom a name means that is no leader's whole name: met before, in office, or new and well told."""
        name = phrase.name or ""
        met = self.met(name, phrase)
        if met and phrase.titles and not any(self.holds(self.persons[slug], phrase) for slug in met):
            namesake = self.by_family(phrase)  # who holds the office told
            met = [namesake] if namesake in self.knowledge.leaders else met
            self.know(met[0])
        if met:
            best = max(met, key=lambda slug: self.likely(slug, phrase, met.index(slug)))
            self.persons[best].called.update(phrase.titles)
            return best
        if phrase.kind == "relative":
            return self.newcomer(phrase)
        if name.casefold() in self.namesakes and not phrase.roles and not phrase.countries:
            return None
        ways = (self.by_family, self.spelt_otherwise, self.by_part)
        slug = next((found for way in ways if (found := way(phrase)) and not self.is_apart(phrase, found)), None)
        if slug:
            self.know(slug, phrase.titles)
            self.spell(slug, name)
            self.call(name, slug)
            return slug
        if phrase.pattern == "honour-and-given-name":
            return self.by_given_name(name)
        alike = [person.slug for person in self.persons.values() if same_name(name, person.full_name, SAME)]
        alike = [other for other in alike if not self.is_apart(phrase, other)]
        return alike[-1] if alike else self.newcomer(phrase)

    def met(self, name: str, phrase: NounPhrase) -> list[str]:
        """Return whom the report has called so before, as far as the phrase's country fits."""
        return [slug for slug in self.families.get(name.casefold(), ()) if self.fits(self.persons[slug], phrase)]

    def by_part(self, phrase: NounPhrase) -> str | None:
        """Return whom a name of several parts means: a leader listed without its middle ones, or somebody met before.

        Whoever was met is known by a part, the last first, or by their office and the sound: 约翰·德拉马尼·马哈马.
        """
        parts = (phrase.name or "").split(JOINT)
        if len(parts) < 2:
            return None
        listed = self.knowledge.joined_names.get((parts[0], parts[-1]), ())
        if len(listed) == 1:
            return listed[0]
        met = next((met[0] for part in reversed(parts) if (met := self.met(part, phrase))), None)
        known = (self.knowledge.leaders.get(slug) for slug in self.persons)
        return met or next((one.slug for one in known if one and sounds_like(parts[-1], one)), None)

    def likely(self, slug: str, phrase: NounPhrase, place: int) -> tuple[bool, bool, int]:
        """Return a sort key, likeliest last: who holds the office told, who leads a country, who came first."""
        known = self.knowledge.leaders.get(slug)
        return self.holds(self.persons[slug], phrase), known is not None and self.held(known, HEADS), -place

    def fits(self, person: Person, phrase: NounPhrase) -> bool:
        """Return whether a person may be meant by a phrase that names a country."""
        return not phrase.countries or person.country is None or person.country in phrase.countries

    def holds(self, person: Person, phrase: NounPhrase) -> bool:
        """Return whether a person holds an office of the phrase's titles."""
        return any(role in person.roles for role in self.roles_of(phrase))

    def by_family(self, phrase: NounPhrase) -> str | None:
        """Return the leader in office whom a family name means; with other given names before it, nobody."""
        leaders = [self.knowledge.leaders[slug] for slug in phrase.families]
        if phrase.countries:
            leaders = [leader for leader in leaders if leader.countries & set(phrase.countries)]
        words = (phrase.name or "").split()
        has_case = phrase.name is not None and phrase.name.upper() != phrase.name.lower()
        if phrase.given and has_case:
            leaders = [leader for leader in leaders if shares_given_name(phrase.given, leader)]
        elif len(words) > 1 and not has_long_family_name(" ".join(words), leaders, is_declined=bool(phrase.cases)):
            return None
        roles = self.roles_of(phrase)
        for wanted in [(role,) for role in roles or HEADS] if roles or phrase.countries else [HEADS]:
            held = [leader for leader in leaders if self.held(leader, wanted)]
            if len(held) == 1:
                is_bare = not (roles or phrase.countries or phrase.given)
                return None if is_bare and self.has_rival(held[0], leaders) else held[0].slug
        is_held = any(self.held(leader, HEADS) for leader in leaders)
        is_elect = phrase.newly or not (roles or is_held)  # a bare name nobody in office bears is that of the next
        soon = {leader.slug for leader in leaders if is_elect and self.takes_soon(leader, roles or HEADS)}
        if len(soon) == 1:
            return soon.pop()
        if phrase.roles and not roles:  # of an ambassador or a minister of whatever: it is no leader of other days
            leaders = [leader for leader in leaders if any(map(self.is_on, leader.terms))]
        is_whole = " " in (phrase.name or "").strip()  # "Mohammed bin Salman": several words are nobody else's name
        return self.by_whole_name(phrase, leaders, roles) if phrase.given or not has_case or is_whole else None

    def has_rival(self, head: KnownLeader, leaders: Sequence[KnownLeader]) -> bool:
        """Return whether a bare family name may mean a deputy of another country: Harris is no prime minister alone."""
        others = (leader for leader in leaders if leader.country != head.country)
        return any(self.held(leader, (OTHER,)) or self.takes_soon(leader, (OTHER,)) for leader in others)

    def by_whole_name(self, phrase: NounPhrase, leaders: Sequence[KnownLeader], roles: Sequence[str]) -> str | None:
        """Return the one leader of a name that is nobody else's: "Mohammed bin Salman", one with given names.

        Whoever once led, or held an office told, goes before others; a family name alone is none of those others'.
        """
        told = [
            leader.slug
            for leader in leaders
            if any(term.role in (*HEADS, *roles) for term in leader.terms) and (phrase.given or self.has_begun(leader))
        ]
        is_enough = phrase.given or phrase.roles or " " in (phrase.name or "").strip()
        whole = told or [leader.slug for leader in leaders if is_enough]
        return whole[0] if len(whole) == 1 else None

    def has_begun(self, leader: KnownLeader) -> bool:
        """Return whether somebody has held an office by the day of the report, or soon will."""
        soon = self.day + datetime.timedelta(days=SOON) if self.day else None
        return soon is None or any(term.started_on <= soon for term in leader.terms)

    def held(self, leader: KnownLeader, roles: Sequence[str]) -> bool:
        """Return whether a leader held one of the offices on the day of the report."""
        return any(term.role in roles and self.is_on(term) for term in leader.terms)

    def is_on(self, term: Term) -> bool:
        """Return whether the day of the report lies within a term; it does in any, where the report has no day."""
        return self.day is None or term.includes(self.day)

    def takes_soon(self, leader: KnownLeader, roles: Sequence[str]) -> bool:
        """Return whether somebody took one of the offices in the months after the report, as the elected do."""
        days = [(term.started_on - self.day).days for term in leader.terms if term.role in roles and self.day]
        return any(0 <= until <= SOON for until in days)

    def spelt_otherwise(self, phrase: NounPhrase) -> str | None:
        """Return who held the office told, where the name is another spelling of theirs."""
        name = phrase.name or ""
        for country in phrase.countries:
            for role in self.roles_of(phrase):
                slug = self.knowledge.holder(country, [role], self.day)
                known = self.knowledge.leaders[slug] if slug else None
                if known and any(
                    same_name(name, n, NEARLY) or is_part(name, n) for n in (known.full_name, *known.names)
                ):
                    return slug
                is_by_sound = role in HEADS and country not in self.family_first and name.upper() == name.lower()
                if known and is_by_sound and sounds_like(name, known):
                    return slug
        return None

    def by_given_name(self, name: str) -> str | None:
        """Return whom a given name behind a title of nobility means: somebody met, else the one head so named."""
        first = name.split(maxsplit=1)[0].casefold()
        met = [p.slug for p in self.persons.values() if p.full_name.casefold().split()[0] == first]
        heads = [
            k.slug
            for k in self.knowledge.leaders.values()
            if k.full_name.casefold().split()[0] == first and self.held(k, HEADS)
        ]
        found = met or heads
        if len(found) == 1:
            self.know(found[0])
            return found[0]
        return None

    def is_apart(self, phrase: NounPhrase, slug: str) -> bool:
        """Return whether somebody of the name in a phrase is known not to be this leader, however alike the names."""
        if not self.knowledge.apart:
            return False
        return frozenset((key_of("leader", self.own_name(phrase)[1]), key_of("leader", slug))) in self.knowledge.apart

    def own_name(self, phrase: NounPhrase) -> tuple[str, str]:
        """Return a name as it is without cases, and the slug of somebody whom nobody but this name tells of."""
        name = in_nominative(" ".join((phrase.name or "").split()), phrase.cases)
        is_first = bool(phrase.countries) and phrase.countries[0] in self.family_first
        return name, slug_of(in_latin_letters(name, is_family_first=is_first))

    def newcomer(self, phrase: NounPhrase) -> str | None:
        """Enter somebody whom no reference data lists: a name of two words, and an office of a country or a kinship."""
        written = " ".join((phrase.name or "").split())
        name, slug = self.own_name(phrase)
        country, words = phrase.countries[0] if phrase.countries else None, name.split()
        has_case = name.upper() != name.lower()  # else no space tells how many names it is
        if not slug or (has_case and len(words) < 2) or len(words) > 6 or len(self.persons) >= PEOPLE_AT_MOST:
            return None
        if phrase.kind != "relative" and not (phrase.titles and phrase.countries):
            return None
        if slug in self.knowledge.leaders:
            self.know(slug)
            return slug
        first = country in self.family_first and len(words) in (2, 3)
        short = (words[-1], words[0]) if country == "VN" else (words[0] if first else words[-1],)
        is_relative = phrase.kind == "relative"
        roles = ("relative",) if is_relative else self.roles_of(phrase)
        called = [*short, name, written]
        if phrase.cases:  # and in all other cases
            called += [
                form for each in (*short, name) for form in forms_of_name(each, None, is_family_name_first=first)
            ]
        self.enter(Person(slug, name, country, roles, None, tuple(dict.fromkeys(called)), True, first, is_relative))
        return slug
