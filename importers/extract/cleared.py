"""Cleared: reports that tell of no message, no anniversary and no trade, as the words of their sentences alone show.

Most texts of an archive are such. Nobody needs to be found in them: no pattern of these kinds can hold, whoever is
named, so what is left of a sentence is its themes and its form of address, which its words tell.
"""

from collections.abc import Sequence

from importers.extract.claims.themes import BEFORE_LEADER, KINDS
from importers.extract.names import NounPhrase, noun_phrases
from importers.extract.view import Place, View, places_of
from importers.grammar.alphabet import Sense
from importers.grammar.patterns import Pattern
from importers.grammar.tags import Mark, Row, Tag, replaced
from importers.parse.report import ParsedReport

NOTHING = Row((), "")


def cleared(parsed: ParsedReport) -> list[View] | None:
    """Return the sentences of a report as views in which nobody stands; None where it may tell of more."""
    places = list(places_of(parsed))
    if any(may_tell(place, parsed) for place in places):
        return None
    views: list[View] = []
    for place in (one for one in places if one.index >= 0):
        marks = [mark for mark in place.marks() if mark.kind in KINDS]
        is_addressed = any("address" in tag.sense for tag in place.tags())
        row = place.row() if marks or is_addressed else NOTHING
        phrases = list(noun_phrases(place.tagged.text, row, parsed.vocabulary.of("names")))
        if any(hangs_on(phrase, row, marks) for phrase in phrases):
            return None
        row = with_somebody(row, phrases, parsed.vocabulary.made["nobody"])
        views.append(place.view(row, marks))
    return views


def may_tell(place: Place, parsed: ParsedReport) -> bool:
    """Return whether a sentence may tell of a message, an anniversary or a figure of trade, as far as its words go."""
    tags = place.tags()
    letters = {tag.sense.letter for tag in tags}
    opening = first_letter(place, tags)
    of = parsed.vocabulary.of
    return any(
        begins(pattern) and (not pattern.opening or opening in pattern.opening)
        for kind in ("correspondence", "anniversaries")
        for pattern in of(kind).able_by_words(letters)
    ) or (
        any(pattern.gives["is"] not in ("other", "before") for pattern in of("flows").able_by_words(letters))
        and any(pattern.gives["claim"] != "none" for pattern in of("trade").able_by_words(letters))
    )


def first_letter(place: Place, tags: Sequence[Tag]) -> str:
    """Return the letter of the tag with which a sentence begins, "" where it begins with other words."""
    before = place.tagged.text[place.start : tags[0].start] if tags else ""
    return tags[0].sense.letter if tags and not any(map(str.isalnum, before)) else ""


def begins(pattern: Pattern) -> bool:
    """Return whether a pattern may hold first: not only behind a message or an anniversary that another has read."""
    return not any(pattern.gives.get(key) for key in ("after", "in_row", "again"))


def hangs_on(phrase: NounPhrase, row: Row, marks: Sequence[Mark]) -> bool:
    """Return whether it matters to a theme, or to the form of address, whom a phrase names, if anybody."""
    if any(mark.kind == BEFORE_LEADER and phrase.end > mark.end for mark in marks):
        return True
    if names_somebody(phrase):
        return False
    told = [(mark.start, mark.end) for mark in marks]
    told += [(tag.start, tag.end) for tag in row.tags if "address" in tag.sense]
    return any(phrase.start <= start and end <= phrase.end for start, end in told)


def names_somebody(phrase: NounPhrase) -> bool:
    """Return whether a phrase names somebody whatever the rest of the report tells, known or not."""
    return phrase.kind in ("both", "relative", "nobody") or (
        phrase.kind == "person" and bool(phrase.titles or phrase.leaders)
    )


def with_somebody(row: Row, phrases: Sequence[NounPhrase], sense: Sense) -> Row:
    """Return the row with each phrase that names somebody as one tag."""
    named = [phrase for phrase in phrases if names_somebody(phrase)]
    return replaced(row, [(one.first, one.last, Tag(one.start, one.end, sense)) for one in named])
