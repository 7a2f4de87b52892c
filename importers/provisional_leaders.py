"""Leaders whom no reference data knows: each as one row, named as the reports name them."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, delete, select, update

from importers.corrections.offices import settle_offices
from importers.outcomes import Found
from importers.store import Row, in_parts, insert, table_of
from models import Exchange, Leader


def put_leaders(connection: Connection, rows: Iterable[Row]) -> None:
    """Enter leaders whom no reference data knows; where reports differ on one, what sorts first stands."""
    named: dict[int, Row] = {}
    gather_leaders(named, rows)
    if not named:
        return
    leader = table_of(Leader)
    for keys in in_parts(named):
        for stored in connection.execute(select(leader).where(leader.c.id.in_(keys))):
            row = named.pop(stored.id)
            if stored.supplied_by == "report":
                both = merged_leader(dict(stored._mapping), row)
                if both != dict(stored._mapping):
                    connection.execute(update(leader).where(leader.c.id == stored.id).values(both))
    insert(connection, {"leader": list(named.values())})
    if named:
        settle_offices(connection)


def gather_leaders(named: dict[int, Row], rows: Iterable[Row]) -> None:
    """Gather what reports say of leaders, each leader as one row."""
    for row in rows:
        named[row["id"]] = merged_leader(named[row["id"]], row) if row["id"] in named else row


def merged_leader(one: Row, other: Row) -> Row:
    """Return what two reports say of a leader as one row, the same in either order."""
    return one | {
        "full_name": min(one["full_name"], other["full_name"], key=plainness),
        "country_id": min(filter(None, (one["country_id"], other["country_id"])), default=None),
        "is_family_name_first": one["is_family_name_first"] or other["is_family_name_first"],
    }


def plainness(name: str) -> tuple[int, str]:
    """Return what decides which writing of a name stands: Milada Novotna rather than Milada NOVOTNA."""
    return sum(letter.isupper() for letter in name), name


def merge_leaders(leaders: dict[int, Row], founds: Iterable[Found]) -> None:
    """Gather what the reports say of leaders whom no reference data knows."""
    for found in founds:
        gather_leaders(leaders, found.rows.get("leader", ()))


def put_named(connection: Connection, leaders: Mapping[int, Row]) -> None:
    """Give leaders known from reports only the names that the reports give them now; remove whom none names."""
    leader = table_of(Leader)
    stored = connection.execute(select(leader).where(leader.c.supplied_by == "report")).all()
    written = set(connection.execute(select(Exchange.leader_a_id).union(select(Exchange.leader_b_id))).scalars())
    for row in stored:
        if row.id not in written:
            connection.execute(delete(leader).where(leader.c.id == row.id))
        elif row.id in leaders and dict(row._mapping) != leaders[row.id]:
            connection.execute(update(leader).where(leader.c.id == row.id).values(leaders[row.id]))
