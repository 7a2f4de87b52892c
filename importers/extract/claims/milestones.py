"""Milestones: rows in which known events stand as one tag each, and which event general words mean.

What a language gives (words.csv): `event` with the meaning "relations" (diplomatic relations), "ties" (words that mean
these only where nothing else is counted from), "state" (the founding of a country, its independence, its national day),
"party" (the founding of a party), "partnership" (that two countries became partners),
"same" (words for an event told before: "this event") or "none" (what no reference data hold: a company, a sister city);
`between_them` (words for "between the two countries": those of the leaders who write, whatever else is named);
`apart` (words that part what is counted from the rest of the sentence: "to deepen", "when").
Events that the reference data hold are marked by their phrases and need no word here.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from importers.extract.view import View
from importers.grammar.alphabet import Sense
from importers.grammar.tags import Mark, Row, Tag
from importers.knowledge import Knowledge

OF_EVENTS = ("milestone", "pair milestone", "founded")  # kinds of marks
COUNTING = ("anniversary", "jubilee", "national_day")  # words that count, which a phrase may begin or end with
HYPHENED = re.compile(r"-\w")
OF_NAMES = ("name", "no_name", "organisation")  # words that a name may go on with
UNCUT = ("gap", "name")  # tags of which a part may remain beside a mark
OF_WORDS = {
    "relations": "diplomatic_relations",
    "ties": "diplomatic_relations",
    "state": "state_founded",
    "party": "party_founded",
    "partnership": "partnership",
}
NEAR = 5  # years from the report's, in which relations of which only the count tells are observed
Pair = frozenset[str]
Ordinal = int | None


def with_milestones(view: View, made: Mapping[str, Sense], knowledge: Knowledge) -> Row:
    """Return the row of a sentence with each phrase for a known event as one tag, whose item is its marks.

    A phrase that lies within the name of an office or of a person is none: "general secretary of the Party".
    """
    row, place = view.row, 0
    stretches: list[tuple[int, int, Tag]] = []
    for marks in longest(mark for mark in view.marks if mark.kind in OF_EVENTS):
        end = marks[0].end
        within = [n for n, tag in enumerate(row.tags) if tag.start < end and tag.end > marks[0].start]
        if not within or within[0] < place or any(names(row.tags[n], marks[0]) for n in within):
            continue
        first, last = without_counting(row.tags, within[0], within[-1] + 1)
        if first == last or all(is_said(tag, marks, knowledge) for tag in row.tags[first:last]):
            continue
        if goes_on(view, row.tags[last - 1].end, row.tags[last:]):
            continue
        start = max(marks[0].start, row.tags[first].start)
        stretches.append((first, last, Tag(start, min(end, row.tags[last - 1].end), made["milestone"], marks)))
        place = last
    return replaced_with_rests(row, stretches)


def without_counting(tags: Sequence[Tag], first: int, last: int) -> tuple[int, int]:
    """Return the stretch of a phrase without the words that count: "anniversary of the", "National Day of"."""
    counting = [n for n in range(first, min(first + 2, last)) if any(name in tags[n].sense for name in COUNTING)]
    if counting:
        first = counting[-1] + 1
        while first < last and any(name in tags[first].sense for name in ("of", "the")):
            first += 1
    if first < last and "anniversary" in tags[last - 1].sense:
        last -= 1
    return first, last


def longest(marks: Iterable[Mark]) -> Iterator[tuple[Mark, ...]]:
    """Yield marks by their places, leftmost and longest, none over another."""
    end = -1
    for (start, last), several in groupby(
        sorted(marks, key=lambda mark: (mark.start, -mark.end)), key=lambda mark: (mark.start, mark.end)
    ):
        if start >= end:
            end = last
            yield tuple(several)


def names(tag: Tag, mark: Mark) -> bool:
    """Return whether a tag names somebody by more than the words of a mark."""
    is_named = "person" in tag.sense or "nobody" in tag.sense
    return is_named and (tag.start < mark.start or tag.end > mark.end)


def is_said(tag: Tag, marks: Sequence[Mark], knowledge: Knowledge) -> bool:
    """Return whether a tag says as much as the marks that it covers: a country, or a general word for its founding."""
    if "country" in tag.sense:
        kinds = {knowledge.milestones[mark.value].kind for mark in marks}
        return kinds == {"state_founded"} and all(mark.kind == "founded" for mark in marks)
    return tag.sense.one("event") == "state" and all(mark.kind == "pair milestone" for mark in marks)


def goes_on(view: View, end: int, behind: Sequence[Tag]) -> bool:
    """Return whether a name goes on behind a mark: "Collective Security Treaty Organisation" is no treaty."""
    if HYPHENED.match(view.text, end - view.start):
        return True  # "the establishment of China-France relations"
    following = behind[0] if behind else None
    if following is None or following.start - end != 1 or not view.text[following.start - view.start].isupper():
        return False
    return any(name in following.sense for name in OF_NAMES)


def replaced_with_rests(row: Row, stretches: Sequence[tuple[int, int, Tag]]) -> Row:
    """Return the row with stretches of tags replaced by one each; words that reach over its ends remain beside it."""
    tags: list[Tag] = []
    place = 0
    for first, last, tag in stretches:
        before, after = row.tags[first], row.tags[last - 1]
        tags += row.tags[place:first]
        if before.start < tag.start and is_plain(before):
            tags.append(before._replace(end=tag.start))
        tags.append(tag)
        if after.end > tag.end and is_plain(after):
            tags.append(after._replace(start=tag.end))
        place = last
    tags += row.tags[place:]
    return Row(tags, "".join([tag.sense.letter for tag in tags]))


def is_plain(tag: Tag) -> bool:
    """Return whether a tag is of words that nothing asks for."""
    return any(name in tag.sense for name in UNCUT)


class Event(NamedTuple):
    """What may be counted from: a known event by its marks, or a word for one; and the countries told beside it."""

    word: str  # a meaning of the tag `event`, "" for a known event
    marks: Sequence[Mark]
    countries: Sequence[str]


@dataclass
class Meaning:
    """What events mean in a report.

    `pairs` are the countries of those who write, `heads` those of the leaders named in it, where they are two;
    `home` is that of its publisher, `year` its own, `honoured` are the countries of whom is written to, of whose days
    messages speak, `told` what each ordinal was of before.
    """

    knowledge: Knowledge
    pairs: Sequence[Pair]
    year: int | None
    home: str | None = None
    heads: Pair = frozenset()
    honoured: Sequence[str] = ()
    told: dict[Ordinal, str] = field(default_factory=dict)

    def of(self, event: Event, ordinal: Ordinal, countries: Pair) -> str | None:
        """Return the milestone that an event is where these countries are named; None for none that is known."""
        if event.word in ("relations", "ties"):
            return self.of_relations(ordinal, frozenset(event.countries), countries)
        if event.word == "state":
            return self.of_state(ordinal, event.countries)
        if event.word == "same":
            return self.told.get(ordinal)
        if event.word == "partnership":
            return self.of_partnership(ordinal, (frozenset(event.countries), countries, *self.pairs))
        return self.marked(event, ordinal, countries | set(event.countries))

    def marked(self, event: Event, ordinal: Ordinal, countries: Pair) -> str | None:
        """Return which of the milestones of a phrase is meant where these countries are named."""
        marks = event.marks
        plain = [mark.value for mark in marks if mark.kind == "milestone"]
        plain += [mark.value for mark in marks if mark.kind == "founded" and self.is_near(mark.value, ordinal)]
        if plain:
            return self.counted(plain, ordinal)
        of_pair = [mark.value for mark in marks if mark.kind == "pair milestone"]
        pairs = self.between(countries)
        fitting = [slug for slug in of_pair if self.agrees(slug, ordinal) and self.fits(slug, pairs)]
        beside = [slug for slug in fitting if self.knowledge.milestones[slug].parties <= set(event.countries)]
        if ordinal is None and len(beside or fitting) > 1:
            return None
        return self.counted(beside or fitting, ordinal)

    def kind(self, slug: str | None, event: Event) -> str | None:
        """Return the kind of a milestone; of one that is not known the kind that its words tell."""
        if slug:
            return self.knowledge.milestones[slug].kind
        kinds = {self.knowledge.milestones[mark.value].kind for mark in event.marks}
        return kinds.pop() if len(kinds) == 1 else OF_WORDS.get(event.word)

    def between(self, countries: Pair) -> list[Pair]:
        """Return the pairs that may be spoken of: the two countries that a sentence names, else those who write."""
        return [countries] if len(countries) == 2 else [*self.pairs] or [self.heads]

    def of_relations(self, ordinal: Ordinal, beside: Pair, countries: Pair) -> str | None:
        """Return the diplomatic relations meant: of countries named beside, in the sentence, or of those who write."""
        if len(beside) > 2:
            return None
        for pair in (beside, countries, *self.pairs):
            slug = self.counted(self.knowledge.relations.get(pair, ()), ordinal)
            if slug and (pair == beside or (beside <= pair and self.is_near(slug, ordinal))):
                return slug
        return self.of_home(ordinal, beside, countries)

    def of_each(self, ordinal: Ordinal, beside: Pair) -> list[str]:
        """Return the relations of this ordinal of each pair that writes, where they are several: of one with many."""
        pairs = [pair for pair in dict.fromkeys(self.pairs) if len(beside) != 1 or beside <= pair]
        slugs = [slug for pair in pairs for slug in self.knowledge.relations.get(pair, ())]
        found = [slug for slug in slugs if ordinal and self.years_off(slug, ordinal) == 0]
        return found if len(found) > 1 else []

    def of_home(self, ordinal: Ordinal, beside: Pair, countries: Pair) -> str | None:
        """Return the relations of this ordinal told before, or, if the count fits, of two leaders or the publisher."""
        before = self.knowledge.milestones.get(self.told.get(ordinal, ""))
        if before and before.kind == OF_WORDS["relations"] and beside <= before.parties:
            return before.slug
        for pair in (self.heads, beside | {self.home or ""}):
            slug = self.counted(self.knowledge.relations.get(pair, ()), ordinal) if countries <= pair else None
            if slug and ordinal and self.year and self.years_off(slug, ordinal) <= 1:
                return slug
        return None

    def of_partnership(self, ordinal: Ordinal, pairs: Iterable[Pair]) -> str | None:
        """Return the partnership of two countries whose count leads to about the year of the report."""
        if ordinal is None:
            return None
        found = [slug for pair in pairs for slug in self.knowledge.partnerships.get(pair, ())]
        slug = self.counted(found, ordinal)
        return slug if slug and self.agrees(slug, ordinal) else None

    def of_state(self, ordinal: Ordinal, countries: Iterable[str]) -> str | None:
        """Return the founding or the independence meant: of a country named, else of one whose leader writes."""
        own = [*self.honoured, *(c for pair in self.pairs for c in sorted(pair))] if ordinal is not None else []
        several = list(dict.fromkeys([*countries] or own))
        if self.year is None:  # the count cannot tell which is meant
            several.sort(key=lambda country: country not in self.honoured)
        for country in several:
            fitting = [slug for slug in self.knowledge.foundings.get(country, ()) if self.agrees(slug, ordinal)]
            if fitting:
                return self.counted(fitting, ordinal)
        return None

    def counted(self, slugs: Sequence[str], ordinal: Ordinal) -> str | None:
        """Return the one of several whose year and the ordinal come nearest to the year of the report."""
        return min(slugs, key=lambda slug: self.years_off(slug, ordinal), default=None)

    def years_off(self, slug: str, ordinal: Ordinal) -> int:
        """Return how many years the count leads away from the year of the report; 0 where that is not known."""
        if self.year is None or ordinal is None:
            return 0
        return abs(self.knowledge.milestones[slug].year + ordinal - self.year)

    def agrees(self, slug: str, ordinal: Ordinal) -> bool:
        """Return whether the count leads to about the year of the report, as general words must to mean this one."""
        return self.years_off(slug, ordinal) <= 1

    def is_near(self, slug: str, ordinal: Ordinal) -> bool:
        """Return whether the count leads to some year near the report's, ahead or behind."""
        return self.years_off(slug, ordinal) <= NEAR

    def fits(self, slug: str, pairs: Sequence[Pair]) -> bool:
        """Return whether words that need the pair may mean this milestone."""
        parties = self.knowledge.milestones[slug].parties
        return any(parties <= pair or (len(parties) == 1 and parties & pair) for pair in pairs)
