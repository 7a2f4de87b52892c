"""A tagged text: what one pass finds in it, and its sentences as rows, with numbers, dates and amounts put together."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from importers.grammar.alphabet import Sense
from importers.grammar.amounts import with_amounts
from importers.grammar.numbers import date_of, figures, numerals, ordinals
from importers.grammar.patterns import first_matches
from importers.grammar.tags import Mark, Row, Tag, replaced
from importers.grammar.variants import in_one_writing
from importers.lexicon import Vocabulary

by_start = attrgetter("start")


@dataclass
class Tagged:
    """A text with its tags and marks, each in their order."""

    text: str
    tags: list[Tag]
    marks: list[Mark]
    vocabulary: Vocabulary

    def row(self, start: int, end: int) -> Row:
        """Return the row of a stretch, its dates and amounts put together."""
        row = self.plain_row(start, end)
        return with_amounts(with_dates(row, self.vocabulary), self.vocabulary.of("amounts"), self.vocabulary.made)

    def plain_row(self, start: int, end: int) -> Row:
        """Return the row of a stretch as the one pass finds it, nothing put together."""
        return self.vocabulary.tagger.row(self.text, start, end, self.tags_in(start, end))

    @cached_property
    def has_address(self) -> bool:
        """Whether anybody is addressed anywhere in the text."""
        return any("address" in tag.sense for tag in self.tags)

    def tags_in(self, start: int, end: int) -> Sequence[Tag]:
        """Return the tags in a stretch."""
        first = bisect_left(self.tags, start, key=by_start)
        last = bisect_left(self.tags, end, first, key=by_start)
        if last > first and self.tags[last - 1].end > end:
            last -= 1  # no other: tags do not overlap
        return self.tags[first:last]

    def marks_in(self, start: int, end: int) -> Sequence[Mark]:
        """Return the marks in a stretch."""
        first, last = (bisect_left(self.marks, place, key=by_start) for place in (start, end))
        return [mark for mark in self.marks[first:last] if mark.end <= end]


def tag(text: str, vocabulary: Vocabulary) -> Tagged:
    """Return a text, in one writing, with what one pass finds in it."""
    text = in_one_writing(text)
    tags, marks = vocabulary.tagger.find(text)
    settings = vocabulary.language.settings.get("numerals", {})
    decimal_comma = vocabulary.language.settings.get("decimal_comma", False)
    numbers = [*figures(text, vocabulary.made, decimal_comma=decimal_comma), *numerals(text, settings, vocabulary.made)]
    numbers = sorted(ordinals(text, numbers, settings.get("ordinal", ""), vocabulary.made), key=by_start)
    return Tagged(text, with_numbers(tags, numbers, text, powers_of_ten(settings)), marks, vocabulary)


def powers_of_ten(settings: Mapping[str, str]) -> dict[str, int]:
    """Return the letters for powers of ten, as [numerals] of a language has them."""
    return {letter: 10 ** (power + 1) for power, letter in enumerate(settings.get("tens", ""))}


def with_numbers(tags: Sequence[Tag], numbers: Sequence[Tag], text: str, tens: Mapping[str, int]) -> list[Tag]:
    """Return tags with numbers among them; of those that overlap the one that begins first, or the longer one.

    Of a scale whose first letter is the last of a number the rest remains: 五千 and 亿 of 五千亿. `tens` are such
    letters, with the power of ten that each stands for.
    """
    found: list[Tag] = []
    done = 0
    for number in numbers:
        first = bisect_left(tags, number.start, done, key=by_start)
        found += tags[done:first]
        done = first
        is_longest = first == len(tags) or tags[first].start > number.start or tags[first].end < number.end
        if is_longest and (not found or found[-1].end <= number.start):
            found.append(number)
            done = bisect_left(tags, number.end, first, key=by_start)
            over = tags[done - 1] if done > first else number
            if "scale" in over.sense and over.end > number.end == over.start + 1 and text[over.start] in tens:
                found.append(rest_of_scale(over, tens[text[over.start]]))
    return [*found, *tags[done:]]


def rest_of_scale(tag: Tag, ten: int) -> Tag:
    """Return a scale without its first letter, which stands for this power of ten."""
    sense = Sense(tag.sense.letter, {**tag.sense, "scale": (str(int(tag.sense.one("scale")) // ten),)})
    return tag._replace(start=tag.start + 1, sense=sense)


def with_dates(row: Row, vocabulary: Vocabulary) -> Row:
    """Return a row in which the parts of a date are one tag."""
    made = []
    for match in first_matches(vocabulary.of("dates"), row.letters):
        date = date_of(row, match)
        if date is not None:
            start, end = row.span(match.start, match.end)
            made.append((match.start, match.end, Tag(start, end, vocabulary.made["date"], date)))
    return replaced(row, made)
