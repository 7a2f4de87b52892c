"""Undoing: one import taken back, so that the database is as if it had never been."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, delete, func, or_, select, update

from importers.again import as_given, merge_leaders, put_named
from importers.lexicon import build_lexicon
from importers.load import Found, place_precedence, places_of, reread
from importers.run import reference_rows
from importers.settle import dissolve, settle, sweep
from importers.store import Row, in_parts, table_of
from importers.workers import outcome_of
from models import Exchange, ExchangeReport, ImportRun, Leader, Rejection, ReportLocator, SourceReport
from models.database import InputError, writing

PLACE, REPORT = table_of(ReportLocator), table_of(SourceReport)


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
        brought = (PLACE.c.import_run_id == run) & (PLACE.c.last_run_id == run)
        touched = set(connection.execute(select(PLACE.c.source_report_id).where(brought)).scalars())
        before = read_from(connection, touched)
        undone = Undone(places=connection.execute(select(func.count()).where(brought)).scalar_one())
        connection.execute(delete(PLACE).where(brought))
        forget(connection, run)
        after = read_from(connection, touched)
        gone = touched - after.keys()
        undone.reports = len(gone)
        moved = {report for report in after if after[report] != before[report]}
        remove(connection, engine, gone, moved)
        connection.execute(delete(ImportRun).where(ImportRun.id == run))
    return undone


def read_from(connection: Connection, reports: Iterable[int]) -> dict[int, int]:
    """Return the place from which each report is read, by report."""
    places = places_of(connection, reports)
    return {report: min(several, key=place_precedence).id for report, several in places.items()}


def forget(connection: Connection, run: int) -> None:
    """Let what other imports met too be theirs, and take back what this one kept aside."""
    first, last = PLACE.c.import_run_id, PLACE.c.last_run_id
    connection.execute(update(PLACE).where(first == run).values(import_run_id=last))
    connection.execute(update(PLACE).where(last == run).values(last_run_id=first))
    theirs = select(func.min(first)).where(PLACE.c.source_report_id == REPORT.c.id).scalar_subquery()
    is_met = select(PLACE.c.id).where(PLACE.c.source_report_id == REPORT.c.id).exists()
    connection.execute(update(REPORT).where(REPORT.c.import_run_id == run, is_met).values(import_run_id=theirs))
    connection.execute(delete(table_of(Rejection)).where(Rejection.import_run_id == run))


def remove(connection: Connection, engine: Engine, gone: set[int], moved: set[int]) -> None:
    """Remove reports, read those anew that are read from another place now, and settle what hung on them."""
    others, exchanges = dissolve(connection, gone)
    named = leaders_named(connection, exchanges)
    for keys in in_parts(gone):
        connection.execute(delete(REPORT).where(REPORT.c.id.in_(keys)))
    settle(connection, exchanges, others)
    if moved:
        reread(connection, read_stored(connection, engine, moved))
    sweep(connection, exchanges)
    name_again(connection, engine, named)


def leaders_named(connection: Connection, exchanges: set[int]) -> set[int]:
    """Return the leaders of these exchanges who are known from reports only."""
    found: set[int] = set()
    for keys in in_parts(exchanges):
        of_pair = or_(Exchange.leader_a_id == Leader.id, Exchange.leader_b_id == Leader.id)
        query = select(Leader.id).join(Exchange, of_pair).where(Exchange.id.in_(keys), Leader.supplied_by == "report")
        found.update(connection.execute(query).scalars())
    return found


def name_again(connection: Connection, engine: Engine, leaders: set[int]) -> None:
    """Give leaders known from reports only the names that the remaining reports give them."""
    reports: set[int] = set()
    for keys in in_parts(leaders):
        of_leader = or_(Exchange.leader_a_id.in_(keys), Exchange.leader_b_id.in_(keys))
        query = select(ExchangeReport.source_report_id).join(Exchange, Exchange.id == ExchangeReport.exchange_id)
        reports.update(connection.execute(query.where(of_leader)).scalars())
    if reports:
        named: dict[int, Row] = {}
        merge_leaders(named, read_stored(connection, engine, reports))
        put_named(connection, {key: row for key, row in named.items() if key in leaders})


def read_stored(connection: Connection, engine: Engine, reports: Iterable[int]) -> list[Found]:
    """Return what is read in stored reports, from the place that each is read from."""
    lexicon = build_lexicon(reference_rows(engine))
    outcomes = [outcome_of(raw, lexicon) for raw in as_given(connection, reports)]
    return [outcome for outcome in outcomes if isinstance(outcome, Found)]
