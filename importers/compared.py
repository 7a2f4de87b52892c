"""What is stored of reports, beside what is read in them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from sqlalchemy import Connection, Table, select

from importers.load import TELLS
from importers.outcomes import Found
from importers.store import Row, RowsByTable, in_parts, table_of
from models import AnniversaryMention, SourceReport, Statement, ThemeMention, TradeFigure

OF_STATEMENT = (AnniversaryMention, ThemeMention, TradeFigure)
COMPARED = {model.__tablename__ for model in (SourceReport, *TELLS, *OF_STATEMENT)}
KEPT = {"account_id", "import_run_id"}  # what no reading tells


def differ(stored: RowsByTable, read: RowsByTable) -> bool:
    """Return whether what is stored of a report and what is read in it are not the same rows."""
    return any(
        {row["id"]: plain(row) for row in stored.get(table, ())}
        != {row["id"]: plain(row) for row in read.get(table, ())}
        for table in COMPARED
    )


def stored_ones(connection: Connection, founds: Sequence[Found]) -> list[Found]:
    """Return those that are the reports they were: an older version may have stored characters that are cleaned now."""
    stored: set[int] = set()
    for keys in in_parts({found.report for found in founds}):
        stored.update(connection.execute(select(SourceReport.id).where(SourceReport.id.in_(keys))).scalars())
    return [found for found in founds if found.report in stored]


def stored_rows(connection: Connection, reports: Iterable[int]) -> dict[int, RowsByTable]:
    """Return what is stored of each report: its own row, and those of what it tells."""
    found: dict[int, RowsByTable] = defaultdict(lambda: defaultdict(list))
    for keys in in_parts(reports):
        for row in rows_where(connection, table_of(SourceReport), "id", keys):
            found[row["id"]]["source_report"].append(row)
        statement_of: dict[int, int] = {}
        for model in TELLS:
            for row in rows_where(connection, table_of(model), "source_report_id", keys):
                found[row["source_report_id"]][model.__tablename__].append(row)
                if model is Statement:
                    statement_of[row["id"]] = row["source_report_id"]
        for part in in_parts(statement_of):
            for claim in OF_STATEMENT:
                for row in rows_where(connection, table_of(claim), "statement_id", part):
                    found[statement_of[row["statement_id"]]][claim.__tablename__].append(row)
    return found


def rows_where(connection: Connection, table: Table, column: str, keys: Sequence[int]) -> Iterator[Row]:
    """Yield the rows of a table whose column is one of the keys."""
    for row in connection.execute(select(table).where(table.c[column].in_(keys))):
        yield dict(row._mapping)


def plain(row: Row) -> Row:
    """Return a row as either engine gives it, without what no reading tells."""
    return {
        column: float(value) if isinstance(value, Decimal) else value
        for column, value in row.items()
        if column not in KEPT
    }
