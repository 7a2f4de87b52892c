"""Every saved report on a generated database of 100,000 exchanges and 1,000,000 statements, unfiltered and filtered.

`python -m benchmarks.reports [COUNT] [NAME...] [--folder FOLDER] [--db ADDRESS]` measures on SQLite and PostgreSQL;
what is made in FOLDER stays there for the next run. Beside each report stands what a scan of all statements takes.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, func, select, text

from benchmarks.exchanges import analyze, generate
from benchmarks.importing import postgres
from initialise import prepare
from models import Exchange, Statement
from models.database import connect
from queries.answer import ask, reading
from queries.catalogue import SavedReport, shipped_reports
from queries.report_command import ROWS_IN_A_TABLE

COUNT = 100_000
ROUNDS = 3
FILTERED_MS, UNFILTERED_MS = 100, 2000
# of rows that are one fact each; the rest are aggregates
KEYS = {"statement_id", "message_id", "exchange_id", "source_report_id", "row_id"}
# the leader and the country that write most
FILTERS = {"leader": "xi-jinping", "speaker": "xi-jinping", "country": "CN", "year": "2021"}


@dataclass(frozen=True)
class Timed:
    """A report asked in one way: the milliseconds it took, the rows there are, and the milliseconds it may take."""

    report: str
    asked: str
    milliseconds: float
    rows: int
    allowed: float


def main(count: int, folder: Path, addresses: list[str], names: list[str]) -> None:
    """Make the databases where they are not yet, and print what each report takes."""
    with databases(folder, addresses) as found:
        for address in found:
            engine = connect(address)
            make(engine, count)
            show(engine, [shipped_reports()[name] for name in names or shipped_reports()])
            engine.dispose()


@contextmanager
def databases(folder: Path, addresses: list[str]) -> Iterator[list[str]]:
    """Give the addresses of the databases: those named, or one of each engine in the folder."""
    if addresses:
        yield addresses
        return
    with postgres(None, folder) as server:
        yield [f"sqlite:///{folder / 'chancery.db'}", server]


def make(engine: Engine, count: int) -> None:
    """Bring the database to the newest revision, and fill it if it is empty."""
    prepare(engine)
    with engine.connect() as connection:
        is_empty = connection.scalar(select(func.count()).select_from(Exchange)) == 0
    if is_empty:
        generate(engine, count)
    analyze(engine)


def show(engine: Engine, reports: list[SavedReport]) -> None:
    """Print what each report takes, and mark what takes too long."""
    with reading(engine) as connection:
        counts = [connection.scalar(select(func.count()).select_from(model)) for model in (Exchange, Statement)]
        scan = fastest(lambda: scanned(connection))
        print(f"{engine.dialect.name}: {counts[0]:,} exchanges, {counts[1]:,} statements; scan of them {scan:.0f} ms")
        print(f"  {'report':26} {'asked':18} {'rows':>9} {'ms':>8} {'scans':>7}")
        found = []
        for one in (timed for report in reports for timed in asked(connection, report)):
            late = "" if one.milliseconds <= one.allowed else f"  over {one.allowed} ms"
            print(
                f"  {one.report:26} {one.asked:18} {one.rows:9,} {one.milliseconds:8.1f}"
                f" {one.milliseconds / scan:7.2f}{late}",
                flush=True,
            )
            found.append(one)
        print(f"  {sum(one.milliseconds > one.allowed for one in found)} of {len(found)} take too long")


def scanned(connection: Connection) -> None:
    """Look at every statement once."""
    connection.execute(text("SELECT sum(end_char - start_char) FROM statement")).scalar()


def asked(connection: Connection, report: SavedReport) -> Iterator[Timed]:
    """Ask a report as the command line does, unfiltered and with each filter that it has of those measured.

    Of aggregates, all rows are asked for too.
    """
    ways: dict[str, dict[str, list[str]]] = {"unfiltered": {}}
    ways |= {f"{name} {word}": {name: [word]} for name, word in FILTERS.items() if name in report.filters}
    for way, filters in ways.items():
        answers = []
        milliseconds = fastest(lambda: answers.append(ask(connection, report, filters, ROWS_IN_A_TABLE)))  # noqa: B023
        allowed = FILTERED_MS if filters else UNFILTERED_MS
        yield Timed(report.name, way, milliseconds, answers[0].total, allowed)
    if not report.columns.keys() & KEYS:  # an aggregate: charts and files take all rows of it
        whole = fastest(lambda: answers.append(ask(connection, report)))
        yield Timed(report.name, "all rows", whole, answers[-1].total, UNFILTERED_MS)


def fastest(work: Callable[[], object]) -> float:
    """Return the median milliseconds of some rounds; the first alone where it took very long."""
    taken: list[float] = []
    while len(taken) < ROUNDS and sum(taken) < 2 * UNFILTERED_MS:
        began = time.perf_counter()
        work()
        taken.append(1000 * (time.perf_counter() - began))
    return statistics.median(taken)


if __name__ == "__main__":
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("count", nargs="?", type=int, default=COUNT)
    words.add_argument("names", nargs="*")
    words.add_argument("--folder", type=Path)
    words.add_argument("--db", action="append", default=[])
    given = words.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        main(given.count, given.folder or Path(temporary), given.db, given.names)
