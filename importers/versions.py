"""Versions: what a source said before it was edited is kept, and tells nothing any more."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, exists, func, select

from importers.sightings import PLACE, REPORT, SIGHTING, last_run
from importers.store import in_parts


def misjudged(connection: Connection, run: int | None = None) -> tuple[set[int], set[int]]:
    """Return the reports whose sources say something else now, and those taken for such whose sources say them again.

    A report is current where one of its places is what was found last of its origin, or is of none. Only origins of
    what an import met last are looked at, or all.
    """
    reports = reports_of(connection, origins_of_several(connection, run))
    reports |= set(connection.execute(select(REPORT.c.id).where(~REPORT.c.is_current)).scalars())
    current = current_ones(connection, reports)
    withdrawn: set[int] = set()
    restored: set[int] = set()
    for keys in in_parts(reports):
        for row in connection.execute(select(REPORT.c.id, REPORT.c.is_current).where(REPORT.c.id.in_(keys))):
            if row.is_current != (row.id in current):
                (withdrawn if row.is_current else restored).add(row.id)
    return withdrawn, restored


def origins_of_several(connection: Connection, run: int | None) -> set[int]:
    """Return the origins of which several versions were found."""
    other = PLACE.alias()
    is_one_of_several = exists().where(other.c.origin == PLACE.c.origin, other.c.id != PLACE.c.id)
    query = select(PLACE.c.origin).where(PLACE.c.origin.is_not(None), is_one_of_several).distinct()
    if run is not None:
        query = query.join(SIGHTING, SIGHTING.c.report_locator_id == PLACE.c.id).where(SIGHTING.c.last_run_id == run)
    return set(connection.execute(query).scalars())


def reports_of(connection: Connection, origins: Iterable[int]) -> set[int]:
    """Return the reports found as versions of these origins."""
    found: set[int] = set()
    for keys in in_parts(origins):
        found.update(connection.execute(select(PLACE.c.source_report_id).where(PLACE.c.origin.in_(keys))).scalars())
    return found


def current_ones(connection: Connection, reports: Iterable[int]) -> set[int]:
    """Return those of the reports that one of their sources says still."""
    places: list[Any] = []
    for keys in in_parts(reports):
        columns = (PLACE.c.source_report_id, PLACE.c.origin, last_run(PLACE).label("met"))
        places += connection.execute(select(*columns).where(PLACE.c.source_report_id.in_(keys))).all()
    latest: dict[int, int] = {}
    for keys in in_parts({place.origin for place in places if place.origin is not None}):
        met = select(PLACE.c.origin, func.max(SIGHTING.c.last_run_id))
        met = met.join(SIGHTING, SIGHTING.c.report_locator_id == PLACE.c.id).where(PLACE.c.origin.in_(keys))
        latest |= dict(connection.execute(met.group_by(PLACE.c.origin)).all())
    return {place.source_report_id for place in places if place.origin is None or place.met == latest[place.origin]}
