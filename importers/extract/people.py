"""People: who is meant by each phrase of a report that names somebody, by a name or by an office."""

import datetime
from collections.abc import Sequence

from importers.extract.by_name import Named
from importers.extract.in_office import OTHER, ROLES_OF_TITLE, InOffice, roles_of
from importers.extract.names import NounPhrase
from importers.extract.persons import Mention, Person, Persons
from importers.knowledge import Knowledge

SHARED = (OTHER, "speaker")  # offices of which a country has several, of the same titles
OF_BODIES = ("party_leader", "head_of_government", *SHARED)  # whose titles may name a party or a cabinet


class People:
    """Everybody whom a report names, and who is meant by each phrase that names somebody.

    One that `supposes` takes every name for somebody's.
    """

    def __init__(
        self, knowledge: Knowledge, day: datetime.date | None, family_first: Sequence[str], *, supposes: bool = False
    ) -> None:
        self.knowledge, self.day, self.supposes = knowledge, day, supposes
        self.in_office = InOffice(knowledge, day)
        self.everybody = Persons(self.in_office)
        self.named = Named(self.everybody, self.in_office, family_first)

    @property
    def persons(self) -> dict[str, Person]:
        """Everybody met so far, by slug."""
        return self.everybody.by_slug

    def introduce(self, phrases: Sequence[NounPhrase]) -> None:
        """Get to know everybody whom a text names in full, or by title and name, wherever it does so first."""
        for phrase in phrases:
            if phrase.leaders and phrase.kind == "person":
                slug = self.best_leader(phrase)
                if slug:
                    self.everybody.know(slug, called=self.everybody.own_titles(slug, phrase))
                    self.everybody.spell(slug, phrase.name or "")
        for phrase in phrases:
            if phrase.name and not phrase.leaders and (phrase.titles or phrase.kind == "relative"):
                self.named.by_name(phrase)
        unlisted = {phrase.name: phrase for phrase in phrases if phrase.families and not phrase.leaders}
        self.named.namesakes = {
            family for phrase in unlisted.values() if (family := self.named.of_somebody_else(phrase))
        }

    def best_leader(self, phrase: NounPhrase) -> str | None:
        """Return which of the leaders of a name is meant: of the country told, in office, met; None if several are."""

        def order(slug: str) -> tuple[bool, bool, bool]:
            leader = self.knowledge.leaders[slug]
            in_office = any(map(self.in_office.is_on, leader.terms))
            is_of_another = bool(phrase.countries) and not leader.countries & set(phrase.countries)
            return is_of_another, not in_office, slug not in self.persons

        first, *others = sorted(phrase.leaders, key=order)
        return None if others and order(others[0]) == order(first) else first

    def mention(self, phrase: NounPhrase) -> Mention | None:
        """Return what a noun phrase means; None where it names nobody."""
        if phrase.kind in ("nobody", "relative") and not (phrase.kind == "relative" and phrase.name):
            return None
        blank = Mention(
            phrase.start, phrase.end, "title", (), roles_of(phrase), phrase.countries, phrase.titles, phrase.newly
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
            self.everybody.know(slug, self.everybody.own_titles(slug, phrase))
            return blank._replace(kind="name", slugs=(slug,))
        if phrase.name:
            slug = self.named.by_name(phrase)
            return blank._replace(kind="name", slugs=(slug,)) if slug else self.unnamed(phrase, blank)
        return self.by_office(phrase, blank)

    def unnamed(self, phrase: NounPhrase, blank: Mention) -> Mention | None:
        """Return what a phrase means whose name means nobody: somebody not listed, by the office; else nobody."""
        return blank._replace(kind="name") if self.supposes or (phrase.titles and phrase.countries) else None

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
        holding = next((slug for slug in met if not self.in_office.has_left(slug)), None)
        slug = holding or self.in_office.holder(country, roles)
        if slug:
            self.everybody.know(slug)
        return slug or next(iter(met), None)
