"""Opening the database: the address people give, the engine with what each database needs, and the checks in words."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource
from click.shell_completion import CompletionItem
from sqlalchemy import Connection, Engine, create_engine, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from models import sqlite
from models.failures import reason_of
from models.kept import keep_true
from models.printable import in_one_line

REVISION = "2026_11_30_2"  # the migration these models belong to; a later one sorts after an earlier one
REFUSED_WITHIN = 10  # seconds until a server that does not answer is given up
PATIENCE = 30  # seconds that a writer waits for others until it gives up
WRITERS_TURN = 0x6368616E63657279  # the advisory lock of PostgreSQL that writers hold by turns before there are tables
# Marks of a server's address in what has no ://, which else is the path of a file: me:password@host, host=... user=...
NO_PATH = re.compile(
    r"^postgres(ql)?[:/]|(?<!^[A-Z]):.*@|pass\w*\s*=|(^|\s)(host|hostaddr|port|dbname|user|service)\s*=", re.IGNORECASE
)
ODD = re.compile("[@:/?#&=]")  # in the name of a server or database: the rest of a password that was not spelled right
SHOWN_PARTS = ("host", "port", "service")  # of what may stand behind the ? of an address; other parts may be secret
HOW_TO_WRITE = "write sqlite:///file.db or postgresql://user@host/name"


class InputError(click.ClickException):
    """Something a person gave cannot be used. The message is one line: what is wrong, where, what to do."""

    exit_code = 2

    def __init__(self, message: str) -> None:
        super().__init__(in_one_line(message))


def parse_address(address: str) -> URL:
    """Return the URL of a database given as a URL or as the path of an SQLite file.

    Raises InputError, which shows nothing of an address that may hold a password, for what is neither, and for engines
    other than SQLite and PostgreSQL.
    """
    if "://" not in address:
        if not address.strip() or NO_PATH.search(address):
            raise InputError(f"the database address is empty or does not parse; {HOW_TO_WRITE}")
        return URL.create("sqlite", database=address)
    try:
        url = make_url(re.sub("^postgres(?=[:+])", "postgresql", address.strip()))
        backend = url.get_backend_name()
    except (ArgumentError, ValueError):
        raise InputError(f"the database address does not parse; {HOW_TO_WRITE}") from None
    if backend not in ("sqlite", "postgresql"):
        raise InputError(f"{backend} is not supported; give an SQLite file or a postgresql:// address")
    names = f"{url.database} {(url.host or '').replace(':', '')}"  # which stand in addresses of IPv6
    if backend == "postgresql" and (ODD.search(names) or address.count("@") > 1):
        raise InputError("the database address does not parse: in names and passwords write @ as %40 and / as %2F")
    return url


def shown(url: URL) -> str:
    """Return an address as it may be seen by others: without the password, wherever it stands."""
    kept = {name: value for name, value in url.query.items() if name in SHOWN_PARTS}
    return url.set(query=kept).render_as_string()


def connect(address: str) -> Engine:
    """Return an engine on the database at `address`, with foreign keys enforced; the connection was tried.

    Raises InputError where the address does not parse, the server does not answer, or the file is no database.
    """
    url = parse_address(address)
    engine = engine_of(url)
    command = click.get_current_context(silent=True)
    if command is not None:
        command.call_on_close(engine.dispose)
    try:
        with engine.connect() as connection:
            is_sqlite = connection.dialect.name == "sqlite"
            connection.execute(text("SELECT count(*) FROM sqlite_master" if is_sqlite else "SELECT 1"))
    except (DBAPIError, OSError, ValueError) as error:
        raise InputError(f"the database {shown(url)} cannot be opened: {reason_of(error)}") from None
    return engine


def engine_of(url: URL) -> Engine:
    """Return an engine on a database. Raises InputError for a driver that is not there, or a folder that is not."""
    is_sqlite = url.get_backend_name() == "sqlite"
    if is_sqlite and url.database and not Path(url.database).absolute().parent.is_dir():
        raise InputError(f"the folder of the database file {url.database} does not exist; make it first")
    options: dict[str, Any] = {} if is_sqlite else {"connect_args": {"connect_timeout": REFUSED_WITHIN}}
    try:
        engine = create_engine(url, **options)
    except (NoSuchModuleError, ArgumentError, ImportError, TypeError, ValueError):
        engine = None
    if engine is None or engine.dialect.is_async:
        plain = f"{url.get_backend_name()}://"
        raise InputError(f"the driver of {url.drivername}:// is not installed, or not for this program; write {plain}")
    if is_sqlite:
        sqlite.listen(engine, PATIENCE)
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Give a connection in a transaction that writes; writers of one database take turns, readers go on.

    Before it ends, what it touched in the kept tables is worked out anew.
    Raises DBAPIError where another's turn, or a lock that it holds, does not end in time.
    """
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"SET LOCAL lock_timeout = '{PATIENCE}s'"))
            take_turn(connection)
        yield connection
        keep_true(connection)


def take_turn(connection: Connection) -> None:
    """Wait for the turn to write on PostgreSQL.

    Everybody may hold an advisory lock, for as long as they like, but only who may write the lock of a table: advisory
    locks serve only until the first `chancery init` has made one.
    """
    is_ready = has_tables(connection)
    if not is_ready:
        connection.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": WRITERS_TURN})
        is_ready = has_tables(connection)  # as the one before may have made them
    if is_ready:
        connection.execute(text("LOCK TABLE alembic_version IN SHARE ROW EXCLUSIVE MODE"))


def has_tables(connection: Connection) -> bool:
    """Return whether `chancery init` has made the tables of a database of PostgreSQL."""
    return connection.execute(text("SELECT to_regclass('alembic_version')")).scalar() is not None


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
            f"the database {shown(engine.url)} is of a newer version ({revision}, this Chancery knows"
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
        raise InputError(f"{shown(engine.url)} is no Chancery database yet; run: chancery init")
    if revision < REVISION:
        raise InputError(f"the database {shown(engine.url)} is of an older version; run: chancery init")
    return engine


def nearest_address(ctx: click.Context, _option: click.Parameter, address: str) -> str:
    """Return the address that was given last on the command line: --db may stand before the command, too."""
    outer: click.Context | None = ctx
    while outer is not None:
        if outer.get_parameter_source("address") is ParameterSource.COMMANDLINE:
            return address if outer is ctx else str(outer.params["address"])
        outer = outer.parent
    return address


database_option = click.option(
    "--db",
    "address",
    metavar="URL",
    envvar="CHANCERY_DB",
    default="chancery.db",
    show_default=True,
    show_envvar=True,
    callback=nearest_address,
    shell_complete=lambda _ctx, _option, typed: [CompletionItem(typed, type="file")],
    help="The database: an SQLite file, or postgresql://user@host/name.",
)
