"""The reference data that a database holds, a user's own rows among them: what reports are read with."""

import hashlib

from sqlalchemy import Engine, Select, Table, select

from importers.reference.records import Rows
from models import Base, Leader

REFERENCE = frozenset(
    "country country_name leader leader_name office office_title tenure outlet outlet_mark occasion occasion_phrase"  # noqa: SIM905
    " theme theme_phrase theme_party milestone milestone_party milestone_phrase".split()
)


def reference_rows(engine: Engine) -> Rows:
    """Return the rows, always in the same order."""
    rows = Rows()
    with engine.connect() as connection:
        for table in Base.metadata.sorted_tables:
            if table.name in REFERENCE:
                found = connection.execute(rows_of(table))
                rows.tables[table.name] = {row.id: dict(row._mapping) for row in found}
    return rows


def rows_of(table: Table) -> Select[tuple[object, ...]]:
    """Return the query for the rows of a table.

    Leaders known from reports only are left out: what a report tells must not hang on which others came before it.
    """
    query = select(table).order_by(table.c.id)
    return query.where(table.c.supplied_by != "report") if table.name == Leader.__tablename__ else query


def reference_digest(engine: Engine) -> str:
    """Return the SHA-256 of the rows, as 64 hexadecimal digits."""
    digest = hashlib.sha256()
    with engine.connect() as connection:
        for table in Base.metadata.sorted_tables:
            if table.name in REFERENCE:
                digest.update(f"{table.name} {[tuple(row) for row in connection.execute(rows_of(table))]}".encode())
    return digest.hexdigest()
