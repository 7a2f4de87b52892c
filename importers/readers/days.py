"""Days as exports and feeds write them."""

import datetime
import re

DAY_FIRST = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})\b")
YEAR_FIRST = re.compile(r"(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)")


def day_of(value: str | None) -> datetime.date | None:
    """Return the day that a value tells, None where it does not settle one: 04/05/2021 may be either of two days."""
    if not value:
        return None
    try:
        if re.fullmatch(r"\d{9,13}(\.\d+)?", value):  # seconds or milliseconds since 1970
            seconds = float(value) / (1000 if len(value.split(".")[0]) > 10 else 1)
            return datetime.datetime.fromtimestamp(seconds, datetime.UTC).date()
        if match := YEAR_FIRST.match(value):
            return datetime.date(int(match[1]), int(match[2]), int(match[3]))
        if match := DAY_FIRST.match(value):
            return numbered_day(int(match[1]), int(match[3]), int(match[4]), match[2])
        return worded_day(value)
    except (ValueError, OverflowError):
        return None


def numbered_day(first: int, second: int, year: int, mark: str) -> datetime.date | None:
    """Return the day of two numbers and a year: with dots the day stands first, else only what can be but one day."""
    if mark == "." or first > 12 or first == second:
        return datetime.date(year, second, first)
    return datetime.date(year, first, second) if second > 12 else None


def worded_day(value: str) -> datetime.date | None:
    """Return the day of a date in words, None where day, month or year is missing. Raises ValueError for no date."""
    from dateutil import parser

    # What the value does not say is filled from the default: two defaults that give the same day show that it says all.
    one, other = (parser.parse(value, default=datetime.datetime(2000 + n, n, n), ignoretz=True) for n in (1, 2))
    return one.date() if one.date() == other.date() else None
