"""Every table, view and column says what it is and of which type, and the database says the same."""

from collections.abc import Callable
from pathlib import Path

import apsw
import pytest
from click.testing import Result
from sqlalchemy import Engine, inspect, text

from models import Base
from queries.catalogue import shipped_reports
from queries.kept import own_relations
from queries.relations import Relation, relations, usual_columns, view_relation

TYPES = {"text", "integer", "bigint", "numeric", "boolean", "date", "timestamp"}
VIEWS = [relation for relation in relations() if relation.kind == "view"]
FITTING_ON_SQLITE = {  # boolean casts are numbers there, and computed days text
    "text": {"TEXT"},
    "integer": {"INT", "INTEGER"},
    "bigint": {"INTEGER", "INT"},
    "numeric": {"NUM", "NUMERIC(24, 2)", "NUMERIC(9, 3)"},
    "boolean": {"NUM", "BOOLEAN"},
    "timestamp": {"DATETIME"},
    "date": {"DATE", "TEXT"},
}


@pytest.mark.parametrize("relation", relations(), ids=lambda relation: relation.name)
def test_every_column_has_a_description_and_a_type(relation: Relation) -> None:
    assert relation.description
    assert [column.name for column in relation.columns if not column.description or column.type not in TYPES] == []


def test_every_description_is_of_a_column_and_told_once() -> None:
    used = {
        column for report in shipped_reports().values() for column in report.columns if column not in report.described
    }
    assert usual_columns().keys() - used == set()
    for report in shipped_reports().values():
        for name, told in report.described.items():
            assert name in report.columns
            assert name not in usual_columns() or told != usual_columns()[name].description


def test_the_data_dictionary_describes_what_is_in_the_database(world_engine: Engine) -> None:
    with world_engine.connect() as connection:
        told = connection.execute(
            text("SELECT relation, column_name, type, description FROM data_dictionary ORDER BY relation, position")
        ).all()
    assert {row.relation for row in told} == {relation.name for relation in relations()}
    inspector = inspect(world_engine)
    for relation in relations():
        columns = [row.column_name for row in told if row.relation == relation.name]
        assert columns == [None, *(column["name"] for column in inspector.get_columns(relation.name))]


def test_postgresql_has_the_types_and_the_comments(world_engine: Engine) -> None:
    if world_engine.dialect.name != "postgresql":
        pytest.skip("SQLite has no comments; its types are read in the next test")
    found = """
        SELECT relname, attname, format_type(atttypid, NULL), col_description(attrelid, attnum)
        FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
        WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v') AND attnum > 0 AND NOT attisdropped
        AND relname <> 'alembic_version' ORDER BY relname, attnum
    """
    with world_engine.connect() as connection:
        told = [
            tuple(row) for row in connection.execute(text(found.replace(":", r"\:"))) if row[0] not in own_relations()
        ]
        views = dict(
            tuple(row)
            for row in connection.execute(text("SELECT relname, obj_description(oid, 'pg_class') FROM pg_class"))
        )
    named = {"timestamp": "timestamp with time zone"}
    assert told == [
        (relation.name, column.name, named.get(column.type or "", column.type), column.description)
        for relation in sorted(relations(), key=lambda relation: relation.name)
        for column in relation.columns
    ]
    assert all(views[relation.name] == relation.description for relation in relations())


def test_sqlite_gives_every_column_of_a_view_a_type(world_engine: Engine) -> None:
    if world_engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL's are read in the test before")
    connection = apsw.Connection(world_engine.url.database or "", flags=apsw.SQLITE_OPEN_READONLY)
    for view in VIEWS:
        given = {row[1]: row[2] for row in connection.execute(f"PRAGMA table_info({view.name})")}
        assert list(given) == [column.name for column in view.columns]
        for column in view.columns:
            assert given[column.name] in FITTING_ON_SQLITE[column.type or ""], (view.name, column.name)
    connection.close()


def test_a_report_of_ones_own_is_described_as_far_as_is_known(
    chancery: Callable[..., Result], address: str, engine: Engine, tmp_path: Path
) -> None:
    (tmp_path / "mine.sql").write_text(
        '-- title = "Mine"\n-- [columns]\n-- share = "100 % of it: all"\n'
        "SELECT sender, count(*) AS share, 1 AS other FROM report_messages GROUP BY sender"
    )
    for _ in range(2):
        assert chancery("report", "--publish", str(tmp_path), "--db", address).exit_code == 0
    with engine.connect() as connection:
        told = "SELECT column_name, type, description FROM data_dictionary WHERE relation = 'report_mine'"
        rows = [tuple(row) for row in connection.execute(text(f"{told} ORDER BY position"))]
        assert rows == [
            (None, None, "Mine"),
            ("sender", "text", "Slug of the leader who wrote"),
            ("share", None, "100 % of it: all"),
            ("other", None, None),
        ]
    if engine.dialect.name == "postgresql":
        assert inspect(engine).get_columns("report_mine")[1]["comment"] == "100 % of it: all"


def test_tables_name_their_keys() -> None:
    by_name = {relation.name: relation for relation in relations()}
    assert by_name["statement"].foreign_keys == {
        "source_report_id": "source_report",
        "message_id": "message",
        "speaker_id": "leader",
    }
    assert by_name.keys() >= Base.metadata.tables.keys()
    keys = {"statement_id": "statement", "message_id": "message", "exchange_id": "exchange"}
    assert view_relation(shipped_reports()["themes"]).foreign_keys == keys | {"theme_mention_id": "theme_mention"}
