"""Where documents come from: files, folders, standard input, addresses."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from importers.cleaning import cleaned_locator
from importers.raw_report import Rejected
from importers.readers.document import STANDARD_INPUT as CALLED
from importers.readers.document import Document
from importers.readers.remote import brought_here, files_at, is_remote
from models.database import InputError

STANDARD_INPUT = "-"
PAGE_SUFFIXES = (".html", ".htm", ".xhtml")
BROWSERS_FOLDERS = ("_files", ".files", "-Dateien", "_fichiers", "_archivos", "_bestanden")  # beside a saved page


@dataclass(frozen=True)
class Place:
    """A file, an address or standard input, with its size in bytes where that is known beforehand.

    A remote one is a file that lies elsewhere, and is brought here to be read.
    """

    path: str
    size: int = 0
    is_remote: bool = False

    @property
    def locator(self) -> str:
        """What it is called; a path may have bytes that are no characters."""
        return cleaned_locator(self.path)

    @property
    def is_address(self) -> bool:
        """Whether it is the address of a page."""
        return not self.is_remote and self.path.lower().startswith(("http://", "https://"))


def check(named: Iterable[str]) -> None:
    """Raise InputError where one of the paths named does not exist."""
    for name in named:
        if name != STANDARD_INPUT and not is_remote(name) and not Path(name).exists():
            raise InputError(f"{name} does not exist; name files, folders or addresses, or - for standard input")


def places_in(named: Iterable[str]) -> Iterator[Place | Rejected]:
    """Yield the places named and the files in folders named, in the order of their names, without hidden ones."""
    for name in named:
        path = Path(name)
        if name == STANDARD_INPUT or Place(name).is_address:
            yield Place(name)
        elif is_remote(name):
            yield from remote_places(name)
        elif path.is_dir():
            yield from files_below(path, frozenset())
        else:
            yield Place(str(path), path.stat().st_size)


def remote_places(address: str) -> Iterator[Place]:
    """Yield the files at an address of any file system, of a server too."""
    return (Place(path, size, is_remote=True) for path, size in files_at(address))


def files_below(folder: Path, above: frozenset[tuple[int, int]]) -> Iterator[Place | Rejected]:
    """Yield the files below a folder; links are followed, but not back into a folder that they are in."""
    try:
        status = folder.stat()
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Rejected(str(folder), error.strerror or str(error))
        return
    within = above | {(status.st_dev, status.st_ino)}
    pages = {entry.name.rpartition(".")[0] for entry in entries if entry.name.lower().endswith(PAGE_SUFFIXES)}
    for entry in entries:
        if entry.name.startswith(".") or belongs_to_page(entry.name, pages):
            continue
        path = entry.path.removeprefix(f".{os.sep}")
        try:
            found = entry.stat()
            if entry.is_dir():
                if (found.st_dev, found.st_ino) in within:
                    yield Rejected(path, "it links back to a folder that it is in")
                else:
                    yield from files_below(Path(path), within)
            elif entry.is_file():
                yield Place(path, found.st_size)
            else:
                yield Rejected(path, "it is no file")
        except OSError as error:
            yield Rejected(path, error.strerror or str(error))


def belongs_to_page(name: str, pages: set[str]) -> bool:
    """Return whether a browser made the folder for the pictures and scripts of a page that it saved."""
    return any(name.endswith(end) and name.removesuffix(end) in pages for end in BROWSERS_FOLDERS)


@contextmanager
def opened(place: Place, columns: Mapping[str, Sequence[str]]) -> Iterator[Document]:
    """Give the document at a place. Raises OSError, or UnreadableError for an address that does not give one."""
    if place.is_address:
        from importers.readers.addresses import fetched

        yield fetched(place.path, columns)
    elif place.is_remote:
        with brought_here(place.path) as file:
            yield Document(place.path, place.path.rpartition("/")[2], file, columns=columns)
    elif place.path == STANDARD_INPUT:
        yield Document(CALLED, "", sys.stdin.buffer, columns=columns)
    else:
        with open(place.path, "rb") as file:  # noqa: PTH123 - a path object costs as much as the file, here and below
            yield Document(place.path, os.path.basename(place.path), file, columns=columns)  # noqa: PTH119
