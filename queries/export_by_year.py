"""Exports as Parquet in folders by year of writing, as DuckDB, Spark, BigQuery and Athena read only those they need."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, text

from queries.export import ROWS_AT_A_TIME, arrow_batch, arrow_schema, converted, import_or_explain, write_parquet
from queries.relations import Relation
from queries.select import literal

YEAR = "written_year"
NO_YEAR = "__HIVE_DEFAULT_PARTITION__"  # as all of them call it
# Where the year of writing of a row stands, by the column that leads there; the first that a relation has counts.
LEADING = {
    YEAR: "one.written_year",
    "exchange_id": "(SELECT written_year FROM exchange WHERE exchange.id = one.exchange_id)",
    "message_id": "(SELECT written_year FROM message WHERE message.id = one.message_id)",
    "statement_id": "(SELECT message.written_year FROM statement JOIN message ON message.id = statement.message_id"
    " WHERE statement.id = one.statement_id)",
}


def write_by_year(connection: Connection, relations: list[Relation], folder: Path) -> dict[str, str | list[str]]:
    """Write the relations whose rows have a year of writing into folders by year, others whole; return their files."""
    import_or_explain("pyarrow", "parquet")
    files: dict[str, str | list[str]] = {}
    for relation in relations:
        names = {column.name for column in relation.columns}
        year = next((where for column, where in LEADING.items() if column in names), None)
        written = list(write_years(connection, relation, year, folder)) if year else []
        files |= {relation.name: written} if written else write_parquet(connection, [relation], folder)
    return files


def write_years(connection: Connection, relation: Relation, year: str, folder: Path) -> Iterator[str]:
    """Write a file for each year, and yield it. The year stands in the name of its folder, and not in the file.

    Of rows that all lack a year nothing is written: pyarrow reads no folder whose parts tell it no type of the year.
    """
    import pyarrow.parquet

    within = replace(relation, columns=tuple(column for column in relation.columns if column.name != YEAR))
    schema = arrow_schema(within)
    rows = rows_with_year(connection, within, year)
    first = next(rows, (None, []))
    if first[0] is None:
        return
    for of_year, parts in groupby(chain([first], rows), key=itemgetter(0)):
        file = f"{relation.name}/{YEAR}={NO_YEAR if of_year is None else of_year}/rows.parquet"
        (folder / file).parent.mkdir(parents=True)
        with pyarrow.parquet.ParquetWriter(folder / file, schema) as writer:
            for _, part in parts:
                writer.write_batch(arrow_batch(part, schema))
        yield file


def rows_with_year(
    connection: Connection, relation: Relation, year: str
) -> Iterator[tuple[int | None, list[tuple[Any, ...]]]]:
    """Yield rows in parts of one year each, year after year, those without one last."""
    columns = ", ".join(f'one."{column.name}"' for column in relation.columns)
    order = f", {relation.order}" if relation.order else ""
    query = (
        f'SELECT {columns}, {year} AS of_year FROM "{relation.name}" AS one'  # noqa: S608 - names of our own
        f" ORDER BY of_year NULLS LAST{order}"
    )
    for part in connection.execute(text(literal(query))).yield_per(ROWS_AT_A_TIME).partitions():
        for of_year, rows in groupby(part, key=itemgetter(-1)):
            yield of_year, converted(relation, [row[:-1] for row in rows])
