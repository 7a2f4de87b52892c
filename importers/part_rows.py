"""Rows of a part: what became of each report of an archive, as Parquet holds it and any program can read it."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from importers.accounts import BITS, Sketch
from importers.counted import note_counts
from importers.outcomes import Found, Outcome
from importers.raw_report import ColumnsUsed, LeftOut, RawReport, Rejected
from importers.store import Row, RowsByTable
from models import Base

if TYPE_CHECKING:
    import pyarrow

TABLES = (  # that a report brings rows of
    "leader", "source_report", "exchange", "exchange_report", "message", "message_report", "statement",
    "theme_mention", "anniversary_mention", "trade_figure",
)  # fmt: skip
NOT_READ = {
    "source_report": {"import_run_id"},
    "exchange": {"written_year"},
    "message": {"written_year"},
    "message_report": {"statement_count", "is_checked"},
    "theme_mention": {"source_report_id"},
    "anniversary_mention": {"is_checked"},
    "trade_figure": {"is_checked"},
}
CHECKED = [table for table, columns in NOT_READ.items() if "is_checked" in columns]
OF_RAW = ("content_sha256", "title", "url", "outlet", "published_on", "language", "origin")


def columns_read(table: str) -> list[str]:
    """Return the columns of a table that reading fills."""
    return [name for name in Base.metadata.tables[table].columns.keys() if name not in NOT_READ.get(table, ())]  # noqa: SIM118


def part_schema(told: Mapping[str, str]) -> "pyarrow.Schema":
    """Return the schema of a part, with what is told of it as a whole.

    A line is a report with all rows that it brings, in lists by table; or what could not be read; or so many pages that
    were left out; or how the columns of a file were used.
    """
    import pyarrow as pa

    names = pa.list_(pa.string())
    fields = {"kind": pa.string(), "locator": pa.string(), "count": pa.int64(), "reason": pa.string()}
    fields |= {"columns_used": pa.map_(pa.string(), names), "columns_unused": names}
    fields |= {name: arrow_type("report_locator", name) for name in OF_RAW}
    fields |= {"sketch": pa.binary(BITS // 8), "runs": pa.int64()}
    for table in TABLES:
        columns = [(name, arrow_type(table, name)) for name in columns_read(table)]
        fields[table] = pa.list_(pa.struct(columns))
    return pa.schema(fields, metadata=dict(told))


def arrow_type(table: str, column: str) -> "pyarrow.DataType":
    """Return the type of Arrow for a column; exact numbers are read as what a double holds."""
    import pyarrow as pa

    types = {str: pa.string(), int: pa.int64(), bool: pa.bool_(), datetime.date: pa.date32()}
    return types.get(Base.metadata.tables[table].c[column].type.python_type, pa.float64())


def line_of(outcome: Outcome) -> Row | None:
    """Return the line of an outcome, None where it is none of what is read at a place."""
    if isinstance(outcome, Found):
        told: Row = {name: getattr(outcome.raw, name) for name in OF_RAW}
        sketch = outcome.sketch.bits.to_bytes(BITS // 8, "little")
        rows = {table: outcome.rows[table] for table in TABLES if outcome.rows.get(table)}
        return (
            {"kind": "report", "locator": outcome.locator, "sketch": sketch, "runs": outcome.sketch.runs} | told | rows
        )
    if isinstance(outcome, Rejected):
        return {"kind": "rejected", "locator": outcome.locator, "reason": outcome.reason, "count": outcome.count}
    if isinstance(outcome, LeftOut):
        return {"kind": "left_out", "locator": outcome.locator, "count": outcome.count}
    if isinstance(outcome, ColumnsUsed):
        used = [(field, list(names)) for field, names in outcome.used.items()]
        return {
            "kind": "columns",
            "locator": outcome.locator,
            "columns_used": used,
            "columns_unused": list(outcome.unused),
        }
    return None


def outcomes_of(lines: Iterable[Row]) -> Iterator[Outcome]:
    """Yield the outcomes that lines tell."""
    for line in lines:
        if line["kind"] == "report":
            yield found_of(line)
        elif line["kind"] == "rejected":
            yield Rejected(line["locator"], line["reason"], line["count"])
        elif line["kind"] == "left_out":
            yield LeftOut(line["locator"], line["count"])
        else:
            used = {field: tuple(names) for field, names in line["columns_used"]}
            yield ColumnsUsed(line["locator"], used, tuple(line["columns_unused"]))


def found_of(line: Row) -> Found:
    """Return the report that a line tells."""
    rows: RowsByTable = {table: line[table] for table in TABLES if line[table]}
    note_counts(rows)
    for row in (row for table in CHECKED for row in rows.get(table, ())):
        row["is_checked"] = False  # people put right what is in a database, and no archive
    told: dict[str, Any] = {name: line[name] for name in OF_RAW}
    return Found(
        RawReport(line["locator"], "", **told), rows, Sketch(int.from_bytes(line["sketch"], "little"), line["runs"])
    )
