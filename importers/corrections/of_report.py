"""What people put right of a report, beside what the machine reads in it."""

from collections.abc import Iterator
from dataclasses import asdict

from sqlalchemy import Connection, column, or_, select, table

from importers.corrections.facts import report_named
from importers.corrections.proposal import name_of
from importers.corrections.stored import CORRECTION, found
from models import CorrectionReport

STATES = table("report_corrections", column("correction_id"), column("state"))  # the saved report, which knows them


def put_right_of(connection: Connection, locator: str) -> Iterator[str]:
    """Yield in lines the corrections of a report, each with whether it holds; nothing where there are none."""
    report = report_named(connection, locator)
    met = select(CorrectionReport.correction_id).where(CorrectionReport.source_report_id == report.id)
    query = select(CORRECTION).where(or_(CORRECTION.c.report_sha256 == report.sha256, CORRECTION.c.id.in_(met)))
    several = list(found(connection, query.order_by(CORRECTION.c.made_at, CORRECTION.c.id)))
    if not several:
        return
    of_these = select(STATES).where(STATES.c.correction_id.in_([one.id for one in several]))
    states = {row.correction_id: row.state for row in connection.execute(of_these)}
    yield "put right by people, which is what the database has:"
    for one in several:
        changes = f"{one.read_value or 'nothing'} -> {one.right_value or 'nothing'}"
        said = f"{one.right_value} is right" if one.right_value == one.read_value else changes
        yield f"    correction {one.id}: {name_of(asdict(one) | {'locator': None})}"
        yield f"        {one.property}: {said}, by {one.made_by}; {states[one.id]}"
