"""Undoing: one import taken back, so that the database is as if it had never been."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Connection, Engine, delete, exists, func, or_, select, update

from importers.lexicon import Lexicon, build_lexicon
from importers.load import reread
from importers.outcomes import Found
from importers.provisional_leaders import merge_leaders, put_named
from importers.reference.stored import reference_rows
from importers.rejections import take_back
from importers.settle import dissolve, settle, sweep
from importers.sightings import PLACE, SIGHTING, forget, place_precedence, places_of
from importers.store import Row, in_parts, table_of
from importers.stored_reports import as_given
from importers.work import outcome_of
from models import Exchange, ExchangeReport, ImportRun, Leader, SourceReport
from models.database import InputError, writing

REPORT = table_of(SourceReport)


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
        remove(connection, engine, gone, {report for report in after if after[report] != before[report]})
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


def remove(connection: Connection, engine: Engine, gone: set[int], moved: set[int]) -> None:
    """Remove reports, read those anew that are read from another place now, and settle what hung on them."""
    others, exchanges = dissolve(connection, gone | moved)
    named = leaders_named(connection, exchanges)
    for keys in in_parts(gone):
        connection.execute(delete(REPORT).where(REPORT.c.id.in_(keys)))
    settle(connection, exchanges, others | moved)
    lexicon = cache(lambda: build_lexicon(reference_rows(engine)))
    for keys in in_parts(moved):
        reread(connection, read_stored(connection, keys, lexicon()))
    sweep(connection, exchanges)
    name_again(connection, named, lexicon)


def leaders_named(connection: Connection, exchanges: set[int]) -> set[int]:
    """Return the leaders of these exchanges who are known from reports only."""
    found: set[int] = set()
    for keys in in_parts(exchanges):
        of_pair = or_(Exchange.leader_a_id == Leader.id, Exchange.leader_b_id == Leader.id)
        query = select(Leader.id).join(Exchange, of_pair).where(Exchange.id.in_(keys), Leader.supplied_by == "report")
        found.update(connection.execute(query).scalars())
    return found


def name_again(connection: Connection, leaders: set[int], lexicon: Callable[[], Lexicon]) -> None:
    """Give leaders known from reports only the names that the remaining reports give them."""
    reports: set[int] = set()
    for keys in in_parts(leaders):
        of_leader = or_(Exchange.leader_a_id.in_(keys), Exchange.leader_b_id.in_(keys))
        query = select(ExchangeReport.source_report_id).join(Exchange, Exchange.id == ExchangeReport.exchange_id)
        reports.update(connection.execute(query.where(of_leader)).scalars())
    if reports:
        named: dict[int, Row] = {}
        for keys in in_parts(reports):
            merge_leaders(named, read_stored(connection, keys, lexicon()))
        put_named(connection, {key: row for key, row in named.items() if key in leaders})


def read_stored(connection: Connection, reports: Iterable[int], lexicon: Lexicon) -> list[Found]:
    """Return what is read in stored reports, from the place that each is read from."""
    outcomes = [outcome_of(raw, lexicon) for raw in as_given(connection, reports)]
    return [outcome for outcome in outcomes if isinstance(outcome, Found)]
