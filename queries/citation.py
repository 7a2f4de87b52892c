"""Citations: the reports in which a statement stands, or which tell of an exchange, with the sentences themselves."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlalchemy import Connection, func, select
from sqlalchemy.sql.elements import ColumnElement

from models import ExchangeReport, ImportRun, Message, MessageReport, Outlet, SourceReport, Statement
from models.database import InputError

PRESS = ("agency", "newspaper", "broadcaster")


@dataclass(frozen=True)
class Citation:
    """A report as works cite it: what it is, where it stands, when it was fetched, and the sentences quoted from it.

    A quote is to the letter, with the breaks of its lines as spaces. What the report does not tell is None.
    """

    report: int
    outlet: str | None
    outlet_name: str | None
    is_press: bool
    headline: str | None
    published_on: datetime.date | None
    url: str | None
    accessed_on: datetime.date
    language: str | None
    quotes: tuple[str, ...]

    @property
    def key(self) -> str:
        """The name under which lists of literature know it: outlet, year, and the key of the report."""
        year = self.published_on.year if self.published_on else "undated"
        return f"{self.outlet or 'report'}-{year}-{self.report}"


def citations(connection: Connection, keys: Iterable[int], accessed_on: datetime.date | None = None) -> list[Citation]:
    """Return the citations of statements and exchanges, given by their keys, each report once.

    `accessed_on` is the day on which the pages were looked at, the day of their import where it is None. Raises
    InputError for a key that is neither of a statement nor of an exchange.
    """
    found: dict[int, Citation] = {}
    for key in keys:
        for citation in citations_of(connection, key):
            known = found.get(citation.report, replace(citation, quotes=()))
            quotes = dict.fromkeys((*known.quotes, *citation.quotes))
            found[citation.report] = replace(known, quotes=tuple(quotes), accessed_on=accessed_on or known.accessed_on)
    return list(found.values())


def citations_of(connection: Connection, key: int) -> list[Citation]:
    """Return the report of a statement, or the reports of an exchange, each with the sentence that tells it."""
    found = read_citations(connection, Statement.id == key)
    if not found:
        telling = select(MessageReport.statement_id).join(Message, Message.id == MessageReport.message_id)
        sentences = Statement.id.in_(telling.where(Message.exchange_id == key))
        reports = select(ExchangeReport.source_report_id).where(ExchangeReport.exchange_id == key)
        found = read_citations(connection, SourceReport.id.in_(reports), sentences)
    if not found:
        raise InputError(
            f"there is no statement and no exchange {key}; the columns statement_id and exchange_id of saved reports"
            " have the keys"
        )
    return found


def read_citations(
    connection: Connection, wanted: ColumnElement[bool], quoted: ColumnElement[bool] | None = None
) -> list[Citation]:
    """Return the reports that are wanted, the oldest first; of those of `quoted` statements these are quoted."""
    quote = func.substr(SourceReport.body, Statement.start_char + 1, Statement.end_char - Statement.start_char)
    columns = (SourceReport.id, SourceReport.headline, SourceReport.published_on, SourceReport.url)
    query = select(
        *columns,
        SourceReport.language,
        Outlet.slug,
        Outlet.name,
        Outlet.kind,
        ImportRun.started_at,
        quote.label("quote"),
    )
    of_report = Statement.source_report_id == SourceReport.id
    query = query.select_from(SourceReport).outerjoin(Statement, of_report if quoted is None else of_report & quoted)
    query = query.outerjoin(Outlet, Outlet.id == SourceReport.outlet_id)
    query = query.join(ImportRun, ImportRun.id == SourceReport.import_run_id).where(wanted)
    order = (SourceReport.published_on.is_(None), SourceReport.published_on, SourceReport.id, Statement.start_char)
    return [
        Citation(
            report=row.id,
            outlet=row.slug,
            outlet_name=row.name,
            is_press=row.kind in PRESS,
            headline=row.headline,
            published_on=row.published_on,
            url=row.url,
            accessed_on=row.started_at.date(),
            language=row.language,
            quotes=(" ".join(row.quote.split()),) if row.quote else (),
        )
        for row in connection.execute(query.order_by(*order))
    ]
