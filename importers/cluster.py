"""Reading on many machines: each archive is a task of Dask, read there as it is here, written where all can reach."""

import multiprocessing
import pickle
import threading
from collections.abc import Iterable, Iterator, Sequence
from multiprocessing.util import Finalize
from typing import Any

from importers.processes import Pool, chunks
from importers.raw_report import sha256
from importers.read_archives import Done, Job, done_with, read_archive
from importers.read_with import program_digest
from importers.readers.places import Place
from importers.readers.remote import is_remote
from importers.reference.records import Rows
from models.database import InputError
from models.extras import how_to_install

ANSWERS_WITHIN = 30  # seconds until a scheduler that does not answer is given up


def read_on_cluster(places: Sequence[Place], reference: Rows, job: Job, scheduler: str) -> Iterator[Done]:
    """Yield what became of each archive as they are done. Raises InputError where the scheduler is lost or not there.

    The reference data are a task too: what every other one needs, and what is made anew where its machine is lost.
    """
    refuse_relative(places)
    distributed = library(scheduler)
    try:
        with distributed.Client(scheduler, timeout=ANSWERS_WITHIN) as client:
            handed = client.submit(bytes, pickle.dumps(reference), key=f"reference-{job.read_with.reference_sha256}")
            tasks = {client.submit(read_there, place, handed, job, pure=False): place for place in places}
            for task in distributed.as_completed(tasks):
                yield outcome_of_task(task, tasks[task])
                task.release()
    except (OSError, TimeoutError, distributed.client.FutureCancelledError) as error:
        raise InputError(
            f"the scheduler {scheduler} does not answer ({type(error).__name__}); what is read stays, and the same"
            " command goes on from there"
        ) from None


def library(scheduler: str) -> Any:
    """Return Dask distributed. Raises InputError where it is not installed."""
    try:
        import distributed
    except ImportError:
        raise InputError(f"{scheduler} needs Dask distributed; install it with: {how_to_install('cluster')}") from None
    return distributed


def refuse_relative(places: Iterable[Place]) -> None:
    """Raise InputError where a path hangs on the folder that one stands in, which is another on each machine."""
    for place in places:
        if not (is_remote(place.path) or place.path.startswith("/")):
            raise InputError(f"{place.path} means another file on each machine; name it from the root on, or s3:// ...")


def outcome_of_task(task: Any, place: Place) -> Done:
    """Return what became of an archive. Raises InputError where nothing can be read on the machines at all."""
    error = task.exception()
    if error is None:
        done: Done = task.result()
        return done
    if isinstance(error, InputError):
        raise error
    return done_with(place, error)


def read_there(place: Place, reference: bytes, job: Job) -> Done:
    """Read an archive on a machine of the cluster. Raises InputError where another version of Chancery is installed.

    Reports are read by a process of their own, as they are here: a text that takes no end or all memory ends that
    process, not the worker.
    """
    if program_digest() != job.read_with.program_sha256:
        raise InputError("the machines of the cluster have another version of Chancery; install the same on all")
    pool = kept_pool(reference)
    return read_archive(place, job, lambda items: pool.outcomes(chunks(items)))


_kept = threading.local()


def end_reading(pool: Pool) -> None:
    """End the process that reads, at once: a worker that ends would wait for it, until Dask kills both."""
    for process in multiprocessing.active_children():
        process.terminate()
    pool.close()


def kept_pool(reference: bytes) -> Pool:
    """Return the process that reads for this thread, with this reference data, one archive after the other."""
    digest = sha256(reference)
    if getattr(_kept, "digest", None) != digest:
        if hasattr(_kept, "pool"):
            _kept.pool.close()
        multiprocessing.current_process().daemon = False  # Dask's own are such, and might start none
        _kept.pool, _kept.digest = Pool(pickle.loads(reference), 1), digest  # noqa: S301 - of our own client
        Finalize(None, end_reading, (_kept.pool,), exitpriority=1)
    pool: Pool = _kept.pool
    return pool
