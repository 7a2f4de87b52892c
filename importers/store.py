"""Storing rows: many at a time, tables in the order in which they depend on each other, the same on both engines."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, update
from sqlalchemy.dialects import postgresql, sqlite

from importers.settle import table_of
from models import Base

Row = dict[str, Any]
IN_ORDER = Base.metadata.sorted_tables


def insert(connection: Connection, rows: Mapping[str, Sequence[Row]]) -> None:
    """Insert rows by table; rows whose keys are there stay as they are."""
    make = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    for table in IN_ORDER:
        batch = list({row["id"]: row for row in rows.get(table.name, ())}.values())
        if batch:
            connection.execute(make(table).on_conflict_do_nothing(), batch)


def put(connection: Connection, model: Any, rows: Sequence[Row]) -> None:
    """Give stored rows of a table other values; all rows name the same columns, their keys among them."""
    if rows:
        table = table_of(model)
        values: dict[str, Any] = {column: bindparam(f"new_{column}") for column in rows[0] if column != "id"}
        named = [{f"new_{column}": value for column, value in row.items()} for row in rows]
        connection.execute(update(table).where(table.c.id == bindparam("new_id")).values(values), named)
