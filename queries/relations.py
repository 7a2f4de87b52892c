"""What stands in the database: its tables and views with their columns, types, keys and descriptions.

All that tells other programs what the database holds is made from these: the comments on PostgreSQL, the table
data_dictionary, exports, served pages, the sources of dbt.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

from sqlalchemy import BigInteger, Boolean, Date, DateTime, Integer, Numeric, Table, Text
from sqlalchemy.types import TypeEngine

from models import Base
from queries.catalogue import SavedReport, shipped_reports

CAST_TYPES = {"int": "integer", "decimal": "numeric"}  # as a cast spells them, and as they are called here
TABLE_TYPES: tuple[tuple[type[TypeEngine[Any]], str], ...] = (
    (BigInteger, "bigint"),
    (Integer, "integer"),
    (Numeric, "numeric"),
    (Boolean, "boolean"),
    (DateTime, "timestamp"),
    (Date, "date"),
    (Text, "text"),
)


@dataclass(frozen=True)
class Column:
    """A column: its type (text, integer, bigint, numeric, boolean, date, timestamp) and what it is, where known."""

    name: str
    type: str | None
    description: str | None


@dataclass(frozen=True)
class Relation:
    """A table or a view. `foreign_keys` names for each referring column the table whose key it holds."""

    name: str
    kind: str
    description: str
    columns: tuple[Column, ...]
    foreign_keys: Mapping[str, str] = field(default_factory=dict)
    title: str = ""

    @property
    def has_key(self) -> bool:
        """Whether the column id is the key."""
        return self.kind == "table"


def relations() -> list[Relation]:
    """Return all tables, each after those it refers to, and then the views of the shipped reports."""
    tables = [table_relation(table) for table in Base.metadata.sorted_tables]
    return tables + [view_relation(report) for report in shipped_reports().values()]


def table_relation(table: Table) -> Relation:
    """Return the relation of a table of the models."""
    columns = tuple(Column(column.name, type_name(column.type), column.comment) for column in table.columns)
    keys = {column.name: key.column.table.name for column in table.columns for key in column.foreign_keys}
    return Relation(table.name, "table", table.comment or "", columns, keys)


def type_name(type_: TypeEngine[Any]) -> str:
    """Return what the type of a table's column is called here."""
    return next(name for kind, name in TABLE_TYPES if isinstance(type_, kind))


def view_relation(report: SavedReport) -> Relation:
    """Return the relation of a report's view: types by its casts, the rest by what columns of the name are usually."""
    usual = usual_columns()
    columns = []
    for name, cast in report.columns.items():
        known = usual.get(name, Column(name, None, None))
        type_ = CAST_TYPES.get(cast, cast) or known.type
        columns.append(Column(name, type_, report.described.get(name, known.description)))
    description = f"{report.title}. {report.question}" if report.question else report.title
    return Relation(report.view, "view", description, tuple(columns), title=report.title)


@cache
def usual_columns() -> Mapping[str, Column]:
    """Return what columns of saved reports are, by name, as columns.toml tells it under their types."""
    text = resources.files("queries").joinpath("columns.toml").read_text(encoding="utf-8")
    by_type = tomllib.loads(text)
    return {name: Column(name, type_, told) for type_, columns in by_type.items() for name, told in columns.items()}
