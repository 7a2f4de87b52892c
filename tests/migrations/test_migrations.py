"""Migrations and models agree, and every revision goes up and down again with the rows that are there."""

from itertools import pairwise
from typing import Any

from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, CursorResult, Engine, delete, inspect, text

import migrations
import queries.publish
from importers.reference.load import LEAVES
from initialise import prepare
from models import Base
from models.database import connect, writing

REVISIONS = [script.revision for script in ScriptDirectory(str(migrations.HERE)).walk_revisions()][::-1]


def shape(connection: Connection) -> dict[str, Any]:
    """Everything that the catalogue tells of the tables."""
    inspector = inspect(connection)

    def named(name: str | None) -> str | None:  # of one that stands with its column, SQLite's name is not told
        return name if connection.dialect.name != "sqlite" else None

    return {
        table: {
            "columns": {
                (c["name"], str(c["type"]), c["nullable"], c.get("comment")) for c in inspector.get_columns(table)
            },
            "primary key": inspector.get_pk_constraint(table)["constrained_columns"],
            "foreign keys": {
                (named(k["name"]), tuple(k["constrained_columns"]), k["referred_table"], k["options"].get("ondelete"))
                for k in inspector.get_foreign_keys(table)
            },
            "unique": {(u["name"], tuple(u["column_names"])) for u in inspector.get_unique_constraints(table)},
            "checks": {(c["name"], " ".join(c["sqltext"].split())) for c in inspector.get_check_constraints(table)},
            "indexes": {
                (i["name"], tuple(i["column_names"]))
                for i in inspector.get_indexes(table)
                if not i.get("duplicates_constraint")
            },
            "comment": inspector.get_table_comment(table)["text"] if connection.dialect.supports_comments else None,
        }
        for table in inspector.get_table_names()
        if table != "alembic_version"
    }


def test_the_migrations_make_what_the_models_say(empty_address: str) -> None:
    engine = connect(empty_address)
    with writing(engine) as connection:
        migrations.upgrade(connection)
    with engine.connect() as connection:
        migrated = shape(connection)
    with writing(engine) as connection:
        migrations.downgrade(connection, "base")
        assert set(inspect(connection).get_table_names()) <= {"alembic_version"}
        Base.metadata.create_all(connection)
        assert shape(connection) == migrated
    engine.dispose()


def test_alembic_finds_nothing_left_to_migrate(engine: Engine) -> None:
    with engine.begin() as connection:
        queries.publish.withdraw(connection)
        command.check(migrations.configuration(connection))


def test_each_revision_goes_down_and_up_again_and_keeps_the_rows(engine: Engine) -> None:
    with writing(engine) as connection:
        queries.publish.withdraw(connection)
        thin_out(connection)
        before = without_other_languages(contents(connection))
        for older, newer in reversed(list(pairwise(REVISIONS))):
            migrations.downgrade(connection, older)
            kept = without_other_languages(contents(connection))
            migrations.upgrade(connection, newer)
            again = without_other_languages(contents(connection))
            migrations.downgrade(connection, older)
            changed = [table for table, rows in kept.items() if not before[table] == rows == again[table]]
            for table in changed:
                rows = kept[table]
                columns = set(rows[0]) if rows else set()
                assert only(before[table], columns) == only(rows, columns), (table, newer)
                assert only(again[table], columns) == only(rows, columns), (table, newer)
            before = kept


def thin_out(connection: Connection) -> None:
    """Leave one of two hundred rows of the large tables of reference data: enough to see them kept."""
    for name in LEAVES:
        table = Base.metadata.tables[name]
        connection.execute(delete(table).where(table.c.id % 200 != 0))


def contents(connection: Connection) -> dict[str, list[dict[str, Any]]]:
    """All rows of all tables, as the engine itself tells them."""
    tables = [name for name in inspect(connection).get_table_names() if name != "alembic_version"]
    return {name: rows_of(connection.execute(text(f'SELECT * FROM "{name}"'))) for name in tables}


def rows_of(result: CursorResult[Any]) -> list[dict[str, Any]]:
    columns = tuple(result.keys())
    return [dict(zip(columns, row, strict=True)) for row in result.all()]


def without_other_languages(tables: dict[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    """The rows without words of languages other than English, for which the first revisions have no place."""
    return {
        name: [row for row in rows if name == "source_report" or row.get("language", "en") == "en"]
        for name, rows in tables.items()
    }


def only(rows: list[dict[str, Any]], columns: set[str]) -> list[tuple[Any, ...]]:
    """The rows with only these columns, in an order of their own."""
    return sorted((tuple(str(row[column]) for column in sorted(columns)) for row in rows), key=str)


def test_init_makes_a_database_twice_without_harm(empty_address: str) -> None:
    engine = connect(empty_address)
    prepare(engine)
    with engine.connect() as connection:
        first = {table: len(rows) for table, rows in contents(connection).items()}
    prepare(engine)
    with engine.connect() as connection:
        assert {table: len(rows) for table, rows in contents(connection).items()} == first
    engine.dispose()
