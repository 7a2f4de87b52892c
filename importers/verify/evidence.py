"""Whether every quote stands to the letter in the text it is taken from, and every claim within its statement."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from importers.parse.report import digest
from importers.stored_reports import AT_ONCE
from importers.verify.wrong import READ_AGAIN, Wrong, row_of
from models import AnniversaryMention, SourceReport, Statement, ThemeMention, TradeFigure

CLAIMS = (AnniversaryMention, ThemeMention, TradeFigure)
WITHIN_A_WORD = re.compile(r"[A-Za-zÀ-ɏЀ-ӿ]{2}")  # Latin and Cyrillic letters
CHANGED = (
    "restore a copy, or take the report out (chancery import remove) and import it again"  # its text is not what it was
)


def misquoted(connection: Connection) -> Iterator[Wrong]:
    """Yield the reports, statements and claims whose text is not the text they were read in."""
    keys = connection.execute(select(SourceReport.id).order_by(SourceReport.id)).scalars().all()
    for start in range(0, len(keys), AT_ONCE):
        yield from misquoted_in(connection, keys[start : start + AT_ONCE])


def misquoted_in(connection: Connection, reports: Sequence[int]) -> Iterator[Wrong]:
    """Yield the same of some reports."""
    statements, claims = statements_of(connection, reports), claims_of(connection, reports)
    columns = (SourceReport.id, SourceReport.locator, SourceReport.sha256, SourceReport.body)
    for report in connection.execute(select(*columns).where(SourceReport.id.in_(reports)).order_by(SourceReport.id)):
        if digest(report.body) != report.sha256:
            yield Wrong(row_of("source_report", report.id, report.locator), "its text was changed", CHANGED)
        for statement in statements[report.id]:
            where = row_of("statement", statement.id, report.locator)
            yield from (Wrong(where, *told) for told in wrong_with(statement, report.body))
        for table, claim in claims[report.id]:
            if not claim.begin <= claim.start_char < claim.end_char <= claim.end:
                what = f"{span(claim)} are not within those of its statement, {claim.begin} to {claim.end}"
                yield Wrong(row_of(table, claim.id, report.locator), what, READ_AGAIN)


def statements_of(connection: Connection, reports: Sequence[int]) -> dict[int, list[Any]]:
    """Return the statements of some reports, with their quotes as the database gives them."""
    length = Statement.end_char - Statement.start_char
    quote = func.substr(SourceReport.body, Statement.start_char + 1, length).label("quote")
    columns = (Statement.id, Statement.start_char, Statement.end_char, Statement.word_count)
    query = select(Statement.source_report_id, *columns, quote)
    query = query.join(SourceReport, SourceReport.id == Statement.source_report_id)
    query = query.where(Statement.source_report_id.in_(reports), length > 0, Statement.start_char >= 0)
    found: dict[int, list[Any]] = defaultdict(list)
    for row in connection.execute(query.order_by(Statement.start_char, Statement.id)):
        found[row.source_report_id].append(row)
    return found


def claims_of(connection: Connection, reports: Sequence[int]) -> dict[int, list[tuple[str, Any]]]:
    """Return the claims of some reports with their tables, each with the place of its statement."""
    found: dict[int, list[tuple[str, Any]]] = defaultdict(list)
    of_statement = (Statement.source_report_id, Statement.start_char.label("begin"), Statement.end_char.label("end"))
    for model in CLAIMS:
        query = select(model.id, model.start_char, model.end_char, *of_statement)
        query = query.join(Statement, Statement.id == model.statement_id).order_by(model.id)
        for row in connection.execute(query.where(Statement.source_report_id.in_(reports))):
            found[row.source_report_id].append((model.__tablename__, row))
    return found


def wrong_with(statement: Any, body: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the place of a statement in a text, or with the quote that it gives, and what to do."""
    quote = body[statement.start_char : statement.end_char]
    if statement.end_char > len(body):
        yield f"{span(statement)} go beyond the end of the text, {len(body)}", READ_AGAIN
    elif statement.quote != quote:
        advice = "make the database anew with UTF-8 as its encoding"
        yield f"the database gives other words for {span(statement)} than stand there", advice
    elif quote != quote.strip():
        yield f"{span(statement)} begin or end with white space: they are no sentence", READ_AGAIN
    elif cuts_a_word(body, statement.start_char) or cuts_a_word(body, statement.end_char):
        yield f"{span(statement)} begin or end in the middle of a word", READ_AGAIN
    elif len(quote.split()) != statement.word_count:
        yield f"its quote has {len(quote.split())} words, and {statement.word_count} were counted", READ_AGAIN


def cuts_a_word(body: str, place: int) -> bool:
    """Return whether a place lies between two letters of a script that parts words by spaces."""
    return WITHIN_A_WORD.match(body[max(place - 1, 0) : place + 1]) is not None


def span(row: Any) -> str:
    """Return the characters of a row in words."""
    return f"characters {row.start_char} to {row.end_char}"
