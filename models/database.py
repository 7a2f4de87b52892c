"""Opening the database: the address people give, the engine with what each database needs, and the checks in words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

REVISION = "2026_11_21_9"  # the migration these models belong to; a later one sorts after an earlier one
REFUSED_WITHIN = 10  # seconds until a server that does not answer is given up
WRITERS_TURN = 0x6368616E63657279  # the advisory lock of PostgreSQL that writers hold by turns


class InputError(click.ClickException):
    """Something a person gave cannot be used. The message is one line: what is wrong, where, what to do."""

    exit_code = 2


def parse_address(address: str) -> URL:
    """Return the URL of a database given as a URL or as the path of an SQLite file.

    Raises InputError for what is neither, and for engines other than SQLite and PostgreSQL.
    """
    if "://" not in address:
        return URL.create("sqlite", database=address)
    try:
        url = make_url(address)
        backend = url.get_backend_name()
    except (ArgumentError, ValueError):
        raise InputError(
            f"the database address {address!r} does not parse; write sqlite:///file.db or postgresql://user@host/name"
        ) from None
    if backend not in ("sqlite", "postgresql"):
        raise InputError(f"{backend} is not supported; give an SQLite file or a postgresql:// address")
    return url


def connect(address: str) -> Engine:
    """Return an engine on the database at `address`, with foreign keys enforced; the connection was tried.

    Raises InputError where the address does not parse, the server does not answer, or the file is no database.
    """
    url = parse_address(address)
    is_sqlite = url.get_backend_name() == "sqlite"
    options: dict[str, Any] = {} if is_sqlite else {"connect_args": {"connect_timeout": REFUSED_WITHIN}}
    try:
        engine = create_engine(url, **options)
    except (NoSuchModuleError, ArgumentError) as error:
        raise InputError(f"the database address {address!r} cannot be used: {error}") from None
    if is_sqlite:
        if url.database and url.database != ":memory:" and not Path(url.database).absolute().parent.is_dir():
            raise InputError(f"the folder of the database file {url.database} does not exist; make it first")
        event.listen(engine, "connect", prepare_sqlite)
        event.listen(engine, "begin", begin_sqlite)
    command = click.get_current_context(silent=True)
    if command is not None:
        command.call_on_close(engine.dispose)
    try:
        with engine.connect() as connection:
            connection.execute(text("SELECT count(*) FROM sqlite_master" if is_sqlite else "SELECT 1"))
    except DBAPIError as error:
        reason = str(error.orig).strip().splitlines()[0]
        raise InputError(f"the database {url.render_as_string()} cannot be opened: {reason}") from None
    return engine


def prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    """Set on each new SQLite connection what PostgreSQL does anyway, and what lets readers go on during an import."""
    connection.isolation_level = None  # begin_sqlite begins transactions, so that they hold changes of tables too
    for pragma in ("foreign_keys = ON", "journal_mode = WAL", "synchronous = NORMAL", "busy_timeout = 30000"):
        connection.execute(f"PRAGMA {pragma}").close()


def begin_sqlite(connection: Connection) -> None:
    """Begin a transaction on SQLite; one that will write takes its turn at once, or it might lose it half-way."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Give a connection in a transaction that writes; writers of one database take turns, readers go on."""
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": WRITERS_TURN})
        yield connection


def stored_revision(engine: Engine) -> str | None:
    """Return the revision that the database is at, None where `chancery init` has never run."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(text("SELECT max(version_num) FROM alembic_version")).scalar()


def refuse_newer(engine: Engine) -> str | None:
    """Return the revision of the database; raise InputError if a newer Chancery made it."""
    revision = stored_revision(engine)
    if revision is not None and revision > REVISION:
        raise InputError(
            f"the database {engine.url.render_as_string()} is of a newer version ({revision}, this Chancery knows"
            f" {REVISION}); upgrade Chancery"
        )
    return revision


def open_database(address: str) -> Engine:
    """Return an engine on a database that `chancery init` has brought to the newest revision.

    Raises InputError where there is none, or one of another version.
    """
    path = parse_address(address)
    if path.get_backend_name() == "sqlite" and path.database and not Path(path.database).exists():
        raise InputError(f"there is no database at {path.database}; make one with: chancery init")
    engine = connect(address)
    revision = refuse_newer(engine)
    if revision is None:
        raise InputError(f"{engine.url.render_as_string()} is no Chancery database yet; run: chancery init")
    if revision < REVISION:
        raise InputError(f"the database {engine.url.render_as_string()} is of an older version; run: chancery init")
    return engine


database_option = click.option(
    "--db",
    "address",
    metavar="URL",
    envvar="CHANCERY_DB",
    default="chancery.db",
    show_default=True,
    show_envvar=True,
    help="The database: an SQLite file, or postgresql://user@host/name.",
)
