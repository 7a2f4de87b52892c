"""Persons: whom a report names, and by which names it may call them from then on."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from importers.extract.in_office import InOffice, roles_of
from importers.extract.names import NounPhrase
from importers.reading import LeaderRead


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


class Persons:
    """Everybody whom a report names, with all that it calls them."""

    def __init__(self, in_office: InOffice) -> None:
        self.in_office, self.knowledge = in_office, in_office.knowledge
        self.by_slug: dict[str, Person] = {}
        self.names: dict[str, list[str]] = {}  # by a word in small letters: who is called so, the latest last

    def know(self, slug: str, called: Iterable[str] = ()) -> None:
        """Enter a known leader."""
        if slug not in self.by_slug:
            known = self.knowledge.leaders[slug]
            terms = [term for term in known.terms if self.in_office.is_on(term)]
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
        self.by_slug[slug].called.update(called)

    def own_titles(self, slug: str, phrase: NounPhrase) -> tuple[str, ...]:
        """Return the titles of a phrase, unless they are of a monarch and the leader is none: to Widodo, the Queen."""
        known = self.knowledge.leaders[slug]
        is_of_another = roles_of(phrase)[:1] == ("monarch",) and not any(t.role == "monarch" for t in known.terms)
        return () if is_of_another and known.terms else phrase.titles

    def enter(self, person: Person) -> None:
        """Enter a person and the names by which they may be called from now on."""
        self.by_slug[person.slug] = person
        for family in person.families:
            self.call(family, person.slug)

    def call(self, name: str, slug: str) -> None:
        """Let a word of the text mean somebody from now on."""
        met = self.names.setdefault(name.casefold(), [])
        if slug in met:
            met.remove(slug)
        met.append(slug)

    def spell(self, slug: str, name: str) -> None:
        """Let the family name in the text's own spelling of a full name mean that leader too."""
        words = name.split()
        family = words[0 if self.by_slug[slug].is_family_name_first else -1].casefold() if words else ""
        if len(words) > 1 and len(family) > 2:
            self.call(family, slug)

    def met(self, name: str, phrase: NounPhrase) -> list[str]:
        """Return whom the report has called so before, as far as the phrase's country fits."""
        return [slug for slug in self.names.get(name.casefold(), ()) if self.fits(self.by_slug[slug], phrase)]

    def fits(self, person: Person, phrase: NounPhrase) -> bool:
        """Return whether a person may be meant by a phrase that names a country."""
        return not phrase.countries or person.country is None or person.country in phrase.countries

    def holds(self, person: Person, phrase: NounPhrase) -> bool:
        """Return whether a person holds an office of the phrase's titles."""
        return any(role in person.roles for role in roles_of(phrase))
