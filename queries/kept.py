"""Kept tables published: each a file of kept_tables/, a head of TOML in comment lines and one SELECT.

`grain` names what a change touches, `keys` the two columns that hold its keys, none where all rows are worked out anew
at each change, `indexes` the columns that are looked for. The SELECT reads tables, and views of reports.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from sqlalchemy import Connection, inspect, text

from queries.catalogue import leading_comment
from queries.select import for_engine, literal

KEPT, PLAIN, TOUCHES = "kept_", "plain_", "kept_touches_"
PAIR = "SELECT {row}.sender_id, {row}.recipient_id"
PAIR_OF_MESSAGE = "SELECT sender_id, recipient_id FROM message WHERE message.id = {row}.message_id"
PAIR_OF_EXCHANGE = "SELECT {row}.leader_a_id, {row}.leader_b_id"
ANNIVERSARY = "SELECT {row}.milestone_id, {row}.ordinal WHERE {row}.milestone_id IS NOT NULL"
ANNIVERSARY_OF_EXCHANGE = "SELECT {row}.milestone_id, coalesce({row}.ordinal, 0) WHERE {row}.milestone_id IS NOT NULL"
ANNIVERSARIES_OF_MESSAGE = """
    SELECT anniversary_mention.milestone_id, anniversary_mention.ordinal
    FROM statement
    JOIN anniversary_mention ON anniversary_mention.statement_id = statement.id
    WHERE statement.message_id = {row}.id AND anniversary_mention.milestone_id IS NOT NULL
    UNION
    SELECT exchange.milestone_id, coalesce(exchange.ordinal, 0)
    FROM exchange
    WHERE exchange.id = {row}.exchange_id AND exchange.milestone_id IS NOT NULL
"""
PAIRS_OF_LEADER = """
    SELECT leader_a_id, leader_b_id FROM exchange WHERE leader_a_id = {row}.id
    UNION
    SELECT leader_a_id, leader_b_id FROM exchange WHERE leader_b_id = {row}.id
