"""Changing what is put right: corrections made, changed or taken back, and the reports read anew that they are of."""

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection, Engine, delete, or_, select

from importers.corrections.offices import settle_offices
from importers.corrections.stored import CORRECTION, KEY_COLUMNS, Corrections, Put, stored_corrections
from importers.reference_data import ReferenceData
from importers.settle import settle
from importers.store import Row, in_parts, insert
from importers.taking_out import take_out
from models import CorrectionReport, Exchange, ExchangeReport, SourceReport, key_of
from models.database import InputError


def change(connection: Connection, engine: Engine, new: Sequence[Row] = (), gone: Collection[int] = ()) -> set[int]:
    """Make corrections and take others back, in one transaction; return the reports that were read anew.

    A new one of the same property of the same fact replaces the older one.
    """
    before = stored_corrections(connection)
    old = [one for one in before.all if one.id in gone or one.id in {row["id"] for row in new}]
    made = [Put(**row) for row in new]
    reports = affected(connection, before, [*old, *made])
    for keys in in_parts({one.id for one in old}):
        connection.execute(delete(CORRECTION).where(CORRECTION.c.id.in_(keys)))
    insert(connection, {"correction": list(new)})
    settled = [
        {(one.id, key) for one, key in several.settled()} for several in (before, stored_corrections(connection))
    ]
    reports |= telling_of(connection, {key for _, key in settled[0] ^ settled[1]})
    take_out(connection, ReferenceData(engine, stored_corrections(connection)), moved=reports)
    settle_offices(connection)
    settle(connection, {key for _, key in settled[0] | settled[1]}, set())
    return reports


def affected(connection: Connection, stored: Corrections, several: Iterable[Put]) -> set[int]:
    """Return the reports in which these corrections may hold, or hold already, also by way of others."""
    several = list(several)
    reports = {key_of("source_report", one.report_sha256) for one in several if one.report_sha256}
    everywhere = [one for one in several if one.report_sha256 is None]
    exchanges = {one.exchange() for one in everywhere if one.occasion}
    leaders = {slug for one in everywhere for slug in (one.leader, one.leader_a, one.leader_b) if slug}
    related = {one.id for one in several}
    related |= {one.id for one in stored.all if one.exchange() in exchanges or one.leader in leaders}
    found = existing(connection, reports)
    found |= telling_of(connection, {key_of("exchange", *exchange) for exchange in exchanges})
    found |= telling_by(connection, {key_of("leader", one.leader) for one in everywhere if one.leader})
    for keys in in_parts(related):
        of = select(CorrectionReport.source_report_id).where(CorrectionReport.correction_id.in_(keys))
        found.update(connection.execute(of).scalars())
    return found


def existing(connection: Connection, reports: Iterable[int]) -> set[int]:
    """Return those of the reports that are there and tell something."""
    found: set[int] = set()
    for keys in in_parts(reports):
        query = select(SourceReport.id).where(SourceReport.id.in_(keys), SourceReport.is_current)
        found.update(connection.execute(query).scalars())
    return found


def telling_of(connection: Connection, exchanges: Iterable[int]) -> set[int]:
    """Return the reports that tell of any of these exchanges."""
    found: set[int] = set()
    for keys in in_parts(exchanges):
        query = select(ExchangeReport.source_report_id).where(ExchangeReport.exchange_id.in_(keys))
        found.update(connection.execute(query).scalars())
    return found


def telling_by(connection: Connection, leaders: Iterable[int]) -> set[int]:
    """Return the reports that tell of exchanges of any of these leaders."""
    found: set[int] = set()
    for keys in in_parts(leaders):
        of_leader = or_(Exchange.leader_a_id.in_(keys), Exchange.leader_b_id.in_(keys))
        found.update(connection.execute(select(Exchange.id).where(of_leader)).scalars())
    return telling_of(connection, found)


def with_it(stored: Corrections, key: int) -> list[Put]:
    """Return the correction of this number; with one that added a fact, those of what it adds.

    Raises InputError where there is none.
    """
    one = next((one for one in stored.all if one.id == key), None)
    if one is None:
        raise InputError(f"there is no correction {key}; chancery report corrections lists the numbers")
    if (one.property, one.read_value, one.right_value) != ("exists", "no", "yes"):
        return [one]
    same = [name for name in KEY_COLUMNS if name != "property"]
    others = [other for other in stored.all if all(getattr(other, name) == getattr(one, name) for name in same)]
    return [one, *(other for other in others if other.id != key)]
