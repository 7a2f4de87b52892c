"""Where to see what was put right: by its id, which may be another by then, as keys come from what they stand for."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Select, select

from importers.corrections.places import place_of
from importers.corrections.stored import Corrections, ExchangeKey, Put
from importers.corrections.values import whole
from models import (
    AnniversaryMention,
    Exchange,
    Message,
    Milestone,
    SourceReport,
    Statement,
    Theme,
    ThemeMention,
    TradeFigure,
    key_of,
)

# Of each kind that stands at a place: its saved report, its id there, and what else to look at.
SHOWN_IN = {
    "statement": ("statements", "statement_id", "speaker,mode,quote"),
    "trade_figure": ("trade-figures", "trade_figure_id", "claim,flow,amount,currency,percent,year,quote"),
    "anniversary": ("anniversaries", "anniversary_mention_id", "ordinal,milestone,observed_year,quote"),
    "theme": ("themes", "theme_mention_id", "theme,speaker,quote"),
}


def where_to_see(connection: Connection, stored: Corrections, rows: Sequence[dict[str, Any]]) -> Iterator[str]:
    """Yield in lines the id of a fact that was put right, and the command that shows it; none where it is gone."""
    one = Put(**rows[0])
    right = {row["property"]: row["right_value"] for row in rows}
    if one.occasion:
        yield from seen_in_exchange(connection, stored, one, right)
    elif one.fact == "report":
        yield f"see it: chancery explain {one.locator}"
    elif one.fact in SHOWN_IN:
        yield from seen_at_place(connection, one, right)


def seen_in_exchange(
    connection: Connection, stored: Corrections, one: Put, right: dict[str, str | None]
) -> Iterator[str]:
    """Yield the lines of an exchange or a message."""
    exchange = key_of("exchange", *stored.now(moved(one.exchange(), right)))
    if connection.execute(select(Exchange.id).where(Exchange.id == exchange)).scalar() is None:
        return
    message = key_of("message", exchange, right.get("sender") or one.sender)
    if one.fact == "message" and connection.execute(select(Message.id).where(Message.id == message)).scalar():
        yield f"its message_id: {message}"
    yield f"see it: chancery report exchange {exchange}"


def moved(exchange: ExchangeKey, right: dict[str, str | None]) -> ExchangeKey:
    """Return as what an exchange stands in the reports in which it was put right."""
    occasion, year, *pair = exchange
    a, b = sorted((right.get("leaders") or " ".join(pair)).split())
    year = whole(right["occasion_year"]) if "occasion_year" in right else year
    return right.get("occasion") or occasion, year, a, b


def seen_at_place(connection: Connection, one: Put, right: dict[str, str | None]) -> Iterator[str]:
    """Yield the lines of a sentence, or of what it claims; of words told in several messages with several ids."""
    report = connection.execute(
        select(SourceReport.__table__).where(SourceReport.sha256 == one.report_sha256, SourceReport.is_current)
    ).first()
    span = place_of(report.body, one.quote, one.occurrence) if report else None
    if report is None or span is None:
        return
    ids = sorted(connection.execute(rows_at(report.id, span, one, right)).scalars())
    name, column, others = SHOWN_IN[one.fact]
    days = f" --since {report.published_on} --until {report.published_on}" if report.published_on else ""
    if ids:
        yield f"its {column}: {', '.join(map(str, ids))}"
        yield f"see it: chancery report {name}{days} --columns {column},{others}"


def rows_at(report: int, span: tuple[int, int], one: Put, right: dict[str, str | None]) -> Select[Any]:
    """Return the query of the ids of a fact at a place of a report, by what it is now."""
    model: Any = {
        "statement": Statement, "trade_figure": TradeFigure, "anniversary": AnniversaryMention, "theme": ThemeMention,
    }[one.fact]  # fmt: skip
    query = select(model.id).where(model.start_char == span[0], model.end_char == span[1])
    if model is not Statement:
        query = query.join(Statement, Statement.id == model.statement_id)
    query = query.where(Statement.source_report_id == report)
    if model is TradeFigure:
        return query.where(TradeFigure.claim == (right.get("claim") or one.claim))
    if model is ThemeMention:
        return query.join(Theme, Theme.id == ThemeMention.theme_id).where(Theme.slug == one.claim)
    if model is AnniversaryMention:
        milestone = right.get("milestone", one.claim)
        of = select(Milestone.id).where(Milestone.slug == milestone).scalar_subquery()
        return query.where(model.milestone_id == of if milestone else model.milestone_id.is_(None))
    return query
