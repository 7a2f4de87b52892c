"""Records: which of their columns hold the text, the title, the address, the day, the outlet and the language."""

import datetime
import re
from collections.abc import Iterable, Mapping
from html import unescape
from typing import Any

from importers.raw_report import RawReport, UnreadableError
from importers.readers.markup import looks_like_markup, text_of_markup

USUAL = {
    "text": """text body content article article_text article_body full_text fulltext maintext main_text body_text
        content_text plain_text raw_text story text_content html body_html content_html description summary""",
    "title": "title headline heading article_title subject name",
    "url": "url link href permalink canonical_url source_url web_url article_url page_url uri address",
    "published_on": """date published_on published published_at publishedat publication_date date_published
        published_date publish_date publishdate pub_date pubdate datepublished release_date datetime timestamp time
        date_time created_at""",
    "outlet": """outlet publisher source media newspaper site site_name sitename source_name publication source_domain
        domain""",
    "language": "language lang",
}
COLUMNS = {field: names.split() for field, names in USUAL.items()}
OPTIONS = {
    "text": "text",
    "title": "title",
    "url": "url",
    "date": "published_on",
    "outlet": "outlet",
    "language": "language",
}
WITHIN = ("rendered", "value", "name", "title", "text", "#text", "href")  # where a record is nested
DAY_FIRST = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})\b")
YEAR_FIRST = re.compile(r"(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)")


def columns_of(names: Iterable[str], named: Mapping[str, str]) -> dict[str, str]:
    """Return the column of each field of a report: those that the user named, then those of usual names.

    Raises UnreadableError where the records have no column of a name that the user gave.
    """
    plain = {re.sub(r"[^a-z0-9#]+", "_", name.strip().lower()).strip("_"): name for name in names}
    found = {}
    for field, usual in COLUMNS.items():
        if field in named:
            if named[field] not in plain.values():
                raise UnreadableError(f"there is no column {named[field]!r}; its columns: {', '.join(plain.values())}")
            found[field] = named[field]
        else:
            column = next((plain[name] for name in usual if name in plain), None)
            if column is not None:
                found[field] = column
    return found


def report_of(record: Mapping[str, Any], columns: Mapping[str, str], locator: str) -> RawReport:
    """Return the report in a record. Raises UnreadableError where there is no text in it."""
    values = {field: written(record.get(column)) for field, column in columns.items()}
    text = values.get("text")
    if not text:
        raise UnreadableError("there is no text in it")
    return RawReport(
        locator=locator,
        text=text_of_markup(text) if looks_like_markup(text) else text,
        title=unescape(values.get("title") or "") or None,
        url=values.get("url"),
        outlet=values.get("outlet"),
        published_on=day_of(values.get("published_on")),
        language=(values.get("language") or "")[:2].lower() or None,
    )


def written(value: Any) -> str | None:
    """Return a value as text: of a nested record what it calls itself, of a list its parts one below the other."""
    if isinstance(value, Mapping):
        return next((written(value[key]) for key in WITHIN if value.get(key)), None)
    if isinstance(value, list):
        return "\n\n".join(filter(None, map(written, value))) or None
    return None if value is None or isinstance(value, bool) else str(value).strip() or None


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
