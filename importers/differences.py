"""Differences: what reading again finds new, gone or different in a report, fact by fact, with the sentence."""

import datetime
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from importers.fact_names import FactNames
from importers.store import Row, RowsByTable
from models import key_within

Span = tuple[int, int] | None
Identity = tuple[str, str | int | None, int | None]  # kind, and what tells facts of a kind apart


@dataclass(frozen=True)
class Fact:
    """A fact in words, and the place of the sentence that tells it."""

    told: str
    span: Span


@dataclass(frozen=True)
class Difference:
    """A fact of a report that reading again finds new, gone or different; its sentence as it stands."""

    report: int
    locator: str
    outlet: str | None
    headline: str | None
    url: str | None
    published_on: datetime.date | None
    kind: str
    read_before: str | None
    read_now: str | None
    span: Span
    quote: str | None
    number: int

    @property
    def change(self) -> str:
        """What became of it: new, gone or different."""
        return "new" if self.read_before is None else "gone" if self.read_now is None else "different"

    def row(self) -> Row:
        """Return its row."""
        start, end = self.span or (None, None)
        return {
            "id": key_within(self.report, "reading_change", self.kind, self.read_before, self.read_now, self.number),
            "source_report_id": self.report,
            "fact_kind": self.kind,
            "change": self.change,
            "read_before": self.read_before,
            "read_now": self.read_now,
            "start_char": start,
            "end_char": end,
        }


def differences(stored: RowsByTable, read: RowsByTable, names: FactNames) -> Iterator[Difference]:
    """Yield what differs between what is stored of a report and what is read in it now."""
    (before,), (after,) = stored["source_report"], read["source_report"]
    facts_before, facts_now = facts_of(stored, names), facts_of(read, names)
    is_same_text = before["body"] == after["body"]
    for number, identity in enumerate(sorted(facts_before.keys() | facts_now.keys(), key=repr)):
        old, new = facts_before.get(identity), facts_now.get(identity)
        if old and new and old.told == new.told:
            continue
        told, body = (new, after["body"]) if new else (old, before["body"])
        span = told.span if told else None
        yield Difference(
            report=after["id"],
            locator=after["locator"],
            outlet=None if after["outlet_id"] is None else names.name("outlet", after["outlet_id"]),
            headline=after["headline"],
            url=after["url"],
            published_on=after["published_on"],
            kind=identity[0],
            read_before=old.told if old else None,
            read_now=new.told if new else None,
            span=span if new or is_same_text else None,
            quote=" ".join(body[span[0] : span[1]].split()) if span else None,
            number=number,
        )


def facts_of(rows: RowsByTable, names: FactNames) -> dict[Identity, Fact]:
    """Return the facts of a report. Several at one place, as of letters to several leaders, are told as one."""
    several: dict[Identity, dict[str, Span]] = defaultdict(dict)
    for identity, fact in all_facts(rows, names):
        several[identity].setdefault(fact.told, fact.span)
    return {identity: Fact("; ".join(sorted(told)), next(iter(told.values()))) for identity, told in several.items()}


def all_facts(rows: RowsByTable, names: FactNames) -> Iterator[tuple[Identity, Fact]]:
    """Yield the facts of a report, each with what tells it apart from others of its kind."""
    for row in rows.get("source_report", ()):
        for name, told in names.of_report(row):
            yield ("report", name, None), Fact(told, None)
    spans = {row["id"]: (row["start_char"], row["end_char"]) for row in rows.get("statement", ())}
    for row in rows.get("exchange_report", ()):
        yield ("exchange", row["exchange_id"], None), Fact(names.exchange(row), None)
    for row in rows.get("message_report", ()):
        yield ("message", row["message_id"], None), Fact(names.message(row), spans.get(row["statement_id"]))
    for row in rows.get("statement", ()):
        if row["speaker_id"] is not None:
            yield ("speaker", *spans[row["id"]]), Fact(names.speaker(row), spans[row["id"]])
    yield from claims(rows, spans, names)


def claims(rows: RowsByTable, spans: dict[int, tuple[int, int]], names: FactNames) -> Iterator[tuple[Identity, Fact]]:
    """Yield the claims of a report."""
    for row in rows.get("anniversary_mention", ()):
        yield (
            ("anniversary", row["start_char"], row["end_char"]),
            Fact(names.anniversary(row), spans[row["statement_id"]]),
        )
    for row in rows.get("trade_figure", ()):
        yield ("trade", row["claim"], row["start_char"]), Fact(names.trade(row), spans[row["statement_id"]])
    for row in rows.get("theme_mention", ()):
        told = names.theme(row)
        yield ("theme", told.partition(",")[0], row["start_char"]), Fact(told, spans[row["statement_id"]])
