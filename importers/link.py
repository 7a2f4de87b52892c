"""Linking: the facts of a reading as rows, under the keys that make the same exchange told by other reports one row."""

from collections import defaultdict
from collections.abc import Mapping
from types import MappingProxyType

from importers.corrections.met import Met
from importers.counted import note_counts
from importers.quotations import quoted_word_count
from importers.raw_report import RawReport, place_key
from importers.reading import ExchangeRead, LeaderRead, Reading, StatementRead
from importers.store import Row, RowsByTable
from models import country_key, key_of, key_within

NONE: Mapping[int, Met] = MappingProxyType({})


def rows_of(reading: Reading, met: Mapping[int, Met] = NONE) -> RowsByTable:
    """Return the rows of a reading by table. Rows of exchanges and leaders may stand in the database already.

    `met` tells what became of the corrections met in it.
    """
    rows: RowsByTable = defaultdict(list)
    report = key_of("source_report", reading.sha256)
    rows["source_report"].append(report_row(reading, report))
    rows["leader"] += [leader_row(leader) for leader in reading.leaders.values() if leader.provisional]
    exchanges = [link_exchange(exchange, report, rows) for exchange in reading.exchanges]
    for statement in reading.statements:
        quoted = quoted_in(statement, reading.body)
        link_statement(statement, quoted, report, exchanges, rows)
    link_evidence(reading, exchanges, rows)
    note_counts(rows)
    rows["correction_report"] += [
        {
            "id": key_within(report, "correction_report", correction),
            "correction_id": correction,
            "source_report_id": report,
            "is_applied": here.holds,
            "read_now": here.read,
            "read_by": here.by,
            "exchange_id": here.exchange,
        }
        for correction, here in sorted(met.items())
    ]
    return rows


def link_evidence(reading: Reading, exchanges: list[dict[str, int]], rows: RowsByTable) -> None:
    """Give each message the statement that tells of it: its own words where the sentence gives them, else the other."""
    at: dict[tuple[int, int], list[Row]] = defaultdict(list)
    for row in rows["statement"]:
        at[row["start_char"], row["end_char"]].append(row)
    told = {
        exchanges[number][sender]: (message.start_char, message.end_char)
        for number, exchange in enumerate(reading.exchanges)
        for sender, message in exchange.messages.items()
    }
    for row in rows["message_report"]:
        start, end = told[row["message_id"]]
        several = at[start, end] if start is not None and end is not None else []
        best = min(several, key=lambda one: (one["message_id"] != row["message_id"], one["id"]), default=None)
        row["statement_id"] = best["id"] if best else None


def leader_row(leader: LeaderRead) -> Row:
    """Return the row of a leader whom no reference data knows."""
    return {
        "id": key_of("leader", leader.slug),
        "slug": leader.slug,
        "full_name": leader.full_name,
        "native_name": None,
        "is_family_name_first": leader.is_family_name_first,
        "gender": None,
        "wikidata_id": None,
        "country_id": country_key(leader.country),
        "provisional": True,
        "born_on": None,
        "died_on": None,
        "source": None,
        "verified": False,
        "note": None,
        "supplied_by": "report",
    }


def report_row(reading: Reading, report: int) -> Row:
    """Return the row of the report itself, but for the import that brought it."""
    return {
        "id": report,
        "sha256": reading.sha256,
        "locator": reading.locator,
        "outlet_id": None if reading.outlet is None else key_of("outlet", reading.outlet),
        "url": reading.url,
        "headline": reading.headline,
        "dateline_place": reading.dateline_place,
        "published_on": reading.published_on,
        "published_basis": reading.published_basis,
        "language": reading.language,
        "body": reading.body,
        "account_id": report,
        "is_current": True,
    }


def locator_row(raw: RawReport, report: int, body: str | None) -> Row:
    """Return the row of a place where a report was found, with what the source says of it there.

    `body` is the text as it stands there, None where it is the stored report's.
    """
    return {
        "id": place_key(raw.locator, raw.content_sha256),
        "source_report_id": report,
        "locator": raw.locator,
        "content_sha256": raw.content_sha256,
        "title": raw.title,
        "url": raw.url,
        "outlet": raw.outlet,
        "published_on": raw.published_on,
        "language": raw.language,
        "body": body,
        "origin": raw.origin,
    }


