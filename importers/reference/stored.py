"""The reference data that a database holds, a user's own rows among them: what reports are read with."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Engine, Table, select

from importers.reference.records import Rows
from importers.uncollected import uncollected
from models import Base, Leader, Tenure

REFERENCE = frozenset(
    "country country_name leader leader_name leader_relation office office_title tenure outlet outlet_name outlet_mark"  # noqa: SIM905
    " occasion occasion_phrase theme theme_phrase theme_party milestone milestone_party milestone_phrase word".split()
)
TABLES = [table for table in Base.metadata.sorted_tables if table.name in REFERENCE]


def reference_rows(engine: Engine) -> Rows:
    """Return the rows, always in the same order; where they are those that were returned last, the very same."""
    with uncollected(), engine.connect() as connection:
        found = {table.name: stored_values(connection, table) for table in TABLES}
        if not _last or _last[0][0] != found:
            _last[:] = [(found, rows_of(found))]
    return _last[0][1]


Values = Sequence[tuple[Any, ...]]  # of a table, row by row
_last: list[tuple[dict[str, Values], Rows]] = []  # what was stored when it was last looked up, and the rows made of it


def stored_values(connection: Connection, table: Table) -> Values:
    """Return the values of a table's rows, taken as the driver gives them: it takes half the time.

    Leaders known from reports only are left out, and offices by corrections: what a report tells must not hang on which
    others came before it.
    """
    query = select(table).order_by(table.c.id)
    if table.name in (Leader.__tablename__, Tenure.__tablename__):
        query = query.where(table.c.supplied_by != "report")
    with connection.execute(query) as result:
        rows: Values = result.cursor.fetchall()
    readers = [reader_of(connection, column) for column in table.c]
    if not rows or not any(readers):
        return rows
    by_column = zip(readers, zip(*rows, strict=True), strict=False)
    return list(zip(*(list(map(read, values)) if read else values for read, values in by_column), strict=True))


def reader_of(connection: Connection, column: Column[Any]) -> Callable[[Any], Any] | None:
    """Return what makes of a value that the driver gives what it is, None where it is that already."""
    return column.type.dialect_impl(connection.dialect).result_processor(connection.dialect, None)


def rows_of(found: Mapping[str, Values]) -> Rows:
    """Return rows of their values."""
    rows = Rows()
    for table in TABLES:
        columns = table.c.keys()
        made = (dict(zip(columns, values, strict=True)) for values in found[table.name])
        rows.tables[table.name] = {row["id"]: row for row in made}
    return rows