"""
OF_MESSAGE = "UPDATE OF exchange_id, sender_id, recipient_id, sent_on, written_year"
OF_EXCHANGE = "UPDATE OF exchanged_on, occasion_id, occasion_year, milestone_id"
ALL = "SELECT CAST(NULL AS bigint), CAST(NULL AS bigint)"
# What touches which grain: the table that changes, by which change, and the query for the keys, which are those of both
# orders of a pair. What a report tells of a message goes and comes with its row of message_report.
TOUCHED_BY = (
    ("trade_statistic", "trade_statistic", ("INSERT", "UPDATE", "DELETE"), ALL),
    ("pair", "message", ("INSERT", OF_MESSAGE, "DELETE"), PAIR),
    ("pair", "message_report", ("INSERT", "UPDATE", "DELETE"), PAIR_OF_MESSAGE),
    ("pair", "exchange", (OF_EXCHANGE,), PAIR_OF_EXCHANGE),
    ("pair", "leader", ("UPDATE OF country_id",), PAIRS_OF_LEADER),
    ("pair", "theme", ("UPDATE OF kind", "DELETE"), ALL),
    ("anniversary", "anniversary_mention", ("INSERT", "UPDATE", "DELETE"), ANNIVERSARY),
    ("anniversary", "message", ("INSERT", OF_MESSAGE, "DELETE"), ANNIVERSARIES_OF_MESSAGE),
    ("anniversary", "exchange", ("UPDATE OF milestone_id, ordinal", "DELETE"), ANNIVERSARY_OF_EXCHANGE),
)
TABLES = """
CREATE TABLE kept_table (
    name text PRIMARY KEY, grain text NOT NULL, first_column text, second_column text
);
CREATE TABLE kept_touched (grain text NOT NULL, first_id bigint, second_id bigint);
"""


@dataclass(frozen=True)
class KeptTable:
    """A kept table as its file tells it."""

    name: str
    sql: str
    grain: str
    keys: tuple[str, ...] = ()
    indexes: tuple[str, ...] = ()

    @property
    def table(self) -> str:
        """The name of its table."""
        return KEPT + self.name


@cache
def shipped_tables() -> tuple[KeptTable, ...]:
    """Return the kept tables that come with the program, by name."""
    folder = resources.files("queries").joinpath("kept_tables")
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".sql")), key=lambda file: file.name)
    return tuple(read_table(file.name.removesuffix(".sql"), file.read_text(encoding="utf-8")) for file in files)


def read_table(name: str, content: str) -> KeptTable:
    """Return the kept table in a file."""
    lines = content.splitlines()
    comment = [line.removeprefix("--").removeprefix(" ") for line in leading_comment(lines)]
    head: dict[str, Any] = tomllib.loads("\n".join(comment))
    sql = "\n".join(lines[len(comment) :]).strip()
    return KeptTable(name, sql, head["grain"], tuple(head.get("keys", ())), tuple(head.get("indexes", ())))


def own_relations() -> list[str]:
    """Return the names of all tables and views that are there for kept tables alone."""
    names = [kept.name for kept in shipped_tables()]
    return [f"{KEPT}table", f"{KEPT}touched", *(KEPT + name for name in names), *(PLAIN + name for name in names)]


def prepare_kept(connection: Connection) -> None:
    """Make the tables that tell of kept tables."""
    for statement in TABLES.split(";"):
        if statement.strip():
            run(connection, statement)


def publish_kept(connection: Connection, kept: KeptTable) -> None:
    """Make a kept table with its rows and indexes, and the view that gives the rows."""
    run(connection, f"CREATE VIEW {PLAIN}{kept.name} AS\n{for_engine(kept.sql, connection.dialect.name)}")
    run(connection, f"CREATE TABLE {KEPT}{kept.name} AS SELECT * FROM {PLAIN}{kept.name}")  # noqa: S608 - names of ours
    for number, columns in enumerate(kept.indexes, 1):
        run(connection, f"CREATE INDEX ix_{KEPT}{kept.name}_{number} ON {KEPT}{kept.name} ({columns})")
    run(connection, f"ANALYZE {KEPT}{kept.name}")
    first, second = kept.keys or (None, None)
    row = {"name": kept.name, "grain": kept.grain, "first": first, "second": second}
    connection.execute(text("INSERT INTO kept_table VALUES (:name, :grain, :first, :second)"), row)


def note_what_touches(connection: Connection) -> None:
    """Make the triggers that note what touches kept tables."""
    for grain, table, changes, keys in TOUCHED_BY:
        for change in changes:
            note_changes(connection, table, change, grain, keys)


def note_changes(connection: Connection, table: str, change: str, grain: str, keys: str) -> None:
    """Make the trigger that notes the keys that a change of a table touches."""
    rows = {"INSERT": ["NEW"], "DELETE": ["OLD"]}.get(change, ["OLD", "NEW"])
    found = " UNION ALL ".join(keys.format(row=row) for row in rows) if keys != ALL else ALL
    event = change.partition(" ")[0]  # UPDATE, not UPDATE OF: PostgreSQL would not see what another trigger sets
    name = f"{TOUCHES}{grain}_{table}_{event.lower()}"
    noted = f"INSERT INTO kept_touched (grain, first_id, second_id) SELECT '{grain}', keys.* FROM ({found}) AS keys"  # noqa: S608
    columns = [column for column in change.partition(" OF ")[2].split(", ") if column]
    differs = " OR ".join(f"OLD.{column} IS DISTINCT FROM NEW.{column}" for column in columns)
    when = f"WHEN ({differs})" if differs else ""
    if connection.dialect.name == "sqlite":
        run(connection, f"CREATE TRIGGER {name} AFTER {event} ON {table} FOR EACH ROW {when} BEGIN {noted}; END")
        return
    each = "STATEMENT" if keys == ALL and not when else "ROW"
    # who may change the table need not be one who may note it
    run(
        connection,
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT"
        f" AS $$ BEGIN {noted}; RETURN NULL; END $$",
    )
    run(connection, f"CREATE TRIGGER {name} AFTER {event} ON {table} FOR EACH {each} {when} EXECUTE FUNCTION {name}()")


def withdraw_kept(connection: Connection) -> None:
    """Drop the kept tables, which no view reads any more, and their triggers."""
    for name, table in triggers(connection):
        if connection.dialect.name == "sqlite":
            run(connection, f"DROP TRIGGER {name}")
        else:
            run(connection, f"DROP TRIGGER {name} ON {table}")
            run(connection, f"DROP FUNCTION {name}()")
    for table in inspect(connection).get_table_names():
        if table.startswith(KEPT):
            run(connection, f"DROP TABLE {table}")


def triggers(connection: Connection) -> list[tuple[str, str]]:
    """Return the triggers that note what touches the kept tables, each with its table."""
    found = "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'"
    if connection.dialect.name == "postgresql":
        found = (
            "SELECT DISTINCT trigger_name, event_object_table FROM information_schema.triggers"
            " WHERE trigger_schema = current_schema()"
        )
    return [(name, table) for name, table in connection.execute(text(found)) if name.startswith(TOUCHES)]


def run(connection: Connection, statement: str) -> None:
    """Run a statement without parameters."""
    connection.execute(text(literal(statement)))
