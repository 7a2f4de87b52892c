"""The months that a figure of trade is of, where it is not of the whole year: December alone, the first half."""

import re
from collections.abc import Iterator

from importers.extract.trade_figure import FigureFound
from importers.extract.trade_year import distance
from importers.parse.dates import MONTHS as MONTH_NUMBERS
from importers.reading import Months

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
PARTS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4}
COUNTS = {
    word: number
    for number, word in enumerate("two three four five six seven eight nine ten eleven".split(), 2)  # noqa: SIM905
}
PERIOD = re.compile(
    rf"\b(?:(?:(?:in|for|during|of|from|between)\s)?(?P<first>{MONTH})\s?(?:[-–—]|to|through|until|and)\s?"
    rf"(?P<last>{MONTH})"
    rf"|(?P<part>{'|'.join(PARTS)})[\s-](?P<unit>half|quarter)\b(?!\s+of\s+(?:the|a|this)\s+(?:\w+\s)?(?:century|decade))"
    r"|(?P<code>H[12]|Q[1-4])\b"
    rf"|(?:first\s(?P<count>\d\d?|{'|'.join(COUNTS)})\s+months|(?P<months_of>\d\d?|{'|'.join(COUNTS)})\s+months\s+of)\b"
    rf"|(?P<alone>{MONTH})\salone\b"
    rf"|(?:in|for|during|of)\s(?:the month of\s)?(?P<month>{MONTH})(?!['’]s|\s\d\d?\b)"
    r"|(?P<to_date>so far this year|year[- ]to[- ]date|since the (?:beginning|start) of (?:the|this) year"
    r"|first (?:few )?weeks\b)"
    r"|same\s(?P<same>period|months?|quarter|half)\b)"
    r"(?:,?\s+(?:of\s+)?(?:(?:this|last|the current|the previous)\s+year|this one|(?:19|20)\d\d)\b)?",
    re.IGNORECASE,
)
# A month in which something was said, agreed or published, or that is compared with.
DONE_IN = re.compile(
    r"\b(?:said|says|told|announced|agreed|met|meet(?:ing)?|released|published|reported|show\w*|signed|launched|set"
    r"|held|summit|visit\w*|talks|established|founded|since|until|by)\b(?:(?!\bthat\b)[^,;]){0,30}$"
    r"|\b(?:as|than|against|compared (?:to|with))\s$",
    re.IGNORECASE,
)


def months_of(
    text: str, start: int, end: int, figure: FigureFound, years: list[re.Match[str]], before: Months | None
) -> Months | None:
    """Return the first and last month that a figure is of; None where it is of a whole year.

    The period named nearest counts, unless one of the `years` that the sentence names stands nearer without one.
    `before` are the months of the sentence before, which hold on where this one names no period and no year. A goal is
    a year's.
    """
    if figure.claim in ("target", "target_reached"):
        return None
    periods = list(periods_told(text, start, end))
    if not periods:
        return None if years else before
    spans = [(match.start(), match.end()) for match, _ in periods]
    named = [(distance(text, match, figure), 0, months) for match, months in periods]
    whole = [
        distance(text, match, figure)
        for match in years
        if not any(first <= match.start() < last for first, last in spans)
    ]
    nearest = min(named, key=lambda cue: cue[:2])
    return None if whole and min(whole) < nearest[0] else nearest[2]


def periods_told(text: str, start: int, end: int) -> Iterator[tuple[re.Match[str], Months]]:
    """Yield the parts of a year that a sentence names; "the same period" is the one named before it."""
    told: Months | None = None
    for match in PERIOD.finditer(text, start, end):
        if match["month"] and DONE_IN.search(text, max(start, match.start() - 60), match.start()):
            continue
        if not match["same"]:
            told = months_in(match)
        if told:
            yield match, told


def months_in(match: re.Match[str]) -> Months | None:
    """Return the months that the words of a period mean; None for twelve and what is no number of months."""
    part = PARTS.get((match["part"] or "").lower()) or int((match["code"] or "x0")[1])
    unit = {"half": 6, "h": 6, "quarter": 3, "q": 3}.get((match["unit"] or (match["code"] or "")[:1]).lower(), 12)
    if part:
        return (unit * (part - 1) + 1, unit * part) if unit * part <= 12 else None
    written = match["count"] or match["months_of"]
    if written:
        count = COUNTS.get(written.lower()) or int(written)
        return (1, count) if 0 < count < 12 else None
    if match["to_date"]:
        return 1, None
    first = match["first"] or match["alone"] or match["month"]
    months = month_number(first), month_number(match["last"] or first)
    return months if months[0] <= months[1] and months != (1, 12) else None


def month_number(name: str) -> int:
    """Return the number of a month, its name written out or shortened."""
    return MONTH_NUMBERS[name.rstrip(".").lower()]
