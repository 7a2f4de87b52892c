"""Exports: all tables and views, or all but the texts of publishers, in files that other programs read."""

import csv
import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, text

from models.database import InputError
from models.extras import how_to_install
from models.moment import in_utc
from queries.formats import plain
from queries.relations import Relation
from queries.select import literal

if TYPE_CHECKING:
    import pyarrow

ROWS_AT_A_TIME = 4_000
EXACT = (38, 3)  # digits and decimals of exact numbers, where a format wants them told
Row = tuple[Any, ...]


def rows_of(connection: Connection, relation: Relation) -> Iterator[list[Row]]:
    """Give the rows of a table or view in parts, with the same values whichever engine holds them."""
    columns = ", ".join(f'"{column.name}"' for column in relation.columns)
    order = f" ORDER BY {relation.order}" if relation.order else ""
    query = text(literal(f'SELECT {columns} FROM "{relation.name}"{order}'))  # noqa: S608 - names of our own
    for part in connection.execute(query).yield_per(ROWS_AT_A_TIME).partitions():
        yield converted(relation, part)


def converted(relation: Relation, rows: Iterable[Sequence[Any]]) -> list[Row]:
    """Return rows of a relation with the same values whichever engine gave them."""
    conversions = [CONVERSIONS.get(column.type or "", unchanged) for column in relation.columns]
    return [
        tuple(None if value is None else convert(value) for convert, value in zip(conversions, row, strict=True))
        for row in rows
    ]


def unchanged(value: Any) -> Any:
    """Return the value."""
    return value


def as_date(value: Any) -> datetime.date:
    """Return a day, which SQLite gives as text."""
    return datetime.date.fromisoformat(value) if isinstance(value, str) else value


def as_decimal(value: Any) -> Decimal:
    """Return an exact number without the zeros that an engine puts behind it."""
    return Decimal(f"{Decimal(str(value)).normalize():f}")


CONVERSIONS: dict[str, Callable[[Any], Any]] = {
    "date": as_date,
    "timestamp": in_utc,
    "numeric": as_decimal,
    "boolean": bool,
}


def write_csv(connection: Connection, relations: Iterable[Relation], folder: Path) -> dict[str, str]:
    """Write a CSV file of each relation; return the files by relation."""
    files = {}
    for relation in relations:
        files[relation.name] = f"{relation.name}.csv"
        with (folder / files[relation.name]).open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(column.name for column in relation.columns)
            for part in rows_of(connection, relation):
                writer.writerows([as_word(value) for value in row] for row in part)
    return files


def as_word(value: Any) -> str:
    """Return a value as CSV has it: ISO days and moments, true and false, nothing for NULL."""
    return value.isoformat() if isinstance(value, datetime.datetime) else plain(value)


def write_parquet(connection: Connection, relations: Iterable[Relation], folder: Path) -> dict[str, str]:
    """Write a Parquet file of each relation; return the files by relation."""
    import_or_explain("pyarrow", "parquet")
    import pyarrow.parquet

    files = {}
    for relation in relations:
        files[relation.name] = f"{relation.name}.parquet"
        schema = arrow_schema(relation)
        with pyarrow.parquet.ParquetWriter(folder / files[relation.name], schema) as writer:
            for part in rows_of(connection, relation):
                writer.write_batch(arrow_batch(part, schema))
    return files


def arrow_schema(relation: Relation) -> "pyarrow.Schema":
    """Return the schema of a relation, with the descriptions of its columns."""
    import pyarrow

    digits, places = EXACT
    types = {
        "text": pyarrow.string(),
        "integer": pyarrow.int32(),
        "bigint": pyarrow.int64(),
        "numeric": pyarrow.decimal128(digits, places),
        "boolean": pyarrow.bool_(),
        "date": pyarrow.date32(),
        "timestamp": pyarrow.timestamp("us", tz="UTC"),
    }
    fields = [
        pyarrow.field(column.name, types[column.type or "text"], metadata={"description": column.description or ""})
        for column in relation.columns
    ]
    return pyarrow.schema(fields, metadata={"description": relation.description})


def arrow_batch(rows: Sequence[Row], schema: "pyarrow.Schema") -> "pyarrow.RecordBatch":
    """Return rows as a batch of Arrow, whose exact numbers have three decimals; SQLite may keep more."""
    import pyarrow

    columns = (map(rounded, column) for column in zip(*rows, strict=True))
    arrays = [pyarrow.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
    return pyarrow.RecordBatch.from_arrays(arrays, schema=schema)


def rounded(value: Any) -> Any:
    """Return a value, an exact number with no more decimals than files of Arrow are given."""
    has_more = isinstance(value, Decimal) and int(value.as_tuple().exponent) < -EXACT[1]
    return round(value, EXACT[1]) if has_more else value


def import_or_explain(module: str, extra: str) -> Any:
    """Return a library. Raises InputError where it is not installed, with the extra that brings it."""
    import importlib

    try:
        return importlib.import_module(module)
    except ImportError:
        raise InputError(f"this format needs {module}; install it with: {how_to_install(extra)}") from None
