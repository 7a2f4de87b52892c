"""What stands in the database: its tables and views with their columns, types, keys and descriptions.

All that tells other programs what the database holds is made from these: the comments on PostgreSQL, the table
data_dictionary, exports, served pages, the sources of dbt.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import resources
from typing import Any

from sqlalchemy import BigInteger, Boolean, Date, DateTime, Integer, Numeric, Table, Text
from sqlalchemy.types import TypeEngine

from models import Base
from queries.catalogue import SavedReport, shipped_reports

CAST_TYPES = {"int": "integer", "decimal": "numeric"}  # as a cast spells them, and as they are called here
# The keys that views carry, and whose they are.
VIEW_KEYS = {
    "exchange_id": "exchange",
    "message_id": "message",
    "statement_id": "statement",
    "source_report_id": "source_report",
    "trade_figure_id": "trade_figure",
    "anniversary_mention_id": "anniversary_mention",
    "theme_mention_id": "theme_mention",
    "account_id": "source_report",
}
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
    """A table or a view.

    `foreign_keys` names for each referring column the table whose column id it holds; `order` is what rows are sorted
    by.
    """

    name: str
    kind: str
    description: str
    columns: tuple[Column, ...]
    foreign_keys: Mapping[str, str] = field(default_factory=dict)
    title: str = ""
    order: str = "id"

    @property
    def is_table(self) -> bool:
        """Whether it is a table: its key is the column id."""
        return self.kind == "table"

    def without_text(self) -> "Relation":
        """Return the relation without the columns that hold texts of publishers."""
        return replace(self, columns=tuple(column for column in self.columns if not is_text_of_publisher(column)))


def is_text_of_publisher(column: Column) -> bool:
    """Return whether a column holds the text of a report, or quotes of it; `words` is a count in some reports."""
    return column.name in ("body", "quote") or (column.name == "words" and column.type == "text")


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
    keys = {name: table for name, table in VIEW_KEYS.items() if name in report.columns}
    return Relation(report.view, "view", description, tuple(columns), keys, report.title, report.order)


@cache
def usual_columns() -> Mapping[str, Column]:
    """Return what columns of saved reports are, by name, as columns.toml tells it under their types."""
    text = resources.files("queries").joinpath("columns.toml").read_text(encoding="utf-8")
    by_type = tomllib.loads(text)
    return {name: Column(name, type_, told) for type_, columns in by_type.items() for name, told in columns.items()}
