"""The rules of the tables themselves: keys that refer, checks, keys derived from what they stand for, a whole file.

A database enforces most of them, but not on everybody: SQLite lets programs write that never asked for foreign keys.
"""

from collections.abc import Iterator

from sqlalchemy import CheckConstraint, Connection, Table, select, text
from sqlalchemy.exc import DatabaseError

from importers.store import IN_ORDER, table_of
from importers.verify.wrong import BY_HAND, Wrong, row_of
from models import Exchange, Leader, Message, Occasion, SourceReport, key_of
from models.failures import reason_of

FILE, RESTORE = "the file of the database", "restore a copy, or make it anew from the reports"
SHOWN_AT_MOST = 100  # of what SQLite finds broken in its file
OF_ROWS = ("CHECK constraint failed", "NULL value in")  # in SQLite's list, which are told by row here


def broken_file(connection: Connection) -> Iterator[Wrong]:
    """Yield what SQLite finds broken in its own file."""
    if connection.dialect.name != "sqlite":
        return
    try:
        for (line,) in connection.exec_driver_sql(f"PRAGMA integrity_check({SHOWN_AT_MOST})"):
            if line != "ok" and not line.startswith(OF_ROWS):
                yield Wrong(FILE, line, RESTORE)
    except DatabaseError as error:
        yield Wrong(FILE, reason_of(error), RESTORE)


def broken_references(connection: Connection) -> Iterator[Wrong]:
    """Yield the rows that refer to a row that is not there."""
    for table in IN_ORDER:
        for key in sorted(table.foreign_keys, key=lambda key: key.parent.name):
            other = key.column.table.alias("other")
            query = select(table.c.id, key.parent).outerjoin(other, other.c.id == key.parent)
            for row in connection.execute(query.where(key.parent.is_not(None), other.c.id.is_(None))):
                what = f"{key.parent.name} is {row[1]}, and no row of {key.column.table.name} has that key"
                yield Wrong(row_of(table.name, row[0]), what, BY_HAND)


def broken_checks(connection: Connection) -> Iterator[Wrong]:
    """Yield the rows that are against a check of their table, or lack a value that none may lack."""
    for table in IN_ORDER:
        for check in sorted(checks_of(table), key=lambda check: str(check.name)):
            query = select(table.c.id).where(text(f"NOT ({check.sqltext})"))
            for key in connection.execute(query).scalars():
                yield Wrong(row_of(table.name, key), f"it is against the rule: {check.sqltext}", BY_HAND)
        for column in table.columns:
            if not column.nullable:
                for key in connection.execute(select(table.c.id).where(column.is_(None))).scalars():
                    yield Wrong(row_of(table.name, key), f"{column.name} is empty, and may not be", BY_HAND)


def checks_of(table: Table) -> list[CheckConstraint]:
    """Return the checks of a table."""
    return [constraint for constraint in table.constraints if isinstance(constraint, CheckConstraint)]


def broken_keys(connection: Connection) -> Iterator[Wrong]:
    """Yield the rows whose key is not the one of what they stand for: a key noted down would mean something else."""
    for table, key, natural in natural_keys(connection):
        if key != key_of(table, *natural):
            said = ", ".join(str(part) for part in natural)
            yield Wrong(row_of(table, key), f"the key of {said} is {key_of(table, *natural)}", BY_HAND)


def natural_keys(connection: Connection) -> Iterator[tuple[str, int, tuple[str | int | None, ...]]]:
    """Yield of each row whose key is derived from what it stands for alone: table, key and what that is."""
    for table in IN_ORDER:
        if "slug" in table.c:
            for row in connection.execute(select(table.c.id, table.c.slug)):
                yield table.name, row.id, (row.slug,)
    for row in connection.execute(select(SourceReport.id, SourceReport.sha256)):
        yield "source_report", row.id, (row.sha256,)
    one, other = table_of(Leader).alias("one"), table_of(Leader).alias("other")
    pairs = select(Exchange.id, Occasion.slug, Exchange.occasion_year, one.c.slug, other.c.slug)
    pairs = pairs.join(Occasion, Occasion.id == Exchange.occasion_id)
    pairs = pairs.join(one, one.c.id == Exchange.leader_a_id).join(other, other.c.id == Exchange.leader_b_id)
    for row in connection.execute(pairs):
        yield "exchange", row[0], tuple(row[1:])
    senders = select(Message.id, Message.exchange_id, one.c.slug).join(one, one.c.id == Message.sender_id)
    for row in connection.execute(senders):
        yield "message", row[0], tuple(row[1:])
