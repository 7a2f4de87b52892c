"""Stored reports as their sources gave them, to be read anew."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, Engine, select

from importers.raw_report import RawReport
from importers.sightings import place_precedence, places_of
from importers.store import in_parts
from models import SourceReport
from models.database import InputError

AT_ONCE = 200  # reports taken from the database together


def bodies_of(connection: Connection, reports: Iterable[int]) -> dict[int, str]:
    """Return the stored texts of reports."""
    found: dict[int, str] = {}
    for keys in in_parts(reports):
        found |= dict(
            connection.execute(select(SourceReport.id, SourceReport.body).where(SourceReport.id.in_(keys))).all()
        )
    return found


def stored_reports(engine: Engine, only: Iterable[int] | None = None) -> Iterator[RawReport]:
    """Yield the stored reports as their sources gave them, all or `only` those with these keys, a batch at a time."""
    for keys in in_parts_of_all(engine) if only is None else in_parts(only):
        with engine.connect() as connection:
            found = list(as_given(connection, keys))
        yield from found


def in_parts_of_all(engine: Engine) -> Iterator[list[int]]:
    """Yield the keys of all reports, as far as their sources still say so, in parts."""
    last = 0
    while True:
        with engine.connect() as connection:
            query = (
                select(SourceReport.id)
                .where(SourceReport.id > last, SourceReport.is_current)
                .order_by(SourceReport.id)
                .limit(AT_ONCE)
            )
            keys = list(connection.execute(query).scalars())
        if not keys:
            return
        yield keys
        last = keys[-1]


def as_given(connection: Connection, reports: Iterable[int]) -> Iterator[RawReport]:
    """Yield reports as the source gave them at the place from which each is read."""
    reports = list(reports)
    bodies = bodies_of(connection, reports)
    for report, places in sorted(places_of(connection, reports).items()):
        place = min(places, key=place_precedence)
        text = place.body if place.body is not None else bodies[report]
        told = {name: getattr(place, name) for name in ("title", "url", "outlet", "published_on", "language")}
        yield RawReport(place.locator, text, content_sha256=place.content_sha256, **told)


def report_at(engine: Engine, locator: str) -> RawReport:
    """Return the stored report of a locator, or of its end. Raises InputError where none is, or several are."""
    with engine.connect() as connection:
        query = select(SourceReport.id, SourceReport.locator).where(SourceReport.is_current)
        found = connection.execute(query.where(SourceReport.locator == locator)).all()
        found = found or connection.execute(query.where(SourceReport.locator.endswith(locator, autoescape=True))).all()
        if len(found) != 1:
            told = ", ".join(row.locator for row in found[:3])
            raise InputError(
                f"several reports are of {locator!r}: {told} ..." if found else f"no report is of {locator!r}"
            )
        return next(as_given(connection, [found[0].id]))
