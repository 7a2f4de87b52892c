"""Whether anniversaries add up: the year of the milestone and the count give the year in which it falls."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select, Text, cast, select

from importers.verify.wrong import Wrong, row_of
from models import AnniversaryMention, Correction, CorrectionReport, Exchange, Milestone, SourceReport, Statement

IF_RIGHT = "where the text has it so, chancery correct {} {} --is-right says it; else"


def miscounted(connection: Connection) -> Iterator[Wrong]:
    """Yield the anniversaries told in statements, and those of exchanges, that do not add up and nobody found right."""
    for row in connection.execute(mentions()):
        advice = f"{IF_RIGHT.format('anniversary', row.id)} chancery explain shows how it is read"
        yield Wrong(row_of("anniversary_mention", row.id, row.locator), sum_of(row), advice)
    for row in connection.execute(exchanges()):
        advice = f"{IF_RIGHT.format('exchange', row.id)} chancery report exchange {row.id} shows its reports"
        yield Wrong(row_of("exchange", row.id), sum_of(row), advice)


def mentions() -> Select[*tuple[Any, ...]]:
    """Return the query for anniversaries in statements whose milestone, count and year are known and do not agree."""
    columns = (AnniversaryMention.id, AnniversaryMention.ordinal, AnniversaryMention.observed_year.label("observed"))
    query = select(*columns, Milestone.slug, Milestone.year, SourceReport.locator)
    query = query.join(Milestone, Milestone.id == AnniversaryMention.milestone_id)
    query = query.join(Statement, Statement.id == AnniversaryMention.statement_id)
    query = query.join(SourceReport, SourceReport.id == Statement.source_report_id)
    query = query.where(Milestone.year + AnniversaryMention.ordinal != AnniversaryMention.observed_year)
    query = query.where(AnniversaryMention.is_checked.is_(False))
    return query.order_by(SourceReport.id, AnniversaryMention.start_char, AnniversaryMention.id)


def exchanges() -> Select[*tuple[Any, ...]]:
    """Return the query for exchanges on an anniversary that do not fall in the year that milestone and count give."""
    columns = (Exchange.id, Exchange.ordinal, Exchange.occasion_year.label("observed"))
    query = select(*columns, Milestone.slug, Milestone.year).join(Milestone, Milestone.id == Exchange.milestone_id)
    query = query.where(Milestone.year + Exchange.ordinal != Exchange.occasion_year)
    of_it = select(CorrectionReport.id).join(Correction, Correction.id == CorrectionReport.correction_id)
    of_it = of_it.where(CorrectionReport.exchange_id == Exchange.id, Correction.property == "ordinal")
    said = of_it.where(Correction.right_value == cast(Exchange.ordinal, Text)).exists()
    return query.where(~said).order_by(Exchange.id)


def sum_of(row: Any) -> str:
    """Return in words what does not add up."""
    return f"{row.ordinal} years of {row.slug} ({row.year}) fall in {row.year + row.ordinal}, not in {row.observed}"
