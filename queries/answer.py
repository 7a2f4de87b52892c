"""Answers: a saved report asked of a database, with its filters, on a connection that only reads."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.elements import ColumnElement

from models.database import InputError, shown
from models.failures import reason_of
from models.moment import in_utc
from queries.catalogue import SavedReport
from queries.query import all_asked, counted, query_of
from queries.relations import view_relation
from queries.walk import Narrowed, narrowed_to_first

MEMORY = 64_000  # kB for the pages of an SQLite file, and for sorting in PostgreSQL
MAPPED = 1 << 40  # bytes of an SQLite file read where they lie, at most: as much as SQLite can map
COUNTED = 10_000  # rows at most of which a few are asked for; counting all of a million would take longer than these
ANY_REPORT = "SELECT 1 FROM source_report LIMIT 1"
Value = str | int | float | bool | datetime.date | None


@dataclass(frozen=True)
class Answer:
    """The rows of a report as of a moment: typed values in the order of `columns`, and how many there are in all.

    `has_more` tells that there are more rows than `total`, which were not counted; `is_of_no_reports`, of an answer
    without rows, that nothing was imported yet.
    """

    report: SavedReport
    columns: tuple[str, ...]
    rows: list[tuple[Value, ...]]
    total: int
    filters: Mapping[str, Sequence[str]]
    database: str
    has_more: bool = False
    is_of_no_reports: bool = False

    @property
    def is_cut(self) -> bool:
        """Whether there are more rows than were asked for."""
        return self.has_more or self.total > len(self.rows)

    @property
    def counted(self) -> str:
        """How many rows there are in all, in words."""
        return f"more than {self.total:,}" if self.has_more else f"{self.total:,}"

    def as_dicts(self) -> list[dict[str, Value]]:
        """Return the rows as values by column."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def only(self, columns: Sequence[str]) -> "Answer":
        """Return the answer with these columns only."""
        places = [self.columns.index(column) for column in columns]
        rows = [tuple(row[place] for place in places) for row in self.rows]
        return replace(self, columns=tuple(columns), rows=rows)


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Give a connection that cannot change the database."""
    with engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA query_only = ON")
            connection.exec_driver_sql(f"PRAGMA cache_size = -{MEMORY}")
            connection.exec_driver_sql(f"PRAGMA mmap_size = {MAPPED}")
        else:
            connection.execute(text("SET TRANSACTION READ ONLY"))
            connection.execute(text(f"SET LOCAL work_mem = {MEMORY}"))
            connection.execute(text("SET LOCAL timezone = 'UTC'"))  # the day of a moment is no matter of the server
            connection.execute(text("SET LOCAL jit = off"))  # compiling takes longer than these queries
            connection.execute(text("SET LOCAL random_page_cost = 1.1"))  # as pages in memory and on SSDs are read
        try:
            yield connection
        finally:
            connection.rollback()
            if connection.dialect.name == "sqlite":
                connection.exec_driver_sql("PRAGMA query_only = OFF")


def ask(
    connection: Connection,
    report: SavedReport,
    filters: Mapping[str, Sequence[str]] | None = None,
    limit: int = 0,
    order: Sequence[str] = (),
    narrower: ColumnElement[bool] | None = None,
) -> Answer:
    """Return the answer to a report, the first `limit` rows of it (0: all), with the filters given as words.

    `order` names columns to sort by before the report's own order, the highest first where a - stands before it;
    `narrower` is a condition besides the filters.
    Raises InputError for a filter or column that the report does not have, a word that a filter does not take, and SQL
    that the database does not run.
    """
    try:
        asked = all_asked(connection, report, filters or {})
        query = query_of(connection, report, asked, order)
        query = query if narrower is None else query.where(narrower)
        taken = max(limit, taken_at_once(report)) if limit else 0
        most = max(taken, COUNTED)
        is_plain = not limit or bool(order) or narrower is not None
        tried = [Narrowed(query)] if is_plain else narrowed_to_first(connection, report, asked, query, taken, most + 1)
        columns, rows, found = first_rows(connection, tried, taken)
        if found is None:
            is_cut = len(rows) > taken > 0
            found = connection.execute(counted(query, most)).scalar_one() if is_cut and taken < most else len(rows)
        total, has_more = (min(found, most), found > most) if taken else (found, False)
        rows = rows[:limit] if limit else rows
        is_of_no_reports = not rows and connection.execute(text(ANY_REPORT)).first() is None
    except DBAPIError as error:
        raise not_run(report, error) from None
    typed = typed_rows(report, columns, rows)
    told = {name: found.told for name, found in asked.items()}
    return Answer(report, columns, typed, total, told, shown(connection.engine.url), has_more, is_of_no_reports)


def not_run(report: SavedReport, error: DBAPIError) -> InputError:
    """Return what to tell of SQL that a database does not run; what this version keeps ready, init makes."""
    reason = reason_of(error)
    remedy = " (run chancery init: it makes what this version keeps ready)" if "kept_" in reason else ""
    return InputError(f"the database does not run {report.path}: {reason}{remedy}")


def first_rows(
    connection: Connection, tried: Iterable[Narrowed], taken: int
) -> tuple[tuple[str, ...], Sequence[Sequence[Any]], int | None]:
    """Return the columns and rows of the first query that gives more rows than are taken (0: all), else of the last.

    With them goes how many rows there are in all, where the query knows.
    """
    columns: tuple[str, ...] = ()
    rows: Sequence[Sequence[Any]] = []
    total = None
    for narrowed in tried:
        result = connection.execute(narrowed.query.limit(taken + 1) if taken else narrowed.query)
        columns, rows, total = tuple(result.keys()), result.all(), narrowed.total
        if len(rows) > taken > 0:
            break
    return columns, rows, total


def taken_at_once(report: SavedReport) -> int:
    """Return how many rows are taken at least of a report of which a few are asked for.

    Most are worked out all together, whether one is taken or all, and counting those that are left asks a second time;
    what is found by a walk, by keys, or kept is not.
    """
    if report.walk or report.rows or report.listed:
        return 0
    return COUNTED


def typed_rows(report: SavedReport, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> list[tuple[Value, ...]]:
    """Return rows with the same types whichever engine gave them: SQLite has no dates and no truth values.

    Converted are whole columns, and only those that need it: of a hundred thousand rows that takes half the time.
    """
    kinds = {column.name: column.type for column in view_relation(report).columns}
    kinds |= {name: "date" for name in columns if name.endswith("_on")}
    by_column: list[Iterable[Value]] = []
    for name, values in zip(columns, zip(*rows, strict=True), strict=bool(rows)):
        convert = CONVERSIONS.get(kinds.get(name) or "")
        if convert is None and PLAIN.issuperset(map(type, values)):
            by_column.append(values)
        else:
            by_column.append(map(convert or plain, values))
    return list(zip(*by_column, strict=True))


def plain(value: Any) -> Value:
    """Return a value of the database as text, number, truth value or date."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, str | int | float | bool | datetime.date | None) else str(value)


def as_day(value: Any) -> Value:
    """Return a day, which SQLite gives as ISO text; what is no day stays as it is."""
    try:
        return datetime.date.fromisoformat(value) if isinstance(value, str) else plain(value)
    except ValueError:
        return plain(value)


def moment_in_words(value: Any) -> Value:
    """Return a moment as text, to the second, in UTC."""
    return None if value is None else in_utc(value).isoformat(sep=" ", timespec="seconds")


def as_truth(value: Any) -> Value:
    """Return a truth value, which SQLite gives as 0 or 1."""
    return None if value is None else bool(value)


PLAIN = {str, int, bool, datetime.date, type(None)}  # the types that plain leaves as they are
CONVERSIONS = {"date": as_day, "timestamp": moment_in_words, "boolean": as_truth}
