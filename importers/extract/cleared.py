"""Cleared: reports that tell of no message, no anniversary and no trade, as the words of their sentences alone show.

Most texts of an archive are such. Nobody needs to be found in them: no pattern of these kinds can hold, whoever is
named, so what is left of a sentence is its themes and its form of address, which its words tell.
"""

from collections.abc import Sequence

from importers.extract.claims.themes import BEFORE_LEADER, KINDS
from importers.extract.names import noun_phrases
from importers.extract.view import Place, View, places_of
from importers.grammar.patterns import Pattern
from importers.grammar.tags import Mark, Row
from importers.parse.report import ParsedReport

NOTHING = Row((), "")


def cleared(parsed: ParsedReport) -> list[View] | None:
    """Return the sentences of a report as views in which nobody stands; None where it may tell of more."""
    places = list(places_of(parsed))
    if any(may_tell(place, parsed) for place in places):
        return None
    views: list[View] = []
    for place in places if parsed.headline is None else places[1:]:
        marks = [mark for mark in place.marks() if mark.kind in KINDS]
        is_addressed = any("address" in tag.sense for tag in place.tags())
        row = place.row() if marks or is_addressed else NOTHING
        if row.tags and hangs_on_people(row, marks, is_addressed, place, parsed):
            return None
        views.append(place.view(row, marks))
    return views


def may_tell(place: Place, parsed: ParsedReport) -> bool:
    """Return whether a sentence may tell of a message, an anniversary or a figure of trade, as far as its words go."""
    letters = {tag.sense.letter for tag in place.tags()}
    able = parsed.vocabulary.able
    return (
        any(begins(pattern) for kind in ("correspondence", "anniversaries") for pattern in able(kind, letters))
        or (
            any(pattern.gives["is"] not in ("other", "before") for pattern in able("flows", letters))
            and any(pattern.gives["claim"] != "none" for pattern in able("trade", letters))
        )
    )


def begins(pattern: Pattern) -> bool:
    """Return whether a pattern may hold first: not only behind a message or an anniversary that another has read."""
    return not any(pattern.gives.get(key) for key in ("after", "in_row", "again"))


def hangs_on_people(row: Row, marks: Sequence[Mark], is_addressed: bool, place: Place, parsed: ParsedReport) -> bool:
    """Return whether themes or the form of address hang on who is named: they stand within a name, or before one."""
    if any(mark.kind == BEFORE_LEADER for mark in marks):
        return True
    told = [(mark.start, mark.end) for mark in marks]
    told += [(tag.start, tag.end) for tag in row.tags if is_addressed and "address" in tag.sense]
    named = [(one.start, one.end) for one in noun_phrases(place.tagged.text, row, parsed.vocabulary.of("names"))]
    return any(start < end_told and start_told < end for start, end in named for start_told, end_told in told)
