"""Records: which of their columns hold the text, the lead, the title, the address, the day and so on."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from importers.raw_report import ColumnsUsed, RawReport, UnreadableError
from importers.readers.days import day_of
from importers.readers.leads import with_lead
from importers.readers.markup import plain_line, plain_text

USUAL = {
    "text": """text body content article article_text article_body full_text fulltext maintext main_text body_text
        story_text news_text content_text plain_text raw_text page_text story text_content html body_html
        content_html article_html""",
    "lead": """summary lead lede description standfirst subtitle sub_title subheadline sub_headline subhead abstract
        deck dek excerpt teaser""",
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
    "lead": "lead",
    "title": "title",
    "url": "url",
    "date": "published_on",
    "outlet": "outlet",
    "language": "language",
}
NAMES = {field: option for option, field in OPTIONS.items()}
JOINED = ("text", "lead")  # of which several columns are read one below the other
WITHIN = (  # where a record is nested
    "rendered", "value", "name", "title", "text", "#text", "href", "$date", "$numberLong", "$oid"
)  # fmt: skip
DEEPEST = 20
NO_VALUE = frozenset(("nan", "NaN", "NULL", "null", "None"))  # as programs write what is not there
MOST_NAMES = 200  # that are kept of a file, for what is not used

Named = Mapping[str, Sequence[str]]
Mapped = dict[str, list[str]]


@lru_cache(maxsize=1000)
def usual_columns(names: tuple[str, ...]) -> Mapped:
    """Return for each field of a report the columns of usual names that may hold it, the likeliest first."""
    plain = {re.sub(r"[^a-z0-9#]+", "_", name.strip().lower()).strip("_"): name for name in reversed(names)}
    return {field: [plain[name] for name in usual if name in plain] for field, usual in COLUMNS.items()}


def columns_of(names: Iterable[str], named: Named) -> Mapped:
    """Return for each field of a report the columns to look in: those that the user named, else the usual ones."""
    taken = {column for columns in named.values() for column in columns}
    found = {
        field: list(named.get(field, ())) or [column for column in columns if column not in taken]
        for field, columns in usual_columns(tuple(names)).items()
    }
    if not found["text"]:  # a feed or a list may have nothing but a summary
        found["text"], found["lead"] = found["lead"][:1], found["lead"][1:]
    return found


class Columns:
    """The columns of the records of one file: what each is used for, and which are not."""

    def __init__(self, named: Named) -> None:
        self.named = named
        self.used: dict[str, dict[str, None]] = {}  # of each field its columns, in the order in which they were met
        self.empty: dict[str, str] = {}  # of each field the first column that would hold it
        self.met: dict[str, None] = {}

    def report_of(self, record: Mapping[str, Any], locator: str) -> RawReport:
        """Return the report in a record. Raises UnreadableError where there is no text in it."""
        if len(self.met) < MOST_NAMES:
            self.met.update(dict.fromkeys(record))
        columns = columns_of(record, self.named)
        values = {field: self.value_of(field, columns[field], record) for field in columns if field not in JOINED}
        texts = self.parts_of("text", columns["text"], record)
        text = "\n\n".join(map(plain_text, texts))
        title = plain_line(values["title"])
        if not text.strip():
            raise UnreadableError(self.why_no_text(record, columns["text"]))
        for lead in reversed(self.parts_of("lead", columns["lead"], record)):
            text = with_lead(plain_text(lead), text, title)
        return RawReport(
            locator=locator,
            text=text,
            title=title,
            url=values["url"],
            outlet=plain_line(values["outlet"]),
            published_on=day_of(values["published_on"]),
            language=values["language"],
        )

    def value_of(self, field: str, columns: Sequence[str], record: Mapping[str, Any]) -> str | None:
        """Return the first value that stands in one of the columns."""
        return next(iter(self.parts_of(field, columns, record)), None)

    def parts_of(self, field: str, columns: Sequence[str], record: Mapping[str, Any]) -> list[str]:
        """Return what stands in the columns that are used: one of usual names, all leads, all that are named."""
        parts: list[str] = []
        if columns:
            self.empty.setdefault(field, columns[0])
        for column in columns:
            part = written(record.get(column))
            if part and (not parts or field == "lead" or field in self.named):
                parts.append(part)
                self.used.setdefault(field, {})[column] = None
        return parts

    def why_no_text(self, record: Mapping[str, Any], looked_in: Sequence[str]) -> str:
        """Return why there is no text in a record: nothing stands there, or no column is known to hold it."""
        names = ", ".join(list(record)[:50])
        missing = [column for column in self.named.get("text", ()) if column not in record]
        if missing:
            return f"there is no column {', '.join(missing)}; its columns: {names}"
        if looked_in:
            return f"there is no text in it: {', '.join(looked_in)} is empty"
        return f"none of its columns is known to hold the text; say --column text=NAME; its columns: {names}"

    def told(self, locator: str) -> ColumnsUsed:
        """Return what the columns were used for."""
        used = {
            field: tuple(self.used.get(field, {column: None}))
            for field in NAMES
            if (column := self.empty.get(field)) in self.met and column is not None
        }
        taken = {column for columns in used.values() for column in columns}
        return ColumnsUsed(locator, used, tuple(column for column in self.met if column not in taken))

    def missing(self) -> list[str]:
        """Return the columns that the user named and no record has."""
        named = [column for columns in self.named.values() for column in columns]
        return [column for column in named if column not in self.met and len(self.met) < MOST_NAMES]


def written(value: Any, depth: int = 0) -> str | None:
    """Return a value as text: of a nested record what it calls itself, of a list its parts one below the other."""
    if depth > DEEPEST:
        raise UnreadableError("its values are nested too deep")
    if isinstance(value, Mapping):
        return next((written(value[key], depth + 1) for key in WITHIN if value.get(key)), None)
    if isinstance(value, list):
        return "\n\n".join(filter(None, (written(one, depth + 1) for one in value))) or None
    if value is None or isinstance(value, bool) or (isinstance(value, float) and not math.isfinite(value)):
        return None
    text = str(value).strip()
    return None if text in NO_VALUE else text or None
