"""Frames: what kind of text a report is, by its headline, its first sentence, and whether people speak in turn."""

from collections.abc import Sequence

from importers.extract.view import View
from importers.grammar.patterns import Match, Pattern, first_matches

TURNS = 2  # from so many on people speak in turn
NEWS = "news"


def frame_of(views: Sequence[View], patterns: Sequence[Pattern]) -> str:
    """Return the frame of a report: news, call, meeting, speech, briefing, transcript, column or digest."""
    headline = [view for view in views if view.index < 0]
    body = [view for view in views if view.index >= 0]
    turns = of_place(patterns, "turn")
    speaking = [view for view in body if first_matches(turns, view.row.letters)]
    if len(speaking) >= TURNS:
        return str(turns[0].gives["frame"])
    for place, several in (("headline", headline), ("lead", body[:1])):
        for view in several:
            for pattern in of_place(patterns, place):
                for match in pattern.matches(view.row.letters):
                    return told(view, match)
    return NEWS


def of_place(patterns: Sequence[Pattern], place: str) -> list[Pattern]:
    """Return the patterns for headlines, for leads, or for turns."""
    return [pattern for pattern in patterns if pattern.gives["at"] == place]


def told(view: View, match: Match) -> str:
    """Return the frame that a match gives, or that the word it keeps means."""
    if "frame" in match.kept:
        return view.row.tags[match.kept["frame"][0]].sense.one("frame")
    return str(match.pattern.gives["frame"])
