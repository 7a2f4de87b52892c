"""What the tests of imports ask for."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from models.database import connect


@pytest.fixture
def empty_engine(sqlite_template: Path, tmp_path: Path) -> Iterator[Engine]:
    """A second initialised database, to compare with."""
    shutil.copy(sqlite_template, tmp_path / "other.db")
    engine = connect(str(tmp_path / "other.db"))
    yield engine
    engine.dispose()
