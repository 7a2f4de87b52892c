"""Loading: a batch of readings into the database. Whatever the order in which reports come, the rows are the same."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, select, update

from importers.accounts import Sketch
from importers.link import RowsByTable, locator_key, locator_row
from importers.raw_report import RawReport
from importers.settle import dissolve, settle, sweep
from importers.sightings import known_places, place_precedence, places_of, precedence, sight
from importers.store import Row, in_parts, insert, put, table_of
from models import ExchangeReport, Leader, MessageReport, ReportLocator, SourceReport, Statement

TELLS = (ExchangeReport, MessageReport, Statement)  # what a report tells; claims go with their statements


@dataclass(frozen=True)
class Found:
    """A report as it was found at a place, the rows of what was read in it, and the sketch of what it tells.

    Its text stands in its own row.
    """

    raw: RawReport
    rows: RowsByTable
    sketch: Sketch

    @property
    def locator(self) -> str:
        """Where it was found."""
        return self.raw.locator

    @property
    def report(self) -> int:
        """The key of the report."""
        key: int = self.rows["source_report"][0]["id"]
        return key

    @property
    def body(self) -> str:
        """The text as it stands at this place."""
        body: str = self.rows["source_report"][0]["body"]
        return body

    @property
    def place(self) -> int:
        """The key of the place."""
        return locator_key(self.raw.locator, self.raw.content_sha256)


@dataclass
class Counts:
    """What an import did with the reports it met."""

    inserted: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: int = 0
    left_out: int = 0


def load(connection: Connection, batch: Sequence[Found], run: int, remembered: dict[int, Sketch]) -> Counts:
    """Load a batch. A report that is there already gains a place; it is read from the place that sorts first.

    `remembered` keeps, from batch to batch, the sketches by which reports are compared.
    """
    counts = Counts()
    known = places_of(connection, {found.report for found in batch})
    several: dict[int, list[Found]] = defaultdict(list)
    met = known_places(connection, {found.place for found in batch})
    for found in batch:
        if found.place in met:
            counts.unchanged += 1
            continue
        is_new = found.report not in known and found.report not in several
        counts.inserted += is_new
        counts.updated += not is_new
        met.add(found.place)
        several[found.report].append(found)
    store_found(connection, several, known, run, remembered)
    sight(connection, {found.place for found in batch}, run)
    return counts


def store_found(
    connection: Connection,
    several: Mapping[int, list[Found]],
    known: Mapping[int, list[Any]],
    run: int,
    remembered: dict[int, Sketch],
) -> None:
    """Store what was found: new reports, new places of known ones, and what these change."""
    rows: RowsByTable = defaultdict(list)
    again: list[Found] = []
    bodies = bodies_of(connection, known.keys() & several.keys())
    for report, founds in several.items():
        first = min(founds, key=lambda found: precedence(found.raw.locator, run, found.raw.content_sha256))
        if report not in known:
            remembered[report] = first.sketch
            for table, new in first.rows.items():
                rows[table] += new
        elif precedence(first.raw.locator, run, first.raw.content_sha256) < min(map(place_precedence, known[report])):
            again.append(first)
        body = bodies.get(report, first.body)
        for found in founds:
            own = None if found.body == body else found.body
            rows["report_locator"].append(locator_row(found.raw, report, own))
    rows["source_report"] = [row | {"import_run_id": run} for row in rows["source_report"]]
    put_leaders(connection, rows.pop("leader", []))
    insert(connection, rows)
    settle(
        connection, {row["id"] for row in rows["exchange"]}, {row["id"] for row in rows["source_report"]}, remembered
    )
    remembered |= {found.report: found.sketch for found in again}
    reread(connection, again)


def bodies_of(connection: Connection, reports: Iterable[int]) -> dict[int, str]:
    """Return the stored texts of reports."""
    found: dict[int, str] = {}
    for keys in in_parts(reports):
        found |= dict(
            connection.execute(select(SourceReport.id, SourceReport.body).where(SourceReport.id.in_(keys))).all()
        )
    return found


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


def reread(connection: Connection, batch: Sequence[Found]) -> None:
    """Replace what stored reports tell by what was read in them now; the reports keep their keys and places."""
    if not batch:
        return
    reports = {found.report for found in batch}
    others, exchanges = dissolve(connection, reports)
    keep_bodies(connection, batch)
    for model in TELLS:
        table = table_of(model)
        for keys in in_parts(reports):
            connection.execute(delete(table).where(table.c.source_report_id.in_(keys)))
    rows: RowsByTable = defaultdict(list)
    for found in batch:
        for table_name, new in found.rows.items():
            rows[table_name] += new
    put_leaders(connection, rows.pop("leader", []))
    texts = [{k: v for k, v in row.items() if k != "sha256"} for row in rows.pop("source_report")]
    put(connection, SourceReport, texts)
    insert(connection, rows)
    sketches = {found.report: found.sketch for found in batch}
    settle(connection, exchanges | {row["id"] for row in rows["exchange"]}, reports | others, sketches)
    sweep(connection, exchanges)


def keep_bodies(connection: Connection, batch: Sequence[Found]) -> None:
    """Keep at the other places the text that stands there, where the report's own text is about to change."""
    place = table_of(ReportLocator)
    old = bodies_of(connection, {found.report for found in batch})
    for found in batch:
        new = found.body
        if old[found.report] != new:
            of_report = place.c.source_report_id == found.report
            kept = update(place).where(of_report, place.c.body.is_(None)).values(body=old[found.report])
            connection.execute(kept)
            connection.execute(update(place).where(of_report, place.c.body == new).values(body=None))
