"""Loading reference data: the files that ship with the project, into rows and into the database."""

import io
from collections.abc import Collection, Iterable, Mapping, Sequence
from importlib.resources import files
from typing import Any

from sqlalchemy import Connection, Table, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from importers.reference.countries import country
from importers.reference.leaders import leader, office, tenure
from importers.reference.milestones import milestone
from importers.reference.occasions import occasion
from importers.reference.other_languages import WORDS, names_of
from importers.reference.outlets import outlet
from importers.reference.records import ENGLISH, Rows, Subject, read_records
from importers.reference.themes import theme
from importers.reference.trade import trade_statistic, trade_target
from importers.store import AT_ONCE, Row, in_parts
from importers.uncollected import uncollected
from models import Base, Leader

SHIPPED: dict[str, Subject] = {
    "countries": country,
    "leaders": leader,
    "offices": office,
    "tenures": tenure,
    "outlets": outlet,
    "occasions": occasion,
    "themes": theme,
    "milestones": milestone,
    "trade_statistics": trade_statistic,
    "trade_targets": trade_target,
}


FILES = SHIPPED | {f"names/{subject}": names_of(subject) for subject in WORDS}


def shipped_rows() -> Rows:
    """Return the rows of all reference files that ship with the project. Raises ValueError naming file and line."""
    rows = Rows()
    for name, subject in FILES.items():
        text = files("importers.reference").joinpath(f"{name}.csv").read_text(encoding="utf-8")
        with io.StringIO(text, newline="") as file, uncollected():
            for record in read_records(file):
                try:
                    subject(record, rows)
                except ValueError as error:
                    raise ValueError(f"{name}.csv, line {record.line}: {error}") from None
    return rows


def load_shipped(connection: Connection) -> None:
    """Bring the reference data of the database to what ships with this version. What a user has supplied stays."""
    rows = shipped_rows()
    leave_to_users(connection, rows)
    store(connection, rows, "chancery")
    for table in (Base.metadata.tables[name] for name in LEAVES):
        stored = select(table.c.id)
        if "supplied_by" in table.c:
            stored = stored.where(table.c.supplied_by == "chancery")
        delete_keys(connection, table, set(connection.execute(stored).scalars()) - rows.tables[table.name].keys())


# What belongs to a row of another table and stands in the same record: it goes where the record no longer has it.
PARTS = {
    "country_name": "country_id",
    "leader_name": "leader_id",
    "leader_relation": "leader_id",
    "office_title": "office_id",
    "outlet_name": "outlet_id",
    "outlet_mark": "outlet_id",
    "occasion_phrase": "occasion_id",
    "theme_phrase": "theme_id",
    "theme_party": "theme_id",
    "milestone_phrase": "milestone_id",
    "milestone_party": "milestone_id",
}
OF_A_LANGUAGE = tuple(name for name in PARTS if "language" in Base.metadata.tables[name].c)
LEAVES = ("tenure", "trade_statistic", "trade_target", *OF_A_LANGUAGE)  # to which nothing refers


def leave_to_users(connection: Connection, rows: Rows) -> None:
    """Take out of the rows those that a user has supplied, with their parts; of words, those of the same language."""
    for table in Base.metadata.sorted_tables:
        if "supplied_by" in table.c and table.name not in PARTS:
            users = set(connection.execute(select(table.c.id).where(table.c.supplied_by == "user")).scalars())
            leave_out(rows, table.name, ("id",), {(key,) for key in users})
            for part in (part for part in PARTS if owner_of(part) == table.name):
                if part in OF_A_LANGUAGE:
                    leave_out(rows, part, (PARTS[part], "language"), {(key, ENGLISH) for key in users})
                else:
                    leave_out(rows, part, (PARTS[part],), {(key,) for key in users})
    for name in OF_A_LANGUAGE:
        table, columns = Base.metadata.tables[name], (PARTS[name], "language")
        query = select(*(table.c[column] for column in columns)).where(table.c.supplied_by == "user")
        leave_out(rows, name, columns, {tuple(row) for row in connection.execute(query)})
    theirs = select(Leader.wikidata_id).where(Leader.supplied_by == "user", Leader.wikidata_id.is_not(None))
    taken = set(connection.execute(theirs).scalars())
    for row in rows.of(Leader):
        if row["wikidata_id"] in taken:
            row["wikidata_id"] = None


