"""Web archives that an import went through before: as they were, they are known as a whole.

Most pages of a web archive are left out, and nothing is stored of them: to go through an unchanged one again would take
as long as the first time. What is left out hangs on the program and on the reference data, so these must be the same.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cached_property

from sqlalchemy import Connection, func, select

from importers.outcomes import Archive, KnownArchive, Outcome, Passed, left_out_at
from importers.raw_report import Rejected
from importers.read_with import read_with
from importers.readers.document import Document
from importers.readers.places import Place
from importers.readers.web_archives import holds_pages
from importers.reference_data import ReferenceData
from importers.sightings import PLACE, SIGHTING, known_places
from importers.store import Row, insert, table_of
from models import WebArchive, key_of

ARCHIVE = table_of(WebArchive)


@dataclass(frozen=True)
class Archives:
    """The web archives that a database knows."""

    reference: ReferenceData

    @cached_property
    def rules_sha256(self) -> str:
        """What decides which pages are left out, as a digest."""
        return read_with(self.reference.rows).sha256

    def at(self, place: Place, document: Document) -> Archive | None:
        """Return the web archive in a file; None where it is something else, or no file."""
        if not place.size or document.stream is None or not holds_pages(document.head):
            return None
        return Archive(place.locator, document.sha256(), self.rules_sha256)

    def known(self, archive: Archive) -> KnownArchive | None:
        """Return what is known of an archive that was gone through before, None where it is not."""
        alike = (
            ARCHIVE.c.locator == archive.locator,
            ARCHIVE.c.content_sha256 == archive.content_sha256,
            ARCHIVE.c.rules_sha256 == archive.rules_sha256,
        )
        with self.reference.engine.connect() as connection:
            last = select(ARCHIVE).where(*alike).order_by(ARCHIVE.c.import_run_id.desc()).limit(1)
            row = connection.execute(last).first()
            if row is None:
                return None
            places = places_in(connection, archive.locator, row.import_run_id)
            if known_places(connection, places) != places:  # it goes back to what it said before
                return None
        return KnownArchive(archive.locator, frozenset(places), row.left_out)


class GoneThrough:
    """The web archives that an import goes through."""

    def __init__(self, run: int) -> None:
        self.run = run
        self.left_out, self.is_whole = 0, True  # of the place that the import is at

    def note(self, connection: Connection, batch: Sequence[Outcome]) -> None:
        """Note those that were gone through to their end, and all of which could be read."""
        rows: list[Row] = []
        for outcome in batch:
            self.left_out += left_out_at(outcome)
            self.is_whole &= not isinstance(outcome, Rejected)
            if isinstance(outcome, Passed):
                if outcome.archive and self.is_whole:
                    rows.append(self.row(outcome.archive))
                self.left_out, self.is_whole = 0, True
        insert(connection, {"web_archive": rows})

    def row(self, archive: Archive) -> Row:
        """Return the row of an archive."""
        key = key_of("web_archive", archive.locator, self.run)
        return asdict(archive) | {"id": key, "import_run_id": self.run, "left_out": self.left_out}


def places_in(connection: Connection, locator: str, run: int) -> set[int]:
    """Return the places in an archive that an import met."""
    within = f"{locator}!"
    query = select(PLACE.c.id).join(SIGHTING, SIGHTING.c.report_locator_id == PLACE.c.id)
    met = (SIGHTING.c.first_run_id <= run, SIGHTING.c.last_run_id >= run)
    return set(connection.execute(query.where(*met, func.substr(PLACE.c.locator, 1, len(within)) == within)).scalars())
