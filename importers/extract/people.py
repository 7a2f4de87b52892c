"""People: who is meant by a name, a title, or both, on the day of the report."""

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from anyascii import anyascii
from rapidfuzz import fuzz

from importers.extract.noun_phrases import NounPhrase, before_family, chosen, noun_phrases
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


GROUPS = ("leaders", "heads", "top leaders", "statesmen")
EVERY = re.compile(r"\b(?:every|each|any|no|other|some) $")
LIST = re.compile(r", (?:and )?(?:the )?| and (?:the )?")
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


@dataclass
class Mention:
    """A place where the text means a person: by name, by title, by a pronoun, or several at once ("both")."""

    start: int
    end: int
    kind: str
    slug: str | None = None
    roles: tuple[str, ...] = ()
    gender: str | None = None
    plural: bool = False
    country: str | None = None


class People:
    """Who is who in one report."""

    def __init__(
        self, text: str, tokens: list[Token], lexicon: Lexicon, day: datetime.date | None, home: str | None = None
    ) -> None:
        self.text = text
        self.lexicon = lexicon
        self.day = day
        self.home = home  # the country in which the report was written
        self.called: dict[str, set[str]] = {}  # the titles that the text gives with each name
        self.persons: dict[str, Person] = {}
        self.families: dict[str, list[str]] = {}
        named = chosen(text, tokens)
        self.phrases = list(noun_phrases(text, named, lexicon))
        self.introduce()
        self.mentions = self.find_mentions(tokens)

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

    def find_mentions(self, tokens: list[Token]) -> list[Mention]:
        """Return all places that mean somebody, in their order."""
        found = [mention for phrase in self.phrases if (mention := self.mention(phrase))]
        taken = {place for mention in found for place in range(mention.start, mention.end)}
        found += self.unlisted_again(taken)
        found += self.several_countries(tokens)
        for token in tokens:
            if token.kind == "he" and token.start not in taken:
                found.append(Mention(token.start, token.end, "he", gender=token.value))
            elif token.kind == "both":
                found.append(Mention(token.start, token.end, "both", plural=True))
        found.sort(key=lambda mention: mention.start)
        self.note_titles_apposed(found)
        return found

    def note_titles_apposed(self, mentions: list[Mention]) -> None:
        """Keep the titles that stand behind a name as whose they are: "Prince Salman, Crown Prince and Minister"."""
        owner: str | None = None
        for before, mention in pairwise(mentions):
            if before.kind == "name":
                owner = before.slug
            gap = self.text[before.end : mention.start]
            bare = mention.kind == "title" and not mention.slug and not mention.plural
            owner = owner if bare and gap in (", ", ", the ", " and ", ", and ") else None
            if owner:
                self.called.setdefault(owner, set()).add(self.text[mention.start : mention.end].lower())

    def several_countries(self, tokens: list[Token]) -> list[Mention]:
        """Return the further holders of an office that one plural names: "the presidents of Russia, China and Turkey"."""
        found: list[Mention] = []
        for phrase in self.phrases:
            if not (phrase.plural and phrase.countries and not phrase.names) or phrase.called[-1] in (
                "leaders",
                "heads",
            ):
                continue
            roles, end = ROLES_OF_TITLE[phrase.titles[-1]], phrase.end
            for token in tokens[bisect_left(tokens, (end,)) :]:
                if token.start - end > 10 or (
                    token.kind == "country" and not LIST.fullmatch(self.text[end : token.start])
                ):
                    break
                slug = (
                    self.by_title(token.value, roles) if token.kind == "country" and phrase.last == "country" else None
                )
                if slug:
                    found.append(Mention(token.start, token.end, "title", slug, roles, country=token.value))
                    end = token.end
        return found

    def mention(self, phrase: NounPhrase) -> Mention | None:
        """Return what a noun phrase means; None where it means nobody in particular."""
        slug: str | None = None
        if phrase.unlisted:
            slug = slug_of(phrase.unlisted)
            if slug not in self.persons:
                again = self.families.get(phrase.unlisted.casefold()) or self.alike(phrase.unlisted)
                slug = again[-1] if again else None
        elif phrase.names:
            slug = self.best_leader(phrase) if phrase.names[0].kind == "leader" else self.by_family(phrase)
            if slug:
                self.know(slug)
        if slug:
            self.called.setdefault(slug, set()).update(phrase.called)
            start = (
                before_family(self.text, phrase) if phrase.names and phrase.names[0].kind == "family" else phrase.start
            )
            return Mention(start, phrase.end, "name", slug, country=self.persons[slug].country)
        if not phrase.titles or phrase.names:
            return None
        roles = tuple(role for title in phrase.titles for role in ROLES_OF_TITLE[title])
        country = phrase.countries[0] if phrase.countries else None
        kind = "counterpart" if "counterpart" in phrase.titles else "title"
        is_group = phrase.plural and phrase.called[-1] in GROUPS  # "Cuban leaders" are nobody in particular
        return Mention(
            phrase.start,
            phrase.end,
            kind,
            self.by_title(country, roles) if kind == "title" and not is_group else None,
            roles,
            plural=phrase.plural or EVERY.search(self.text, max(0, phrase.start - 8), phrase.start) is not None,
            country=country,
        )

    def alike(self, name: str) -> list[str]:
        """Return the person met whose name has the words of this one."""
        return [
            p.slug for p in self.persons.values() if fuzz.token_set_ratio(anyascii(name), anyascii(p.full_name)) >= 96
        ]

    def by_title(self, country: str | None, roles: Iterable[str]) -> str | None:
        """Return who is meant by a country's title: somebody met in the report, else who held the office that day."""
        if country is None:
            return None
        wanted = list(roles)
        for role in wanted:
            for person in self.persons.values():
                if person.country == country and role in person.roles:
                    return person.slug
        compatriots = [
            person.slug for person in self.persons.values() if person.country == country and person.provisional
        ]
        if len(compatriots) == 1:
            return compatriots[0]
        slug = self.lexicon.holder(country, wanted, self.day)
        if slug and any(role in HEADS for role in wanted):
            self.know(slug)
            return slug
        return None

    def meant_by_title(self, mention: Mention, candidates: Iterable[str], told_of: Iterable[str | None]) -> str | None:
        """Return which of the candidates a bare title means, in their order; those `told_of` just before come first.

        Who holds the office that the title names first; of several, whom the text calls so ("Premier Li" by "the
        premier"), and of these one from the report's own country.
        """
        word = self.text[mention.start : mention.end].lower().removeprefix("the ")
        fitting = [slug for slug in dict.fromkeys(candidates) if self.may_be_called(slug, word, mention.roles)]
        if len(fitting) > 1 and "leader" not in word:
            first = [slug for slug in fitting if self.may_be_called(slug, word, mention.roles[:1])]
            fitting = first or fitting
        for slug in told_of:
            if slug in fitting:
                return slug
        so_called = [slug for slug in fitting if word in self.called.get(slug, ())] or fitting
        own = (slug for slug in so_called if self.persons[slug].country == self.home)
        return next(own, None) or next(iter(so_called), None)

    def may_be_called(self, slug: str, word: str, roles: Iterable[str]) -> bool:
        """Return whether somebody holds an office of the roles, or is called so in the text."""
        return word in self.called.get(slug, ()) or any(role in self.persons[slug].roles for role in roles)

    def unlisted_again(self, taken: set[int]) -> list[Mention]:
        """Return the later mentions, by family name, of people whom the lexicon does not find by it."""
        called = {}
        for family, slugs in self.families.items():
            person = self.persons[slugs[-1]]
            if person.provisional or family not in {name.casefold() for name in person.families}:
                called[family] = person
        if not called:
            return []
        names = "|".join(re.escape(family) for family in sorted(called, key=len, reverse=True))
        found = []
        for match in re.finditer(rf"(?<!\w)(?:{names})(?!\w)", self.text, re.IGNORECASE):
            someone = called.get(match[0].casefold())
            if someone and match.start() not in taken and match[0][0].isupper():
                found.append(Mention(match.start(), match.end(), "name", someone.slug, country=someone.country))
        return found


def same_name(name: str, other: str) -> bool:
    """Return whether two spellings may be of one name, as transcriptions differ."""
    return fuzz.token_sort_ratio(anyascii(name).casefold(), anyascii(other).casefold()) >= 78


def slug_of(name: str) -> str:
    """Return the slug of a name: "Ibrahim Mohamed Solih" as ibrahim-mohamed-solih."""
    return re.sub(r"[^a-z0-9]+", "-", anyascii(name).lower().replace("'", "").replace("’", "")).strip("-")