def leave_out(rows: Rows, table: str, columns: tuple[str, ...], values: set[tuple[Any, ...]]) -> None:
    """Leave out of the rows of a table those that have these values in these columns."""
    if not values:
        return
    rows.tables[table] = {
        key: row for key, row in rows.tables[table].items() if tuple(row[column] for column in columns) not in values
    }
    rows.told[table] -= values


def store(connection: Connection, rows: Rows, supplier: str) -> None:
    """Insert the rows, and update those that are there and differ; of their parts, remove those not among them."""
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    for table in Base.metadata.sorted_tables:
        batch = parents_first(rows.tables.get(table.name, {}))
        stored = stored_like(connection, table, rows)
        if table.name in PARTS:
            others = stored_parts(table, rows, stored).keys() - rows.tables.get(table.name, {}).keys()
            delete_keys(connection, table, others)
        if "supplied_by" in table.c:
            batch = [row | {"supplied_by": supplier} for row in batch]
        batch = not_stored(batch, stored)
        if batch:
            statement = insert(table)
            changed = {column: statement.excluded[column] for column in batch[0] if column != "id"}
            connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=changed), batch)


def not_stored(batch: Sequence[Row], stored: Iterable[Row]) -> list[Row]:
    """Return the rows that are not stored as they are, in their order."""
    known = {row["id"]: row for row in stored}
    return [row for row in batch if row["id"] not in known or not row.items() <= known[row["id"]].items()]


def stored_parts(table: Table, rows: Rows, stored: Iterable[Row]) -> dict[int, Row]:
    """Return, of the stored rows, the parts of the records; of words, those of the languages that the records tell."""
    column, told, records = PARTS[table.name], rows.told.get(table.name, set()), records_told(table, rows)
    is_of_a_language = table.name in OF_A_LANGUAGE
    return {
        row["id"]: row
        for row in stored
        if row[column] in records and (not is_of_a_language or (row[column], row["language"]) in told)
    }


def records_told(table: Table, rows: Rows) -> Collection[int]:
    """Return the records of which the rows tell all that belongs to them in a table of parts."""
    if table.name in OF_A_LANGUAGE:
        return {record for record, _ in rows.told.get(table.name, ())}
    return rows.tables.get(owner_of(table.name), {}).keys()


def stored_like(connection: Connection, table: Table, rows: Rows) -> list[Row]:
    """Return the stored rows of a table with the keys of these; of parts, all of the same records."""
    column, keys = table.c.id, set(rows.tables.get(table.name, ()))
    if table.name in PARTS:
        column = table.c[PARTS[table.name]]
        keys = {row[column.name] for row in rows.tables.get(table.name, {}).values()}.union(records_told(table, rows))
    query = select(table) if len(keys) > AT_ONCE else select(table).where(column.in_(keys))
    names = table.c.keys()
    return [dict(zip(names, row, strict=True)) for row in connection.execute(query).all()] if keys else []


def owner_of(part: str) -> str:
    """Return the table to whose rows those of a table of parts belong."""
    return PARTS[part].removesuffix("_id")


def delete_keys(connection: Connection, table: Table, keys: Iterable[int]) -> None:
    """Delete the rows with these keys."""
    for part in in_parts(keys):
        connection.execute(delete(table).where(table.c.id.in_(part)))


def parents_first(rows: Mapping[int, Row]) -> list[Row]:
    """Return the rows of a table with those that others of the same table name as their parent before these."""
    if "parent_id" not in next(iter(rows.values()), {}):
        return list(rows.values())
    ordered: dict[int, Row] = {}

    def place(row: Row) -> None:
        parent = row.get("parent_id")
        if parent is not None and parent not in ordered and parent in rows and parent != row["id"]:
            place(rows[parent])
        ordered.setdefault(row["id"], row)

    for row in rows.values():
        place(row)
    return list(ordered.values())
