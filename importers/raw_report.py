"""What a reader hands on: the text of one report and what its source says of it, or why there is none."""

import datetime
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

from importers.cleaning import cleaned, cleaned_line, cleaned_locator
from models import key_of

FIRST_YEAR, LAST_YEAR = 1900, 2099  # of publication; a text may name the year to come
BUDDHIST = 543  # years that the era of Thailand and Myanmar is ahead


class UnreadableError(ValueError):
    """A file or a part of one that cannot be read; the message says why."""


@dataclass(frozen=True)
class RawReport:
    """One report before it is parsed. What the source does not tell is None; nothing here is worked out.

    `content_sha256` stands for what was read at the locator: the same content is the same report with the same
    metadata, and need not be read again. `origin` stands for what it is a version of, see `origin_key`.
    """

    locator: str
    text: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published_on: datetime.date | None = None
    language: str | None = None
    content_sha256: str = ""
    origin: int | None = None

    def fingerprinted(self) -> "RawReport":
        """Return the report with the digest of its own fields, for records that are no files of their own."""
        told = (self.text, self.title, self.url, self.outlet, self.published_on, self.language)
        text = "\x1f".join("" if value is None else str(value) for value in told)
        return replace(self, content_sha256=sha256(text.encode("utf-8", "surrogatepass")))

    def cleaned(self) -> "RawReport":
        """Return the report as it can be stored: its text and what the source says of it cleaned, the day a common one.

        Raises UnreadableError where no text is left.
        """
        text = cleaned(self.text)
        if not text.strip():
            raise UnreadableError("there is no text in it")
        return replace(
            self,
            locator=cleaned_locator(self.locator),
            text=text,
            title=cleaned_line(self.title),
            url=cleaned_line(self.url),
            outlet=cleaned_line(self.outlet),
            published_on=common_day(self.published_on),
            language=language_code(self.language),
        )


@dataclass(frozen=True)
class Rejected:
    """Something that could not be read, and why; or how many more in one file, once so many are listed."""

    locator: str
    reason: str
    count: int = 1

    def __post_init__(self) -> None:
        """Clean what comes from outside, so that it can be stored and shown."""
        object.__setattr__(self, "locator", cleaned_locator(self.locator))
        object.__setattr__(self, "reason", cleaned_line(self.reason) or "")


@dataclass(frozen=True)
class LeftOut:
    """A page of a web archive that tells of no exchange, or how many of them."""

    locator: str
    count: int = 1


@dataclass(frozen=True)
class ColumnsUsed:
    """Which columns of a file's records were used, by the field of a report that they hold, and which were not."""

    locator: str
    used: Mapping[str, tuple[str, ...]]
    unused: tuple[str, ...]


def sha256(content: bytes) -> str:
    """Return the SHA-256 of some bytes, as 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def place_key(locator: str, content_sha256: str) -> int:
    """Return the key of a place where something was found: the same content there is the same place."""
    return key_of("report_locator", locator, content_sha256)


def common_day(day: datetime.date | None) -> datetime.date | None:
    """Return a day of publication in the common calendar, None where it is of no year that reports are of.

    A year some five hundred ahead is that of the Buddhist era; those of other calendars do not say which they are of.
    """
    if day is None or FIRST_YEAR <= day.year <= LAST_YEAR:
        return day
    if FIRST_YEAR <= day.year - BUDDHIST <= LAST_YEAR:
        return day.replace(year=day.year - BUDDHIST)
    return None


def language_code(language: str | None) -> str | None:
    """Return the code of a language as ISO 639 has it, of "en-US" its first part; None where it is no code."""
    code = (cleaned_line(language) or "").replace("_", "-").partition("-")[0].lower()
    return code if code.isascii() and code.isalpha() and len(code) in (2, 3) else None


def origin_key(container: str, url: str | None = None) -> int:
    """Return the key of what may change and stays what it is: a file, or the record of an address in a file."""
    return key_of("origin", container, url)
