"""An import from beginning to end: places walked, reports read, loaded batch by batch, the run noted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Engine

from importers.batches import BATCH, batches
from importers.dry_run import DryRun
from importers.outcomes import Counts
from importers.processes import read_all
from importers.progress import Progress
from importers.raw_report import Rejected
from importers.readers.places import check
from importers.recorded_run import RecordedRun
from importers.reference.stored import reference_rows
from importers.rejections import with_few_rejections
from importers.walk import items_at, places_to_read

SHOWN = 20  # rejections listed after an import; status lists them all


@dataclass(frozen=True)
class Options:
    """How to import: in how many processes, in batches of what size, with which columns, or without writing."""

    workers: int = 1
    batch: int = BATCH
    columns: Mapping[str, str] = field(default_factory=dict)
    is_dry_run: bool = False


@dataclass
class Summary:
    """What became of an import: its counts, the first of what it rejected, whether it was stopped before its end."""

    counts: Counts = field(default_factory=Counts)
    rejected: list[Rejected] = field(default_factory=list)
    is_stopped: bool = False


def import_reports(
    engine: Engine, named: Sequence[str], options: Options | None = None, progress: Progress | None = None
) -> Summary:
    """Import the reports in files and folders and at addresses; return what became of them.

    Each batch is a transaction of its own: a killed import leaves whole batches, and the next goes on from there.
    Raises InputError where a path does not exist, DBAPIError where the database fails.
    """
    options, progress, summary = options or Options(), progress or Progress(), Summary()
    check(named)
    items = items_at(engine, places_to_read(engine, named), options.columns, progress)
    outcomes = with_few_rejections(read_all(items, lambda: reference_rows(engine), options.workers))
    run = DryRun(engine) if options.is_dry_run else RecordedRun(engine)
    for batch in batches(outcomes, options.batch, progress):
        counts, loaded = run.load(batch, summary.counts)
        summary.counts = summary.counts.and_those(counts)
        rejected = [outcome for outcome in loaded if isinstance(outcome, Rejected)]
        summary.rejected += rejected[: SHOWN - len(summary.rejected)]
        progress.show(summary.counts)
    summary.is_stopped = progress.is_stopped
    if not summary.is_stopped:
        run.end()
    return summary
