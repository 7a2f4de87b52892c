"""Acquaintances: the people whom a report names, known from the reference data or met in the text."""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass

from anyascii import anyascii
from rapidfuzz import fuzz

from importers.extract.noun_phrases import chosen, noun_phrases
from importers.extract.phrase_joining import NounPhrase
from importers.lexicon import Lexicon, Term, Token
from importers.reading import LeaderRead

HEADS = ("head_of_state", "head_of_government", "party_leader", "monarch")
ROLES_OF_TITLE = {
    "head_of_state": ("head_of_state", "party_leader", "monarch"),
    "head_of_government": ("head_of_government",),
    "monarch": ("monarch", "head_of_state"),
    "party_leader": ("party_leader", "head_of_state"),
    "leader": ("head_of_state", "party_leader", "monarch", "head_of_government"),
    "other": ("other",),
    "counterpart": HEADS,
}
FAMILY_NAME_FIRST = frozenset({"CN", "KP", "KR", "VN", "KH", "TW", "HU", "SG"})
PEOPLE_AT_MOST = 200  # a longer list is none of correspondents, and each newcomer is compared with all met before


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

    def read(self) -> LeaderRead:
        """Return the person as reading hands them on."""
        return LeaderRead(self.slug, self.full_name, self.country, self.provisional, self.is_family_name_first)


