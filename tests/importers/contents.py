"""The whole content of a database, to be compared with another; and the reports that tests import."""

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, CursorResult, Engine, Select, Table, select, text, true

from importers.rejections import kept_aside
from importers.uncollected import uncollected
from models import Base, ImportRun, Rejection, Sighting, SourceReport, TradeStatistic, WebArchive
from models.kept import Kept, kept_tables, untrue_rows

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "importers" / "samples"
# Which tell what imports met, by their numbers; and with what reports were read, and what that changed.
OF_RUNS = {"import_run", "sighting", "rejection", "web_archive", "reading_basis", "reading_phrase", "reading_change"}
PLAIN = {str, int, bool, type(None)}

Contents = dict[str, dict[Any, dict[str, Any]]]


def contents(engine: Engine, *, with_shipped: bool = False) -> Contents:
    """Every row of every table, by table and key, and of what imports could not read what is kept aside still.

    Tables kept for saved reports are held against what they would be worked out to now. Which import brought what is
    told by `history`. What Chancery itself supplies is left out, unless asked for: no import changes it.
    """
    with uncollected(), engine.connect() as connection:
        assert not [kept.name for kept in kept_tables(connection) if is_untrue(connection, kept)]
        found = {
            table.name: rows_by_key(connection, select(table).where(true() if with_shipped else is_brought(table)))
            for table in Base.metadata.sorted_tables
            if table.name not in OF_RUNS
        }
        aside = connection.execute(kept_aside()).all()
    return found | {"rejection": {row.locator: {"reason": row.reason} for row in aside}}


def is_untrue(connection: Connection, kept: Kept) -> bool:
    """Whether a kept table has other rows than it would be worked out to.

    What is kept of official figures alone takes a second to work out: it was, where these and what is kept of them are
    the same as those that were true before.
    """
    if kept.grain != "trade_statistic":
        return bool(untrue_rows(connection, kept))
    queries = (select(TradeStatistic.__table__), text(f"SELECT * FROM kept_{kept.name}"))
    same = hash(tuple(tuple(connection.execute(query).cursor.fetchall()) for query in queries))
    if same not in FOUND_TRUE and not untrue_rows(connection, kept):
        FOUND_TRUE.add(same)
    return same not in FOUND_TRUE


FOUND_TRUE: set[int] = set()


def rows_by_key(connection: Connection, query: Select[Any]) -> dict[Any, dict[str, Any]]:
    """The rows that a query gives, by their keys and by column, but for the import that brought them."""
    columns = {
        name: values if PLAIN.issuperset(map(type, values)) else map(plain, values)
        for name, values in columns_of(connection.execute(query))
        if name != "import_run_id"
    }
    rows = (dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True))
    return {row["id"]: row for row in rows}


def columns_of(result: CursorResult[Any]) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """The names of columns with the values in them."""
    names = result.keys()
    return zip(names, zip(*result, strict=True), strict=False)


def is_brought(table: Table) -> ColumnElement[bool]:
    """Which rows Chancery does not supply itself."""
    return table.c.supplied_by != "chancery" if "supplied_by" in table.c else true()


def history(engine: Engine) -> dict[str, Any]:
    """What each import met, brought, could not read, or could again; imports are counted anew, from 0."""
    with engine.connect() as connection:
        runs = list(connection.execute(select(ImportRun.id).order_by(ImportRun.id)).scalars())
        met, judged, brought, archives = (
            connection.execute(select(model)).all() for model in (Sighting, Rejection, SourceReport, WebArchive)
        )

        def each(row: Any) -> list[int]:
            return [number for number, run in enumerate(runs) if row.first_run_id <= run <= row.last_run_id]

    return {
        "met": sorted((row.report_locator_id, number) for row in met for number in each(row)),
        "judged": sorted((row.locator, row.reason or "", number) for row in judged for number in each(row)),
        "brought": sorted((row.id, runs.index(row.import_run_id)) for row in brought),
        "archives": sorted(
            (row.locator, row.content_sha256, row.left_out, runs.index(row.import_run_id)) for row in archives
        ),
        "ends": {end for row in (*met, *judged) for end in (row.first_run_id, row.last_run_id)} - set(runs),
    }


def plain(value: Any) -> Any:
    """A value as both engines give it."""
    if type(value) in PLAIN:
        return value
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, datetime.datetime) and value.tzinfo is not None:
        value = value.astimezone(datetime.UTC).replace(tzinfo=None)
    return value.isoformat() if isinstance(value, datetime.date | datetime.datetime) else value


def differences(one: Contents, other: Contents) -> dict[str, Any]:
    """What differs between two databases, for people to read: by table, a few rows of each."""
    found: dict[str, Any] = {}
    for table in one:
        keys = [key for key in one[table].keys() | other[table].keys() if one[table].get(key) != other[table].get(key)]
        if keys:
            found[table] = [(one[table].get(key), other[table].get(key)) for key in keys[:3]]
    return found


def english_samples() -> list[Path]:
    """The sample reports in English: enough where the language is no matter, and soon read by new processes."""
    return sorted(path for path in SAMPLES.iterdir() if not re.search(r"cctv|-ru\.txt", path.name))
