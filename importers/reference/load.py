"""Loading reference data: the files that ship with the project, into rows and into the database."""

import io
from importlib.resources import files

from sqlalchemy import Connection
from sqlalchemy.dialects import postgresql, sqlite

from importers.reference.countries import country
from importers.reference.leaders import leader, office, tenure
from importers.reference.milestones import milestone
from importers.reference.occasions import occasion
from importers.reference.outlets import outlet
from importers.reference.records import Row, Rows, Subject, read_records
from importers.reference.themes import theme
from importers.reference.trade import trade_statistic, trade_target
from models import Base

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


def shipped_rows() -> Rows:
    """Return the rows of all reference files that ship with the project. Raises ValueError naming file and line."""
    rows = Rows()
    for name, subject in SHIPPED.items():
        text = files("importers.reference").joinpath(f"{name}.csv").read_text(encoding="utf-8")
        with io.StringIO(text, newline="") as file:
            for record in read_records(file):
                try:
                    subject(record, rows)
                except ValueError as error:
                    raise ValueError(f"{name}.csv, line {record.line}: {error}") from None
    return rows


def load_shipped(connection: Connection) -> None:
    """Bring the reference data of the database to what ships with this version."""
    store(connection, shipped_rows())


def parents_first(rows: dict[int, Row]) -> list[Row]:
    """Return the rows of a table with those that others of the same table name as their parent before these."""
    ordered: dict[int, Row] = {}

    def place(row: Row) -> None:
        parent = row.get("parent_id")
        if parent is not None and parent not in ordered and parent in rows and parent != row["id"]:
            place(rows[parent])
        ordered.setdefault(row["id"], row)

    for row in rows.values():
        place(row)
    return list(ordered.values())


def store(connection: Connection, rows: Rows) -> None:
    """Insert the rows, and update those whose keys are there."""
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    for table in Base.metadata.sorted_tables:
        batch = parents_first(rows.tables.get(table.name, {}))
        if batch:
            statement = insert(table)
            changed = {column: statement.excluded[column] for column in batch[0] if column != "id"}
            connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=changed), batch)
