"""Files that lie elsewhere: in stores of objects, on clusters, on servers, as fsspec reaches them all."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

from models.database import InputError
from models.extras import how_to_install

AT_ONCE = 8_000_000  # bytes copied together
PATTERN = frozenset("*?[")


def is_remote(path: str) -> bool:
    """Return whether a path names a file system: s3://, gs://, hdfs:// and so on."""
    return "://" in path


def file_system(address: str) -> tuple[Any, str]:
    """Return the file system of an address, and the path in it. Raises InputError where it cannot be reached."""
    try:
        import fsspec
    except ImportError:
        raise InputError(f"{address} needs fsspec; install it with: {how_to_install('cluster')}") from None
    try:
        system, path = fsspec.core.url_to_fs(address)
    except (ImportError, ValueError) as error:  # the package of a store is missing, or there is no such store
        raise InputError(f"{address} cannot be reached: {' '.join(str(error).split())}") from None
    return system, path


def files_at(address: str) -> Iterator[tuple[str, int]]:
    """Yield the files at an address, below a folder, or of a pattern with *, each with its size in bytes.

    Raises InputError where there are none.
    """
    system, path = file_system(address)
    try:
        found = system.glob(path, detail=True) if PATTERN & set(path) else system.find(path, detail=True)
    except OSError as error:
        raise InputError(f"{address} cannot be listed: {error.strerror or type(error).__name__}") from None
    files = {name: told for name, told in found.items() if told["type"] == "file"}
    if not files:
        raise InputError(f"there is no file at {address}")
    for name in sorted(files):
        yield system.unstrip_protocol(name), files[name].get("size") or 0


@contextmanager
def brought_here(address: str) -> Iterator[IO[bytes]]:
    """Give a file that lies elsewhere, copied here for as long as it is read: it is gone through more than once."""
    system, path = file_system(address)
    with tempfile.TemporaryFile() as file:
        with system.open(path, "rb") as source:
            shutil.copyfileobj(source, file, AT_ONCE)
        file.seek(0)
        yield file
