"""Loading: the rows of a batch of readings into the database, in one transaction, and what depends on all of them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, bindparam, select, update
from sqlalchemy.dialects import postgresql, sqlite

from importers.accounts import grouped
from importers.link import RowsByTable, rows_of
from importers.reading import Reading
from models import Base, Exchange, ExchangeReport, Message, ReportLocator, SourceReport, Statement, key_of

IN_ORDER = [table for table in Base.metadata.sorted_tables]
AT_ONCE = 500  # keys in one query


@dataclass
class Counts:
    """What an import did with the reports it met."""

    inserted: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: int = 0


def load(connection: Connection, readings: Sequence[Reading], run: int) -> Counts:
    """Load a batch of readings. Reports that are there are left as they are, but for a place newly found in."""
    counts = Counts()
    stored = known_keys(connection, SourceReport.__table__, [key_of("source_report", r.sha256) for r in readings])
    places = known_keys(connection, ReportLocator.__table__, [key_of("report_locator", r.sha256, r.locator) for r in readings])
    rows: RowsByTable = defaultdict(list)
    new: set[int] = set()
    for reading in readings:
        report = key_of("source_report", reading.sha256)
        is_new, is_known_place = report not in stored, key_of("report_locator", reading.sha256, reading.locator) in places
        if is_new:
            stored.add(report)
            new.add(report)
            counts.inserted += 1
        elif is_known_place:
            counts.unchanged += 1
        else:
            counts.updated += 1
        places.add(key_of("report_locator", reading.sha256, reading.locator))
        for table, several in rows_of(reading, run).items():
            if is_new or table == "report_locator":
                rows[table] += several
    insert(connection, rows)
    settle(connection, {row["id"] for row in rows["exchange"]}, new)
    return counts


def known_keys(connection: Connection, table: Any, keys: Sequence[int]) -> set[int]:
    """Return those of the keys that the table has."""
    found: set[int] = set()
    for at in range(0, len(keys), AT_ONCE):
        found.update(connection.execute(select(table.c.id).where(table.c.id.in_(keys[at : at + AT_ONCE]))).scalars())
    return found


def insert(connection: Connection, rows: RowsByTable) -> None:
    """Insert rows, in the order in which tables depend on each other; rows that are there stay as they are."""
    make = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    for table in IN_ORDER:
        batch = list({row["id"]: row for row in rows.get(table.name, ())}.values())
        if batch:
            connection.execute(make(table).on_conflict_do_nothing(), batch)


def settle(connection: Connection, exchanges: set[int], new: set[int]) -> None:
    """Work out what hangs on all reports of an exchange: which are one account, its day, its milestone."""
    told = tellings(connection, exchanges)
    reports = {row.source_report_id for several in told.values() for row in several}
    known = {row.source_report_id: row.account_id for several in told.values() for row in several}
    accounts = grouped(
        sentences(connection, reports), known, [{row.source_report_id for row in several} for several in told.values()], new
    )
    changed = [{"report": report, "account": key} for report, key in accounts.items() if known[report] != key]
    if changed:
        report = SourceReport.__table__
        assert isinstance(report, Table)  # noqa: S101 - for the type checker
        connection.execute(
            update(report).where(report.c.id == bindparam("report")).values(account_id=bindparam("account")), changed
        )
    settled = [settled_row(exchange, rows, accounts) for exchange, rows in told.items()]
    if settled:
        for model, values, key in (
            (Exchange, {"exchanged_on": bindparam("on"), "milestone_id": bindparam("milestone"), "ordinal": bindparam("nth")}, "id"),
            (Message, {"sent_on": bindparam("on")}, "exchange_id"),
        ):
            table = model.__table__
            assert isinstance(table, Table)  # noqa: S101 - for the type checker
            connection.execute(update(table).where(table.c[key] == bindparam("exchange")).values(values), settled)


def tellings(connection: Connection, exchanges: set[int]) -> dict[int, list[Any]]:
    """Return what each report says of the exchanges, by exchange."""
    found: dict[int, list[Any]] = defaultdict(list)
    keys = sorted(exchanges)
    for at in range(0, len(keys), AT_ONCE):
        query = (
            select(ExchangeReport, SourceReport.account_id)
            .join(SourceReport, SourceReport.id == ExchangeReport.source_report_id)
            .where(ExchangeReport.exchange_id.in_(keys[at : at + AT_ONCE]))
        )
        columns = [*ExchangeReport.__table__.columns, SourceReport.account_id]
        for row in connection.execute(query.with_only_columns(*columns)):
            found[row.exchange_id].append(row)
    return found


def sentences(connection: Connection, reports: Iterable[int]) -> dict[int, str]:
    """Return the sentences of each report as one text, without the page's head and foot."""
    keys = sorted(reports)
    texts: dict[int, str] = {}
    for at in range(0, len(keys), AT_ONCE):
        several = keys[at : at + AT_ONCE]
        spans: dict[int, list[tuple[int, int]]] = defaultdict(list)
        columns = (Statement.source_report_id, Statement.start_char, Statement.end_char)
        for report, start, end in connection.execute(select(*columns).where(Statement.source_report_id.in_(several)).distinct()):
            spans[report].append((start, end))
        for report, body in connection.execute(select(SourceReport.id, SourceReport.body).where(SourceReport.id.in_(several))):
            texts[report] = " ".join(body[start:end] for start, end in sorted(spans[report]))
    return texts


def settled_row(exchange: int, rows: list[Any], accounts: dict[int, int]) -> dict[str, Any]:
    """Return the day that most accounts give, the earliest of equals, and the milestone that most give."""
    days = Counter({day: len(who) for day, who in given(rows, accounts, "exchanged_on").items()})
    milestones = {key: len(who) for key, who in given(rows, accounts, "milestone_id", "ordinal").items()}
    day = min(days, key=lambda d: (-days[d], d)) if days else None
    milestone, ordinal = min(milestones, key=lambda m: (-milestones[m], m)) if milestones else (None, None)
    return {"exchange": exchange, "on": day, "milestone": milestone, "nth": ordinal}


def given(rows: list[Any], accounts: dict[int, int], *columns: str) -> dict[Any, set[int]]:
    """Return the values that reports give, each with the accounts that give it; NULL is no value."""
    found: dict[Any, set[int]] = defaultdict(set)
    for row in rows:
        value = tuple(getattr(row, column) for column in columns)
        if value[0] is not None:
            found[value if len(value) > 1 else value[0]].add(accounts[row.source_report_id])
    return found
