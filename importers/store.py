"""Storing rows: many at a time, tables in the order in which they depend on each other, the same on both engines."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, bindparam, update

from models import Base

Row = dict[str, Any]
RowsByTable = dict[str, list[Row]]
KeyT = TypeVar("KeyT", int, str)
IN_ORDER = Base.metadata.sorted_tables
AT_ONCE = 500  # keys in one query


def in_parts(keys: Iterable[KeyT]) -> Iterator[list[KeyT]]:
    """Yield keys in parts of a size that any database takes in one query."""
    ordered = sorted(keys)
    for at in range(0, len(ordered), AT_ONCE):
        yield ordered[at : at + AT_ONCE]


def table_of(model: Any) -> Table:
    """Return the table of a model."""
    table = model.__table__
    assert isinstance(table, Table)  # noqa: S101 - for the type checker
    return table


def insert(connection: Connection, rows: Mapping[str, Sequence[Row]]) -> None:
    """Insert rows by table; rows whose keys are there stay as they are."""
    put_in = insert_in_columns if connection.dialect.name == "postgresql" else insert_one_by_one
    for table in IN_ORDER:
        batch = sorted({row["id"]: row for row in rows.get(table.name, ())}.values(), key=itemgetter("id"))
        if batch:
            put_in(connection, table, batch)


def insert_one_by_one(connection: Connection, table: Table, batch: Sequence[Row]) -> None:
    """Insert rows as SQLite takes them fastest: by one statement executed for each, handed straight to the driver."""
    names = list(batch[0])
    statement = (
        f"INSERT INTO {table.name} ({', '.join(names)})"  # noqa: S608 - names of ours
        f" VALUES ({', '.join('?' * len(names))}) ON CONFLICT DO NOTHING"
    )
    columns = [column_of(connection, table, name, batch) for name in names]
    connection.exec_driver_sql(statement, list(zip(*columns, strict=True)))


def column_of(connection: Connection, table: Table, name: str, batch: Sequence[Row]) -> list[Any]:
    """Return the values of a column as the driver takes them."""
    written = table.c[name].type.dialect_impl(connection.dialect).bind_processor(connection.dialect)
    values = [row[name] for row in batch]
    return values if written is None else [written(value) for value in values]


def insert_in_columns(connection: Connection, table: Table, batch: Sequence[Row]) -> None:
    """Insert rows as PostgreSQL takes them fastest, as fast as by COPY: in one statement, each column a list."""
    names = list(batch[0])
    types = [table.c[name].type.compile(connection.dialect) for name in names]
    lists = ", ".join(f"%b::{kind}[]" for kind in types)
    statement = (
        f"INSERT INTO {table.name} ({', '.join(names)})"  # noqa: S608 - names of ours
        f" SELECT * FROM unnest({lists}) ON CONFLICT DO NOTHING"
    )
    connection.exec_driver_sql(statement, tuple([row[name] for row in batch] for name in names))


def put(connection: Connection, model: Any, rows: Sequence[Row]) -> None:
    """Give stored rows of a table other values; all rows name the same columns, their keys among them."""
    if rows:
        table = table_of(model)
        values: dict[str, Any] = {column: bindparam(f"new_{column}") for column in rows[0] if column != "id"}
        named = [{f"new_{column}": value for column, value in row.items()} for row in rows]
        connection.execute(update(table).where(table.c.id == bindparam("new_id")).values(values), named)
