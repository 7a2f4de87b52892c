"""Reading in parallel: processes that open documents and read the reports in them, with the same facts in each."""

import multiprocessing
import os
import pickle
import shutil
import signal
import tempfile
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path

from importers.lexicon import Lexicon
from importers.outcomes import Item, Outcome, size_of
from importers.raw_report import Rejected
from importers.readers.document import Work
from importers.reference.records import Rows
from importers.reference_data import ReferenceData, lexicon_of
from importers.uncollected import keep_what_is_made
from importers.work import outcome_of
from models.database import InputError

FEW = 40  # reports that are read before a second process would have begun
HELD = 10_000  # items among which these are looked for
AT_ONCE = 16  # reports that go to a process together
LARGEST_CHUNK = 1_000_000  # bytes that go together
AHEAD = 4  # chunks that each process has before it, so that none waits while a batch is loaded
FOLDER = "chancery-import-"  # with the number of the process that made it
PROCESS_DIED = (BrokenProcessPool, OSError, ValueError)  # the latter where it dies as the next is being started

Chunk = list[Item]


def read_all(items: Iterable[Item], reference: ReferenceData, workers: int) -> Iterator[Outcome]:
    """Yield what becomes of each item, in their order; only what is to be read goes to the processes.

    The reference data are looked up only if there is something to read. More processes are started only once there is
    more to read than their start takes. Raises InputError where nothing can be read at all.
    """
    remaining = iter(items)
    for item in remaining:
        if isinstance(item, Work):
            first = [item, *islice(take_few(remaining), HELD)]
            following = list(islice(remaining, 1))
            if following and workers > 1:
                yield from read_in_pool(chain(first, following, remaining), Pool(reference.rows, workers))
            else:
                yield from read_here(chain(first, following, remaining), reference.lexicon)
        else:
            yield item


def take_few(items: Iterator[Item]) -> Iterator[Item]:
    """Yield items until so many of them are to be read that more processes are worth their start."""
    few = 1
    for item in items:
        yield item
        few += isinstance(item, Work)
        if few == FEW:
            return


def read_here(items: Iterable[Item], lexicon: Lexicon) -> Iterator[Outcome]:
    """Yield what becomes of each item, read in this process."""
    for item in items:
        yield outcome_of(item, lexicon) if isinstance(item, Work) else item


def read_in_pool(items: Iterable[Item], pool: "Pool") -> Iterator[Outcome]:
    """Yield what becomes of each item, read by processes that end with it."""
    try:
        yield from pool.outcomes(chunks(items))
    finally:
        pool.close()


def chunks(items: Iterable[Item]) -> Iterator[Chunk]:
    """Yield items in the lists in which they go to the processes."""
    chunk: Chunk = []
    size = 0
    for item in items:
        chunk.append(item)
        size += size_of(item)
        if len(chunk) == AT_ONCE or size > LARGEST_CHUNK:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def remove_left_behind() -> None:
    """Remove the folders of imports that were killed and could not."""
    for folder in Path(tempfile.gettempdir()).glob(f"{FOLDER}*-*"):
        number = folder.name.removeprefix(FOLDER).partition("-")[0]
        if number.isdigit() and not is_running(int(number)):
            shutil.rmtree(folder, ignore_errors=True)


def is_running(number: int) -> bool:
    """Return whether there is a process of this number."""
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


