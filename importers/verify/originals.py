"""Stored texts held against the files they were imported from, which are known by their digests, wherever they lie."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from importers.readers.document import Work
from importers.readers.formats import content_digest, raw_report, reason_of, work_in
from importers.readers.places import Place, opened, places_in
from importers.time_limit import each_in_time, time_limit
from importers.verify.evidence import CHANGED
from importers.verify.wrong import Wrong, row_of
from models import ReportLocator, SourceReport

MISSING = "no file that was named has its content any more: name the folder that has, or import it from where it is"


def unlike_originals(connection: Connection, named: Sequence[str]) -> Iterator[Wrong]:
    """Yield the places of reports whose text is not that of the file with their digest, or that no file has.

    `named` are files and folders, as an import takes them.
    """
    wanted = places_by_digest(connection)
    for work in work_at(named):
        for place in wanted.pop(content_digest(work), ()):
            yield from unlike(connection, place, work)
    for place in (place for places in wanted.values() for place in places):
        yield Wrong(row_of("report_locator", place.id, place.locator), "its original was not found", MISSING)


def places_by_digest(connection: Connection) -> dict[str, list[Any]]:
    """Return the places of all reports by the digest of what was read there."""
    found: dict[str, list[Any]] = defaultdict(list)
    columns = (ReportLocator.id, ReportLocator.locator, ReportLocator.content_sha256, ReportLocator.source_report_id)
    for row in connection.execute(select(*columns).order_by(ReportLocator.locator, ReportLocator.id)):
        found[row.content_sha256].append(row)
    return found


def work_at(named: Iterable[str]) -> Iterator[Work]:
    """Yield all reports in files and folders, and the documents that hold one; what cannot be read holds none."""
    for place in places_in(named):
        if isinstance(place, Place):
            try:
                with opened(place, {}) as document:
                    yield from (work for work in each_in_time(work_in(document)) if isinstance(work, Work))
            except OSError:
                continue


def unlike(connection: Connection, place: Any, work: Work) -> Iterator[Wrong]:
    """Yield what is wrong with the stored text of a place, beside its original."""
    where = row_of("report_locator", place.id, place.locator)
    try:
        with time_limit():
            text = raw_report(work).text
    except Exception as error:  # whatever a file does to its reader, the rest goes on
        yield Wrong(where, f"{work.locator} cannot be read: {reason_of(error)}", MISSING)
        return
    stored = select(func.coalesce(ReportLocator.body, SourceReport.body))
    stored = stored.join(SourceReport, SourceReport.id == ReportLocator.source_report_id)
    body = connection.execute(stored.where(ReportLocator.id == place.id)).scalar_one()
    if text != body:
        yield Wrong(where, f"the stored text is not that of {work.locator}", CHANGED)
