"""What a reader hands on: the text of one report and what its source says of it, or why there is none."""

import datetime
import hashlib
from dataclasses import dataclass, replace

from models import key_of


class UnreadableError(ValueError):
    """A file or a part of one that cannot be read; the message says why."""


@dataclass(frozen=True)
class RawReport:
    """One report before it is parsed. What the source does not tell is None; nothing here is worked out.

    `content_sha256` stands for what was read at the locator: the same content is the same report with the same
    metadata, and need not be read again.
    """

    locator: str
    text: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published_on: datetime.date | None = None
    language: str | None = None
    content_sha256: str = ""

    def fingerprinted(self) -> "RawReport":
        """Return the report with the digest of its own fields, for records that are no files of their own."""
        told = (self.text, self.title, self.url, self.outlet, self.published_on, self.language)
        text = "\x1f".join("" if value is None else str(value) for value in told)
        return replace(self, content_sha256=sha256(text.encode("utf-8", "surrogatepass")))


@dataclass(frozen=True)
class Rejected:
    """Something that could not be read, and why."""

    locator: str
    reason: str


def sha256(content: bytes) -> str:
    """Return the SHA-256 of some bytes, as 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def place_key(locator: str, content_sha256: str) -> int:
    """Return the key of a place where something was found: the same content there is the same place."""
    return key_of("report_locator", locator, content_sha256)
