"""The whole content of a database, to be compared with another; and the texts that the imports of tests read."""

import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, select

from models import Base

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "importers" / "samples"
CORPUS = ROOT.parent / "shared" / "corpus"
RUN_COLUMNS = {"import_run_id", "last_run_id"}

Contents = dict[str, dict[int, dict[str, Any]]]


def contents(engine: Engine, *, with_runs: bool = False) -> Contents:
    """Every row of every table but import_run, by table and key; without the numbers of imports, unless asked for."""
    with engine.connect() as connection:
        return {
            table.name: {
                row.id: {
                    column: plain(value)
                    for column, value in row._mapping.items()
                    if with_runs or column not in RUN_COLUMNS
                }
                for row in connection.execute(select(table))
            }
            for table in Base.metadata.sorted_tables
            if table.name != "import_run"
        }


def plain(value: Any) -> Any:
    """A value as both engines give it."""
    if isinstance(value, Decimal):
        return float(value)
    return value.isoformat() if isinstance(value, datetime.date | datetime.datetime) else value


def differences(one: Contents, other: Contents) -> dict[str, Any]:
    """What differs between two databases, for people to read: by table, a few rows of each."""
    found: dict[str, Any] = {}
    for table in one:
        keys = [key for key in one[table].keys() | other[table].keys() if one[table].get(key) != other[table].get(key)]
        if keys:
            found[table] = [(one[table].get(key), other[table].get(key)) for key in keys[:3]]
    return found


def texts() -> list[Path]:
    """The sample reports, and the corpus where there is one."""
    return sorted(path for folder in (SAMPLES, CORPUS) if folder.is_dir() for path in folder.iterdir())
