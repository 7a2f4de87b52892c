"""Parts: what was read in one archive, as a Parquet file of its own that is written whole or not at all."""

import hashlib
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.metadata import version
from itertools import islice
from typing import IO, Any

from importers.outcomes import Archive, Outcome, Passed
from importers.part_rows import line_of, outcomes_of, part_schema
from importers.read_with import ReadWith
from importers.readers.remote import file_system
from models.database import InputError
from models.extras import how_to_install

LINES_AT_ONCE = 500  # written and read together
PARQUET = ".parquet"
UNFINISHED = ".unfinished"


@dataclass(frozen=True)
class Head:
    """What is told of a part as a whole: of which archive it is, and what that was read with."""

    locator: str
    content_sha256: str
    is_web_archive: bool
    read_with: ReadWith
    version: str

    @property
    def name(self) -> str:
        """The name of the part's file, by what stands where: the same archive elsewhere has other places."""
        return hashlib.sha256(f"{self.locator}\x1f{self.content_sha256}".encode()).hexdigest() + PARQUET

    def as_told(self) -> dict[str, str]:
        """Return it as the file tells it."""
        return {
            "locator": self.locator,
            "content_sha256": self.content_sha256,
            "is_web_archive": str(self.is_web_archive),
            "program_sha256": self.read_with.program_sha256,
            "reference_sha256": self.read_with.reference_sha256,
            "version": self.version,
        }


def head_of(locator: str, content_sha256: str, read_with: ReadWith, *, is_web_archive: bool) -> Head:
    """Return what is told of a part that is read now."""
    return Head(locator, content_sha256, is_web_archive, read_with, version("chancery"))


class PartFolder:
    """A folder of parts, in any file system."""

    def __init__(self, address: str) -> None:
        """Find the folder. Raises InputError where it cannot be reached, or Parquet cannot be written."""
        try:
            import pyarrow.parquet
        except ImportError:
            raise InputError(f"readings need pyarrow; install it with: {how_to_install('cluster')}") from None
        self.parquet: Any = pyarrow.parquet
        self.address = address
        self.system, self.path = file_system(address)

    def has(self, name: str) -> bool:
        """Return whether a part is there."""
        return bool(self.system.exists(f"{self.path}/{name}"))

    def names(self) -> list[str]:
        """Return the parts that are there. Raises InputError where there are none."""
        try:
            found = self.system.ls(self.path, detail=False)
        except FileNotFoundError:
            found = []
        names = sorted(path.rpartition("/")[2] for path in found if path.endswith(PARQUET))
        if not names:
            raise InputError(f"no readings are in {self.address}; chancery read ARCHIVE --to FOLDER writes some")
        return names

    def write(self, head: Head, outcomes: Iterable[Outcome]) -> None:
        """Write a part, unless somebody else has meanwhile: then that stays."""
        lines = filter(None, map(line_of, outcomes))
        schema = part_schema(head.as_told())
        with self.whole(head.name) as file, self.parquet.ParquetWriter(file, schema, compression="zstd") as writer:
            while group := list(islice(lines, LINES_AT_ONCE)):
                writer.write_batch(record_batch(group, schema))

    @contextmanager
    def whole(self, name: str) -> Iterator[IO[bytes]]:
        """Give a file to write that takes its name once all is in it, and take away what killed readers left of it."""
        self.system.makedirs(self.path, exist_ok=True)
        part = f"{self.path}/.{name}.{uuid.uuid4().hex}{UNFINISHED}"
        try:
            with self.system.open(part, "wb") as file:
                yield file
            if not self.has(name):
                self.system.mv(part, f"{self.path}/{name}")
        except OSError:
            if not self.has(name):  # else another reader was first, and took this away
                raise
        finally:
            left = self.system.glob(f"{self.path}/.{name}.*{UNFINISHED}") if self.has(name) else [part]
            for path in left:
                with suppress(OSError):
                    self.system.rm_file(path)

    def head(self, name: str) -> Head:
        """Return what is told of a part. Raises InputError where it is none."""
        with self.opened(name) as file:
            return head_in(file, name)

    def read(self, name: str) -> Iterator[Outcome]:
        """Yield what was read in an archive, at its end that it was passed. Raises InputError where it is no part."""
        with self.opened(name) as file:
            head = head_in(file, name)
            for batch in file.iter_batches(LINES_AT_ONCE):
                yield from outcomes_of(batch.to_pylist())
        archive = Archive(head.locator, head.content_sha256, head.read_with.sha256) if head.is_web_archive else None
        yield Passed(head.locator, archive)

    @contextmanager
    def opened(self, name: str) -> Iterator[Any]:
        """Give a part's file. Raises InputError where it cannot be read."""
        import pyarrow

        try:
            with self.system.open(f"{self.path}/{name}", "rb") as file, self.parquet.ParquetFile(file) as part:
                yield part
        except (OSError, pyarrow.ArrowException) as error:
            words = " ".join(str(error).split())[:200]
            raise InputError(f"{self.address}/{name} cannot be read: {words}") from None


def record_batch(lines: list[Any], schema: Any) -> Any:
    """Return lines as Arrow has them."""
    import pyarrow

    return pyarrow.RecordBatch.from_pylist(lines, schema=schema)


def head_in(part: Any, name: str) -> Head:
    """Return what a file tells of itself. Raises InputError where it is no part."""
    told = {key.decode(): value.decode() for key, value in (part.schema_arrow.metadata or {}).items()}
    try:
        read_with = ReadWith(told["program_sha256"], told["reference_sha256"])
        is_web_archive = told["is_web_archive"] == "True"
        return Head(told["locator"], told["content_sha256"], is_web_archive, read_with, told["version"])
    except KeyError:
        raise InputError(f"{name} is not of chancery read; name the folder that it wrote") from None
