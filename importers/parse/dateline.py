"""The dateline of an agency report: its city, its day, its agency, and where the report itself begins."""

import re
from collections.abc import Container
from functools import cache
from typing import NamedTuple

from importers.page_words import words_of_pages
from importers.parse.dates import WrittenDate, find_dates

# Seen: "ANKARA", "ASTANA. KAZINFORM –", "BEIJING, Dec. 31 (Xinhua) --", "MOSCOW, December 30. /TASS/.",
# and "SEOUL (Reuters) -", "Islamabad- ", "BEIJING: "
PLACE = (
    r"(?P<place>[A-Z][A-Za-zÀ-ỹ.'’]+(?:[ -](?:[A-ZÀ-Þ][A-Za-zÀ-ỹ.'’]*"
    r"|da|de|of|el|al|la|los))*(?:/[A-Z][A-Za-z ]+)?(?:,\s[A-Z][a-zÀ-ž]+(?:\s[A-Z][a-z]+)?(?=\s*[,(]"
    r"|\s*[-–—]))?)"
)
DAY = (
    r"(?P<day>(?:[A-Z][A-Za-z]{2,8}\.?\s+\d{1,2}|\d{1,2}(?:st"
    r"|nd|rd|th)?\s+[A-Z][A-Za-z]{2,8}|\d{1,2}\.\d{1,2}\.\d{4})\.?(?:\s?,?\s+\d{4})?(?:,?\s*\d{1,2}[:.]\d\d)?)"
    r"(?:,\s[A-Z][a-z]+\s?\d{2,4}\s\((?P<year>(?:19|20)\d\d)\))?"  # the year of an era: "Juche 113 (2024)"
)
OTHER_CALENDAR = r"(?:[A-Z][\w'’ -]{2,16}\s\d{1,2},?\s1[34]\d\d(?:\sAH|\sH)?,\s)?"  # "Muharram 01, 1447, "
DASH = r"(?:\s*(?:\.\s?-|--+|[–—‒―]|-(?=\s)|:(?=\s)|\.(?=\s))\s*)"
ALONE = re.compile(rf"{PLACE},\s{DAY}(?:,?\s+[(/]?(?P<agency>[A-Z][\w. ]{{1,20}}?)[)/]?\.?)?")
WITHOUT_DAY = re.compile(rf"{PLACE}(?:,\s|\s[-–]\s)(?P<agency>[A-Z]{{3,10}})\W*")
CITIES = frozenset(map(str.casefold, words_of_pages("cities")))
NO_CITIES = frozenset(words_of_pages("no_cities"))


@cache
def dateline_expression(agencies: frozenset[str]) -> re.Pattern[str]:
    """Return the expression of a dateline, with agencies of these names, in small letters."""
    names = "|".join(map(re.escape, sorted(agencies, key=len, reverse=True))) or "(?!)"
    agency = (
        rf"(?:\((?P<agency1>(?:(?![a-z])|(?=(?i:{names})\b))[^()]{{2,60}})\)|/(?P<agency2>[A-Za-z. -]{{2,30}})/\.?"
        rf"|[-–—]?\s?(?P<agency3>AP|[A-Z]{{3,10}}|(?=[A-Z])(?i:{names}))\b)"
    )
    return re.compile(
        rf"\s*(?:\([A-Z][A-Za-z]{{1,15}}\)\s*(?:[-–—]\s*)?)?{PLACE}(?:\s\[[A-Z]\w+\])?(?:\s\((?P<agency4>[^()]{{2,30}})\)(?=,))?"
        rf"(?:(?:\s*,\s*|\s+){OTHER_CALENDAR}{DAY})?(?:[\s,.]*{agency})?(?:{DASH}+|(?<=\))\s+(?=[A-Z\"“]))"
    )


@cache
def agency_expression(agencies: frozenset[str]) -> re.Pattern[str]:
    """Return the expression of an agency in capitals behind a dateline: "ASTANA. KAZINFORM President ..."."""
    names = "|".join(re.escape(name.upper()) for name in sorted(agencies, key=len, reverse=True)) or "(?!)"
    return re.compile(rf"\s*(?P<agency>{names})\b(?:\s*/[^/\n]{{2,40}}/)?\W*(?=[A-Z\"“«])")


