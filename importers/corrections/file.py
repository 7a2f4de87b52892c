"""Corrections as a file that a team keeps in version control: read record by record, the wrong ones told."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import asdict, fields
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DataError, IntegrityError

from importers.broken_rules import rule_of
from importers.corrections.apart import refuse_contradiction
from importers.corrections.change import change
from importers.corrections.near import refuse_near, said_apart
from importers.corrections.proposal import moment
from importers.corrections.rules import check_row
from importers.corrections.stored import Put, correction_key, stored_corrections
from importers.reference.records import Record, records_of
from importers.reference.supply import Supplied
from importers.store import Row
from models.database import InputError, writing
from models.moment import in_utc

NEEDED = ("fact", "property", "right_value", "why", "made_by")
NUMBERS = ("occurrence", "occasion_year")
COLUMNS = tuple(field.name for field in fields(Put))


def import_corrections(engine: Engine, content: bytes, *, is_dry_run: bool = False) -> Supplied:
    """Store the corrections of a file, and read the reports anew that they are of; return what became of them.

    Raises InputError where the file is no table, or lacks columns that it must have.
    """
    names, records = records_of(content)
    missing = [name for name in NEEDED if name not in names]
    if missing:
        raise InputError(f"the file has no column {', '.join(missing)}; corrections may have {', '.join(COLUMNS[1:])}")
    supplied = Supplied(unused=[name for name in names if name and name not in COLUMNS])
    with writing(engine) as connection:
        trial = connection.begin_nested()
        new = new_rows(connection, records, supplied)
        refused = [] if is_dry_run else store(connection, engine, list(new.items()))
        supplied.rejected = sorted([*supplied.rejected, *refused])
        if is_dry_run:
            trial.rollback()
    return supplied


def new_rows(connection: Connection, records: Iterator[Record], supplied: Supplied) -> dict[int, Row]:
    """Return the corrections that are not stored so, by line, and count them all; of one fact the last line counts."""
    stored = {one.id: one for one in stored_corrections(connection).all}
    several = list(records)
    named = [{name: record.optional(name) for name in ("property", "leader", "right_value")} for record in several]
    apart = said_apart([*map(asdict, stored.values()), *named])
    said = dict(stored)
    lines: dict[int, int] = {}
    new: dict[int, Row] = {}
    for record in several:
        try:
            row = row_of(connection, record)
            if row["id"] not in stored or stored[row["id"]].right_value != row["right_value"]:
                refuse_near(connection, row, apart)
            refuse_contradiction(said.values(), Put(**row))
        except ValueError as error:
            supplied.rejected.append((record.line, str(error)))
            continue
        new.pop(lines.get(row["id"], 0), None)
        said[row["id"]], lines[row["id"]] = Put(**row), record.line
        new[record.line] = row
    for line, row in list(new.items()):
        is_there = row["id"] in stored
        if is_there and same(stored[row["id"]], row):
            supplied.unchanged += 1
            del new[line]
        else:
            supplied.updated += is_there
            supplied.inserted += not is_there
    return new


def row_of(connection: Connection, record: Record) -> Row:
    """Return a record as a row of the table. Raises ValueError naming the column that is wrong."""
    row: dict[str, Any] = {name: record.optional(name) for name in COLUMNS if name != "id"}
    row |= {name: record.number(name) for name in NUMBERS}
    row["fact"], row["property"] = record.text("fact"), record.text("property")
    row["quote"] = " ".join(row["quote"].split()) if row["quote"] else None
    row["made_at"] = moment_of(row["made_at"])
    row = check_row(connection, row)
    return {"id": correction_key(row), **row}


def moment_of(words: str | None) -> datetime.datetime:
    """Return when a correction was made, now where the file does not say. Raises ValueError for what is no moment."""
    if words is None:
        return moment()
    try:
        return in_utc(datetime.datetime.fromisoformat(words))
    except ValueError:
        raise ValueError(f"made_at: {words!r} is no moment such as 2024-01-31T12:00:00") from None


def same(stored: Put, row: Row) -> bool:
    """Return whether a correction is stored so; where the file does not say when it was made, that decides nothing."""
    return all(getattr(stored, name) == row[name] for name in COLUMNS if name != "made_at")


def store(connection: Connection, engine: Engine, rows: Sequence[tuple[int, Row]]) -> list[tuple[int, str]]:
    """Make the corrections that the database takes; return the lines of those that it refuses, and why."""
    if not rows:
        return []
    try:
        with connection.begin_nested():
            change(connection, engine, new=[row for _, row in rows])
    except (IntegrityError, DataError) as error:
        if len(rows) == 1:
            return [(rows[0][0], rule_of(error))]
        middle = len(rows) // 2
        return store(connection, engine, rows[:middle]) + store(connection, engine, rows[middle:])
    return []
