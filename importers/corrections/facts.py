"""Facts as corrections name them, looked up by the keys that the saved reports show."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Executable, Row, select
from sqlalchemy.orm import aliased

from importers.corrections.near import nearest
from importers.corrections.places import folded, occurrence_of
from importers.corrections.stored import KEY_COLUMNS, OF_REFERENCE, SETTLED
from importers.corrections.values import in_words
from models import (
    AnniversaryMention,
    Country,
    Exchange,
    ExchangeReport,
    Leader,
    Message,
    MessageReport,
    Milestone,
    Occasion,
    Outlet,
    SourceReport,
    Statement,
    Theme,
    ThemeMention,
    TradeFigure,
    key_of,
)
from models.database import InputError

Named = dict[str, Any]  # the columns of a correction that name its fact
Values = dict[str, str | None]  # by property, what is read
Fact = tuple[Named, Values]
SHOWN = 3  # reports that are named in place of one that tells of something else
EMPTY: Named = dict.fromkeys((*KEY_COLUMNS, "locator"))


WHERE = {
    "exchange": "exchange_id in: chancery report exchanges",
    "message": "message_id in: chancery report messages",
    "statement": "statement_id in: chancery report statements",
    "trade figure": "trade_figure_id in: chancery report trade-figures",
    "anniversary": "anniversary_mention_id in: chancery report anniversaries",
    "theme": "theme_mention_id in: chancery report themes",
}


def only(connection: Connection, query: Executable, what: str, key: object) -> Row[Any]:
    """Return the one row of a query. Raises InputError where there is none."""
    row = connection.execute(query).first()
    if row is None:
        raise InputError(f"there is no {what} {key}; see {WHERE[what]}")
    return row


def exchange_fact(connection: Connection, key: int) -> Fact:
    """Return an exchange by its exchange_id. Raises InputError where there is none."""
    a, b = aliased(Leader), aliased(Leader)
    columns = (Occasion.slug, Exchange.occasion_year, a.slug.label("a"), b.slug.label("b"), Exchange.exchanged_on)
    query = select(*columns, Milestone.slug.label("milestone"), Exchange.ordinal)
    query = query.join(Occasion, Occasion.id == Exchange.occasion_id).join(a, a.id == Exchange.leader_a_id)
    query = query.join(b, b.id == Exchange.leader_b_id).outerjoin(Milestone, Milestone.id == Exchange.milestone_id)
    row = only(connection, query.where(Exchange.id == key), "exchange", key)
    named = {"occasion": row.slug, "occasion_year": row.occasion_year, "leader_a": row.a, "leader_b": row.b}
    year = in_words(row.occasion_year)
    values = {"exists": "yes", "occasion": row.slug, "occasion_year": year, "leaders": f"{row.a} {row.b}"}
    settled = {name: in_words(getattr(row, name)) for name in SETTLED}
    return EMPTY | {"fact": "exchange"} | named, values | settled


def message_fact(connection: Connection, key: int) -> Fact:
    """Return a message by its message_id. Raises InputError where there is none."""
    query = select(Message.exchange_id, Leader.slug).join(Leader, Leader.id == Message.sender_id)
    row = only(connection, query.where(Message.id == key), "message", key)
    named, _ = exchange_fact(connection, row.exchange_id)
    return named | {"fact": "message", "sender": row.slug}, {"exists": "yes", "sender": row.slug}


def statement_fact(connection: Connection, key: int) -> Fact:
    """Return a statement by its statement_id. Raises InputError where there is none."""
    columns = (Statement.source_report_id, Statement.start_char, Statement.end_char, Leader.slug)
    query = select(*columns).outerjoin(Leader, Leader.id == Statement.speaker_id).where(Statement.id == key)
    row = only(connection, query, "statement", key)
    return named_at(connection, row, "statement"), {"speaker": row.slug}


def trade_fact(connection: Connection, key: int) -> Fact:
    """Return a figure of trade by its trade_figure_id. Raises InputError where there is none."""
    a, b = aliased(Country), aliased(Country)
    query = select(
        TradeFigure.__table__, Statement.source_report_id, a.code.label("country_a"), b.code.label("country_b")
    )
    query = query.join(Statement, Statement.id == TradeFigure.statement_id)
    query = query.outerjoin(a, a.id == TradeFigure.country_a_id).outerjoin(b, b.id == TradeFigure.country_b_id)
    row = only(connection, query.where(TradeFigure.id == key), "trade figure", key)
    names = ("claim", "flow", "amount", "currency", "percent", "year", "country_a", "country_b")
    values = {name: in_words(getattr(row, name)) for name in names}
    return named_at(connection, row, "trade_figure") | {"claim": row.claim}, values | {"exists": "yes"}


def anniversary_fact(connection: Connection, key: int) -> Fact:
    """Return an anniversary told of by its anniversary_mention_id. Raises InputError where there is none."""
    query = select(AnniversaryMention.__table__, Statement.source_report_id, Milestone.slug)
    query = query.join(Statement, Statement.id == AnniversaryMention.statement_id)
    query = query.outerjoin(Milestone, Milestone.id == AnniversaryMention.milestone_id)
    row = only(connection, query.where(AnniversaryMention.id == key), "anniversary", key)
    values = {"milestone": row.slug, "ordinal": in_words(row.ordinal), "observed_year": in_words(row.observed_year)}
    return named_at(connection, row, "anniversary") | {"claim": row.slug}, values | {"exists": "yes"}


def theme_fact(connection: Connection, key: int) -> Fact:
    """Return a theme touched by its theme_mention_id. Raises InputError where there is none."""
    query = select(ThemeMention.start_char, ThemeMention.end_char, Statement.source_report_id, Theme.slug)
    query = query.join(Statement, Statement.id == ThemeMention.statement_id)
    query = query.join(Theme, Theme.id == ThemeMention.theme_id).where(ThemeMention.id == key)
    row = only(connection, query, "theme", key)
    return named_at(connection, row, "theme") | {"claim": row.slug}, {"exists": "yes"}


def report_fact(connection: Connection, locator: str) -> Fact:
    """Return a report by its locator, or the end of it. Raises InputError where none or several are of it."""
    report = report_named(connection, locator)
    outlet = select(Outlet.slug).where(Outlet.id == report.outlet_id)
    values = {
        "outlet": connection.execute(outlet).scalar(),
        "published_on": in_words(report.published_on),
    }
    return named_report(report) | {"fact": "report"}, values


def leader_fact(connection: Connection, slug: str) -> Fact:
    """Return a leader by the slug. Raises InputError where there is none."""
    query = select(Leader.slug, Leader.full_name, Leader.supplied_by, Country.code)
    row = connection.execute(query.outerjoin(Country).where(Leader.slug == slug)).first()
    if row is None:
        near = nearest(slug, connection.execute(select(Leader.slug)).scalars())
        raise InputError(f"there is no leader {slug}{near}; chancery report correspondents lists those who write")
    values = {"same_as": slug, "never_same_as": None, "full_name": row.full_name, "country": row.code}
    values["office"] = None
    return EMPTY | {"fact": "leader", "leader": slug}, values | {"supplied_by": row.supplied_by}


def is_leader(connection: Connection, slug: str) -> bool:
    """Return whether reference data or reports know a leader."""
    return connection.execute(select(Leader.id).where(Leader.slug == slug)).first() is not None


def leader_put_right(connection: Connection, slug: str, right: Mapping[str, str | None]) -> Fact:
    """Return a leader of whom all this may be put right. Raises InputError where one named is not there.

    Of the reference data only an office and who is never the same can be said. Of two who are never the same, one need
    not be there: all reports may have taken the one for the other.
    """
    if right.keys() == {"never_same_as"} and not is_leader(connection, slug):
        leader_fact(connection, right["never_same_as"] or "")
        return EMPTY | {"fact": "leader", "leader": slug}, {"never_same_as": None}
    named, values = leader_fact(connection, slug)
    if right.get("same_as"):
        leader_fact(connection, right["same_as"] or "")
    if values["supplied_by"] != "report" and not (right and right.keys() <= {*OF_REFERENCE}):
        raise InputError(f"{slug} is of the reference data; put it right by: chancery import leaders FILE")
    return named, values


def report_named(connection: Connection, locator: str) -> Row[Any]:
    """Return the report of a locator, or of its end. Raises InputError where none or several are of it."""
    query = select(SourceReport.__table__).where(SourceReport.is_current)
    found = connection.execute(query.where(SourceReport.locator == locator)).all()
    found = found or connection.execute(query.where(SourceReport.locator.endswith(locator, autoescape=True))).all()
    if len(found) != 1:
        several = ", ".join(row.locator for row in found[:3])
        wrong = f"several reports are of {locator!r}: {several}" if found else f"no report is of {locator!r}"
        raise InputError(f"{wrong}; chancery report source-reports lists the locators")
    return found[0]


def named_report(report: Row[Any]) -> Named:
    """Return how a correction names a report."""
    return EMPTY | {"report_sha256": report.sha256, "locator": report.locator}


def named_at(connection: Connection, row: Row[Any], fact: str) -> Named:
    """Return how a correction names a fact of a row that has a place in a report."""
    return named_place(connection, row.source_report_id, row.start_char, row.end_char, fact)


def named_place(connection: Connection, report: int, start: int, end: int, fact: str) -> Named:
    """Return how a correction names a fact at a place of a report."""
    row = connection.execute(select(SourceReport.__table__).where(SourceReport.id == report)).one()
    quote, occurrence = folded(row.body[start:end]), occurrence_of(row.body, start, end)
    return named_report(row) | {"fact": fact, "quote": quote, "occurrence": occurrence}


def in_report(connection: Connection, fact: Fact, locator: str, right: Iterable[str]) -> Fact:
    """Return an exchange or a message as one report tells it.

    Raises InputError for what hangs on all its reports, and where that report does not tell of it.
    """
    named, values = fact
    of_all = sorted(set(SETTLED) & set(right))
    if of_all:
        raise InputError(f"{', '.join(of_all)} of an exchange hangs on all of its reports; leave out --report")
    report = report_named(connection, locator)
    telling = reports_telling(connection, named)
    if report.locator not in telling:
        which = ", ".join(telling[:SHOWN]) + (f" and {len(telling) - SHOWN} more" if len(telling) > SHOWN else "")
        raise InputError(f"{report.locator} does not tell of this {named['fact']}; which do: {which}")
    return named | {"report_sha256": report.sha256, "locator": report.locator}, values


def reports_telling(connection: Connection, named: Named) -> list[str]:
    """Return the locators of the reports that tell of an exchange, or of a message."""
    exchange = key_of("exchange", *(named[name] for name in ("occasion", "occasion_year", "leader_a", "leader_b")))
    query = select(SourceReport.locator).where(SourceReport.is_current).order_by(SourceReport.locator)
    if named["fact"] == "message":
        message = key_of("message", exchange, named["sender"])
        query = query.join(MessageReport).where(MessageReport.message_id == message)
    else:
        query = query.join(ExchangeReport).where(ExchangeReport.exchange_id == exchange)
    return list(connection.execute(query).scalars())
