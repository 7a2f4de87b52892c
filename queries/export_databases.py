"""Exports into the files of databases: SQLite, a database as chancery init makes it, and DuckDB."""

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, insert, text

from models import Base
from models.database import connect, writing
from queries.export import EXACT, arrow_batch, arrow_schema, import_or_explain, rows_of
from queries.publish import publish
from queries.relations import Relation

SQLITE_FILE = "export.sqlite"
DUCKDB_FILE = "export.duckdb"
# What a newer DuckDB writes of itself, the programs of others cannot read until they have it too.
READABLE_SINCE = {"storage_compatibility_version": "v1.2.0"}
IN_MEMORY = {"memory_limit": "128MB", "threads": 1}  # else DuckDB holds whole tables until it closes the file
SQL_TYPES = {"timestamp": "timestamp with time zone", "numeric": "numeric({}, {})".format(*EXACT)}


def write_sqlite(connection: Connection, relations: Sequence[Relation], folder: Path) -> dict[str, str]:
    """Write an SQLite database, and return the file by relation.

    With the texts it is a database of Chancery's own: its views are views. Without them, views that are made from the
    texts would be wrong, so all relations are tables with the rows of the moment.
    """
    file = folder / SQLITE_FILE
    file.unlink(missing_ok=True)
    if any(column.name == "body" for relation in relations for column in relation.columns):
        copy_database(connection, [relation for relation in relations if relation.is_table], file)
    else:
        copy_tables(connection, relations, file)
    return dict.fromkeys((relation.name for relation in relations), SQLITE_FILE)


def copy_database(connection: Connection, tables: Iterable[Relation], file: Path) -> None:
    """Copy all rows into a new database made by the migrations, with the views of the reports."""
    import migrations

    engine = connect(str(file))
    with writing(engine) as target:
        migrations.upgrade(target)
        target.execute(text("PRAGMA defer_foreign_keys = ON"))  # some tables refer to themselves
        for relation in tables:
            names = [column.name for column in relation.columns]
            for part in rows_of(connection, relation):
                rows = [dict(zip(names, map(for_sqlite, row), strict=True)) for row in part]
                target.execute(insert(Base.metadata.tables[relation.name]), rows)
        publish(target)
    engine.dispose()
    with closing(sqlite3.connect(file)) as single:
        single.execute("PRAGMA journal_mode = DELETE")  # no files beside it, so that it can be handed on


def for_sqlite(value: Any) -> Any:
    """Return a value as SQLite keeps it: it has no exact numbers with a fraction."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value


def copy_tables(connection: Connection, relations: Iterable[Relation], file: Path) -> None:
    """Copy all rows into plain tables with the types and keys of the relations."""
    engine = create_engine(f"sqlite:///{file}")
    with engine.begin() as target:
        for relation in relations:
            target.exec_driver_sql(create_table(relation, {"bigint": "integer"}))
            places = ", ".join("?" for _ in relation.columns)
            for part in rows_of(connection, relation):
                rows = [tuple(as_stored(value) for value in row) for row in part]
                target.exec_driver_sql(f'INSERT INTO "{relation.name}" VALUES ({places})', rows)  # noqa: S608
    engine.dispose()


def as_stored(value: Any) -> Any:
    """Return a value that the driver of SQLite takes: days and moments as ISO text."""
    return value.isoformat() if hasattr(value, "isoformat") else for_sqlite(value)


def create_table(relation: Relation, types: dict[str, str], *, self_references: bool = True) -> str:
    """Return the CREATE TABLE of a relation, with its keys where it is a table."""
    parts = [f'"{column.name}" {types.get(column.type or "text", column.type)}' for column in relation.columns]
    if relation.is_table:
        parts.append("PRIMARY KEY (id)")
        parts += [
            f'FOREIGN KEY ("{column}") REFERENCES "{table}" (id)'
            for column, table in relation.foreign_keys.items()
            if self_references or table != relation.name
        ]
    return f'CREATE TABLE "{relation.name}" ({", ".join(parts)})'


def write_duckdb(connection: Connection, relations: Iterable[Relation], folder: Path) -> dict[str, str]:
    """Write a DuckDB database in which views are tables with the rows of the moment; return the file by relation."""
    duckdb = import_or_explain("duckdb", "duckdb")
    import_or_explain("pyarrow", "duckdb")
    files = {}
    (folder / DUCKDB_FILE).unlink(missing_ok=True)
    with duckdb.connect(str(folder / DUCKDB_FILE), config=READABLE_SINCE | IN_MEMORY) as target:
        for relation in relations:
            target.begin()  # else the disk is waited for after each comment
            target.execute(create_table(relation, SQL_TYPES, self_references=False))
            fill_duckdb(target, connection, relation)
            comment_duckdb(target, relation)
            target.commit()
            files[relation.name] = DUCKDB_FILE
    return files


def fill_duckdb(target: Any, connection: Connection, relation: Relation) -> None:
    """Copy the rows of a relation."""
    import pyarrow

    schema = arrow_schema(relation)
    for part in rows_of(connection, relation):
        target.register("part", pyarrow.Table.from_batches([arrow_batch(part, schema)]))
        target.execute(f'INSERT INTO "{relation.name}" SELECT * FROM part')  # noqa: S608
        target.unregister("part")


def comment_duckdb(target: Any, relation: Relation) -> None:
    """Comment on a relation and its columns."""
    told = [(f'TABLE "{relation.name}"', relation.description)]
    told += [(f'COLUMN "{relation.name}"."{column.name}"', column.description or "") for column in relation.columns]
    for what, words in told:
        quoted = words.replace("'", "''")
        target.execute(f"COMMENT ON {what} IS '{quoted}'")
