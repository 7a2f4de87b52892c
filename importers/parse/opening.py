"""What a report begins with before its first sentence, in languages whose page.toml says how.

`openings` are the words of a page before a report, `datelines` how agencies tell the place and the day behind their
name, with {place}, {year}, {month} and {day} where these stand, `before_agencies` letters before that name,
`datelines_alone` what needs none. Names of authors may follow in brackets. A page may tell its headline, day and hour
`again`: "{headline}", "{date} {time}". `closings` are words, one of which opens what a page says of itself behind the
report, `closed_by` those always among them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from anyascii import anyascii

from importers.grammar.numbers import letters_of, number_of
from importers.parse.dateline import Dateline
from importers.parse.dates import WrittenDate
from importers.parse.tagged import Tagged

PLACE = r"(?P<place>[^\W\d_]{2,8}?)"
YEAR = r"(?P<year>(?:19|20)\d\d)"
FAR = 80  # characters of a dateline
OF_PAGE = {"date": r"\d{1,2}\s[^\W\d_]+\s\d{4}(?:\s[^\W\d_]+)?", "time": r"\d{1,2}:\d\d"}
FURNITURE = 400  # characters of what a page says of itself before the words that are always in it
CLOSED = r"[)）】]?"
AUTHORS = re.compile(r"\s*[（(][^（()）]{2,40}[)）]\s*")


def read_opening(
    tagged: Tagged,
    start: int,
    end: int,
    headline: str | None,
    settings: Mapping[str, Any],
    capitals: Mapping[str, str],
) -> Dateline | None:
    """Return what a paragraph begins with before its first sentence, as a dateline; None where it is nothing."""
    text = tagged.text
    place, date, agency = None, None, None
    first = start
    while match := next(opening_matches(tagged, first, end, headline, settings), None):
        told = match.groupdict()
        if "day" in told or "place" in told:
            agency = text[first : match.start()].strip(f" {settings.get('before_agencies', '')}")
        if told.get("place"):
            place = in_english(city_in(told["place"], capitals), capitals)
        if told.get("month"):
            month, day = (number_of(told[name], numerals_of(tagged)) for name in ("month", "day"))
            year = int(told["year"]) if told.get("year") else None
            date = WrittenDate(match.start("month"), match.end("day"), year, month, day)
        first = match.end()
    return Dateline(place, date, agency, first) if first > start else None


def opening_matches(
    tagged: Tagged, start: int, end: int, headline: str | None, settings: Mapping[str, Any]
) -> Iterator[re.Match[str]]:
    """Yield what stands at a place of the text: an opening, what is told again, or a dateline behind an agency."""
    text = tagged.text
    for opening in settings.get("openings", ()):
        match = re.compile(rf"\s*{re.escape(opening)}\s*").match(text, start, end)
        if match:
            yield match
    for template in settings.get("again", ()):
        match = re.compile(rf"\s*{again_expression(template, headline)}\s*").match(text, start, end)
        if match:
            yield match
    number = numbers_written(numerals_of(tagged))
    expressions = {"place": PLACE, "year": YEAR, "month": f"(?P<month>{number})", "day": f"(?P<day>{number})"}
    before = settings.get("before_agencies", "")
    marks = (mark for mark in tagged.marks_in(start, min(end, start + FAR)) if mark.kind == "outlet name")
    agency = max((mark.end for mark in marks if not text[start : mark.start].strip(f" {before}")), default=0)
    alone = [(template, start) for template in settings.get("datelines_alone", ())]
    for template, first in [*((each, agency) for each in settings.get("datelines", ()) if agency), *alone]:
        expression = re.sub(r"\\\{(\w+)\\\}", lambda part: expressions[part[1]], re.escape(template))
        match = re.compile(rf"{expression}{CLOSED}(?:{AUTHORS.pattern})?\s*").match(text, first, min(end, first + FAR))
        if match:
            yield match


def numerals_of(tagged: Tagged) -> Mapping[str, str]:
    """Return the numerals of a text's script, empty where it has figures alone."""
    numerals: Mapping[str, str] = tagged.vocabulary.language.settings.get("numerals", {})
    return numerals


def numbers_written(numerals: Mapping[str, str]) -> str:
    """Return the expression for a month or a day: in figures, or in numerals such as 三十一."""
    letters = "".join(letter for several in letters_of(numerals) for letter in several if not letter.isascii())
    return rf"\d{{1,2}}|[{letters}]{{1,3}}" if letters else r"\d{1,2}"


def again_expression(template: str, headline: str | None) -> str:
    """Return the expression of what a page tells again."""
    parts = {"headline": re.escape(headline) if headline else "(?!)", **OF_PAGE}
    return re.sub(r"\\\{(\w+)\\\}", lambda part: parts[part[1]], re.escape(template)).replace("\\ ", r"\s+")


def city_in(place: str, capitals: Mapping[str, str]) -> str:
    """Return the known city with which a place ends, behind the name of an author; else the place itself."""
    return next((place[at:] for at in range(len(place) - 1) if place[at:] in capitals), place)


def in_english(place: str, capitals: Mapping[str, str]) -> str:
    """Return the English name of a capital, by the country that it is of; of another city its letters in Latin ones."""
    country = capitals.get(place.casefold())
    names = [name for name, of in capitals.items() if country and of == country and name.isascii()]
    latin = anyascii(place)
    if not names:
        return latin[:1].upper() + latin[1:]
    return (latin if latin.casefold() in names else names[0]).title()


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
