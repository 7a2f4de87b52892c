"""Fitting: whether the rows of a report are such as both engines store, before they are handed over."""

import datetime
from collections.abc import Iterator
from functools import cache
from typing import Any

from sqlalchemy import BigInteger, Date, Integer, Numeric

from importers.raw_report import FIRST_YEAR, UnreadableError
from importers.store import IN_ORDER, RowsByTable

LARGEST_INTEGER = 2**31 - 1
LAST_YEAR = 2100


def check_rows(rows: RowsByTable) -> None:
    """Raise UnreadableError where a number or a day is none that the database holds."""
    for table, columns in limited_columns():
        for row in rows.get(table, ()):
            for column, first, last in columns:
                value = row.get(column)
                if value is not None and not first <= value <= last:
                    raise UnreadableError(
                        f"{column.replace('_', ' ')} {shown(value)} of its {table.replace('_', ' ')} is outside of what"
                        f" the database holds"
                    )


def shown(value: Any) -> str:
    """Return a number or a day in few characters."""
    return f"{value:.6g}" if isinstance(value, float) else str(value)[:40]


@cache
def limited_columns() -> list[tuple[str, list[tuple[str, Any, Any]]]]:
    """Return for each table its columns that hold not every value, with the least and the greatest that they hold."""
    found = ((table.name, list(limits(table.columns))) for table in IN_ORDER)
    return [(table, columns) for table, columns in found if columns]


def limits(columns: Any) -> Iterator[tuple[str, Any, Any]]:
    """Yield the columns of numbers and days with their limits; keys are made by us."""
    for column in columns:
        kind = column.type
        if column.primary_key or column.foreign_keys or isinstance(kind, BigInteger):
            continue
        if isinstance(kind, Numeric) and kind.precision is not None:
            greatest = 10.0 ** (kind.precision - (kind.scale or 0)) - 1
            yield column.name, 0, greatest
        elif column.name.endswith("_year") or column.name == "year":
            yield column.name, FIRST_YEAR, LAST_YEAR
        elif isinstance(kind, Integer):
            yield column.name, -LARGEST_INTEGER, LARGEST_INTEGER
        elif isinstance(kind, Date):
            yield column.name, datetime.date(FIRST_YEAR, 1, 1), datetime.date(LAST_YEAR, 12, 31)