class Dateline(NamedTuple):
    """What a dateline tells, and where the text after it begins."""

    place: str | None  # None where a page only names itself
    date: WrittenDate | None
    agency: str | None
    end: int


def read_dateline(text: str, start: int, end: int, cities: Container[str], agencies: frozenset[str]) -> Dateline | None:
    """Return the dateline at the beginning of a paragraph, if it has one.

    A place alone before a dash or colon counts only if it is a known city or stands in capitals, or any sentence with
    an aside would begin with a dateline.
    """
    line = text[start : min(end, start + 140)].strip()
    city = line.split("/")[0].rstrip(".")
    if (line.isupper() or line.endswith(".")) and is_city(city, cities):  # in a line of its own
        return Dateline(capitalized(city), None, None, end)
    match = dateline_expression(agencies).match(text, start, min(end, start + 140))
    if match is None:
        return None
    place = match["place"].strip()
    agency = match["agency1"] or match["agency2"] or match["agency3"] or match["agency4"]
    city = place.split(",")[0].split("/")[0].strip()
    first, _, after = city.partition(". ")
    if after and is_city(first, cities):  # "ASTANA. KAZINFORM", but not "ST. PETERSBURG"
        city, agency = first, agency or after
    first, _, rest = city.partition(" ")
    if first.isupper() and len(first) <= 5 and not rest.isupper() and is_city(rest, cities):  # "AKP Phnom Penh"
        city, agency = rest, agency or first
    city = city.rstrip(".") if len(city) > 4 else city  # "MOSCOW. Feb 4 (Interfax)"
    is_signature = text[match.end() : end].isupper()  # "JOHN R. SMITH"
    if is_signature or city.split()[0].casefold() in NO_CITIES:
        return None
    is_in_capitals = city.isupper() and len(city) > 2 and "." not in city  # "U.S. exports grew" begins with no place
    if not (match["day"] or agency) and not (is_city(city, cities) or is_in_capitals):
        return None
    if text[match.end() - 1] not in "-–—‒― :\t" and text[match.end() - 1 : match.end()] != ".":
        return None
    dates = find_dates(text, match.start("day"), match.end("day")) if match["day"] else []
    if match["day"] and not dates:
        return None
    date = dates[0] if dates else None
    if date and match["year"]:
        date = date._replace(year=int(match["year"]))
    behind = agency_expression(agencies).match(text, match.end(), end)
    if behind:
        return Dateline(capitalized(city), date, agency or behind["agency"], behind.end())
    return Dateline(capitalized(city), date, agency, match.end())


def dateline_above(text: str, start: int, cities: Container[str]) -> Dateline | None:
    """Return the dateline that stands in a line of its own above the report, which begins at `start`.

    "Baku, October 29, AZERTAC" anywhere there; a known city alone only in the last line, or in capitals.
    """
    lines = [line.strip() for line in text[max(0, start - 400) : start].split("\n") if line.strip()][-6:]
    for number, line in enumerate(reversed(lines)):
        if is_city(line.split("/")[0], cities) and (number == 0 or line.isupper()):
            return Dateline(capitalized(line.split("/")[0]), None, None, start)
        match = WITHOUT_DAY.fullmatch(line)
        if match and is_city(match["place"], cities):
            return Dateline(capitalized(match["place"]), None, match["agency"], start)
        match = ALONE.fullmatch(line)
        dates = find_dates(match["day"]) if match else []
        if match and dates and (match["agency"] or is_city(match["place"], cities)):
            return Dateline(capitalized(match["place"].strip()), dates[0], match["agency"], start)
    return None


def is_city(name: str, capitals: Container[str]) -> bool:
    """Return whether a name is one of the capitals, or of the other cities that much is reported from."""
    city = name.strip().casefold()
    return city in capitals or city in CITIES


def capitalized(city: str) -> str:
    """Return a city in capitals as it is written elsewhere: BEIJING as Beijing, NEW YORK as New York."""
    return " ".join(part.capitalize() for part in city.split()) if city.isupper() else city
