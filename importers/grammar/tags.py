"""Tags: what words of a text may mean, at their places; a sentence is a row of them, on which patterns are matched."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from importers.grammar.alphabet import Sense

CASE = "case"  # the tag of what stands in a case of a noun


class Tag(NamedTuple):
    """A stretch of the text with what it may mean; `item` is what code has worked out of it: a person, a day."""

    start: int
    end: int
    sense: Sense
    item: Any = None


class Mark(NamedTuple):
    """A phrase of the reference data at a place: a milestone, a theme. Marks may overlap, tags do not."""

    start: int
    end: int
    kind: str
    value: str


class Row(NamedTuple):
    """The tags of a sentence, and the same as letters for patterns."""

    tags: Sequence[Tag]
    letters: str

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the characters from one tag up to another, which is not included."""
        return self.tags[first].start, self.tags[last - 1].end

    def items(self, first: int, last: int) -> list[Any]:
        """Return what code has worked out of the tags in a stretch."""
        return [tag.item for tag in self.tags[first:last] if tag.item is not None]


def replaced(row: Row, made: Sequence[tuple[int, int, Tag]]) -> Row:
    """Return the row with stretches of tags replaced by one each, given in their order."""
    if not made:
        return row
    tags: list[Tag] = []
    letters: list[str] = []
    place = 0
    for first, last, tag in made:
        tags += [*row.tags[place:first], tag]
        letters += [row.letters[place:first], tag.sense.letter]
        place = last
    return Row([*tags, *row.tags[place:]], "".join([*letters, row.letters[place:]]))
