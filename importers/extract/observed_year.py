"""The year in which an anniversary is told to fall."""

import datetime
import re
from collections.abc import Iterator

from importers.extract.anniversaries import Anniversary
from importers.extract.ordinals import YEARS_AGO, years_back
from importers.extract.sentence_view import SentenceView
from importers.lexicon import Lexicon

YEAR = re.compile(r"(?<![\d–-])(?:19[4-9]\d|20[0-4]\d)(?![\d–-])")  # not of a span such as 2024-2025
NEXT_YEAR = re.compile(
    r"\b(?:next|coming|upcoming|new|approaching)\s+year\b"
    r"|\byear\s+(?:ahead|to\s+come)\b|\bsoon\b",
    re.IGNORECASE,
)
THIS_YEAR = re.compile(
    r"\b(?:this|current|past|outgoing|passing|present)\s+year\b|\bthis\s+is\s+the\s+year\b", re.IGNORECASE
)
LAST_YEAR = re.compile(r"\blast\s+year\b", re.IGNORECASE)


def observed_year(view: SentenceView, told: Anniversary, day: datetime.date | None, lexicon: Lexicon) -> int | None:
    """Return the year in which an anniversary falls: as the sentence says, else as the count gives near the day."""
    counted = lexicon.milestones[told.milestone].year + told.ordinal if told.milestone else None
    named = [int(match[0]) for match in YEAR.finditer(view.text)]
    if counted is not None and counted in named:
        return counted
    if day is None:
        return named[-1] if named else counted
    is_near = counted is not None and abs(counted - day.year) <= 1
    cue = nearest_cue(view.text, told.start - view.start, day)
    if cue is None:
        return counted if is_near else day.year
    of_something_else = counted is not None and abs(cue - counted) > 1  # "the centenary, and the treaty of 2019"
    doubtful = is_near and (of_something_else or (not named and not NEXT_YEAR.search(view.text)))
    return counted if doubtful else cue


def nearest_cue(clause: str, place: int, day: datetime.date) -> int | None:
    """Return the year that the words nearest to the anniversary give."""
    return min(((abs(start - place), year) for start, year in cues(clause, day)), default=(0, None))[1]


def cues(clause: str, day: datetime.date) -> Iterator[tuple[int, int]]:
    """Yield the places of the words for years near the day, and the years that they mean."""
    yield from ((m.start(), int(m[0])) for m in YEAR.finditer(clause) if abs(int(m[0]) - day.year) <= 3)
    for match in YEARS_AGO.finditer(clause) if " ago" in clause else ():
        yield match.start(), day.year - (years_back(match) or 0)
    for pattern, year in ((NEXT_YEAR, day.year + 1), (THIS_YEAR, day.year), (LAST_YEAR, day.year - 1)):
        yield from ((m.start(), year) for m in pattern.finditer(clause))
