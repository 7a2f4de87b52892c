"""Sightings: which imports met which place of a report, and what follows: from where it is read, what is known."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, FromClause, ScalarSelect, Table, and_, delete, exists, func, or_, select, update

from importers.store import Row, in_parts, insert, table_of
from models import ImportRun, ReportLocator, Sighting, SourceReport, key_of

PLACE, SIGHTING, REPORT = table_of(ReportLocator), table_of(Sighting), table_of(SourceReport)


def precedence(locator: str, run: int, content_sha256: str) -> tuple[str, int, str]:
    """Return what decides from which place a report is read: the first locator; at one, what was found there last."""
    return locator, -run, content_sha256


def place_precedence(place: Any) -> tuple[str, int, str]:
    """Return the same of a stored place."""
    return precedence(place.locator, place.last_run_id, place.content_sha256)


def last_run(place: FromClause) -> ScalarSelect[int]:
    """Return the query for the last import that met a place."""
    met = SIGHTING.c.report_locator_id == place.c.id
    return select(func.max(SIGHTING.c.last_run_id)).where(met).correlate(place).scalar_subquery()


def places_of(connection: Connection, reports: Iterable[int]) -> dict[int, list[Any]]:
    """Return the places where reports were found before, each with the last import that met it, by report."""
    found: dict[int, list[Any]] = defaultdict(list)
    query = select(PLACE, last_run(PLACE).label("last_run_id"))
    for keys in in_parts(reports):
        for row in connection.execute(query.where(PLACE.c.source_report_id.in_(keys))):
            found[row.source_report_id].append(row)
    return dict(found)


def known_places(connection: Connection, keys: Iterable[int]) -> set[int]:
    """Return those of the places that the database has, and where it knows of nothing later.

    Where the source of a report has said something else since, it goes back to what it said before: that is news. So is
    a report that was found there before its source was edited.
    """
    other = PLACE.alias()
    later = or_(
        last_run(other) > last_run(PLACE),
        and_(last_run(other) == last_run(PLACE), other.c.content_sha256 < PLACE.c.content_sha256),
    )
    same = (other.c.source_report_id == PLACE.c.source_report_id, other.c.locator == PLACE.c.locator)
    superseded = exists().where(*same, other.c.id != PLACE.c.id, later).correlate(PLACE)
    current = select(PLACE.c.id).join(REPORT, REPORT.c.id == PLACE.c.source_report_id).where(REPORT.c.is_current)
    found: set[int] = set()
    for part in in_parts(keys):
        found.update(connection.execute(current.where(PLACE.c.id.in_(part), ~superseded)).scalars())
    return found


def sight(connection: Connection, places: Iterable[int], run: int) -> None:
    """Note that an import met these places: longer is the stretch of imports that met it, or a new one begins."""
    place, first, last = (SIGHTING.c[name] for name in ("report_locator_id", "first_run_id", "last_run_id"))
    rows: list[Row] = []
    for keys in in_parts(places):
        longer = update(SIGHTING).where(place.in_(keys), last == run_before(run)).values(last_run_id=run)
        missing = set(keys) - set(connection.execute(longer.returning(place)).scalars())
        if missing:  # mostly none: what an import meets again, the one before it met too
            noted = select(place).where(place.in_(missing), first <= run, last >= run)
            missing -= set(connection.execute(noted).scalars())
        rows += [
            {"id": key_of("sighting", key, run), "report_locator_id": key, "first_run_id": run, "last_run_id": run}
            for key in missing
        ]
    insert(connection, {"sighting": rows})


def run_before(run: int) -> ScalarSelect[int]:
    """Return the query for the import before this one."""
    return select(func.max(ImportRun.id)).where(ImportRun.id < run).scalar_subquery()


def run_after(run: int) -> ScalarSelect[int]:
    """Return the query for the import after this one."""
    return select(func.min(ImportRun.id)).where(ImportRun.id > run).scalar_subquery()


def forget(connection: Connection, table: Table, run: int) -> None:
    """Take an import out of the stretches of imports that a table holds, as it is about to go."""
    first, last = table.c.first_run_id, table.c.last_run_id
    connection.execute(delete(table).where(first == run, last == run))
    connection.execute(update(table).where(first == run).values(first_run_id=run_after(run)))
    connection.execute(update(table).where(last == run).values(last_run_id=run_before(run)))
