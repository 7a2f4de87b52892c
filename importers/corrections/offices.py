"""Offices that people say a leader holds: tenures beside those of the reference data, as far as these leave room."""

import datetime
from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import Connection, delete, select

from importers.corrections.stored import CORRECTION, Put, found
from importers.corrections.values import day
from importers.store import Row, insert, table_of
from models import Leader, Office, Tenure, key_of

TENURE = table_of(Tenure)
BY_CORRECTION = "report"  # who supplied such a tenure: not the reference data, which it gives way to


def words_of(value: str) -> tuple[str, datetime.date, datetime.date | None]:
    """Return the office, and from when and until when it was held. Raises ValueError for what tells no days."""
    office, since, *until = value.split()
    return office, datetime.date.fromisoformat(since), day(until[0]) if until else None


def tenure_of(one: Put, offices: Mapping[str, Row]) -> Row | None:
    """Return the tenure that a correction tells of, None where the office is not known any more."""
    slug, since, until = words_of(one.right_value or "")
    if slug not in offices:
        return None
    return {
        "id": key_of("tenure", one.leader, slug, since.isoformat()),
        "leader_id": key_of("leader", one.leader),
        "office_id": offices[slug]["id"],
        "started_on": since,
        "ended_on": until,
        "is_acting": False,
        "source": one.source,
        "verified": False,
        "note": one.why,
        "supplied_by": BY_CORRECTION,
    }


def tenures_in_force(several: Iterable[Put], offices: Mapping[str, Row], held: Iterable[Row]) -> Iterator[Row]:
    """Yield the tenures of corrections that find room beside those held, and beside those before them."""
    there = list(held)
    holders = {row["id"]: row["holders"] for row in offices.values()}
    for one in several:
        row = tenure_of(one, offices)
        if row is not None and not any(clash(row, other, holders[row["office_id"]]) for other in there):
            there.append(row)
            yield row


def clash(one: Row, other: Row, holders: int) -> bool:
    """Return whether two tenures of an office cannot both be: by one leader, or by two where one holds it, on a day."""
    if one["office_id"] != other["office_id"] or (holders > 1 and one["leader_id"] != other["leader_id"]):
        return False
    begins_in_time = other["ended_on"] is None or one["started_on"] < other["ended_on"]
    ends_late_enough = one["ended_on"] is None or other["started_on"] < one["ended_on"]
    return begins_in_time and ends_late_enough


def withdraw_offices(connection: Connection) -> None:
    """Take out the tenures by corrections, so that reference data come in as if there were none."""
    connection.execute(delete(TENURE).where(TENURE.c.supplied_by == BY_CORRECTION))


def settle_offices(connection: Connection) -> None:
    """Make the tenures by corrections those that find room, of leaders whom the database knows by now."""
    withdraw_offices(connection)
    query = select(CORRECTION).where(CORRECTION.c.property == "office").order_by(CORRECTION.c.made_at, CORRECTION.c.id)
    several = list(found(connection, query))
    if not several:
        return
    offices, held = offices_and_holders(connection, {words_of(one.right_value or "")[0] for one in several})
    leaders = set(
        connection.execute(select(Leader.id).where(Leader.slug.in_({one.leader for one in several}))).scalars()
    )
    rows = [row for row in tenures_in_force(several, offices, held) if row["leader_id"] in leaders]
    insert(connection, {"tenure": rows})


def offices_and_holders(connection: Connection, slugs: Iterable[str]) -> tuple[dict[str, Row], list[Row]]:
    """Return offices by slug, and the tenures of them."""
    office = table_of(Office)
    rows = connection.execute(select(office).where(office.c.slug.in_(set(slugs)))).mappings()
    offices = {row["slug"]: dict(row) for row in rows}
    keys = [row["id"] for row in offices.values()]
    held = connection.execute(select(TENURE).where(TENURE.c.office_id.in_(keys))).mappings()
    return offices, [dict(row) for row in held]


def refuse_second_holder(connection: Connection, one: Put) -> None:
    """Raise ValueError where a correction says of an office what its holders leave no room for."""
    if one.property != "office":
        return
    offices, held = offices_and_holders(connection, [words_of(one.right_value or "")[0]])
    row = tenure_of(one, offices)
    for other in held:
        if row and other["id"] != row["id"] and clash(row, other, next(iter(offices.values()))["holders"]):
            who = connection.execute(select(Leader.slug).where(Leader.id == other["leader_id"])).scalar_one()
            days = f"from {other['started_on']} on" + (f" until {other['ended_on']}" if other["ended_on"] else "")
            raise ValueError(f"{next(iter(offices))} is held by {who} {days}; {way_out(other)}")


def way_out(held: Row) -> str:
    """Return what to do where a tenure leaves no room for another."""
    if held["supplied_by"] == BY_CORRECTION:
        return "take that back first: chancery report corrections lists its number"
    return "tell when that ended first, by a line with end_date for: chancery import leaders FILE"
