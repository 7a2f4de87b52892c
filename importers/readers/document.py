"""Documents: what readers read, opened only as far as they ask, and never further than the limits allow."""

import io
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import IO, Any, BinaryIO, cast

from importers.raw_report import Unreadable

HEAD = 64 * 1024  # bytes by which a format is recognised
LARGEST_REPORT = 20_000_000  # bytes of one report in any format
LARGEST_ARCHIVE = 200_000_000  # bytes that any archive may unpack to; a large one to so many times its own size:
LARGEST_RATIO = 100
DEEPEST = 4  # archives within archives


class Allowance:
    """How far an archive, with all archives in it, may unpack: a bomb is small, and there is no end to it."""

    def __init__(self, packed: int = 0) -> None:
        self.packed, self.unpacked = packed, 0

    def give(self, count: int) -> None:
        """Count bytes of the archive itself as they are read."""
        self.packed += count

    def take(self, count: int) -> None:
        """Count bytes that were unpacked. Raises Unreadable once they are too many."""
        self.unpacked += count
        if self.unpacked > max(LARGEST_ARCHIVE, LARGEST_RATIO * self.packed):
            raise Unreadable(
                f"it unpacks to more than {LARGEST_RATIO} times its size; unpack it by hand if you trust it"
            )


class Stream(io.RawIOBase):
    """A stream whose head was read already, which tells how much more is read."""

    def __init__(self, head: bytes, rest: IO[bytes], counting: Callable[[int], None] | None) -> None:
        self.head, self.rest, self.counting = head, rest, counting

    def readable(self) -> bool:
        """Return that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer, from the head as long as there is some."""
        if self.head:
            chunk, self.head = self.head[: len(buffer)], self.head[len(buffer) :]
        else:
            chunk = self.rest.read(len(buffer))
            if self.counting:
                self.counting(len(chunk))
        buffer[: len(chunk)] = chunk
        return len(chunk)


@dataclass
class Document:
    """A file, a member of an archive or a fetched page. One held as `content` can go to another process."""

    locator: str
    name: str
    stream: IO[bytes] | None = None
    content: bytes | None = None
    url: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)  # field of a report: the column that a user says holds it
    allowance: Allowance | None = None
    depth: int = 0
    only_exchanges: bool = False  # whether it is kept only if it tells of an exchange
    _head: bytes | None = None

    @property
    def head(self) -> bytes:
        """The first bytes."""
        if self.content is not None:
            return self.content[:HEAD]
        if self._head is None:
            assert self.stream is not None  # noqa: S101 - a document has content or a stream
            self._head = self.stream.read(HEAD)
            if self.allowance:
                self.allowance.take(len(self._head))
        return self._head

    @property
    def suffix(self) -> str:
        """The end of the name from its last dot on, in small letters."""
        stem, dot, last = self.name.lower().rpartition(".")
        return f".{last}" if dot and stem and "/" not in last else ""

    def open(self, counting: Callable[[int], None] | None = None) -> BinaryIO:
        """Return a stream from the first byte on, which can be asked for once; `counting` is told what is read."""
        if self.content is not None:
            return io.BytesIO(self.content)
        head = self.head
        if counting:
            counting(len(head))
        assert self.stream is not None  # noqa: S101 - a document has content or a stream
        counting = counting or (self.allowance.take if self.allowance else None)
        return cast(BinaryIO, io.BufferedReader(Stream(head, self.stream, counting), HEAD))

    def open_anywhere(self) -> BinaryIO:
        """Return a stream that can be read in any order, by way of a temporary file where it must be."""
        if self.depth == 0 and self.stream is not None and self.stream.seekable():
            self.stream.seek(0)
            return cast(BinaryIO, self.stream)
        spool = tempfile.SpooledTemporaryFile(LARGEST_REPORT)  # noqa: SIM115 - closed by who asked for it
        with self.open() as stream:
            while chunk := stream.read(HEAD):
                spool.write(chunk)
        spool.seek(0)
        return cast(BinaryIO, spool)

    def held(self, largest: int = LARGEST_REPORT) -> "Document":
        """Return the document with its whole content in memory. Raises Unreadable where it is too large for a report."""
        if self.content is not None:
            return self
        with self.open() as stream:
            content = stream.read(largest + 1)
        if len(content) > largest:
            raise Unreadable(f"it is larger than {largest // 1_000_000} MB, which no report is")
        return replace(self, content=content, stream=None, allowance=None, _head=None)

    def part(self, name: str, stream: IO[bytes], **more: Any) -> "Document":
        """Return a document within this one. Raises Unreadable where archives lie too deep within each other."""
        if self.depth >= DEEPEST:
            raise Unreadable(f"archives lie more than {DEEPEST} deep within each other")
        locator = more.pop("locator", f"{self.locator}!{name}")
        return Document(
            locator,
            name,
            stream,
            columns=self.columns,
            allowance=more.pop("allowance", self.allowance),
            depth=self.depth + 1,
            **more,
        )
