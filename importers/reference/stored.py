"""The reference data that a database holds, a user's own rows among them: what reports are read with."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Engine, select

from importers.reference.records import Rows
from importers.uncollected import uncollected
from models import Base, Leader, Tenure

REFERENCE = frozenset(
    "country country_name leader leader_name leader_relation office office_title tenure outlet outlet_name outlet_mark"  # noqa: SIM905
    " occasion occasion_phrase theme theme_phrase theme_party milestone milestone_party milestone_phrase word".split()
)


def reference_rows(engine: Engine) -> Rows:
    """Return the rows, always in the same order."""
    rows = Rows()
    with uncollected():
        for name, found in tables(engine):
            columns = found[0]._fields if found else ()
            rows.tables[name] = {row.id: dict(zip(columns, row, strict=True)) for row in found}
    return rows


def tables(engine: Engine) -> Iterator[tuple[str, Sequence[Any]]]:
    """Yield each table's name and rows.

    Leaders known from reports only are left out, and offices by corrections: what a report tells must not hang on which
    others came before it.
    """
    with engine.connect() as connection:
        for table in Base.metadata.sorted_tables:
            if table.name in REFERENCE:
                query = select(table).order_by(table.c.id)
                if table.name in (Leader.__tablename__, Tenure.__tablename__):
                    query = query.where(table.c.supplied_by != "report")
                yield table.name, connection.execute(query).all()
