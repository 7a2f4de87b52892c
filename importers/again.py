"""Reading again: what today's rules and reference data find in the stored reports, and what that changes."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache

from sqlalchemy import Connection, Engine, Table, select

from importers.batches import BATCH, batches
from importers.corrections.putting_right import put_outcomes_right
from importers.lexicon import build_lexicon
from importers.load import TELLS, reread
from importers.outcomes import Found
from importers.processes import read_all
from importers.progress import Progress
from importers.provisional_leaders import merge_leaders, put_named
from importers.raw_report import Rejected
from importers.reference.stored import reference_rows
from importers.store import Row, RowsByTable, in_parts, table_of
from importers.stored_reports import stored_reports
from models import (
    AnniversaryMention,
    SourceReport,
    Statement,
    ThemeMention,
    TradeFigure,
)
from models.database import writing

OF_STATEMENT = (AnniversaryMention, ThemeMention, TradeFigure)
CLEANED_OTHERWISE = (
    "its text is cleaned otherwise than when it was stored; take it out (chancery import remove) and import it again"
)
KEPT = {"account_id", "import_run_id"}  # what no reading tells


@dataclass
class Changes:
    """What reading again changed: how many reports, and of each table how many rows are new, gone, other."""

    read: int = 0
    changed: int = 0
    new: Counter[str] = field(default_factory=Counter)
    gone: Counter[str] = field(default_factory=Counter)
    other: Counter[str] = field(default_factory=Counter)
    rejected: list[Rejected] = field(default_factory=list)
    is_stopped: bool = False

    def compare(self, stored: RowsByTable, read: RowsByTable) -> bool:
        """Count the differences between what is stored of a report and what is read in it; return if there are any."""
        differs = False
        for table in stored.keys() | read.keys():
            before = {row["id"]: plain(row) for row in stored.get(table, ())}
            after = {row["id"]: plain(row) for row in read.get(table, ())}
            self.new[table] += len(after.keys() - before.keys())
            self.gone[table] += len(before.keys() - after.keys())
            self.other[table] += sum(before[key] != after[key] for key in before.keys() & after.keys())
            differs |= before != after
        return differs


def read_again(engine: Engine, workers: int = 1, progress: Progress | None = None) -> Changes:
    """Read all stored reports anew, and replace what they tell where it is something else now."""
    changes, progress = Changes(), progress or Progress()
    leaders: dict[int, Row] = {}
    lexicon = cache(lambda: build_lexicon(reference_rows(engine)))
    outcomes = read_all(stored_reports(engine), lambda: reference_rows(engine), workers)
    for batch in batches(outcomes, BATCH, progress):
        with writing(engine) as connection:
            right = put_outcomes_right(connection, batch, lexicon)
            read = [outcome for outcome in right if isinstance(outcome, Found)]
            founds = stored_ones(connection, read)
            replace_changed(connection, founds, changes)
        changes.rejected += [Rejected(found.locator, CLEANED_OTHERWISE) for found in read if found not in founds]
        changes.rejected += [outcome for outcome in right if isinstance(outcome, Rejected)]
        merge_leaders(leaders, founds)
    changes.is_stopped = progress.is_stopped
    if not changes.is_stopped:
        with writing(engine) as connection:
            put_named(connection, leaders)
    return changes


def stored_ones(connection: Connection, founds: Sequence[Found]) -> list[Found]:
    """Return those that are the reports they were: an older version may have stored characters that are cleaned now."""
    stored: set[int] = set()
    for keys in in_parts({found.report for found in founds}):
        stored.update(connection.execute(select(SourceReport.id).where(SourceReport.id.in_(keys))).scalars())
    return [found for found in founds if found.report in stored]


def replace_changed(connection: Connection, founds: Sequence[Found], changes: Changes) -> None:
    """Replace what is stored of those reports of a batch in which something else is read now."""
    stored = stored_rows(connection, [found.report for found in founds])
    changed = []
    for found in founds:
        read = {table: rows for table, rows in found.rows.items() if table in COMPARED}
        if changes.compare(stored.get(found.report, {}), read):
            changed.append(found)
    changes.read += len(founds)
    changes.changed += len(changed)
    reread(connection, changed)


COMPARED = {model.__tablename__ for model in (SourceReport, *TELLS, *OF_STATEMENT)}


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


def told(changes: Changes) -> Iterator[str]:
    """Yield in lines for people what reading again changed."""
    yield f"{changes.changed} of {changes.read} reports tell something else now"
    for table in sorted(changes.new | changes.gone | changes.other):
        counts = (changes.new[table], changes.gone[table], changes.other[table])
        if any(counts):
            yield f"  {table}: {counts[0]} new, {counts[1]} gone, {counts[2]} changed"
