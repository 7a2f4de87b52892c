"""Reading archives into parts, each by itself, so that many machines can do it side by side; no database is asked."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from importers.outcomes import Counts, Found, Item, Outcome, left_out_at, rejected_at
from importers.parts import PartFolder, head_of
from importers.processes import Pool, chunks, read_here
from importers.read_with import ReadWith
from importers.readers.formats import reason_of, work_in
from importers.readers.places import Place, opened
from importers.readers.web_archives import holds_pages
from importers.reference.records import Rows
from importers.reference_data import lexicon_of
from importers.time_limit import each_in_time
from models.database import InputError

Reading = Callable[[Iterable[Item]], Iterator[Outcome]]


@dataclass(frozen=True)
class Job:
    """What is to be done with each archive: read with what, written where."""

    folder: str
    read_with: ReadWith


@dataclass(frozen=True)
class Done:
    """What became of an archive: what was read in it; or that its part was there, `is_other` where read otherwise."""

    locator: str
    counts: Counts = field(default_factory=Counts)
    was_there: bool = False
    is_other: bool = False
    failure: str | None = None


@contextmanager
def reading_here(reference: Rows, workers: int) -> Iterator[Reading]:
    """Give what reads here: processes that serve one archive after the other, or this one alone."""
    if workers == 1:
        lexicon = lexicon_of(reference)
        yield lambda items: read_here(items, lexicon)
        return
    pool = Pool(reference, workers)
    try:
        yield lambda items: pool.outcomes(chunks(items))
    finally:
        pool.close()


def read_archive(place: Place, job: Job, read: Reading) -> Done:
    """Write the part of an archive, unless it is there. Raises what opening the archive or writing raises."""
    folder = PartFolder(job.folder)
    with opened(place, {}) as document:
        is_web_archive = document.stream is not None and holds_pages(document.head)
        head = head_of(place.locator, document.sha256(), job.read_with, is_web_archive=is_web_archive)
        if folder.has(head.name):
            is_other = folder.head(head.name).read_with != job.read_with
            return Done(place.locator, was_there=True, is_other=is_other)
        counts = Counts()
        folder.write(head, counted(read(each_in_time(work_in(document))), counts))
    return Done(place.locator, counts)


def read_in_turn(places: Iterable[Place], job: Job, read: Reading) -> Iterator[Done]:
    """Yield what became of each archive, read one after the other. Raises InputError where none can be."""
    for place in places:
        try:
            yield read_archive(place, job, read)
        except InputError:
            raise
        except Exception as error:  # whatever is wrong with one, the rest goes on
            yield done_with(place, error)


def done_with(place: Place, error: BaseException) -> Done:
    """Return that an archive could not be read, and why."""
    return Done(place.locator, failure=reason_of(error))


def counted(outcomes: Iterator[Outcome], counts: Counts) -> Iterator[Outcome]:
    """Yield outcomes as they are counted."""
    for outcome in outcomes:
        counts.inserted += isinstance(outcome, Found)
        counts.rejected += rejected_at(outcome)
        counts.left_out += left_out_at(outcome)
        yield outcome
