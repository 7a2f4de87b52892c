"""Reading again: what today's rules and reference data find in the stored reports, and what that changes."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field

from sqlalchemy import Connection, Engine, delete, func, select

from importers.basis import Basis, note_basis, only_basis
from importers.batches import BATCH, batches
from importers.compared import differ, stored_ones, stored_rows
from importers.corrections.putting_right import put_outcomes_right
from importers.differences import Difference, differences
from importers.fact_names import FactNames, learn, names_of
from importers.load import reread
from importers.outcomes import Found, Outcome
from importers.processes import read_all
from importers.progress import Progress
from importers.provisional_leaders import merge_leaders, put_named
from importers.raw_report import Rejected
from importers.reference_data import ReferenceData
from importers.settle import settle
from importers.store import Row, in_parts, insert
from importers.stored_reports import stored_reports
from importers.taking_out import leaders_named, name_again
from importers.touched import touched
from models import Exchange, ExchangeReport, ReadingChange, SourceReport
from models.database import writing
from models.reading import CHANGES, FACT_KINDS

CLEANED_OTHERWISE = (
    "its text is cleaned otherwise than when it was stored; take it out (chancery import remove) and import it again"
)


@dataclass
class Changes:
    """What reading again changed: how many reports it read of how many, in how many it found something else, and what.

    `facts` counts by kind and change; `silent` are the reports that are read by other rules, or counted otherwise, and
    tell the same facts.
    """

    stored: int = 0
    read: int = 0
    changed: int = 0
    silent: int = 0
    facts: Counter[tuple[str, str]] = field(default_factory=Counter)
    rejected: list[Rejected] = field(default_factory=list)
    is_stopped: bool = False
    is_dry_run: bool = False


Tell = Callable[[Sequence[Difference]], None]


@dataclass(frozen=True)
class Options:
    """How to read again: in how many processes, all reports or only those that a change can touch, or without writing.

    `tell` is told of all differences, a batch at a time.
    """

    workers: int = 1
    reads_all: bool = False
    is_dry_run: bool = False
    tell: Tell = lambda differences: None


def read_again(engine: Engine, options: Options | None = None, progress: Progress | None = None) -> Changes:
    """Read stored reports anew, those that today's rules and reference data may read otherwise; replace what they tell.

    With a dry run nothing is replaced.
    """
    options, progress = options or Options(), progress or Progress()
    changes = Changes(is_dry_run=options.is_dry_run)
    reference = ReferenceData(engine)
    today = reference.basis
    with engine.connect() as connection:
        reports = None if options.reads_all else touched(connection, today)
        changes.stored = connection.execute(select(func.count()).where(SourceReport.is_current)).scalar_one()
        names = names_of(connection)
    if not options.is_dry_run:
        begin(engine, today)
    again = Again(names, changes, options, reference)
    outcomes = read_all(stored_reports(engine, reports), reference, options.workers)
    for batch in batches(outcomes, BATCH, progress):
        with reading_of(engine, options) as connection:
            again.take(connection, batch)
    changes.is_stopped = progress.is_stopped
    if not changes.is_stopped and not options.is_dry_run:
        with writing(engine) as connection:
            if reports is None:
                put_named(connection, again.leaders)
                settle_all(connection)
            else:
                name_again(connection, again.named | again.leaders.keys(), reference)
            only_basis(connection, today)
    return changes


def settle_all(connection: Connection) -> None:
    """Settle all exchanges: a day changed by somebody's SQL is none that reading a report again would find."""
    for keys in in_parts(connection.execute(select(Exchange.id)).scalars()):
        settle(connection, set(keys), set())


def begin(engine: Engine, today: Basis) -> None:
    """Note with what reports are read from now on, and forget what reading again changed last."""
    with writing(engine) as connection:
        note_basis(connection, today)
        connection.execute(delete(ReadingChange))


def reading_of(engine: Engine, options: Options) -> AbstractContextManager[Connection]:
    """Give a connection for a batch; it writes unless nothing is to be written."""
    return engine.connect() if options.is_dry_run else writing(engine)


@dataclass
class Again:
    """Reading again under way: what it learned of names, and the leaders that the reports name."""

    names: FactNames
    changes: Changes
    options: Options
    reference: ReferenceData
    leaders: dict[int, Row] = field(default_factory=dict)
    named: set[int] = field(default_factory=set)

    def take(self, connection: Connection, batch: Sequence[Outcome]) -> None:
        """Compare a batch with what is stored, and replace what is another now."""
        right = put_outcomes_right(connection, batch, self.reference)
        read = [outcome for outcome in right if isinstance(outcome, Found)]
        founds = stored_ones(connection, read)
        changed = self.compare(connection, founds)
        if not self.options.is_dry_run:
            self.named |= leaders_of(connection, changed)
            reread(connection, changed)
        merge_leaders(self.leaders, founds)
        self.changes.rejected += [Rejected(found.locator, CLEANED_OTHERWISE) for found in read if found not in founds]
        self.changes.rejected += [outcome for outcome in right if isinstance(outcome, Rejected)]

    def compare(self, connection: Connection, founds: Sequence[Found]) -> list[Found]:
        """Return those reports in which something else is read than is stored; tell and note what."""
        stored = stored_rows(connection, [found.report for found in founds])
        changed = [found for found in founds if differ(stored[found.report], found.rows)]
        learn(connection, self.names, [stored[found.report] for found in changed], changed)
        several = [list(differences(stored[found.report], found.rows, self.names)) for found in changed]
        found_now = [difference for of_report in several for difference in of_report]
        self.changes.read += len(founds)
        self.changes.changed += sum(map(bool, several))
        self.changes.silent += sum(not of_report for of_report in several)
        self.changes.facts.update((difference.kind, difference.change) for difference in found_now)
        self.options.tell(found_now)
        if not self.options.is_dry_run:
            insert(connection, {"reading_change": [difference.row() for difference in found_now]})
        return changed


def leaders_of(connection: Connection, founds: Sequence[Found]) -> set[int]:
    """Return the leaders known from reports only who write in the exchanges that these reports tell of, as stored."""
    exchanges: set[int] = set()
    for keys in in_parts({found.report for found in founds}):
        told = select(ExchangeReport.exchange_id).where(ExchangeReport.source_report_id.in_(keys))
        exchanges.update(connection.execute(told).scalars())
    return leaders_named(connection, exchanges)


def told(changes: Changes) -> Iterator[str]:
    """Yield in lines for people what reading again changed, or would change."""
    if changes.read < changes.stored and not changes.is_stopped:
        yield f"{changes.read} of {changes.stored} reports hold words that are others now, and were read again"
    will = "would tell something else" if changes.is_dry_run else "tell something else now"
    yield f"{changes.changed} of {changes.read} reports {will}"
    for kind in FACT_KINDS:
        counts = [f"{count} {change}" for change in CHANGES if (count := changes.facts[kind, change])]
        if counts:
            yield f"  {kind}: {', '.join(counts)}"
    if changes.silent:
        yield f"{changes.silent} more are read by other rules, and tell the same"
