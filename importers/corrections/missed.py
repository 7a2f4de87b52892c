"""Facts that reading missed, named by the words of a report that tell them."""

from sqlalchemy import Connection, select

from importers.corrections.facts import Fact, named_report, report_named
from importers.corrections.places import folded, places_where
from models import Statement
from models.database import InputError


def missed(connection: Connection, fact: str, locator: str, quote: str, occurrence: int | None) -> Fact:
    """Return how a correction names a fact at a place of a report, and that it is not read there.

    Raises InputError where the words do not stand in the report, stand there several times, or in no sentence.
    """
    report = report_named(connection, locator)
    places = list(places_where(report.body, quote))
    if not places:
        raise InputError(f"these words do not stand in {report.locator} to the letter: {quote}")
    if occurrence is None and len(places) > 1:
        raise InputError(f"these words stand {len(places)} times in {report.locator}; say which by --occurrence")
    if (occurrence or 1) > len(places):
        raise InputError(f"these words stand {len(places)} times in {report.locator}, not {occurrence}")
    start, end = places[(occurrence or 1) - 1]
    around = select(Statement.id).where(
        Statement.source_report_id == report.id, Statement.start_char <= start, Statement.end_char >= end
    )
    if fact != "message" and connection.execute(around).first() is None:
        raise InputError(f"these words stand in no one sentence of {report.locator}; quote words of one sentence")
    named = named_report(report) | {"fact": fact, "quote": folded(quote), "occurrence": occurrence or 1}
    return named, {"exists": "no"}
