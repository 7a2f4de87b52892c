"""Occasions: what a message is written for, by the patterns of a language."""

from collections.abc import Sequence
from typing import NamedTuple

from importers.extract.view import View
from importers.grammar.patterns import Pattern
from importers.reading import AnniversaryRead


class Occasion(NamedTuple):
    """What is written for; the milestone and the ordinal where it is an anniversary."""

    slug: str
    milestone: str | None = None
    ordinal: int | None = None


def occasion_of(view: View, anniversaries: Sequence[AnniversaryRead], patterns: Sequence[Pattern]) -> Occasion | None:
    """Return the occasion that a sentence tells of; None where it tells of none."""
    for pattern in patterns:
        for match in pattern.matches(view.row.letters):
            return Occasion(view.row.tags[match.kept["occasion"][0]].sense.one("occasion"))
    return None
