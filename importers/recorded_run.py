"""Runs: each import as a row of its own, with what it counted and what it kept aside."""

import datetime
from collections.abc import Sequence
from dataclasses import asdict
from importlib.metadata import version

from sqlalchemy import Connection, func, select, update

from importers.accounts import Sketch
from importers.basis import note_basis
from importers.corrections.putting_right import put_outcomes_right
from importers.known_archives import GoneThrough
from importers.outcomes import Counts, Found, Outcome, known_at, left_out_at, rejected_at
from importers.reference_data import ReferenceData
from importers.refusals import load_all
from importers.rejections import Rejections
from importers.sightings import sight
from importers.store import insert
from importers.taking_out import take_out
from importers.versions import misjudged
from models import (
    AnniversaryMention,
    Exchange,
    ExchangeReport,
    ImportRun,
    Message,
    MessageReport,
    ReportLocator,
    Sighting,
    SourceReport,
    Statement,
    ThemeMention,
    TradeFigure,
)
from models.database import writing

ROWS_LOOKED_AT = 1000  # of each index, for statistics that are right in their order of size
FILLED = (
    SourceReport, ReportLocator, Sighting, Exchange, ExchangeReport, Message, MessageReport, Statement, ThemeMention,
    AnniversaryMention, TradeFigure,
)  # fmt: skip
CACHE = 64_000  # kB of an SQLite file held in memory: keys of reports and exchanges come in no order
CHECKPOINT = 16_000  # pages of SQLite's log before they go into the file: a page changed often is then written once


class RecordedRun:
    """An import under way: it loads batches, each in a transaction of its own."""

    def __init__(self, reference: ReferenceData) -> None:
        self.engine, self.reference = reference.engine, reference
        self.remembered: dict[int, Sketch] = {}
        with writing(self.engine) as connection:
            self.run = start(connection)
            self.rejections, self.archives = Rejections(connection, self.run), GoneThrough(self.run)

    def load(self, batch: Sequence[Outcome], before: Counts) -> tuple[Counts, list[Outcome]]:
        """Load a batch, after others that counted so much; return what it counts, and what became of each."""
        basis = self.reference.basis if any(isinstance(outcome, Found) for outcome in batch) else None
        with writing(self.engine) as connection:
            if basis:
                note_basis(connection, basis)
            if connection.dialect.name == "sqlite":
                connection.exec_driver_sql(f"PRAGMA cache_size = -{CACHE}")
                connection.exec_driver_sql(f"PRAGMA wal_autocheckpoint = {CHECKPOINT}")
            batch = put_outcomes_right(connection, batch, self.reference)
            founds = [outcome for outcome in batch if isinstance(outcome, Found)]
            counts, refused = load_all(connection, founds, self.run, self.remembered)
            batch = [refused.get(outcome, outcome) if isinstance(outcome, Found) else outcome for outcome in batch]
            known = [place for outcome in batch for place in known_at(outcome)]
            sight(connection, known, self.run)
            counts.unchanged += len(known)
            counts.left_out = sum(map(left_out_at, batch))
            counts.rejected = sum(map(rejected_at, batch))
            self.rejections.note(connection, batch)
            self.archives.note(connection, batch)
            note(connection, self.run, before, counts)
        return counts, batch

    def end(self) -> None:
        """Note that the import came to its end; where it brought something, let the database look at what it holds."""
        with writing(self.engine) as connection:
            ended = update(ImportRun).where(ImportRun.id == self.run).values(ended_at=now())
            inserted, updated = connection.execute(ended.returning(ImportRun.inserted, ImportRun.updated)).one()
            withdrawn, restored = misjudged(connection, self.run)
            if withdrawn or restored:
                take_out(connection, self.reference, withdrawn=withdrawn, moved=restored)
            if inserted or updated:
                gather_statistics(connection)


def gather_statistics(connection: Connection) -> None:
    """Let the database count what it plans queries by; SQLite never does it by itself, PostgreSQL a minute later.

    Only of the tables that imports fill: of the small ones of reference data SQLite would think that they can be gone
    through for each row of a report, and that takes longer than the index that it makes otherwise.
    """
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA analysis_limit = {ROWS_LOOKED_AT}")
    for model in FILLED:
        connection.exec_driver_sql(f"ANALYZE {model.__tablename__}")


def start(connection: Connection) -> int:
    """Note that an import begins; return its number."""
    number: int = (connection.execute(select(func.max(ImportRun.id))).scalar() or 0) + 1
    row = {"id": number, "started_at": now(), "version": version("chancery"), **asdict(Counts())}
    insert(connection, {"import_run": [row]})
    return number


def note(connection: Connection, run: int, before: Counts, counts: Counts) -> None:
    """Note how far the import is."""
    so_far = asdict(before.and_those(counts))
    connection.execute(update(ImportRun).where(ImportRun.id == run).values(so_far))


def now() -> datetime.datetime:
    """Return the moment, UTC."""
    return datetime.datetime.now(datetime.UTC)
