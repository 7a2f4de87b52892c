"""Full-text search over all statements: an index in a file of its own, since the database is only read."""

import sqlite3
from contextlib import closing
from pathlib import Path

TABLE = "statements"
COLUMNS = (
    "statement_id", "published_on", "outlet", "speaker", "recipient", "occasion", "occasion_year", "mode", "quote",
    "locator",
)  # fmt: skip


def write_search(database: Path, file: Path) -> None:
    """Write the statements of a database into a new file, with an index of their words by their stems."""
    columns = ", ".join(COLUMNS)
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("ATTACH ? AS source", (f"file:{database.absolute()}?mode=ro",))
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
