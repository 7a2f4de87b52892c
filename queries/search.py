"""Full-text search over all statements: an index in a file of its own, since the database is only read."""

import sqlite3
from contextlib import closing
from pathlib import Path

from models.sqlite import address_to_read

TABLE = "statements"
COLUMNS = (
    "statement_id", "published_on", "outlet", "speaker", "recipient", "occasion", "occasion_year", "mode", "quote",
    "locator",
)  # fmt: skip


def write_search(database: Path, file: Path) -> int:
    """Write the statements of a database into a new file, with an index of their words by their stems.

    Returns how many bytes the longest text of a report has, which no statement is longer than.
    """
    columns = ", ".join(COLUMNS)
    with closing(sqlite3.connect(file.absolute().as_uri(), isolation_level=None, uri=True)) as connection:
        connection.execute("ATTACH ? AS source", (address_to_read(database),))
        connection.execute(
            f"CREATE TABLE {TABLE} (statement_id integer PRIMARY KEY, published_on text, outlet text, speaker text,"
            " recipient text, occasion text, occasion_year integer, mode text, quote text, locator text)"
        )
        connection.execute(f"INSERT INTO {TABLE} SELECT {columns} FROM source.report_statements")  # noqa: S608
        connection.execute(
            f'CREATE VIRTUAL TABLE {TABLE}_fts USING fts5(quote, content="{TABLE}",'
            " content_rowid='statement_id', tokenize='porter unicode61')"
        )
        connection.execute(f"INSERT INTO {TABLE}_fts ({TABLE}_fts) VALUES ('rebuild')")  # noqa: S608
        longest = "SELECT coalesce(max(length(CAST(body AS blob))), 0) FROM source.source_report"
        return int(connection.execute(longest).fetchone()[0])
