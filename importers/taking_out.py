"""Taking out: reports that go, or tell nothing any more, with all that hung on them."""

from collections.abc import Iterable

from sqlalchemy import Connection, Engine, delete, or_, select

from importers.basis import note_basis
from importers.corrections.stored import stored_corrections
from importers.load import reread, withdraw
from importers.outcomes import Found
from importers.provisional_leaders import merge_leaders, put_named
from importers.reference_data import ReferenceData
from importers.settle import dissolve, settle, sweep
from importers.sightings import PLACE, REPORT
from importers.store import Row, in_parts
from importers.stored_reports import as_given
from importers.work import outcome_of
from models import Exchange, ExchangeReport, Leader
from models.database import InputError, writing


def remove(engine: Engine, locator: str) -> int:
    """Take out what was found at a place, older versions of it too; return how many reports.

    Raises InputError where nothing was found there.
    """
    with writing(engine) as connection:
        found = select(PLACE.c.source_report_id).where(PLACE.c.locator == locator)
        origins = select(PLACE.c.origin).where(PLACE.c.locator == locator, PLACE.c.origin.is_not(None))
        versions = select(PLACE.c.source_report_id).where(PLACE.c.origin.in_(origins))
        reports = set(connection.execute(found.union(versions)).scalars())
        if not reports:
            raise InputError(f"no report was found at {locator}; chancery report source-reports lists the locators")
        take_out(connection, ReferenceData(engine), gone=reports)
    return len(reports)


def take_out(
    connection: Connection,
    reference: ReferenceData,
    *,
    gone: Iterable[int] = (),
    withdrawn: Iterable[int] = (),
    moved: Iterable[int] = (),
) -> None:
    """Take reports out: some go, others tell nothing any more; read those anew that are read from another place now.

    What hung on them is settled.
    """
    gone, withdrawn, moved = set(gone), set(withdrawn) - set(gone), set(moved) - set(gone)
    others, exchanges = dissolve(connection, gone | withdrawn | moved)
    named = leaders_named(connection, exchanges)
    for keys in in_parts(gone):
        connection.execute(delete(REPORT).where(REPORT.c.id.in_(keys)))
    withdraw(connection, withdrawn)
    settle(connection, exchanges, others | moved)
    for keys in in_parts(moved):
        reread(connection, read_stored(connection, keys, reference))
    sweep(connection, exchanges)
    name_again(connection, named, reference)


def leaders_named(connection: Connection, exchanges: set[int]) -> set[int]:
    """Return the leaders of these exchanges who are known from reports only."""
    found: set[int] = set()
    for keys in in_parts(exchanges):
        of_pair = or_(Exchange.leader_a_id == Leader.id, Exchange.leader_b_id == Leader.id)
        query = select(Leader.id).join(Exchange, of_pair).where(Exchange.id.in_(keys), Leader.supplied_by == "report")
        found.update(connection.execute(query).scalars())
    return found


def name_again(connection: Connection, leaders: set[int], reference: ReferenceData) -> None:
    """Give leaders known from reports only the names that the remaining reports give them."""
    reports: set[int] = set()
    for keys in in_parts(leaders):
        of_leader = or_(Exchange.leader_a_id.in_(keys), Exchange.leader_b_id.in_(keys))
        query = select(ExchangeReport.source_report_id).join(Exchange, Exchange.id == ExchangeReport.exchange_id)
        reports.update(connection.execute(query.where(of_leader)).scalars())
    if reports:
        named: dict[int, Row] = {}
        for keys in in_parts(reports):
            merge_leaders(named, read_stored(connection, keys, reference))
        put_named(connection, {key: row for key, row in named.items() if key in leaders})


def read_stored(connection: Connection, reports: Iterable[int], reference: ReferenceData) -> list[Found]:
    """Return what is read in stored reports, from the place that each is read from."""
    reports, corrections = set(reports), stored_corrections(connection)
    note_basis(connection, reference.basis)
    outcomes = [outcome_of(raw, reference.lexicon, corrections) for raw in as_given(connection, reports)]
    return [outcome for outcome in outcomes if isinstance(outcome, Found) and outcome.report in reports]
