"""An import from beginning to end: places walked, reports read, loaded batch by batch, the run noted."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field

from sqlalchemy import Engine

from importers.dry_run import Foreseeing
from importers.link import locator_key
from importers.load import Counts
from importers.outcomes import Item, Known, KnownArchive, Outcome, Passed, size_of
from importers.progress import Progress
from importers.raw_report import Rejected
from importers.readers.formats import Work, content_digest, reason_of, work_in
from importers.readers.places import Place, check, opened, places_in
from importers.reference.stored import reference_rows
from importers.runs import Loading
from importers.sightings import known_places
from importers.web_archives import Archives
from importers.workers import read_all

BATCH = 200  # reports in one transaction
ASKED_AT_ONCE = 400  # reports of which the database is asked together whether it knows them
HELD_AT_ONCE = 8_000_000  # bytes of them that are held in memory
SHOWN = 20  # rejections listed after an import; status lists them all

Met = Work | Rejected | KnownArchive | Passed


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
    own = files_of(engine)
    endings = tuple(map(os.path.basename, own))  # only a path of the same ending is looked up
    places = (
        place
        for place in places_in(named)
        if not place.locator.endswith(endings) or os.path.realpath(place.locator) not in own
    )
    items = items_at(engine, places, options, progress)
    outcomes = read_all(items, lambda: reference_rows(engine), options.workers)
    loading = Foreseeing(engine) if options.is_dry_run else Loading(engine)
    for batch in batches(outcomes, options.batch, progress):
        add(summary.counts, loading.load(batch, summary.counts))
        rejected = [outcome for outcome in batch if isinstance(outcome, Rejected)]
        summary.rejected += rejected[: SHOWN - len(summary.rejected)]
        progress.show(summary.counts)
    summary.is_stopped = progress.is_stopped
    if not summary.is_stopped:
        loading.end()
    return summary


def files_of(engine: Engine) -> frozenset[str]:
    """Return the files of the database itself, which may lie in the folder that is imported."""
    database = engine.url.database if engine.dialect.name == "sqlite" else None
    return frozenset(os.path.realpath(f"{database}{end}") for end in ("", "-wal", "-shm")) if database else frozenset()


def items_at(
    engine: Engine, places: Iterable[Place | Rejected], options: Options, progress: Progress
) -> Iterator[Item]:
    """Yield what is found at the places, in their order, without what the database knows already."""
    group: list[Met] = []
    held = 0
    archives = Archives(engine)
    for place in places:
        for found in found_at(place, options.columns, archives, progress):
            group.append(found)
            held += size_of(found)
            if len(group) >= ASKED_AT_ONCE or held > HELD_AT_ONCE:
                yield from without_known(engine, group)
                group, held = [], 0
    yield from without_known(engine, group)


def found_at(
    place: Place | Rejected, columns: Mapping[str, str], archives: Archives, progress: Progress
) -> Iterator[Met]:
    """Yield the reports at a place and what could not be read there; at the end, that it was passed."""
    if isinstance(place, Rejected):
        yield place
        return
    archive = None
    try:
        with opened(place, columns) as document:
            archive = archives.at(place, document)
            known = archive and archives.known(archive)
            for found in (known,) if known else work_in(document):
                yield found
                progress.is_within(place, document)
    except Exception as error:
        yield Rejected(place.locator, reason_of(error))
    progress.has_passed(place)
    yield Passed(place.locator, archive)


def without_known(engine: Engine, group: Sequence[Met]) -> Iterator[Item]:
    """Yield what was found, those reports marked that were imported before from there with the same content."""
    keys = {
        number: locator_key(found.locator, content_digest(found))
        for number, found in enumerate(group)
        if isinstance(found, Work)
    }
    with engine.connect() as connection:
        known = known_places(connection, keys.values())
    for number, found in enumerate(group):
        key = keys.get(number)
        yield Known(found.locator, key) if key is not None and key in known else found


def batches(outcomes: Iterable[Outcome], size: int, progress: Progress) -> Iterator[list[Outcome]]:
    """Yield outcomes in batches of so many reports; once the import is to stop, what is at hand, and no more."""
    batch: list[Outcome] = []
    reports = 0
    for outcome in outcomes:
        batch.append(outcome)
        reports += not isinstance(outcome, Passed)
        if reports >= size or progress.is_stopped:
            yield batch
            batch, reports = [], 0
        if progress.is_stopped:
            return
    if batch:
        yield batch


def add(total: Counts, counts: Counts) -> None:
    """Add the counts of a batch to those of the run."""
    for name, value in asdict(counts).items():
        setattr(total, name, getattr(total, name) + value)
