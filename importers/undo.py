"""Undoing: one import taken back, so that the database is as if it had never been."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, delete, exists, func, select, update

from importers.reference_data import ReferenceData
from importers.rejections import take_back
from importers.sightings import PLACE, REPORT, SIGHTING, forget, place_precedence, places_of
from importers.store import in_parts
from importers.taking_out import take_out
from importers.versions import misjudged
from models import ImportRun
from models.database import InputError, writing


@dataclass
class Undone:
    """What was taken back: reports, and places of reports that others brought too."""

    reports: int = 0
    places: int = 0


def undo(engine: Engine, run: int) -> Undone:
    """Take an import back, in one transaction. Raises InputError where there is no import of this number."""
    with writing(engine) as connection:
        if connection.execute(select(ImportRun.id).where(ImportRun.id == run)).scalar() is None:
            raise InputError(f"there is no import {run}; chancery status lists the last ones")
        met = select(PLACE.c.source_report_id).join(SIGHTING, SIGHTING.c.report_locator_id == PLACE.c.id)
        touched = set(connection.execute(met.where(SIGHTING.c.last_run_id == run)).scalars())
        before = read_from(connection, touched)
        undone = Undone(places=forget_places(connection, run))
        after = read_from(connection, touched)
        gone = touched - after.keys()
        undone.reports = len(gone)
        withdrawn, restored = misjudged(connection)
        moved = {report for report in after if after[report] != before[report]} - withdrawn
        take_out(connection, ReferenceData(engine), gone=gone, withdrawn=withdrawn, moved=moved | restored)
        take_back(connection, run)
        connection.execute(delete(ImportRun).where(ImportRun.id == run))
    return undone


def read_from(connection: Connection, reports: Iterable[int]) -> dict[int, int]:
    """Return the place from which each report is read, by report."""
    found: dict[int, int] = {}
    for keys in in_parts(reports):
        places = places_of(connection, keys)
        found |= {report: min(several, key=place_precedence).id for report, several in places.items()}
    return found


def forget_places(connection: Connection, run: int) -> int:
    """Remove the places that no other import met, and let what others met too be theirs; return how many are gone."""
    forget(connection, SIGHTING, run)
    is_met = exists().where(SIGHTING.c.report_locator_id == PLACE.c.id)
    removed = connection.execute(delete(PLACE).where(~is_met)).rowcount
    of_report = SIGHTING.join(PLACE, SIGHTING.c.report_locator_id == PLACE.c.id)
    first = select(func.min(SIGHTING.c.first_run_id)).select_from(of_report)
    theirs = first.where(PLACE.c.source_report_id == REPORT.c.id).scalar_subquery()
    is_kept = exists().where(PLACE.c.source_report_id == REPORT.c.id)
    connection.execute(update(REPORT).where(REPORT.c.import_run_id == run, is_kept).values(import_run_id=theirs))
    return removed
