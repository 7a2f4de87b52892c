"""What hangs on all reports of an exchange, put right: its day, its milestone, and which anniversary it is."""

from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import Connection, select

from importers.corrections.stored import SETTLED, Corrections, ExchangeKey, Put, stored_corrections
from importers.corrections.values import day, in_words, whole
from importers.store import Row
from models import Milestone, key_of


def put_settled_right(connection: Connection, settled: dict[int, Row]) -> None:
    """Put right what was settled of exchanges, where what reports give is what was corrected."""
    corrections = stored_corrections(connection)
    known: set[str] = set()
    for one, exchange in of_settled(corrections):
        if exchange in settled and as_read(one, settled[exchange]) == one.read_value:
            known = known or set(connection.execute(select(Milestone.slug)).scalars())
            settled[exchange] = right_row(one, settled[exchange], known)


def of_settled(corrections: Corrections) -> Iterator[tuple[Put, int]]:
    """Yield the corrections of what is settled, each with the key of the exchange that it is of by now."""
    for one in corrections.all:
        if one.fact == "exchange" and one.property in SETTLED:
            yield one, key_of("exchange", *now(one.exchange(), corrections))


def now(exchange: ExchangeKey, corrections: Corrections) -> ExchangeKey:
    """Return as what an exchange stands by now, by all corrections that hold in every report."""
    seen = set()
    while exchange not in seen:
        seen.add(exchange)
        right = {one.property: one.right_value for one in corrections.of_exchange.get(exchange, ())}
        occasion, year, *pair = exchange
        if "leaders" in right:
            pair = (right["leaders"] or "").split()
        elif not right.keys() & {"occasion", "occasion_year"}:
            others = (corrections.same_as(slug) for slug in pair)
            pair = [one.right_value or slug if one else slug for slug, one in zip(pair, others, strict=True)]
        a, b = sorted(pair)
        year = whole(right["occasion_year"]) if "occasion_year" in right else year
        exchange = (right.get("occasion") or occasion, year, a, b)
    return exchange


VALUES: dict[str, Callable[[str | None], Any]] = {
    "exchanged_on": day,
    "ordinal": whole,
    "milestone": lambda slug: None if slug is None else key_of("milestone", slug),
}


def as_read(one: Put, row: Row) -> str | None:
    """Return what was settled of an exchange, in words; of a milestone what was corrected, if it is that."""
    if one.property == "milestone":
        return one.read_value if row["milestone_id"] == VALUES["milestone"](one.read_value) else "another"
    return in_words(row[one.property])


def right_row(one: Put, row: Row, known: set[str]) -> Row:
    """Return what was settled of an exchange as a correction has it, where the milestone is known."""
    if one.property == "milestone":
        is_known = one.right_value is None or one.right_value in known
        return row | {"milestone_id": VALUES["milestone"](one.right_value)} if is_known else row
    return row | {one.property: VALUES[one.property](one.right_value)}
