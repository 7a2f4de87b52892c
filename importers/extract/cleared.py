"""Cleared: reports that tell of no message, no anniversary and no trade, which a look at some sentences shows.

Most texts of an archive are such. The words of most sentences show that no pattern of these kinds can hold in them;
what is left is looked at by itself, with whoever may be named in it. Of a cleared report only its themes are read.
"""

from collections.abc import Sequence

from importers.extract.claims.themes import KINDS
from importers.extract.claims.trade import told
from importers.extract.claims.trade_flows import flows_in
from importers.extract.frames import frame_of
from importers.extract.speech_patterns import FACE_TO_FACE, parts_letters_from_talk
from importers.extract.view import Place, View, nobody_yet, places_of, views_of
from importers.grammar.patterns import Pattern
from importers.grammar.tags import Row, Tag
from importers.knowledge import Knowledge
from importers.parse.report import ParsedReport

NOTHING = Row((), "")


def cleared(parsed: ParsedReport, knowledge: Knowledge) -> list[View] | None:
    """Return the sentences of a report as views in which nobody writes; None where it may tell of more."""
    places = list(places_of(parsed))
    if any(may_tell(place, parsed, knowledge) for place in places) or is_talk(places[:2], parsed, knowledge):
        return None
    body = [place for place in places if place.index >= 0]
    marked = [place for place in body if any(mark.kind in KINDS for mark in place.marks())]
    views = {view.index: view for view in views_of(marked, parsed, nobody_yet(parsed, knowledge))}
    return [views.get(place.index) or place.view(NOTHING, ()) for place in body]


def is_talk(places: Sequence[Place], parsed: ParsedReport, knowledge: Knowledge) -> bool:
    """Return whether headline and lead are of a talk or a speech, so that it matters who speaks in it."""
    if not parts_letters_from_talk(parsed.vocabulary.of("speech")):
        return False
    views = views_of(places, parsed, nobody_yet(parsed, knowledge))
    return frame_of(views, parsed.vocabulary.of("frames")) in FACE_TO_FACE


def may_tell(place: Place, parsed: ParsedReport, knowledge: Knowledge) -> bool:
    """Return whether a sentence may tell of a message, an anniversary or a figure of trade."""
    tags = place.tags()
    letters = {tag.sense.letter for tag in tags}
    of = parsed.vocabulary.of
    opening = first_letter(place, tags)
    if any(begins(pattern, place, opening) for pattern in of("anniversaries").able_by_words(letters)):
        return True
    telling = [one for one in of("correspondence").able_by_words(letters) if begins(one, place, opening)]
    is_of_trade = any(one.gives["is"] not in ("other", "before") for one in of("flows").able_by_words(letters)) and any(
        one.gives["claim"] != "none" for one in of("trade").able_by_words(letters)
    )
    if not telling and not is_of_trade:
        return False
    for supposes in (False, True):  # whom other sentences may introduce: nobody, or everybody who has a name
        (view,) = views_of([place], parsed, nobody_yet(parsed, knowledge, supposes=supposes))
        if any(any(pattern.matches(view.row.letters)) for pattern in telling):
            return True
        flows = flows_in(view.row, of("flows")) if is_of_trade else []
        if any(flow and flow.kind != "before" for _, flow in told(view.row, flows, of("trade"), None)):
            return True
    return False


def first_letter(place: Place, tags: Sequence[Tag]) -> str:
    """Return the letter of the tag with which a sentence begins, "" where it begins with other words."""
    before = place.tagged.text[place.start : tags[0].start] if tags else ""
    return tags[0].sense.letter if tags and not any(map(str.isalnum, before)) else ""


def begins(pattern: Pattern, place: Place, opening: str) -> bool:
    """Return whether a pattern may hold first: not only behind a message or an anniversary that another has read."""
    is_in_place = place.index < 0 or not pattern.gives.get("at")
    is_at_start = not pattern.opening or opening in pattern.opening
    return is_in_place and is_at_start and not any(map(pattern.gives.get, ("after", "in_row", "again", "signs")))
