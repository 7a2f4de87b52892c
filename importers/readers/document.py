"""Documents: what readers read, opened only as far as they ask, and never further than the limits allow."""

import hashlib
import io
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import IO, Any, BinaryIO, cast

from importers.cleaning import cleaned_locator
from importers.raw_report import RawReport, UnreadableError, sha256

HEAD = 64 * 1024  # bytes by which a format is recognised
LARGEST_REPORT = 20_000_000  # bytes of one report in any format
LARGEST_ARCHIVE = 200_000_000  # bytes that any archive may unpack to; a large one to so many times its own size:
LARGEST_RATIO = 100
DEEPEST = 4  # archives within archives
STANDARD_INPUT = "standard input"  # what is read there is called; it is another thing each time


class Allowance:
    """How far an archive, with all archives in it, may unpack: a bomb is small, and there is no end to it."""

    def __init__(self, packed: int = 0) -> None:
        self.packed, self.unpacked = packed, 0

    def give(self, count: int) -> None:
        """Count bytes of the archive itself as they are read."""
        self.packed += count

    def take(self, count: int) -> None:
        """Count bytes that were unpacked. Raises UnreadableError once they are too many."""
        self.unpacked += count
        self.check()

    def check(self) -> None:
        """Raise UnreadableError where too much was unpacked."""
        if self.unpacked > max(LARGEST_ARCHIVE, LARGEST_RATIO * self.packed):
            raise UnreadableError(
                f"it unpacks to more than {LARGEST_RATIO} times its size; unpack it by hand if you trust it"
            )


class Stream(io.RawIOBase):
    """A document's stream. One that breaks off ends there, so that all before is read; the document knows why."""

    def __init__(self, document: "Document", counting: Callable[[int], None] | None) -> None:
        self.document, self.head, self.counting = document, document.head, counting

    def readable(self) -> bool:
        """Return that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer, from the head as long as there is some."""
        if self.head:
            chunk, self.head = self.head[: len(buffer)], self.head[len(buffer) :]
        else:
            chunk = self.following(len(buffer))
        buffer[: len(chunk)] = chunk
        return len(chunk)

    def following(self, size: int) -> bytes:
        """Return what follows the head, nothing from where the stream breaks off."""
        assert self.document.stream is not None  # noqa: S101 - a document without content has a stream
        try:
            chunk = read_some(self.document.stream, size)
            if self.counting:
                self.counting(len(chunk))
        except Exception as error:  # what broke is told with the document
            self.document.broken = error
            return b""
        return chunk


def read_some(stream: IO[bytes], size: int) -> bytes:
    """Return the next bytes as they come, so that of a broken archive all before the break is had."""
    chunk: bytes = getattr(stream, "read1", stream.read)(size)
    return chunk


def beginning(stream: IO[bytes]) -> bytes:
    """Return the first bytes of a stream, where it breaks off those before the break."""
    head = b""
    try:
        while len(head) < HEAD and (chunk := read_some(stream, HEAD - len(head))):
            head += chunk
    except (OSError, EOFError, ValueError):
        if not head:
            raise
    return head


@dataclass
class Document:
    """A file, a member of an archive or a fetched page. One held as `content` can go to another process."""

    locator: str
    name: str
    stream: IO[bytes] | None = None
    content: bytes | None = None
    url: str | None = None
    columns: Mapping[str, Sequence[str]] = field(default_factory=dict)  # of a field those that a user says hold it
    allowance: Allowance | None = None
    depth: int = 0
    only_exchanges: bool = False  # whether it is kept only if it tells of an exchange
    format: str = ""  # the name of its reader, once it is recognised
    broken: Exception | None = None  # why its stream ended before its end
    _head: bytes | None = None

    def __post_init__(self) -> None:
        """Name it so that the name can be stored."""
        self.locator = cleaned_locator(self.locator)

    @property
    def head(self) -> bytes:
        """The first bytes."""
        if self.content is not None:
            return self.content[:HEAD]
        if self._head is None:
            assert self.stream is not None  # noqa: S101 - a document has content or a stream
            self._head = beginning(self.stream)
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
        if counting:
            counting(len(self.head))
        counting = counting or (self.allowance.take if self.allowance else None)
        return cast(BinaryIO, io.BufferedReader(Stream(self, counting), HEAD))

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

    def sha256(self) -> str:
        """Return the SHA-256 of all its bytes, as 64 hexadecimal digits; its stream can be read in any order."""
        if self.content is not None:
            return sha256(self.content)
        assert self.stream is not None  # noqa: S101 - a document has content or a stream
        position = self.stream.seek(0, 1)
        self.stream.seek(0)
        digest = hashlib.file_digest(self.stream, "sha256").hexdigest()  # type: ignore[arg-type]
        self.stream.seek(position)
        return digest

    def held(self, name_of_format: str = "", largest: int = LARGEST_REPORT) -> "Document":
        """Return the document with its content in memory. Raises UnreadableError where it is too large for a report."""
        if self.content is not None:
            return replace(self, format=name_of_format or self.format)
        with self.open() as stream:
            content = stream.read(largest + 1)
        if self.broken:
            raise self.broken
        if len(content) > largest:
            raise UnreadableError(f"it is larger than {largest // 1_000_000} MB, which no report is")
        return replace(self, content=content, stream=None, allowance=None, format=name_of_format, _head=None)

    def part(self, name: str, stream: IO[bytes], **more: Any) -> "Document":
        """Return a document within this one. Raises UnreadableError where archives lie too deep within each other."""
        if self.depth >= DEEPEST:
            raise UnreadableError(f"archives lie more than {DEEPEST} deep within each other")
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


Work = RawReport | Document
"""A report to be read, or a document that holds one, its content in memory."""
