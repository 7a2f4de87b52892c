"""Clauses: the parts of a sentence that each tell of messages of their own, with a subject and a verb."""

import re
from bisect import bisect_left

from importers.extract.attribution_words import ADVERBS
from importers.extract.people import Mention
from importers.extract.sentence_view import SentenceView
from importers.parse.report import ParsedReport

JOINT = re.compile(r"(?:[,;]\s+(?:and\s+|while\s+|whereas\s+|but\s+)?|\s+(?:and|while|whereas)\s+)(?:the\s+)?")
LISTED = re.compile(r"^,?\s*(?:and|as well as|together with)\s+(?:the\s+)?$")
TELLING = frozenset(("send", "extend", "congratulate", "wish", "exchange", "receive"))


def clauses(view: SentenceView, parsed: ParsedReport) -> list[SentenceView]:
    """Return the clauses of "A congratulated B, and C exchanged greetings with D"; the sentence where it is one."""
    verbs = [t for kind in ("send", "mutual") for t in view.by_kind.get(kind, ()) if t.value in TELLING]
    if len(verbs) < 2 or len(view.mentions) < 3:
        return [view]
    first, last = min(verb.start for verb in verbs), max(verb.start for verb in verbs)
    starts = [view.start]
    for joint in JOINT.finditer(view.body, first, last):
        has_told = any(starts[-1] <= verb.start < joint.start() for verb in verbs)
        if has_told and any(goes_with(view, joint.end(), verb.start) for verb in verbs if verb.start > joint.end()):
            starts.append(joint.end())
    if len(starts) == 1:
        return [view]
    return [part_of(view, parsed, a, b) for a, b in zip(starts, [*starts[1:], view.end], strict=True)]


def goes_with(view: SentenceView, place: int, verb: int) -> bool:
    """Return whether a verb has a subject of its own that begins at a place: one, or two joined."""
    named = [m for m in view.mentions if place <= m.start < verb and m.kind in ("name", "title", "counterpart")]
    if not named or len(named) > 2 or named[0].start != place:
        return False
    listed = len(named) == 1 or LISTED.match(view.body[named[0].end : named[1].start]) is not None
    return listed and ADVERBS.match(view.body[named[-1].end : verb]) is not None


def part_of(view: SentenceView, parsed: ParsedReport, start: int, end: int) -> SentenceView:
    """Return the stretch of a sentence as a sentence of its own."""
    sentence = view.sentence._replace(start=start, end=end)
    tokens = view.tokens[
        bisect_left([t.start for t in view.tokens], start) : bisect_left([t.start for t in view.tokens], end)
    ]
    mentions: list[Mention] = [m for m in view.mentions if start <= m.start < end]
    return SentenceView(parsed, view.people, view.index, sentence, tokens, mentions)
