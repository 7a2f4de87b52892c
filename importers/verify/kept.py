"""Whether the tables that are kept ready for saved reports have the rows that they would be worked out to now."""

from collections.abc import Iterator

from sqlalchemy import Connection

from importers.verify.wrong import Wrong
from models.kept import is_published, kept_tables, untrue_rows


def untrue(connection: Connection) -> Iterator[Wrong]:
    """Yield the kept tables whose rows are not true."""
    for kept in kept_tables(connection) if is_published(connection) else ():
        count = untrue_rows(connection, kept)
        if count:
            yield Wrong(
                f"kept_{kept.name}", f"rows that are others when worked out now: {count}", "run: chancery refresh"
            )
