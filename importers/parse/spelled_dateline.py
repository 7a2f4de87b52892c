"""Datelines in languages whose words for months decline: their page.toml has `months_in_words`.

Seen are city, day and agency between strokes, brackets or before a dash; the day first; the agency and the day alone;
the city and the agency alone; and all three in a line of their own (tests/importers/parse/test_spelled_dateline.py).
"""

import re
from collections.abc import Mapping

from importers.parse.dateline import Dateline, capitalized, is_city
from importers.parse.dates import WrittenDate
from importers.parse.opening import in_english
from importers.parse.tagged import Tagged

FAR = 140  # characters in which a dateline ends
ABOVE = 400  # characters above a report in which its dateline may stand in a line of its own
WORD = r"[^\W\d_][\w’'-]*"
PLACE = rf"(?P<place>{WORD}(?: {WORD}){{0,3}})(?:\s*[/(][^/()\d\n]{{3,40}}[/)])?"
DAY = (
    r"(?P<day>\d{1,2})(?:\s+(?P<month>[^\W\d_]{3,9})\b\.?(?:\s+(?P<year>(?:19|20)\d\d)(?:\s?[^\W\d_]{1,4}\b\.?)?)?"
    r"|\.(?P<figure>\d\d)\.(?P<year2>(?:19|20)\d\d))"
)
AGENCY = r"(?:[/(](?P<within>[^/()\n]{2,60})[/)]|(?P<bare>[^\W\d_](?:[^,/()\d\n—–-]|(?<=\w)-(?=\w)){2,30}?))"
AUTHOR = rf"(?:,\s{WORD}\s{WORD}|\s*[/(][^/()\d\n]{{3,60}}[/)])?"
END = r"(?:\.?\s*(?:--+|[-–—])\s*|\.\s+|(?<=[/)])\s+|\.?\s*$)"
SHAPES = tuple(
    re.compile(rf"\s*{shape}{END}")
    for shape in (
        rf"{PLACE}[,.]?\s+{DAY}\.?(?:[\s,—–-]*{AGENCY})?{AUTHOR}",
        rf"{DAY},\s{PLACE}[\s,—–-]*{AGENCY}",
        rf"{PLACE}(?:[\s,.]+|(?=[/(])){AGENCY}{AUTHOR}",
        rf"{AGENCY},\s{DAY}",
    )
)


def read_spelled_dateline(tagged: Tagged, start: int, end: int, cities: Mapping[str, str]) -> Dateline | None:
    """Return the dateline at the beginning of a paragraph, if it has one."""
    last = min(end, start + FAR)
    for shape in SHAPES:
        match = shape.match(tagged.text, start, last)
        if match and (match.end() < last or last == end):
            found = dateline_of(tagged, match, cities)
            if found is not None:
                return found
    return None


def spelled_dateline_above(tagged: Tagged, start: int, cities: Mapping[str, str]) -> Dateline | None:
    """Return the dateline that stands in a line of its own above the report, which begins at `start`."""
    first = max(0, start - ABOVE)
    places = [(first + line.start(), first + line.end()) for line in re.finditer(r"[^\n]+", tagged.text[first:start])]
    for line_start, line_end in reversed(places[-6:]):
        found = read_spelled_dateline(tagged, line_start, line_end, cities)
        if found is not None and found.end == line_end and found.place and (found.date or found.agency):
            return found._replace(end=start)
    return None


def dateline_of(tagged: Tagged, match: re.Match[str], cities: Mapping[str, str]) -> Dateline | None:
    """Return what a match tells, None where its words are those of a sentence."""
    told = match.groupdict()
    place, agency = told.get("place"), told["within"] or told["bare"]
    date = date_in(tagged, match) if told.get("day") else None
    if told.get("day") and date is None:
        return None
    if place and not all(part[0].isupper() for part in place.split()):
        return None
    if not is_told(tagged, match, date, cities):
        return None
    return Dateline(place and in_english(in_small_letters(place), cities), date, agency, match.end())


def is_told(tagged: Tagged, match: re.Match[str], date: WrittenDate | None, cities: Mapping[str, str]) -> bool:
    """Return whether a match tells a dateline: a city where no agency stands behind the day, else a known agency."""
    place = match.groupdict().get("place")
    is_place = place is not None and is_city(place, cities)
    if match["within"] is None and match["bare"] is None:
        return is_place
    if date is not None and place is not None and match["within"]:
        return True
    if date is not None and is_place and match["bare"] and all(word[0].isupper() for word in match["bare"].split()):
        return True
    return is_agency(tagged, match) and (date is not None or is_place or (place or "").isupper())


def is_agency(tagged: Tagged, match: re.Match[str]) -> bool:
    """Return whether the words for an agency are those of a known outlet, or stand in capitals as names of such do."""
    group = "within" if match["within"] else "bare"
    start, end = match.span(group)
    marks = tagged.marks_in(start, end)
    return match[group].isupper() or any(mark.kind == "outlet name" for mark in marks)


def date_in(tagged: Tagged, match: re.Match[str]) -> WrittenDate | None:
    """Return the day of a match; None where the word in it is no month."""
    month = int(match["figure"]) if match["figure"] else 0
    if match["month"]:
        tags = tagged.tags_in(*match.span("month"))
        month = next((int(tag.sense.one("month")) for tag in tags if "month" in tag.sense), 0)
    day, year = int(match["day"]), match["year"] or match["year2"]
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    return WrittenDate(match.start("day"), match.end("day"), int(year) if year else None, month, day)


def in_small_letters(place: str) -> str:
    """Return a place in capitals as it is written elsewhere, of a name with hyphens its first and last part large."""
    if not place.isupper():
        return place
    first, *between = (capitalized(part) for part in place.split("-"))
    return "-".join([first, *map(str.lower, between[:-1]), *between[-1:]])
