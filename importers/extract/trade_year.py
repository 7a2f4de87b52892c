"""The year that a figure of trade is of."""

import datetime
import re

from importers.extract.ordinals import CARDINAL_WORDS, DIGITS
from importers.extract.trade_figure import FigureFound
from importers.reading import TradeRead

YEAR = re.compile(r"\b(?P<year>19[5-9]\d|20[0-4]\d)(?:[-–/](?P<ends>\d\d)\b(?![-–/.]\d))?\b")
LAST_YEAR = re.compile(
    r"(?<!\bfrom )(?<!\bthan )(?<!\bover )(?<!\bon )(?<!\bwith )(?<!\bto )(?<!\bof )\blast year\b", re.IGNORECASE
)
# "in 2023", "in the first half of this one": a year with which a figure's words end
BESIDE = re.compile(
    r"\s(?:in|for)\s(?:the\s(?:first|last|second|third|fourth)\s(?:\w+\s)?(?:months?|half|quarter|weeks?)\s)?"
    r"(?=(?:of\s|in\s)?\Z)"
)
TURN = re.compile(r"\bbut\b|\bwhile\b|;")
THIS_YEAR = re.compile(
    r"\bthis year\b|\bcurrent year\b|\b(?:of|in) (?:this|the (?:current|present)) one\b", re.IGNORECASE
)
YEAR_ON_YEAR = re.compile(
    r"(?:year[- ]on[- ]year|over|from|than|compared (?:to"
    r"|with)|on|above|below|against|of those of)\W+(?:the\W+)?(?:those\W+of\W+"
    r"|that\W+of\W+|a year (?:earlier|before|ago)|the (?:year before"
    r"|previous year)|(?P<year>(?:19|20)\d\d))",
    re.IGNORECASE,
)
SINCE = re.compile(r"\bsince (?:\w+ )?(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)  # what growth is counted from
# The year for which a goal was set, which is not the year in which it was reached.
DUE = re.compile(r"\b(?:set|planned|fixed|foreseen|due|agreed|scheduled) (?:for|by) (?P<year>20\d\d)\b", re.IGNORECASE)
DECADE_END = re.compile(r"\bby (?:the )?end of (?:the|this) decade\b", re.IGNORECASE)
WITHIN = re.compile(
    rf"\b(?:within|in|over) (?:the )?(?:next |coming |following )?(?P<count>\d\d?|{DIGITS}|ten) years"
    r"(?: from now|' time)?\b",
    re.IGNORECASE,
)
NEXT_YEAR = re.compile(r"\bnext year\b", re.IGNORECASE)
AGAINST = re.compile(
    r"\b(?:against|compared (?:to|with)|than(?! [A-Za-z]{0,3}[$€£¥₽₹]?\s?\d)"  # "more than $5 billion" compares nothing
    r"|times|twice|double (?:what|that|the|as)|up from|down from|same period)\b"
    r"[^;]{0,60}?\b(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def distance(text: str, cue: re.Match[str], figure: FigureFound) -> int:
    """Return how far a year stands from a figure; one right behind it is next to it, one of another clause farther."""
    if cue.start() >= figure.end:
        if BESIDE.match(text[figure.end : cue.start()]):
            return 0
        return cue.start() - figure.end + (60 if TURN.search(text, figure.end, cue.start()) else 0)
    turned = TURN.search(text, cue.end(), figure.start) if cue.end() <= figure.start else None
    return max(0, figure.start - cue.end()) + (60 if turned else 0)


def year_of(
    text: str, figure: FigureFound, years: list[re.Match[str]], day: datetime.date | None, before: TradeRead | None
) -> int | None:
    """Return the year that a figure is of: the one named nearest, of the words for `years` that it may be of."""
    named = [(distance(text, m, figure), year) for m in years if (year := year_meant(m, day))]
    if named:
        return min(named)[1]
    if day is None or figure.claim == "target":
        return None  # a goal is of the year it is due
    if before is not None and (before.year is None or before.year <= day.year):
        return before.year
    return day.year if day.month > 2 else day.year - 1


def year_cues(text: str, start: int, end: int, figure: FigureFound) -> list[re.Match[str]]:
    """Return the words for years that a figure may be of: not those that it is compared with."""
    compared = {m.start("year") for m in YEAR_ON_YEAR.finditer(text, start, end) if m["year"]}
    compared |= {m.start("year") for m in AGAINST.finditer(text, start, end) if not m.start() < figure.start < m.end()}
    passed_over = {"growth": SINCE, "decline": SINCE, "target_reached": DUE}.get(figure.claim)
    if passed_over:
        compared |= {m.start("year") for m in passed_over.finditer(text, start, end)}
    years = [m for m in YEAR.finditer(text, start, end) if m.start() not in compared]
    if figure.claim == "target":
        others = [m for pattern in (DECADE_END, WITHIN, NEXT_YEAR) for m in pattern.finditer(text, start, end)]
    else:
        others = list(LAST_YEAR.finditer(text, start, end)) if text.find("ast year", start, end) >= 0 else []
    return [*years, *THIS_YEAR.finditer(text, start, end), *others]


def year_meant(cue: re.Match[str], day: datetime.date | None) -> int | None:
    """Return the year that words mean in a report of a day; of a fiscal year, "2023-24", that in which it ends."""
    if cue[0][0].isdigit():
        following = int(cue["year"]) + 1
        return following if cue["ends"] == f"{following % 100:02d}" else int(cue["year"])
    if day is None:
        return None
    words = cue[0].lower()
    if cue.re is WITHIN:
        return day.year + int(CARDINAL_WORDS.get(cue["count"].lower()) or cue["count"])
    if words.endswith("decade"):
        return day.year - day.year % -10
    return day.year + {"last": -1, "next": 1}.get(words[:4], 0)
