"""An import from beginning to end: places walked, reports read, loaded batch by batch, the run noted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Engine

from importers.batches import BATCH, batches
from importers.dry_run import DryRun
from importers.outcomes import Counts, Found, Outcome
from importers.processes import read_all
from importers.progress import Progress
from importers.raw_report import ColumnsUsed, Rejected
from importers.readers.places import check
from importers.recorded_run import RecordedRun
from importers.reference_data import ReferenceData
from importers.rejections import with_few_rejections
from importers.walk import items_at, places_to_read

SHOWN = 20  # rejections listed after an import, and ways in which columns were used; status lists all rejections


@dataclass(frozen=True)
class Options:
    """How to import: in how many processes, in batches of what size, with which columns, or without writing."""

    workers: int = 1
    batch: int = BATCH
    columns: Mapping[str, Sequence[str]] = field(default_factory=dict)
    is_dry_run: bool = False


@dataclass
class Summary:
    """What became of an import: its counts, what the first files brought, whether it was stopped before its end.

    Of the reports that were read, `telling` tell of exchanges, `silent` of none; what is unchanged is not read. Files
    whose columns were used alike stand together in `columns`, the first of them with how many there are.
    """

    counts: Counts = field(default_factory=Counts)
    telling: int = 0
    silent: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    columns: dict[str, tuple[ColumnsUsed, int]] = field(default_factory=dict)
    is_stopped: bool = False

    def add(self, batch: Sequence[Outcome]) -> None:
        """Add what became of a batch."""
        for outcome in batch:
            if isinstance(outcome, Found):
                self.telling += bool(outcome.rows.get("exchange"))
                self.silent += not outcome.rows.get("exchange")
            elif isinstance(outcome, Rejected) and len(self.rejected) < SHOWN:
                self.rejected.append(outcome)
            elif isinstance(outcome, ColumnsUsed):
                key = repr((outcome.used, outcome.unused))
                first, count = self.columns.get(key, (outcome, 0))
                if count or len(self.columns) < SHOWN:
                    self.columns[key] = first, count + 1


def import_reports(
    engine: Engine, named: Sequence[str], options: Options | None = None, progress: Progress | None = None
) -> Summary:
    """Import the reports in files and folders and at addresses; return what became of them.

    Each batch is a transaction of its own: a killed import leaves whole batches, and the next goes on from there.
    Raises InputError where a path does not exist, DBAPIError where the database fails.
    """
    options, progress = options or Options(), progress or Progress()
    check(named)
    reference = ReferenceData(engine)
    items = items_at(reference, places_to_read(engine, named), options.columns, progress)
    run = DryRun(engine) if options.is_dry_run else RecordedRun(reference)
    return import_outcomes(run, read_all(items, reference, options.workers), options, progress)


def import_outcomes(
    run: DryRun | RecordedRun, outcomes: Iterable[Outcome], options: Options, progress: Progress
) -> Summary:
    """Import what was read, here or elsewhere, batch by batch; return what became of it."""
    summary = Summary()
    for batch in batches(with_few_rejections(outcomes), options.batch, progress):
        counts, loaded = run.load(batch, summary.counts)
        summary.counts = summary.counts.and_those(counts)
        summary.add(loaded)
        progress.show(summary.counts)
    summary.is_stopped = progress.is_stopped
    if not summary.is_stopped:
        run.end()
    return summary
