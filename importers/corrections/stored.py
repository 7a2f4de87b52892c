"""The corrections that a database holds, found by what they are of."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, select

from importers.corrections.values import whole
from importers.store import Row, table_of
from models import Correction, key_of
from models.moment import in_utc

ExchangeKey = tuple[str, int | None, str, str]  # occasion, year, the leaders by their slugs
CORRECTION = table_of(Correction)
OF_REFERENCE = ("never_same_as", "office")  # of a leader: what every report is read by
SETTLED = ("exchanged_on", "milestone", "ordinal")  # of an exchange: what hangs on all of its reports
AS_READ: Mapping[str, Sequence[str]] = {  # what is right of a fact that somebody looked at and found right
    "exchange": SETTLED,
    "message": ("exists",),
    "trade_figure": ("amount", "percent", "year"),
    "anniversary": ("ordinal", "observed_year"),
    "leader": ("same_as",),
}
KEY_COLUMNS = (
    "fact", "report_sha256", "quote", "occurrence", "claim", "occasion", "occasion_year", "leader_a", "leader_b",
    "sender", "leader", "property",
)  # fmt: skip


@dataclass(frozen=True)
class Put:
    """A correction, as the table has it."""

    id: int
    fact: str
    report_sha256: str | None
    locator: str | None
    quote: str | None
    occurrence: int | None
    claim: str | None
    occasion: str | None
    occasion_year: int | None
    leader_a: str | None
    leader_b: str | None
    sender: str | None
    leader: str | None
    property: str
    read_value: str | None
    right_value: str | None
    why: str
    source: str | None
    made_by: str
    made_at: datetime.datetime

    def exchange(self) -> ExchangeKey:
        """Return what the exchange is known by."""
        return self.occasion or "", self.occasion_year, self.leader_a or "", self.leader_b or ""


def correction_key(row: Mapping[str, Any]) -> int:
    """Return the key of a correction: one for each property of a fact.

    Of whom somebody is not there is one for each, and of offices one for each and the day from which it was held.
    """
    several = row["right_value"] if row["property"] in OF_REFERENCE else None
    if row["property"] == "office":
        several = " ".join(row["right_value"].split()[:2])
    return key_of("correction", *(row[column] for column in KEY_COLUMNS), several)


class Corrections:
    """All corrections, by what they are of."""

    def __init__(self, several: Iterable[Put] = ()) -> None:
        self.all: Sequence[Put] = sorted(several, key=lambda one: (one.made_at, one.id))
        self.of_report: dict[str, list[Put]] = defaultdict(list)
        self.of_exchange: dict[ExchangeKey, list[Put]] = defaultdict(list)
        self.of_leader: dict[str, list[Put]] = defaultdict(list)
        self.of_reference = [one for one in self.all if one.property in OF_REFERENCE]
        for one in self.all:
            if one.report_sha256 is not None:
                self.of_report[one.report_sha256].append(one)
            elif one.fact in ("exchange", "message"):
                self.of_exchange[one.exchange()].append(one)
            elif one.property not in OF_REFERENCE:
                self.of_leader[one.leader or ""].append(one)
        of_settled = {key for _, key in self.settled()}
        self.touched = {
            "source_report": {key_of("source_report", sha256) for sha256 in self.of_report},
            "exchange": {key_of("exchange", *exchange) for exchange in self.of_exchange} | of_settled,
            "leader": {key_of("leader", slug) for slug in self.of_leader},
        }

    def touch(self, rows: Mapping[str, Sequence[Row]]) -> bool:
        """Return whether any may be of what was read in a report, be its leaders known from reports only or not."""
        leaders = {row[column] for row in rows.get("exchange", ()) for column in ("leader_a_id", "leader_b_id")}
        return not leaders.isdisjoint(self.touched["leader"]) or any(
            row["id"] in keys for table, keys in self.touched.items() for row in rows.get(table, ())
        )

    def same_as(self, slug: str) -> Put | None:
        """Return the correction that says that a leader is another."""
        return next((one for one in self.of_leader.get(slug, ()) if one.property == "same_as"), None)

    def people(self, slug: str) -> list[str]:
        """Return as whom a leader is known: by the slug, and by those of all whom people say to be the same."""
        found = [slug]
        while (one := self.same_as(found[-1])) and one.right_value and one.right_value not in found:
            found.append(one.right_value)
        return found

    def contradictions(self) -> set[frozenset[str]]:
        """Return the pairs that people say to be never the same, and whom they say to be one person too."""
        apart = [(one.leader or "", one.right_value or "") for one in self.of_reference if one.property != "office"]
        return {frozenset(pair) for pair in apart if {*self.people(pair[0])} & {*self.people(pair[1])}}

    def settled(self) -> Iterator[tuple[Put, int]]:
        """Yield the corrections of what is settled, each with the key of the exchange that it is of by now."""
        for one in self.all:
            if one.fact == "exchange" and one.property in SETTLED:
                yield one, key_of("exchange", *self.now(one.exchange()))

    def now(self, exchange: ExchangeKey) -> ExchangeKey:
        """Return as what an exchange stands by now, by all corrections that hold in every report."""
        seen = set()
        while exchange not in seen:
            seen.add(exchange)
            right = {one.property: one.right_value for one in self.of_exchange.get(exchange, ())}
            occasion, year, *pair = exchange
            if "leaders" in right:
                pair = (right["leaders"] or "").split()
            elif not right.keys() & {"occasion", "occasion_year"}:
                pair = [one.right_value or slug if (one := self.same_as(slug)) else slug for slug in pair]
            a, b = sorted(pair)
            year = whole(right["occasion_year"]) if "occasion_year" in right else year
            exchange = (right.get("occasion") or occasion, year, a, b)
        return exchange


def stored_corrections(connection: Connection) -> Corrections:
    """Return the corrections of a database."""
    return Corrections(found(connection, select(CORRECTION)))


def found(connection: Connection, query: Select[Any]) -> Iterator[Put]:
    """Yield the corrections that a query of their table finds."""
    for row in map(dict, connection.execute(query).mappings()):
        yield Put(**(row | {"made_at": in_utc(row["made_at"])}))
