"""By name: whom a name means that is no leader's whole name: met before, in office that day, or new and well told."""

from collections.abc import Sequence

from importers.extract.in_office import InOffice, roles_of
from importers.extract.names import NounPhrase
from importers.extract.persons import Person, Persons
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
from importers.knowledge import HEADS, JOINT, KnownLeader
from models import key_of

PEOPLE_AT_MOST = 200  # a longer list is none of correspondents, and each newcomer is compared with all met before


class Named:
    """Tells whom the names of a report mean; `family_first` are countries where a name begins with the family's."""

    def __init__(self, persons: Persons, in_office: InOffice, family_first: Sequence[str]) -> None:
        self.persons, self.in_office, self.knowledge = persons, in_office, in_office.knowledge
        self.family_first = frozenset(family_first)
        self.namesakes: set[str] = set()  # family names of leaders that the report names others by in full

    def of_somebody_else(self, phrase: NounPhrase) -> str:
        """Return the family name of a leader's in the whole name of somebody who is none; "" where there is none."""
        words = (phrase.name or "").casefold().split()
        if len(words) < 2 or self.persons.met(phrase.name or "", phrase) or self.by_family(phrase):
            return ""
        return words[-1] if phrase.given else words[0]

    def by_name(self, phrase: NounPhrase) -> str | None:
        """Return whom a name means that is no leader's whole name: met before, in office, or new and well told."""
        name = phrase.name or ""
        met = self.persons.met(name, phrase)
        if met and phrase.titles and not any(self.persons.holds(self.persons.by_slug[slug], phrase) for slug in met):
            namesake = self.by_family(phrase)  # who holds the office told
            met = [namesake] if namesake in self.knowledge.leaders else met
            self.persons.know(met[0])
        if met:
            best = max(met, key=lambda slug: self.likely(slug, phrase, met.index(slug)))
            self.persons.by_slug[best].called.update(phrase.titles)
            return best
        if phrase.kind == "relative":
            return self.newcomer(phrase)
        if name.casefold() in self.namesakes and not phrase.roles and not phrase.countries:
            return None
        ways = (self.by_family, self.spelt_otherwise, self.by_part)
        slug = next((found for way in ways if (found := way(phrase)) and not self.is_apart(phrase, found)), None)
        if slug:
            self.persons.know(slug, phrase.titles)
            self.persons.spell(slug, name)
            self.persons.call(name, slug)
            return slug
        if phrase.pattern == "honour-and-given-name":
            return self.by_given_name(name)
        alike = [person.slug for person in self.persons.by_slug.values() if same_name(name, person.full_name, SAME)]
        alike = [other for other in alike if not self.is_apart(phrase, other)]
        return alike[-1] if alike else self.newcomer(phrase)

    def by_part(self, phrase: NounPhrase) -> str | None:
        """Return whom a name of several parts means: a leader listed by its first and another one, or somebody met.

        Whoever was met is known by a part, the last first, or by their office and the sound: 约翰·德拉马尼·马哈马.
        """
        parts = (phrase.name or "").split(JOINT)
        if len(parts) < 2:
            return None
        for part in reversed(parts[1:]):
            listed = self.knowledge.joined_names.get((parts[0], part), ())
            if len(listed) == 1:
                return listed[0]
        met = next((met[0] for part in reversed(parts) if (met := self.persons.met(part, phrase))), None)
        known = (self.knowledge.leaders.get(slug) for slug in self.persons.by_slug)
        return met or next((one.slug for one in known if one and sounds_like(parts[-1], one)), None)

    def likely(self, slug: str, phrase: NounPhrase, place: int) -> tuple[bool, bool, int]:
        """Return a sort key, likeliest last: who holds the office told, who leads a country, who came first."""
        known = self.knowledge.leaders.get(slug)
        return (
            self.persons.holds(self.persons.by_slug[slug], phrase),
            known is not None and self.in_office.held(known, HEADS),
            -place,
        )

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
        roles = roles_of(phrase)
        for wanted in [(role,) for role in roles or HEADS] if roles or phrase.countries else [HEADS]:
            held = [leader for leader in leaders if self.in_office.held(leader, wanted)]
            if len(held) == 1:
                is_bare = not (roles or phrase.countries or phrase.given)
                return None if is_bare and self.in_office.has_rival(held[0], leaders) else held[0].slug
        is_held = any(self.in_office.held(leader, HEADS) for leader in leaders)
        is_elect = phrase.newly or not (roles or is_held)  # a bare name nobody in office bears is that of the next
        soon = {leader.slug for leader in leaders if is_elect and self.in_office.takes_soon(leader, roles or HEADS)}
        if len(soon) == 1:
            return soon.pop()
        if phrase.roles and not roles:  # of an ambassador or a minister of whatever: it is no leader of other days
            leaders = [leader for leader in leaders if any(map(self.in_office.is_on, leader.terms))]
        is_whole = " " in (phrase.name or "").strip()  # "Mohammed bin Salman": several words are nobody else's name
        return self.by_whole_name(phrase, leaders, roles) if phrase.given or not has_case or is_whole else None

    def by_whole_name(self, phrase: NounPhrase, leaders: Sequence[KnownLeader], roles: Sequence[str]) -> str | None:
        """Return the one leader of a name that is nobody else's: "Mohammed bin Salman", one with given names.

        Whoever once led, or held an office told, goes before others; a family name alone is none of those others'.
        """
        told = [
            leader.slug
            for leader in leaders
            if any(term.role in (*HEADS, *roles) for term in leader.terms)
            and (phrase.given or self.in_office.has_begun(leader))
        ]
        is_enough = phrase.given or phrase.roles or " " in (phrase.name or "").strip()
        whole = told or [leader.slug for leader in leaders if is_enough]
        return whole[0] if len(whole) == 1 else None

    def spelt_otherwise(self, phrase: NounPhrase) -> str | None:
        """Return who held the office told, where the name is another spelling of theirs."""
        name = phrase.name or ""
        for country in phrase.countries:
            for role in roles_of(phrase):
                slug = self.in_office.holder(country, [role])
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
        met = [p.slug for p in self.persons.by_slug.values() if p.full_name.casefold().split()[0] == first]
        heads = [
            k.slug
            for k in self.knowledge.leaders.values()
            if k.full_name.casefold().split()[0] == first and self.in_office.held(k, HEADS)
        ]
        found = met or heads
        if len(found) == 1:
            self.persons.know(found[0])
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
        if not slug or (has_case and len(words) < 2) or len(words) > 6 or len(self.persons.by_slug) >= PEOPLE_AT_MOST:
            return None
        if phrase.kind != "relative" and not (phrase.titles and phrase.countries):
            return None
        if phrase.families and not has_case and JOINT not in name:
            return None  # the family name of several leaders, alone
        if slug in self.knowledge.leaders:
            self.persons.know(slug)
            return slug
        first = country in self.family_first and len(words) in (2, 3)
        short = (words[-1], words[0]) if country == "VN" else (words[0] if first else words[-1],)
        called = [*short, name, written]
        if phrase.cases:  # and in all other cases
            in_cases = (forms_of_name(each, None, is_family_name_first=first) for each in (*short, name))
            called += [form for forms in in_cases for form in forms]
        is_relative = phrase.kind == "relative"
        roles = ("relative",) if is_relative else roles_of(phrase)
        families = tuple(dict.fromkeys(called))
        self.persons.enter(Person(slug, name, country, roles, None, families, True, first, is_relative))
        return slug
