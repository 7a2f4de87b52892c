"""Outcomes: what an import meets on its way, and what becomes of it."""

from collections.abc import Collection
from dataclasses import asdict, dataclass

from importers.accounts import Sketch
from importers.raw_report import ColumnsUsed, LeftOut, RawReport, Rejected, place_key
from importers.readers.document import Work
from importers.store import RowsByTable


@dataclass(frozen=True, eq=False)
class Found:
    """A report as it was found at a place, the rows of what was read in it, and the sketch of what it tells.

    Its text stands in its own row.
    """

    raw: RawReport
    rows: RowsByTable
    sketch: Sketch

    @property
    def locator(self) -> str:
        """Where it was found."""
        return self.raw.locator

    @property
    def report(self) -> int:
        """The key of the report."""
        key: int = self.rows["source_report"][0]["id"]
        return key

    @property
    def body(self) -> str:
        """The text as it stands at this place."""
        body: str = self.rows["source_report"][0]["body"]
        return body

    @property
    def place(self) -> int:
        """The key of the place."""
        return place_key(self.raw.locator, self.raw.content_sha256)


@dataclass(frozen=True)
class Known:
    """A report that was imported before, from the same place with the same content."""

    locator: str
    place: int


@dataclass(frozen=True)
class Archive:
    """The file of a web archive: where it is, what is in it, and what decides which pages are left out of it."""

    locator: str
    content_sha256: str
    rules_sha256: str


@dataclass(frozen=True)
class KnownArchive:
    """A web archive that was gone through before: the places of the reports in it, and how many pages are left out."""

    locator: str
    places: frozenset[int]
    left_out: int


@dataclass(frozen=True)
class Passed:
    """All that is at a place was met; it may be a web archive."""

    locator: str
    archive: Archive | None = None


Item = Work | Rejected | LeftOut | Known | KnownArchive | Passed | ColumnsUsed
Outcome = Found | Rejected | LeftOut | Known | KnownArchive | Passed | ColumnsUsed


@dataclass
class Counts:
    """What an import did with the reports it met."""

    inserted: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: int = 0
    left_out: int = 0

    def and_those(self, others: "Counts") -> "Counts":
        """Return what both counted."""
        mine, theirs = asdict(self), asdict(others)
        return Counts(**{name: mine[name] + theirs[name] for name in mine})


def known_at(outcome: Outcome) -> Collection[int]:
    """Return the places that were met as they are known."""
    if isinstance(outcome, KnownArchive):
        return outcome.places
    return (outcome.place,) if isinstance(outcome, Known) else ()


def left_out_at(outcome: Outcome) -> int:
    """Return how many pages were left out."""
    if isinstance(outcome, KnownArchive):
        return outcome.left_out
    return outcome.count if isinstance(outcome, LeftOut) else 0


def rejected_at(outcome: Outcome) -> int:
    """Return how much could not be read."""
    return outcome.count if isinstance(outcome, Rejected) else 0


def size_of(item: Item) -> int:
    """Return about how many bytes are held for an item."""
    return len(item.text) if isinstance(item, RawReport) else len(getattr(item, "content", None) or b"")
