"""What a report begins with before its first sentence, in languages whose language.toml says how: [page].

`openings` are the words of a page before a report, `datelines` how agencies tell themselves, the place and the day:
"{agency}{place}{month}月{day}日电". Names of authors may follow in brackets. A page may tell its headline, day and hour
again: "События {headline}", "{date} {time}". `closings` are the words, one of which opens what a page says of itself
behind the report, and `closed_by` those that are always among them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from anyascii import anyascii

from importers.parse.dateline import Dateline
from importers.parse.dates import WrittenDate

PLACEHOLDERS = {
    "agency": r"(?P<agency>[^\W\d_]{2,6}?)",
    "place": r"(?P<place>[^\W\d_]{2,8}?)",
    "date": r"(?:\d{1,2} [^\W\d_]+ \d{4}(?: [^\W\d_]+)?)",
    "time": r"(?:\d{1,2}:\d\d)",
    "month": r"(?P<month>\d{1,2})",
    "day": r"(?P<day>\d{1,2})",
}
LONGEST = 900  # characters of what stands before a report
FURNITURE = 400  # characters of what a page says of itself before the words that are always in it
AUTHORS = re.compile(r"\s*[（(][^（()）]{2,40}[)）]\s*")


def read_opening(
    text: str, start: int, end: int, headline: str | None, settings: Mapping[str, Any], capitals: Mapping[str, str]
) -> Dateline | None:
    """Return what a paragraph begins with before its first sentence, as a dateline; None where it is nothing."""
    place, date, agency = None, None, None
    first = start
    while match := next(opening_matches(text, first, end, headline, settings), None):
        told = match.groupdict()
        agency = told.get("agency") or agency
        if told.get("place"):
            place = in_english(told["place"], capitals)
        if told.get("day"):
            date = WrittenDate(match.start("month"), match.end("day"), None, int(told["month"]), int(told["day"]))
        first = match.end()
    return Dateline(place, date, agency, first) if first > start else None


def opening_matches(
    text: str, start: int, end: int, headline: str | None, settings: Mapping[str, Any]
) -> Iterator[re.Match[str]]:
    """Yield what stands at a place of the text: an opening, or a dateline with the names of authors."""
    for opening in settings.get("openings", ()):
        match = re.compile(rf"\s*{re.escape(opening)}\s*").match(text, start, end)
        if match:
            yield match
    parts = {**PLACEHOLDERS, "headline": re.escape(headline) if headline else "(?!)"}
    for template in settings.get("datelines", ()):
        expression = re.sub(r"\\\{(\w+)\\\}", lambda part: parts[part[1]], re.escape(template)).replace("\\ ", r"\s+")
        match = re.compile(rf"\s*{expression}(?:{AUTHORS.pattern})?\s*").match(text, start, min(end, start + LONGEST))
        if match:
            yield match


def in_english(place: str, capitals: Mapping[str, str]) -> str:
    """Return the English name of a capital, by the country that it is of; of another city its letters in Latin ones."""
    country = capitals.get(place.casefold())
    names = [name for name, of in capitals.items() if country and of == country and name.isascii()]
    return names[0].title() if names else anyascii(place).capitalize()


def before_closing(
    text: str, paragraphs: Sequence[tuple[int, int]], settings: Mapping[str, Any]
) -> list[tuple[int, int]]:
    """Return the paragraphs up to where a page speaks of itself."""
    found: list[tuple[int, int]] = []
    for start, end in paragraphs:
        place = text.find(settings["closed_by"], start, end) if "closed_by" in settings else -1
        if place < 0:
            found.append((start, end))
            continue
        begins = [text.find(f" {word} ", max(start, place - FURNITURE), place) for word in settings["closings"]]
        last = min([at for at in begins if at >= 0], default=place)
        return [*found, (start, last)] if last > start else found
    return found
