"""Settling: what hangs on all reports of an exchange. Which of them are one account, on which day it was, of what."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, delete, exists, or_, select, update

from importers.accounts import REMEMBERED, Sketch, alike, merged, runs_of, sketch_of, told_in
from importers.corrections.settled import put_settled_right
from importers.store import Row, in_parts, put, table_of
from models import Exchange, ExchangeReport, Leader, Message, MessageReport, SourceReport, Statement

Day = datetime.date


def settle(
    connection: Connection, exchanges: set[int], new: set[int], remembered: dict[int, Sketch] | None = None
) -> None:
    """Work out the accounts of the reports of these exchanges, and the day and the milestone of each exchange.

    `new` are the reports that no others were compared with yet; `remembered` the sketches of reports seen before.
    """
    told = tellings(connection, exchanges)
    merged_ones = merge_accounts(connection, told, new, {} if remembered is None else remembered)
    stale = {key for key, rows in told.items() if any(row.account_id in merged_ones for row in rows)}
    told |= tellings(connection, stale | touched(connection, new) - told.keys())
    exchanges_due, messages_due = unsettled(connection, told)
    put(connection, Exchange, exchanges_due)
    put(connection, Message, messages_due)


def unsettled(connection: Connection, told: Mapping[int, list[Any]]) -> tuple[list[Row], list[Row]]:
    """Return of the exchanges of which reports tell, and of their messages, those that are stored otherwise.

    Each with the values that most reports give, or people.
    """
    settled = {exchange: settled_row(exchange, rows) for exchange, rows in sorted(told.items())}
    by_reports = {exchange: row["exchanged_on"] for exchange, row in settled.items()}
    put_settled_right(connection, settled)
    found = []
    columns = (Exchange.id, Exchange.exchanged_on, Exchange.milestone_id, Exchange.ordinal)
    for keys in in_parts(settled):
        for row in connection.execute(select(*columns).where(Exchange.id.in_(keys)).order_by(Exchange.id)).all():
            found += [settled[row.id]] if dict(row._mapping) != settled[row.id] else []
    right = {(key, day): settled[key]["exchanged_on"] for key, day in by_reports.items()}
    return found, unsettled_messages(connection, right)


def unsettled_messages(connection: Connection, right: Mapping[tuple[int, Day | None], Day | None]) -> list[Row]:
    """Return the messages of these exchanges that are stored with another day than theirs, each with it.

    `right` tells of each exchange and the day that reports give the right one: its messages of that day follow.
    """
    message = table_of(Message)
    columns = (message.c.id, message.c.exchange_id, message.c.sent_on.label("stored"), MessageReport.sent_on)
    of_reports = select(*columns, SourceReport.account_id).join(MessageReport, MessageReport.message_id == message.c.id)
    of_reports = of_reports.join(SourceReport, SourceReport.id == MessageReport.source_report_id)
    told: dict[int, list[Any]] = defaultdict(list)
    for keys in in_parts({exchange for exchange, _ in right}):
        for row in connection.execute(of_reports.where(message.c.exchange_id.in_(keys))).all():
            told[row.id].append(row)
    found = []
    for key, rows in sorted(told.items()):
        day = day_of(rows, "sent_on")
        day = right.get((rows[0].exchange_id, day), day)
        found += [{"id": key, "sent_on": day}] if day != rows[0].stored else []
    return found


def tellings(connection: Connection, exchanges: set[int]) -> dict[int, list[Any]]:
    """Return what each report says of the exchanges, by exchange."""
    found: dict[int, list[Any]] = defaultdict(list)
    columns = [*table_of(ExchangeReport).columns, SourceReport.account_id]
    for keys in in_parts(exchanges):
        query = select(*columns).join(SourceReport, SourceReport.id == ExchangeReport.source_report_id)
        for row in connection.execute(query.where(ExchangeReport.exchange_id.in_(keys))).all():
            found[row.exchange_id].append(row)
    return found


def merge_accounts(
    connection: Connection, told: dict[int, list[Any]], new: set[int], remembered: dict[int, Sketch]
) -> set[int]:
    """Find the new reports that carry the text of others that tell of the same exchange, and make them one account.

    Returns the accounts that are part of another now.
    """
    several = [rows for rows in told.values() if len(rows) > 1 and any(row.source_report_id in new for row in rows)]
    accounts = {row.source_report_id: row.account_id for rows in several for row in rows}
    if len(remembered) > REMEMBERED:
        remembered.clear()
    for key, text in sentences(connection, accounts.keys() - remembered.keys()):
        remembered[key] = sketch_of(text)
    pairs = alike(remembered, ({row.source_report_id for row in rows} for rows in several), new)
    runs = {key: runs_of(text) for key, text in sentences(connection, {key for pair in pairs for key in pair})}
    found = merged(pairs, runs, accounts)
    if found:
        report = table_of(SourceReport)
        statement = update(report).where(report.c.account_id == bindparam("old")).values(account_id=bindparam("one"))
        connection.execute(statement, [{"old": old, "one": one} for old, one in sorted(found.items())])
    return set(found)


def touched(connection: Connection, new: set[int]) -> set[int]:
    """Return the exchanges told of by any report of the accounts that the new reports are of."""
    found: set[int] = set()
    other = SourceReport.__table__.alias("other")
    for keys in in_parts(new):
        query = (
            select(ExchangeReport.exchange_id)
            .join(other, other.c.id == ExchangeReport.source_report_id)
            .join(SourceReport, SourceReport.account_id == other.c.account_id)
            .where(SourceReport.id.in_(keys))
        )
        found.update(connection.execute(query.distinct()).scalars())
    return found


def sentences(connection: Connection, reports: Iterable[int]) -> Iterator[tuple[int, str]]:
    """Yield what each of the stored reports tells, as one text."""
    for keys in in_parts(reports):
        spans: dict[int, set[tuple[int, int]]] = defaultdict(set)
        columns = (Statement.source_report_id, Statement.start_char, Statement.end_char)
        for report, start, end in connection.execute(
            select(*columns).where(Statement.source_report_id.in_(keys))
        ).all():
            spans[report].add((start, end))
        bodies = select(SourceReport.id, SourceReport.body).where(SourceReport.id.in_(keys))
        for report, body in connection.execute(bodies):
            yield report, told_in(body, spans[report])


def settled_row(exchange: int, rows: list[Any]) -> dict[str, Any]:
    """Return the day of an exchange, and the milestone that most accounts give."""
    milestones = {key: len(who) for key, who in given(rows, "milestone_id", "ordinal").items()}
    milestone, ordinal = (
        min(milestones, key=lambda m: (-milestones[m], m[0], m[1] or 0)) if milestones else (None, None)
    )
    return {"id": exchange, "exchanged_on": day_of(rows, "exchanged_on"), "milestone_id": milestone, "ordinal": ordinal}


def day_of(rows: list[Any], column: str) -> Day | None:
    """Return the day that most accounts give, the earliest of equals."""
    days = {day: len(who) for day, who in given(rows, column).items()}
    return min(days, key=lambda day: (-days[day], day)) if days else None


def given(rows: list[Any], *columns: str) -> dict[Any, set[int]]:
    """Return the values that reports give, each with the accounts that give it; NULL is no value."""
    found: dict[Any, set[int]] = defaultdict(set)
    for row in rows:
        value = tuple(getattr(row, column) for column in columns)
        if value[0] is not None:
            found[value if len(value) > 1 else value[0]].add(row.account_id)
    return found


def dissolve(connection: Connection, reports: set[int]) -> tuple[set[int], set[int]]:
    """Take apart the accounts that these reports are of, before they change or go.

    Returns the other reports of those accounts, to be compared anew, and the exchanges that any of them tells of.
    """
    report = table_of(SourceReport)
    members: set[int] = set()
    for keys in in_parts(reports):
        of = select(report.c.account_id).where(report.c.id.in_(keys))
        members.update(connection.execute(select(report.c.id).where(report.c.account_id.in_(of))).scalars())
    exchanges: set[int] = set()
    for keys in in_parts(members):
        told = select(ExchangeReport.exchange_id).where(ExchangeReport.source_report_id.in_(keys))
        exchanges.update(connection.execute(told.distinct()).scalars())
        connection.execute(update(report).where(report.c.id.in_(keys)).values(account_id=report.c.id))
    return members - reports, exchanges


def sweep(connection: Connection, exchanges: set[int]) -> None:
    """Remove of these exchanges what no report tells of any more, and leaders whom only such reports named."""
    writers: set[int] = set()
    for keys in in_parts(exchanges):
        pairs = select(Exchange.leader_a_id, Exchange.leader_b_id).where(Exchange.id.in_(keys))
        writers.update(leader for pair in connection.execute(pairs) for leader in pair)
        message, exchange = table_of(Message), table_of(Exchange)
        said = exists().where(MessageReport.message_id == message.c.id)
        connection.execute(delete(message).where(message.c.exchange_id.in_(keys), ~said))
        told = exists().where(ExchangeReport.exchange_id == exchange.c.id)
        connection.execute(delete(exchange).where(exchange.c.id.in_(keys), ~told))
    for keys in in_parts(writers):
        leader = table_of(Leader)
        writes = exists().where(or_(Exchange.leader_a_id == leader.c.id, Exchange.leader_b_id == leader.c.id))
        only_read = leader.c.supplied_by == "report"
        connection.execute(delete(leader).where(leader.c.id.in_(keys), only_read, ~writes))
