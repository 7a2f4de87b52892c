"""What a report begins with before its first sentence, in languages whose language.toml says how: [page].

`openings` are the words of a page before a report, `datelines` how agencies tell themselves, the place and the day:
"{agency}{place}{month}月{day}日电". Names of authors may follow in brackets.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from anyascii import anyascii

from importers.parse.dateline import Dateline
from importers.parse.dates import WrittenDate

PLACEHOLDERS = {
    "agency": r"(?P<agency>[^\W\d_]{2,6}?)",
    "place": r"(?P<place>[^\W\d_]{2,8}?)",
    "month": r"(?P<month>\d{1,2})",
    "day": r"(?P<day>\d{1,2})",
}
AUTHORS = re.compile(r"\s*[（(][^（()）]{2,40}[)）]\s*")


def read_opening(
    text: str, start: int, end: int, settings: Mapping[str, Any], capitals: Mapping[str, str]
) -> Dateline | None:
    """Return what a paragraph begins with before its first sentence, as a dateline; None where it is nothing."""
    place, date, agency = None, None, None
    first = start
    while match := next(opening_matches(text, first, end, settings), None):
        told = match.groupdict()
        agency = told.get("agency") or agency
        if told.get("place"):
            place = in_english(told["place"], capitals)
        if told.get("day"):
            date = WrittenDate(match.start("month"), match.end("day"), None, int(told["month"]), int(told["day"]))
        first = match.end()
    return Dateline(place, date, agency, first) if first > start else None


def opening_matches(text: str, start: int, end: int, settings: Mapping[str, Any]) -> Iterator[re.Match[str]]:
    """Yield what stands at a place of the text: an opening, or a dateline with the names of authors."""
    for opening in settings.get("openings", ()):
        match = re.compile(rf"\s*{re.escape(opening)}\s*").match(text, start, end)
        if match:
            yield match
    for template in settings.get("datelines", ()):
        expression = re.sub(r"\\\{(\w+)\\\}", lambda part: PLACEHOLDERS[part[1]], re.escape(template))
        match = re.compile(rf"\s*{expression}(?:{AUTHORS.pattern})?\s*").match(text, start, min(end, start + 80))
        if match:
            yield match


def in_english(place: str, capitals: Mapping[str, str]) -> str:
    """Return the English name of a capital, by the country that it is of; of another city its letters in Latin ones."""
    country = capitals.get(place.casefold())
    names = [name for name, of in capitals.items() if country and of == country and name.isascii()]
    return names[0].title() if names else anyascii(place).capitalize()
