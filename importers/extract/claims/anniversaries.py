"""Anniversaries: an ordinal, what is counted from, and the year in which it is observed."""

from collections.abc import Sequence

from importers.extract.view import View
from importers.grammar.patterns import Pattern
from importers.knowledge import Knowledge
from importers.reading import AnniversaryRead


def anniversaries_of(
    view: View, pairs: Sequence[frozenset[str]], year: int | None, knowledge: Knowledge, patterns: Sequence[Pattern]
) -> list[AnniversaryRead]:
    """Return the anniversaries that a sentence tells of."""
    return []
