"""Milestones: rows in which known events stand as one tag each, and which event general words mean.

What a language gives (words.csv): `event` with the meaning "relations" (diplomatic relations), "ties" (words that mean
these only where nothing else is counted from), "state" (the founding of a country, its independence, its national day),
"same" (words for an event told before: "this event") or "none" (what no reference data hold: a company, a sister city);
`between_them` (words for "between the two countries": those of the leaders who write, whatever else is named);
`apart` (words that part what is counted from the rest of the sentence: "to deepen", "when").
Events that the reference data hold are marked by their phrases and need no word here.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from importers.extract.view import View
from importers.grammar.alphabet import Sense
from importers.grammar.tags import Mark, Row, Tag
from importers.knowledge import Knowledge

OF_EVENTS = ("milestone", "pair milestone", "founded")  # kinds of marks
UNCUT = ("gap", "name")  # tags of which a part may remain beside a mark
OF_WORDS = {"relations": "diplomatic_relations", "ties": "diplomatic_relations", "state": "state_founded"}
NEAR = 3  # years from the report's, in which relations of which only the count tells are observed
Pair = frozenset[str]
Ordinal = int | None


def with_milestones(view: View, made: Mapping[str, Sense]) -> Row:
    """Return the row of a sentence with each phrase for a known event as one tag, whose item is its marks.

    A phrase that lies within the name of an office or of a person is none: "general secretary of the Party".
    """
    row, place = view.row, 0
    stretches: list[tuple[int, int, Tag]] = []
    tags: list[Tag] = []
    for marks in longest(mark for mark in view.marks if mark.kind in OF_EVENTS):
        start, end = marks[0].start, marks[0].end
        within = [n for n, tag in enumerate(row.tags) if tag.start < end and tag.end > start]
        if not within or within[0] < place or any(names(row.tags[n], start, end) for n in within):
            continue
        if all(is_said(row.tags[n], marks) for n in within):
            continue
        counts = any("anniversary" in row.tags[n].sense for n in within)
        tags.append(Tag(start, end, made["anniversary" if counts else "milestone"], marks))
        stretches.append((within[0], within[-1] + 1, tags[-1]))
        place = within[-1] + 1
    return replaced_with_rests(row, stretches)


def longest(marks: Iterable[Mark]) -> Iterator[tuple[Mark, ...]]:
    """Yield marks by their places, leftmost and longest, none over another."""
    end = -1
    for (start, last), several in groupby(
        sorted(marks, key=lambda mark: (mark.start, -mark.end)), key=lambda mark: (mark.start, mark.end)
    ):
        if start >= end:
            end = last
            yield tuple(several)


def names(tag: Tag, start: int, end: int) -> bool:
    """Return whether a tag names somebody by more than a stretch of the text."""
    is_named = "person" in tag.sense or "nobody" in tag.sense
    return is_named and (tag.start < start or tag.end > end)


def is_said(tag: Tag, marks: Sequence[Mark]) -> bool:
    """Return whether a tag says as much as the marks that it covers: a country, or a general word for its founding."""
    if "country" in tag.sense:
        return all(mark.kind == "founded" for mark in marks)
    return tag.sense.one("event") == "state" and all(mark.kind == "pair milestone" for mark in marks)


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

    `pairs` are the countries of those who write, `year` is the report's, `told` what each ordinal was of before.
    """

    knowledge: Knowledge
    pairs: Sequence[Pair]
    year: int | None
    honoured: Sequence[str] = ()  # the countries of those who are written to, of whose days messages speak
    told: dict[Ordinal, str] = field(default_factory=dict)

    def of(self, event: Event, ordinal: Ordinal, countries: Pair) -> str | None:
        """Return the milestone that an event is in a sentence that names these countries; None for none known."""
        if event.word in ("relations", "ties"):
            return self.of_relations(ordinal, frozenset(event.countries), countries)
        if event.word == "state":
            return self.of_state(ordinal, event.countries)
        if event.word == "same":
            return self.told.get(ordinal)
        return self.marked(event, ordinal, countries | set(event.countries))

    def marked(self, event: Event, ordinal: Ordinal, countries: Pair) -> str | None:
        """Return which of the milestones of a phrase is meant where these countries are named."""
        marks = event.marks
        plain = [mark.value for mark in marks if mark.kind != "pair milestone"]
        concerned = [slug for slug in plain if self.concerns(slug, countries) or self.years_off(slug, ordinal) == 0]
        if concerned:
            return self.counted(concerned, ordinal)
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
        return [countries] if len(countries) == 2 else [*self.pairs]

    def of_relations(self, ordinal: Ordinal, beside: Pair, countries: Pair) -> str | None:
        """Return the diplomatic relations meant: of countries named beside, in the sentence, or of those who write."""
        if len(beside) > 2:
            return None
        for pair in (beside, countries, *self.pairs):
            slug = self.counted(self.knowledge.relations.get(pair, ()), ordinal)
            if slug and (pair == beside or (beside <= pair and self.years_off(slug, ordinal) <= NEAR)):
                return slug
        return None

    def of_state(self, ordinal: Ordinal, countries: Iterable[str]) -> str | None:
        """Return the founding or the independence meant: of a country named, else of one whose leader writes."""
        own = [*self.honoured, *(c for pair in self.pairs for c in sorted(pair))] if ordinal is not None else []
        for country in dict.fromkeys([*countries, *own]):
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

    def fits(self, slug: str, pairs: Sequence[Pair]) -> bool:
        """Return whether words that need the pair may mean this milestone."""
        parties = self.knowledge.milestones[slug].parties
        return any(parties <= pair or (len(parties) == 1 and parties & pair) for pair in pairs)

    def concerns(self, slug: str, countries: Pair) -> bool:
        """Return whether a milestone is the world's, or one of a country that is named or whose leader writes."""
        parties = self.knowledge.milestones[slug].parties
        return not parties or bool(parties & countries) or any(parties & pair for pair in self.pairs)
