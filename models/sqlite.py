"""Files of SQLite: how each connection is set, and how a file is opened that can only be read."""

import os
import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, event

WAL = b"\x02\x02"  # what stands at the 19th byte of a file whose changes are kept beside it at first


def listen(engine: Engine, patience: int) -> None:
    """Set what each connection of an engine needs; one that waits for another writer gives up after `patience` seconds.

    A file that cannot be written is opened as one that is only read.
    """
    file = Path(engine.url.database or ":memory:")
    is_read_only = can_only_be_read(file)

    def open_as_it_can_be(_dialect: object, _record: object, arguments: list[Any], options: dict[str, Any]) -> None:
        arguments[0], options["uri"] = address_to_read(file), True

    def prepare(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None  # begin() begins transactions, so that they hold changes of tables too
        pragmas = ["foreign_keys = ON", f"busy_timeout = {patience * 1000}"]
        if not is_read_only:
            pragmas += ["journal_mode = WAL", "synchronous = NORMAL"]  # readers go on during an import
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}").close()

    if is_read_only:
        event.listen(engine, "do_connect", open_as_it_can_be)
    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", begin)


def begin(connection: Connection) -> None:
    """Begin a transaction; one that will write takes its turn at once, or it might lose it half-way."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def can_only_be_read(file: Path) -> bool:
    """Return whether a database is there and cannot be written: itself, or the files that SQLite keeps beside it."""
    return file.is_file() and not (os.access(file, os.W_OK) and os.access(file.absolute().parent, os.W_OK))


def address_to_read(file: Path) -> str:
    """Return the URI under which SQLite only reads a file.

    A file whose changes are kept beside it needs a place there for readers to tell each other what they read. Where
    there is none, as on a DVD, it is read as one that nobody changes meanwhile.
    """
    path = file.absolute()
    with path.open("rb") as opened:
        keeps_changes_beside = opened.read(20)[18:] == WAL
    has_place = os.access(path.parent, os.W_OK) or Path(f"{path}-wal").exists()
    return f"file:{quote(str(path))}?mode=ro" + ("&immutable=1" if keeps_changes_beside and not has_place else "")
