"""Frames: what kind of text a report is, by its headline, its first sentence, and whether people speak in turn."""

import re
from collections.abc import Sequence

from importers.extract.view import View
from importers.grammar.patterns import Match, Patterns, first_matches, giving

TURNS = 2  # from so many on people speak in turn
MANY = 5  # turns within paragraphs, where two may be headings: "China's Xi: Iran has grown"
FLAT = 2  # paragraphs of a text that has lost where they begin
OPENING = 4  # sentences, the lead among them, in which who is quoted tells that he has called
NEWS = "news"
BULLET = re.compile(r"[*•·▪●◦]\s+(?!\*\s)")  # before the items of a list, which are no turns; "* * *" parts a text


def frame_of(views: Sequence[View], patterns: Patterns) -> str:
    """Return the frame of a report: news, call, meeting, speech, briefing, transcript, column or digest."""
    headline = [view for view in views if view.index < 0]
    body = [view for view in views if view.index >= 0]
    turns = giving(patterns, "at", "turn")
    plain = [view for view in body if not BULLET.match(view.text)]
    speaking = [view for view in plain if first_matches(turns, view.row.letters)]
    beginning = speaking if is_flat(body) else [view for view in speaking if view.begins_paragraph]
    if len(beginning) >= TURNS or len(speaking) >= MANY:
        return str(turns.every[0].gives["frame"])
    opening = [] if any(view.has("message") for view in [*headline, *body[:1]]) else body[1:OPENING]
    for place, several in (("opening", opening), ("headline", headline), ("lead", body[:1])):
        for view in several:
            for pattern in giving(patterns, "at", place):
                for match in pattern.matches(view.row.letters):
                    return told(view, match)
    return NEWS


def is_flat(views: Sequence[View]) -> bool:
    """Return whether a text has lost where its paragraphs begin."""
    return len({view.paragraph for view in views if view.index >= 0}) <= FLAT


def told(view: View, match: Match) -> str:
    """Return the frame that a match gives, or that the word it keeps means."""
    if "frame" in match.kept:
        return view.row.tags[match.kept["frame"][0]].sense.one("frame")
    return str(match.pattern.gives["frame"])
