"""Loading: a batch of readings into the database. Whatever the order in which reports come, the rows are the same."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, update

from importers.accounts import Sketch
from importers.link import locator_row
from importers.outcomes import Counts, Found
from importers.provisional_leaders import put_leaders
from importers.settle import dissolve, settle, sweep
from importers.sightings import known_places, place_precedence, places_of, precedence, sight
from importers.store import RowsByTable, in_parts, insert, put, table_of
from importers.stored_reports import bodies_of
from models import CorrectionReport, ExchangeReport, MessageReport, ReportLocator, SourceReport, Statement

READ = ("outlet_id", "headline", "dateline_place", "published_on", "published_basis", "language")
TELLS = (
    CorrectionReport,
    ExchangeReport,
    MessageReport,
    Statement,
)  # what a report tells; claims go with their statements


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


def withdraw(connection: Connection, reports: set[int]) -> None:
    """Let reports tell nothing any more, which their sources no longer say; their texts stay.

    What was read of a report itself goes too: it is neither read again nor put right while it is withdrawn.
    """
    forget_told(connection, reports)
    values = dict.fromkeys(READ) | {"is_current": False}
    for keys in in_parts(reports):
        connection.execute(update(SourceReport).where(SourceReport.id.in_(keys)).values(values))


def forget_told(connection: Connection, reports: set[int]) -> None:
    """Remove what reports tell."""
    for model in TELLS:
        table = table_of(model)
        for keys in in_parts(reports):
            connection.execute(delete(table).where(table.c.source_report_id.in_(keys)))


def reread(connection: Connection, batch: Sequence[Found]) -> None:
    """Replace what stored reports tell by what was read in them now; the reports keep their keys and places."""
    if not batch:
        return
    reports = {found.report for found in batch}
    others, exchanges = dissolve(connection, reports)
    keep_bodies(connection, batch)
    forget_told(connection, reports)
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
