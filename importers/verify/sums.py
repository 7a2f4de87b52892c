"""Whether anniversaries add up: the year of the milestone and the count give the year in which it falls."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select, select

from importers.verify.wrong import Wrong, row_of
from models import AnniversaryMention, Exchange, Milestone, SourceReport, Statement

MISCOUNTED = "the text may have it so, or the reading is wrong: chancery explain shows how it is read"


def miscounted(connection: Connection) -> Iterator[Wrong]:
    """Yield the anniversaries told in statements, and those of exchanges, that do not add up."""
    for row in connection.execute(mentions()):
        yield Wrong(row_of("anniversary_mention", row.id, row.locator), sum_of(row), MISCOUNTED)
    for row in connection.execute(exchanges()):
        yield Wrong(row_of("exchange", row.id), sum_of(row), "chancery report exchange shows its reports")


def mentions() -> Select[*tuple[Any, ...]]:
    """Return the query for anniversaries in statements whose milestone, count and year are known and do not agree."""
    columns = (AnniversaryMention.id, AnniversaryMention.ordinal, AnniversaryMention.observed_year.label("observed"))
    query = select(*columns, Milestone.slug, Milestone.year, SourceReport.locator)
    query = query.join(Milestone, Milestone.id == AnniversaryMention.milestone_id)
    query = query.join(Statement, Statement.id == AnniversaryMention.statement_id)
    query = query.join(SourceReport, SourceReport.id == Statement.source_report_id)
    query = query.where(Milestone.year + AnniversaryMention.ordinal != AnniversaryMention.observed_year)
    return query.order_by(SourceReport.id, AnniversaryMention.start_char, AnniversaryMention.id)


def exchanges() -> Select[*tuple[Any, ...]]:
    """Return the query for exchanges on an anniversary that do not fall in the year that milestone and count give."""
    columns = (Exchange.id, Exchange.ordinal, Exchange.occasion_year.label("observed"))
    query = select(*columns, Milestone.slug, Milestone.year).join(Milestone, Milestone.id == Exchange.milestone_id)
    return query.where(Milestone.year + Exchange.ordinal != Exchange.occasion_year).order_by(Exchange.id)


def sum_of(row: Any) -> str:
    """Return in words what does not add up."""
    return f"{row.ordinal} years of {row.slug} ({row.year}) fall in {row.year + row.ordinal}, not in {row.observed}"
