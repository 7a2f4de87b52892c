"""Dates as pages write them: in figures, or with the months of English; others by the library dateparser."""

import datetime
import re
from typing import NamedTuple

from babel import Locale

ENGLISH = (Locale("en"), Locale("en", "GB"))  # British English shortens September to Sept
MONTHS = {
    name.casefold(): number
    for locale in ENGLISH
    for width in ("wide", "abbreviated")
    for number, name in locale.months["format"][width].items()
}
A_WEEKDAY = (
    f"(?:{'|'.join(day for width in ('wide', 'abbreviated') for day in ENGLISH[0].days['format'][width].values())})"
)
MONTH = rf"(?P<month{{0}}>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
DATE = re.compile(
    r"(?:\b|(?<=[\u3040-\u9fff]))(?:(?P<iso>(?:19|20)\d\d-\d\d?-\d\d?)(?!\d)"
    rf"|{MONTH.format(1)}\s*(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?\b(?:(?:\s?,\s*|\s+(?:of\s+)?)(?P<year1>(?:19|20)\d\d)\b)?"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+{MONTH.format(2)}(?![a-z])(?:,?[\s-]+(?P<year2>(?:19"
    rf"|20)\d\d)\b)?"
    r"|(?P<day3>\d{1,2})(?P<mark3>[./-])(?P<month3>\d{1,2})(?P=mark3)(?P<year3>(?:19|20)\d\d)\b"
    r"|(?P<year4>(?:19|20)\d\d)(?P<mark4>[./])(?P<month4>\d{1,2})(?P=mark4)(?P<day4>\d{1,2})\b)",
    re.IGNORECASE,
)
SPAN = re.compile(r"\s?[-–]\s?((?:19|20)\d\d)\b")
WIDE_DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
FOREIGN_DATE = re.compile(r"\b\d{1,2}\.?\s+(?:de\s+)?[^\W\d_]{3,}[.,]?\s+(?:de\s+)?(?:19|20)\d\d\b")


class WrittenDate(NamedTuple):
    """A date at a place in the text; without a year where none is written."""

    start: int
    end: int
    year: int | None
    month: int
    day: int

    def on(self, year: int | None = None) -> datetime.date | None:
        """Return the day, in `year` where the text has none; None where there is no such day."""
        whole = self.year or year
        if whole is None:
            return None
        try:
            return datetime.date(whole, self.month, self.day)
        except ValueError:
            return None


def find_dates(text: str, start: int = 0, end: int | None = None) -> list[WrittenDate]:
    """Return the dates written in a stretch of the text."""
    found = []
    for match in DATE.finditer(text, start, len(text) if end is None else end):
        year, month, day = parts(match)
        span = SPAN.match(text, match.end()) if year else None
        if span:  # "September 2, 1945 - 2023": the day of the later year is meant
            year = int(span[1])
        if 1 <= month <= 12 and 1 <= day <= 31:
            found.append(WrittenDate(match.start(), match.end(), year, month, day))
    return found


def date_in_another_language(line: str) -> datetime.date | None:
    """Return the day, month and year that a line writes in another language than English: "30. decembar 2025"."""
    wide = WIDE_DATE.search(line)
    if wide:
        return WrittenDate(*wide.span(), *(int(part) for part in wide.groups())).on()
    match = FOREIGN_DATE.search(line)
    if match is None:
        return None
    import dateparser  # late: pages in English with a day in another language are few

    day = dateparser.parse(match[0], settings={"REQUIRE_PARTS": ["day", "month", "year"], "DATE_ORDER": "DMY"})
    return day.date() if day else None


def parts(match: re.Match[str]) -> tuple[int | None, int, int]:
    """Return year, month and day of a match."""
    if match["iso"]:
        year, month, day = match["iso"].split("-")
        return int(year), int(month), int(day)
    for name in ("1", "2"):
        if match["day" + name]:
            written = match["year" + name]
            return (
                int(written) if written else None,
                MONTHS[match["month" + name].casefold()],
                int(match["day" + name]),
            )
    name = "3" if match["day3"] else "4"
    year, month, day = (int(match[part + name]) for part in ("year", "month", "day"))
    return (year, day, month) if month > 12 else (year, month, day)  # the American order, where it can be told


def years_of(month: int, day: int, weekday: int, years: range) -> list[int]:
    """Return those of the years in which that day of the month fell on that weekday."""
    found = []
    for year in years:
        try:
            if datetime.date(year, month, day).weekday() == weekday:
                found.append(year)
        except ValueError:
            continue
    return found