class Pool:
    """Processes that read. One that dies takes nothing with it but the report that killed it."""

    def __init__(self, reference: Rows, workers: int) -> None:
        self.workers = workers
        remove_left_behind()
        self.folder = tempfile.TemporaryDirectory(prefix=f"{FOLDER}{os.getpid()}-")
        self.reference = Path(self.folder.name, "reference")
        self.reference.write_bytes(pickle.dumps(reference))
        self.executor = self.processes()

    def processes(self) -> ProcessPoolExecutor:
        """Return new processes; each is a program of its own, so that nothing open here is open there.

        What they read with is handed over as a file: whoever starts a process that dies before it has taken all that
        is handed over otherwise waits forever.
        """
        return ProcessPoolExecutor(
            self.workers, multiprocessing.get_context("spawn"), initializer=prepare, initargs=(self.reference,)
        )

    def outcomes(self, lists: Iterator[Chunk]) -> Iterator[Outcome]:
        """Yield the outcomes of the items in their order. Raises InputError where processes end as they start."""
        self.start_first()
        under_way: deque[tuple[Chunk, Future[list[Outcome]] | None]] = deque()
        for chunk in lists:
            under_way.append((chunk, self.submit(chunk) if any(isinstance(i, Work) for i in chunk) else None))
            if len(under_way) > self.workers * AHEAD:
                yield from self.finished(*under_way.popleft())
        while under_way:
            yield from self.finished(*under_way.popleft())

    def start_first(self) -> None:
        """Start the first process, and see that it can read, before others are started beside it."""
        try:
            self.handed([]).result()
        except PROCESS_DIED:
            raise InputError(
                "the processes that read end as they start, before any report; --workers 1 reads without them, or may"
                " tell why"
            ) from None

    def handed(self, chunk: Chunk) -> "Future[list[Outcome]]":
        """Hand a chunk to the next process that is free."""
        with ignoring_interrupts():
            return self.executor.submit(outcomes_of, chunk)

    def submit(self, chunk: Chunk) -> "Future[list[Outcome]]":
        """Hand a chunk to a process; to new ones, where those before died."""
        try:
            return self.handed(chunk)
        except PROCESS_DIED:
            self.executor.shutdown(wait=False)
            self.executor = self.processes()
            self.start_first()
            return self.handed(chunk)

    def finished(self, chunk: Chunk, future: "Future[list[Outcome]] | None") -> list[Outcome]:
        """Return the outcomes of a chunk; where its process died, read what is in it one by one."""
        if future is None:
            return [item for item in chunk if not isinstance(item, Work)]
        try:
            return future.result()
        except BrokenProcessPool:
            return [self.finished_alone(item) if isinstance(item, Work) else item for item in chunk]

    def finished_alone(self, work: Work) -> Outcome:
        """Return the outcome of one report, which may be the one that kills processes."""
        try:
            (outcome,) = self.submit([work]).result()
        except BrokenProcessPool:
            return Rejected(work.locator, "the process that read it died; its memory may not have sufficed")
        return outcome

    def close(self) -> None:
        """End the processes."""
        self.executor.shutdown(wait=True, cancel_futures=True)
        self.folder.cleanup()


@contextmanager
def ignoring_interrupts() -> Iterator[None]:
    """Start processes so that Ctrl-C does not reach them: the import itself ends them, after its batch."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


_lexicon: list[Lexicon | InputError] = []


def prepare(reference: Path) -> None:
    """Make a process ready to read with the reference data in a file, and see to it that it ends with the import."""
    keep_what_is_made()
    try:
        _lexicon[:] = [lexicon_of(pickle.loads(reference.read_bytes()))]  # noqa: S301 - the import itself wrote it
    except InputError as error:  # told with the first report: a process that fails as it starts cannot say why
        _lexicon[:] = [error]
    threading.Thread(target=end_with_parent, daemon=True).start()


def end_with_parent() -> None:
    """Wait until the import is gone, then end this process."""
    parent = multiprocessing.parent_process()
    assert parent is not None  # noqa: S101 - only started in a process that has one
    parent.join()
    os._exit(1)


def outcomes_of(chunk: Chunk) -> list[Outcome]:
    """Read, in one of the processes, what is to be read. Raises InputError where it has nothing to read with."""
    (lexicon,) = _lexicon
    if isinstance(lexicon, InputError):
        raise lexicon
    return [outcome_of(item, lexicon) if isinstance(item, Work) else item for item in chunk]