class Acquaintances:
    """Gets to know everybody whom a report names."""

    def __init__(self, text: str, tokens: list[Token], lexicon: Lexicon, day: datetime.date | None) -> None:
        self.text = text
        self.lexicon = lexicon
        self.day = day
        self.persons: dict[str, Person] = {}
        self.families: dict[str, list[str]] = {}
        self.phrases = list(noun_phrases(text, chosen(text, tokens), lexicon))
        self.introduce()

    def introduce(self) -> None:
        """Get to know everybody whom the text names in full, or by title and name, wherever it does so first."""
        for phrase in self.phrases:
            if phrase.names and phrase.names[0].kind == "leader":
                slug = self.best_leader(phrase)
                self.know(slug)
                self.spell(slug, self.text[phrase.names[0].start : phrase.names[0].end])
        for phrase in self.phrases:
            if phrase.unlisted:
                self.meet(phrase)
        for phrase in self.phrases:
            if phrase.names and phrase.names[0].kind == "family" and phrase.titles:
                self.know(self.by_family(phrase))

    def know(self, slug: str | None) -> None:
        """Enter a known leader."""
        if slug is None or slug in self.persons:
            return
        known = self.lexicon.leaders[slug]
        roles = tuple(t.role for t in known.terms if self.day is None or t.includes(self.day)) or tuple(
            {t.role for t in known.terms}
        )
        self.enter(
            Person(
                slug,
                known.full_name,
                known.country,
                roles,
                known.gender,
                known.family_names,
                False,
                known.is_family_name_first,
            )
        )

    def enter(self, person: Person) -> None:
        """Enter a person and the names by which they may be called from now on."""
        self.persons[person.slug] = person
        for family in person.families:
            self.families.setdefault(family.casefold(), []).append(person.slug)

    def meet(self, phrase: NounPhrase) -> None:
        """Enter somebody whom no reference data lists, unless the name is another spelling of one it does."""
        name = phrase.unlisted or ""
        country = phrase.countries[0] if phrase.countries else None
        slug = slug_of(name)
        if slug in self.persons or not slug or len(self.persons) >= PEOPLE_AT_MOST:
            return
        if slug in self.lexicon.leaders:
            self.know(slug)
            return
        roles = tuple(role for title in phrase.titles for role in ROLES_OF_TITLE[title])
        for role in roles if country else ():
            holder = self.lexicon.holder(country or "", [role], self.day)
            if holder and same_name(name, self.lexicon.leaders[holder].full_name):
                self.know(holder)
                self.alias(name, holder)
                return
        for other in self.persons.values():
            if fuzz.token_set_ratio(anyascii(name), anyascii(other.full_name)) >= 96:
                return
        words = name.split()
        first = country in FAMILY_NAME_FIRST and len(words) in (2, 3)
        short = [words[-1], words[0]] if country == "VN" else [words[0] if first else words[-1]]
        self.enter(Person(slug, name, country, roles, None, tuple(dict.fromkeys([*short, name])), True, first))

    def spell(self, slug: str, name: str) -> None:
        """Let the family name in the text's own spelling of a full name mean that leader too."""
        words = name.split()
        family = words[0 if self.persons[slug].is_family_name_first else -1].casefold()
        if len(words) > 1 and family not in self.families and len(family) > 2:
            self.families[family] = [slug]

    def alias(self, name: str, slug: str) -> None:
        """Let a spelling of the text mean a known leader."""
        for word in (name, name.rsplit(maxsplit=1)[-1]):
            self.families.setdefault(word.casefold(), []).append(slug)

    def best_leader(self, phrase: NounPhrase) -> str:
        """Return which of the leaders of that name is meant."""
        slugs = [token.value for token in phrase.names]
        return min(slugs, key=lambda slug: self.distance(slug, phrase))

    def distance(self, slug: str, phrase: NounPhrase) -> tuple[bool, bool, str]:
        """Return how ill a leader fits a noun phrase: by country, by holding an office that day."""
        leader = self.lexicon.leaders[slug]
        in_office = any(self.day is None or term.includes(self.day) for term in leader.terms)
        return (bool(phrase.countries) and leader.country not in phrase.countries, not in_office, slug)

    def by_family(self, phrase: NounPhrase) -> str | None:
        """Return whom a family name means: somebody met in the report, else the one in that office that day."""
        word = self.text[phrase.names[0].start : phrase.names[0].end].casefold()
        met = [slug for slug in self.families.get(word, ()) if self.fits(self.persons[slug], phrase)]
        if met:
            return met[-1] if not phrase.titles else max(met, key=lambda slug: self.rank(slug, phrase))
        roles = [role for title in phrase.titles for role in ROLES_OF_TITLE[title]] or list(HEADS)
        namesakes = [self.lexicon.leaders[token.value] for token in phrase.names]
        fitting = [leader for leader in namesakes if not phrase.countries or leader.country in phrase.countries]
        if not phrase.titles and not phrase.countries:
            held = {leader.slug for leader in fitting if any(self.holds(term, HEADS) for term in leader.terms)}
            return next(iter(held)) if len(held) == 1 else None
        for role in roles:  # "leader" means the head of state before the head of government
            held = {leader.slug for leader in fitting if any(self.holds(term, (role,)) for term in leader.terms)}
            if len(held) == 1:
                return next(iter(held))
        return None

    def holds(self, term: Term, roles: Iterable[str]) -> bool:
        """Return whether a term is of one of the roles, on the day of the report."""
        return term.role in roles and (self.day is None or term.includes(self.day))

    def rank(self, slug: str, phrase: NounPhrase) -> bool:
        """Return whether a person holds an office of the title."""
        return any(role in self.persons[slug].roles for title in phrase.titles for role in ROLES_OF_TITLE[title])

    def fits(self, person: Person, phrase: NounPhrase) -> bool:
        """Return whether a person may be meant by a phrase that names a country."""
        return not phrase.countries or person.country is None or person.country in phrase.countries

    def alike(self, name: str) -> list[str]:
        """Return the person met whose name has the words of this one."""
        return [
            p.slug for p in self.persons.values() if fuzz.token_set_ratio(anyascii(name), anyascii(p.full_name)) >= 96
        ]


def same_name(name: str, other: str) -> bool:
    """Return whether two spellings may be of one name, as transcriptions differ."""
    return fuzz.token_sort_ratio(anyascii(name).casefold(), anyascii(other).casefold()) >= 78


def slug_of(name: str) -> str:
    """Return the slug of a name: "Ibrahim Mohamed Solih" as ibrahim-mohamed-solih."""
    return re.sub(r"[^a-z0-9]+", "-", anyascii(name).lower().replace("'", "").replace("’", "")).strip("-")
