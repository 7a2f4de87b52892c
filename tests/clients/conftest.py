"""What tests with other programs share: the small world, and what our own reader answers of it."""

import datetime
import shutil
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from queries.answer import ask, reading
from queries.catalogue import shipped_reports
from tests.queries.conftest import world_address, world_engine

__all__ = ["world_address", "world_engine"]

REPORTS = ("anniversaries", "trade-figures")
Rows = list[tuple[Any, ...]]


@pytest.fixture(params=REPORTS)
def report(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def query(report: str) -> str:
    """The SQL that a user of a client writes: the rows of the view in the report's order."""
    saved = shipped_reports()[report]
    return f"SELECT * FROM {saved.view} ORDER BY {saved.order}"


@pytest.fixture
def expected(world_engine: Engine, report: str) -> Rows:
    """The rows that our own reader gives."""
    with reading(world_engine) as connection:
        rows = ask(connection, shipped_reports()[report]).rows
    assert rows
    return rows


@pytest.fixture
def sqlite_file(world_address: str) -> str:
    if "://" in world_address:
        pytest.skip("this client reads the file of SQLite")
    return world_address


@pytest.fixture
def postgres_address(world_address: str) -> str:
    if "://" not in world_address:
        pytest.skip("this client asks the server of PostgreSQL")
    return world_address


@pytest.fixture
def program() -> Callable[..., str]:
    """The path of a program that a client needs; the test is skipped where it is not installed."""

    def found(name: str, package: str) -> str:
        path = shutil.which(name)
        if path is None:
            pytest.skip(f"{name} is not installed (Debian: {package})")
        return path

    return found


def same(value: Any) -> Any:
    """A value as our own reader has it: whole numbers whole, days as days, what is missing as None."""
    if value is None or str(value) in ("NaT", "<NA>", "nan"):
        return None
    if isinstance(value, Decimal | float):
        return int(value) if value == int(value) else float(value)
    if isinstance(value, datetime.datetime):
        return value.date()
    return value


def same_rows(rows: Any) -> Rows:
    return [tuple(same(value) for value in row) for row in rows]


def with_numbers_for_truth(rows: Rows) -> Rows:
    """Rows as SQLite gives them to programs that know its types only: 0 and 1 for truth, text for days."""
    return [
        tuple(
            int(value) if isinstance(value, bool) else value.isoformat() if isinstance(value, datetime.date) else value
            for value in row
        )
        for row in rows
    ]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """These tests need programs that a developer of reading or of reports does not: make test-clients runs them."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.slow)
