"""People: who is meant by a name, a title, or both, on the day of the report."""

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from importers.extract.acquaintances import HEADS, ROLES_OF_TITLE, Acquaintances, slug_of
from importers.extract.noun_phrases import before_family
from importers.extract.phrase_joining import NounPhrase
from importers.lexicon import Lexicon, Token

GROUPS = ("leaders", "heads", "top leaders", "statesmen")
EVERY = re.compile(r"\b(?:every|each|any|no|other|some) $")
LIST = re.compile(r", (?:and )?(?:the )?| and (?:the )?")


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


class People(Acquaintances):
    """Who is who in one report."""

    def __init__(
        self, text: str, tokens: list[Token], lexicon: Lexicon, day: datetime.date | None, home: str | None = None
    ) -> None:
        super().__init__(text, tokens, lexicon, day)
        self.home = home  # the country in which the report was written
        self.called: dict[str, set[str]] = {}  # the titles that the text gives with each name
        self.mentions = self.find_mentions(tokens)

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
            bare = mention.kind == "title" and not mention.slug and not mention.plural
            if not (owner and bare and self.text[before.end : mention.start] in (", ", ", the ", " and ", ", and ")):
                owner = None
                continue
            self.called.setdefault(owner, set()).add(self.text[mention.start : mention.end].lower())

    def several_countries(self, tokens: list[Token]) -> list[Mention]:
        """Return the further holders of an office that a plural names: "the presidents of Russia and China"."""
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
