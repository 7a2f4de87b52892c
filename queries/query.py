"""A saved report as a query: its SELECT with the conditions of filters, in an order; and what was asked in words."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, TextClause, func, literal_column, select, text

from models.database import InputError
from queries.catalogue import SavedReport
from queries.conditions import Asked, asked_of, condition, is_of_pair
from queries.filters import FILTERS
from queries.names import nearest_words
from queries.relations import view_relation
from queries.select import for_engine, literal, parse_select, without_end


def all_asked(connection: Connection, report: SavedReport, filters: Mapping[str, Sequence[str]]) -> dict[str, Asked]:
    """Return what the filters that are given ask for. Raises InputError for one that the report does not have."""
    source = source_of(connection, report)
    asked = {}
    for name, words in filters.items():
        if words and name not in report.filters:
            raise InputError(unknown_filter(report, name))
        if words:
            asked[name] = asked_of(connection, report, source, name, parted(name, words))
    return asked


def parted(name: str, words: Sequence[str]) -> list[str]:
    """Return the words of a filter; of values that have no commas in them, several may stand between commas."""
    if name not in FILTERS or not FILTERS[name].table:
        return list(words)
    return [part.strip() for word in words for part in word.split(",") if part.strip()]


def source_of(connection: Connection, report: SavedReport) -> TextClause:
    """Return the SELECT of a report as something to select from."""
    engine = connection.dialect.name
    parse_select(report.sql, report.path, engine)
    sql = without_end(for_engine(report.sql, engine), engine)
    return text(literal(f"(\n{sql}\n) AS {report.view}"))


def query_of(
    connection: Connection, report: SavedReport, asked: Mapping[str, Asked], order: Sequence[str] = ()
) -> Select[tuple[Any, ...]]:
    """Return the SELECT of a report with the conditions of its filters, in the report's order, after that asked for."""
    query: Select[tuple[Any, ...]] = select(literal_column("*")).select_from(source_of(connection, report))
    for name, found in asked.items():
        query = query.where(condition(connection, report, name, found))
    sorted_by = ", ".join([*(order_term(report, word) for word in order), *([report.order] if report.order else [])])
    return query.order_by(text(literal(order_of(report, sorted_by, connection.dialect.name)))) if sorted_by else query


def order_term(report: SavedReport, word: str) -> str:
    """Return what a column to sort by is in SQL. Raises InputError for one that the report does not have."""
    name = word.removeprefix("-")
    require_columns(report, [name])
    return f"{name} DESC NULLS LAST" if word.startswith("-") else f"{name} NULLS LAST"


def require_columns(report: SavedReport, names: Sequence[str]) -> None:
    """Raise InputError for a column that a report does not have, with the nearest of those it has."""
    for name in names:
        if name not in report.columns:
            near = nearest_words(name, report.columns)
            every = f"all, which --help explains: {', '.join(report.columns)}"
            raise InputError(f"the report {report.name} has no column {name!r}; the nearest: {near}; {every}")


def order_of(report: SavedReport, sorted_by: str, engine: str) -> str:
    """Return what rows are sorted by: texts by their bytes, which no locale of a server changes."""
    texts = {column.name for column in view_relation(report).columns if column.type == "text"}
    ordered = re.sub(r"\w+", lambda word: f"{word[0]} COLLATE binary" if word[0] in texts else word[0], sorted_by)
    return for_engine(ordered, engine)


def unknown_filter(report: SavedReport, name: str) -> str:
    """Return the line that tells that a report does not have a filter, and which it has."""
    listed = ", ".join(f"--{known.replace('_', '-')}" for known in report.filters) or "none"
    return f"the report {report.name} has no filter --{name.replace('_', '-')}; its filters: {listed}"


def query_text(
    connection: Connection, report: SavedReport, filters: Mapping[str, Sequence[str]], order: Sequence[str] = ()
) -> str:
    """Return the SQL of a report with its filters, to be pasted into another tool connected to the same database."""
    asked = all_asked(connection, report, filters)
    compiled = query_of(connection, report, asked, order).compile(connection, compile_kwargs={"literal_binds": True})
    sql = str(compiled).replace("%%", "%") if connection.dialect.name == "postgresql" else str(compiled)
    only = [f"-- only {told}" for told in told_filters(report, {name: found.told for name, found in asked.items()})]
    lines = [f"-- {report.title}", *([f"-- {report.question}"] if report.question else []), *only, f"{sql.strip()};"]
    return "\n".join(lines)


def told_filters(report: SavedReport, filters: Mapping[str, Sequence[str]]) -> list[str]:
    """Return in words what was asked for: of a pair both, of several other values any, of days from and until."""
    found = []
    for name, words in filters.items():
        label = name.replace("_", " ")
        if name in ("since", "until"):
            found.append(f"{'from' if name == 'since' else 'until'} {words[0]}")
        elif len(words) == 1:
            found.append(f"{label} {words[0]}")
        elif is_of_pair(report, name):
            found.append(f"between {' and '.join(words)}")
        else:
            found.append(f"{label} {' or '.join(words)}")
    return found


def counted(query: Select[Any], most: int) -> Select[int]:
    """Return the query that counts the rows of another, as far as one more than `most`.

    The offset of none keeps SQLite from putting the count into a union of reports, which it then could not filter by
    its indexes.
    """
    rows: Select[Any] = query.with_only_columns(literal_column("1")).order_by(None).limit(most + 1).offset(0)
    return select(func.count()).select_from(rows.subquery())
