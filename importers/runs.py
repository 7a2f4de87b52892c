"""Runs: each import as a row of its own, with what it counted and what it kept aside."""

import datetime
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from importlib.metadata import version

from sqlalchemy import Connection, Engine, func, select, update

from importers.accounts import Sketch
from importers.load import Counts, Found, load
from importers.raw_report import Rejected
from importers.rejections import judge
from importers.sightings import sight
from importers.store import insert
from importers.workers import Outcome, Passed, known_at, left_out_at
from models import (
    AnniversaryMention,
    Exchange,
    ExchangeReport,
    ImportRun,
    Message,
    MessageReport,
    Rejection,
    ReportLocator,
    Sighting,
    SourceReport,
    Statement,
    ThemeMention,
    TradeFigure,
    key_of,
)
from models.database import writing

ROWS_LOOKED_AT = 1000  # of each index, for statistics that are right in their order of size
FILLED = (
    SourceReport, ReportLocator, Sighting, Exchange, ExchangeReport, Message, MessageReport, Statement, ThemeMention,
    AnniversaryMention, TradeFigure,
)  # fmt: skip
CACHE = 64_000  # kB of an SQLite file held in memory: keys of reports and exchanges come in no order
CHECKPOINT = 16_000  # pages of SQLite's log before they go into the file: a page changed often is then written once


class Loading:
    """An import under way: it loads batches, each in a transaction of its own."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.remembered: dict[int, Sketch] = {}
        self.rejected: set[str] = set()
        self.left_out, self.is_whole = 0, True  # of the place that the import is at
        with writing(engine) as connection:
            self.run = start(connection)
            self.kept_aside = sorted(connection.execute(select(Rejection.locator).distinct()).scalars())

    def load(self, batch: Sequence[Outcome], before: Counts) -> Counts:
        """Load a batch, after others that counted so much; return what it counts."""
        with writing(self.engine) as connection:
            if connection.dialect.name == "sqlite":
                connection.exec_driver_sql(f"PRAGMA cache_size = -{CACHE}")
                connection.exec_driver_sql(f"PRAGMA wal_autocheckpoint = {CHECKPOINT}")
            counts = load(
                connection, [outcome for outcome in batch if isinstance(outcome, Found)], self.run, self.remembered
            )
            known = [place for outcome in batch for place in known_at(outcome)]
            sight(connection, known, self.run)
            counts.unchanged += len(known)
            counts.left_out = sum(map(left_out_at, batch))
            counts.rejected = sum(isinstance(outcome, Rejected) for outcome in batch)
            self.set_aside(connection, batch)
            self.note_archives(connection, batch)
            note(connection, self.run, before, counts)
        return counts

    def set_aside(self, connection: Connection, batch: Sequence[Outcome]) -> None:
        """Keep what could not be read, with its reason; what was read now, or is gone, is no longer kept aside."""
        rejected = {o.locator: o.reason for o in batch if isinstance(o, Rejected) and o.locator not in self.rejected}
        self.rejected |= rejected.keys()
        read = {locator for o in batch if isinstance(o, Passed) for locator in self.kept_aside_at(o.locator)}
        read |= {o.locator for o in batch if not isinstance(o, Rejected | Passed)} & set(self.kept_aside)
        judge(connection, dict.fromkeys(read - self.rejected) | rejected, self.run)

    def note_archives(self, connection: Connection, batch: Sequence[Outcome]) -> None:
        """Note the web archives that were gone through to their end, and all of which could be read."""
        rows = []
        for outcome in batch:
            self.left_out += left_out_at(outcome)
            self.is_whole &= not isinstance(outcome, Rejected)
            if isinstance(outcome, Passed):
                if outcome.archive and self.is_whole:
                    key = key_of("web_archive", outcome.locator, self.run)
                    rows.append(asdict(outcome.archive) | {"id": key, "import_run_id": self.run})
                    rows[-1]["left_out"] = self.left_out
                self.left_out, self.is_whole = 0, True
        insert(connection, {"web_archive": rows})

    def kept_aside_at(self, place: str) -> Iterator[str]:
        """Yield what was ever kept aside, when this import began, of a place and of what is in it."""
        for locator in self.kept_aside[bisect_left(self.kept_aside, place) :]:
            if not locator.startswith(place):
                return
            if locator[len(place) :][:1] in ("", "!", ":"):
                yield locator

    def end(self) -> None:
        """Note that the import came to its end; where it brought something, let the database look at what it holds."""
        with writing(self.engine) as connection:
            ended = update(ImportRun).where(ImportRun.id == self.run).values(ended_at=now())
            inserted, updated = connection.execute(ended.returning(ImportRun.inserted, ImportRun.updated)).one()
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
    so_far = {name: value + getattr(before, name) for name, value in asdict(counts).items()}
    connection.execute(update(ImportRun).where(ImportRun.id == run).values(so_far))


def now() -> datetime.datetime:
    """Return the moment, UTC."""
    return datetime.datetime.now(datetime.UTC)