def link_exchange(exchange: ExchangeRead, report: int, rows: RowsByTable) -> dict[str, int]:
    """Add the rows of an exchange and its messages; return the keys of the messages by sender."""
    a, b = exchange.leaders
    key = key_of("exchange", exchange.occasion, exchange.occasion_year, a, b)
    milestone = None if exchange.milestone is None else key_of("milestone", exchange.milestone)
    rows["exchange"].append(
        {
            "id": key,
            "occasion_id": key_of("occasion", exchange.occasion),
            "occasion_year": exchange.occasion_year,
            "exchanged_on": exchange.exchanged_on,
            "leader_a_id": key_of("leader", a),
            "leader_b_id": key_of("leader", b),
            "milestone_id": milestone,
            "ordinal": exchange.ordinal,
        }
    )
    rows["exchange_report"].append(
        {
            "id": key_within(report, "exchange_report", key),
            "exchange_id": key,
            "source_report_id": report,
            "exchanged_on": exchange.exchanged_on,
            "date_basis": exchange.date_basis,
            "milestone_id": milestone,
            "ordinal": exchange.ordinal,
        }
    )
    messages = {}
    for sender, told in sorted(exchange.messages.items()):
        message = messages[sender] = key_of("message", key, sender)
        sent_on = told.sent_on or exchange.exchanged_on
        rows["message"].append(
            {
                "id": message,
                "exchange_id": key,
                "sender_id": key_of("leader", sender),
                "recipient_id": key_of("leader", told.recipient),
                "sent_on": sent_on,
            }
        )
        rows["message_report"].append(
            {
                "id": key_within(report, "message_report", message),
                "message_id": message,
                "source_report_id": report,
                "statement_id": None,
                "sent_on": sent_on,
                "read_by": told.read_by,
                "evidence": told.evidence,
                "is_checked": told.is_checked,
            }
        )
    return messages


def quoted_in(statement: StatementRead, body: str) -> int:
    """Return how many words of a statement are quoted; none where it is no direct speech."""
    return quoted_word_count(body[statement.start_char : statement.end_char]) if statement.mode == "direct" else 0


def link_statement(
    statement: StatementRead, quoted: int, report: int, exchanges: list[dict[str, int]], rows: RowsByTable
) -> None:
    """Add the rows of a statement, once for each message that it tells the words of, and of its claims."""
    messages: list[int | None] = [exchanges[n][statement.speaker] for n in statement.exchanges if statement.speaker]
    speaker = None if statement.speaker is None else key_of("leader", statement.speaker)
    for message in messages or [None]:
        key = key_within(report, "statement", statement.start_char, statement.end_char, message)
        rows["statement"].append(
            {
                "id": key,
                "source_report_id": report,
                "message_id": message,
                "start_char": statement.start_char,
                "end_char": statement.end_char,
                "mode": statement.mode,
                "word_count": statement.word_count,
                "quoted_word_count": quoted,
                "address": statement.address,
                "read_by": statement.read_by,
                "speaker_id": speaker,
            }
        )
        link_claims(statement, key, message, rows)


def link_claims(statement: StatementRead, key: int, message: int | None, rows: RowsByTable) -> None:
    """Add the rows of what a statement claims."""
    for theme in statement.themes:
        rows["theme_mention"].append(
            {
                "id": key_within(key, "theme_mention", theme.theme, theme.start_char),
                "statement_id": key,
                "theme_id": key_of("theme", theme.theme),
                "start_char": theme.start_char,
                "end_char": theme.end_char,
                "ordinal": theme.ordinal,
                "message_id": message,
            }
        )
    for told in statement.anniversaries:
        rows["anniversary_mention"].append(
            {
                "id": key_within(key, "anniversary_mention", told.milestone, told.ordinal, told.start_char),
                "statement_id": key,
                "milestone_id": None if told.milestone is None else key_of("milestone", told.milestone),
                "ordinal": told.ordinal,
                "observed_year": told.observed_year,
                "start_char": told.start_char,
                "end_char": told.end_char,
                "read_by": told.read_by,
                "is_checked": told.is_checked,
            }
        )
    for figure in statement.trade:
        rows["trade_figure"].append(
            {
                "id": key_within(key, "trade_figure", figure.claim, figure.start_char),
                "statement_id": key,
                "claim": figure.claim,
                "flow": figure.flow,
                "amount": None if figure.amount is None else float(figure.amount),
                "currency": figure.currency,
                "percent": None if figure.percent is None else float(figure.percent),
                "year": figure.year,
                "first_month": figure.months[0] if figure.months else None,
                "last_month": figure.months[1] if figure.months else None,
                "base_year": figure.base_year,
                "is_threshold": figure.is_threshold,
                "country_a_id": country_key(figure.country_a),
                "country_b_id": country_key(figure.country_b),
                "start_char": figure.start_char,
                "end_char": figure.end_char,
                "read_by": figure.read_by,
                "is_checked": figure.is_checked,
            }
        )
