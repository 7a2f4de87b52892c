"""Facts in words, as differences between two readings tell them: leaders, events and themes by their slugs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from importers.outcomes import Found
from importers.store import Row, RowsByTable, in_parts, table_of
from models import Country, Exchange, Leader, Message, Milestone, Occasion, Outlet, Theme

NAMED = {"leader": Leader, "occasion": Occasion, "milestone": Milestone, "theme": Theme, "outlet": Outlet}


@dataclass
class FactNames:
    """The names of what rows refer to, by table and key, and the exchanges and messages themselves."""

    names: dict[str, dict[int, str]]
    exchanges: dict[int, Row] = field(default_factory=dict)
    messages: dict[int, Row] = field(default_factory=dict)

    def name(self, table: str, key: int | None) -> str:
        """Return the slug of a row, or the code of a country."""
        return "unknown" if key is None else self.names[table].get(key, f"{table} {key}")

    def of_report(self, row: Row) -> Iterator[tuple[str, str]]:
        """Yield what a report says of itself, by what it is."""
        if row["outlet_id"] is not None:
            yield "outlet", f"outlet {self.name('outlet', row['outlet_id'])}"
        if row["published_on"] is not None:
            yield "published_on", f"published on {row['published_on']} ({row['published_basis']})"
        for column, words in (("headline", "headline"), ("dateline_place", "dateline"), ("language", "language")):
            if row[column] is not None:
                yield column, f"{words} {row[column]}"

    def pair(self, exchange: int) -> str:
        """Return for what and between whom an exchange is."""
        row = self.exchanges[exchange]
        year = f" {row['occasion_year']}" if row["occasion_year"] else ""
        leaders = " and ".join(self.name("leader", row[column]) for column in ("leader_a_id", "leader_b_id"))
        return f"{self.name('occasion', row['occasion_id'])}{year}, {leaders}"

    def exchange(self, row: Row) -> str:
        """Return an exchange as a report tells of it."""
        day = f", {row['exchanged_on']} ({row['date_basis']})" if row["exchanged_on"] else ""
        counted = f", {row['ordinal']} years" if row["ordinal"] else ""
        event = f"{counted} of {self.name('milestone', row['milestone_id'])}" if row["milestone_id"] else ""
        return f"{self.pair(row['exchange_id'])}{day}{event}"

    def message(self, row: Row) -> str:
        """Return a message as a report tells of it."""
        message = self.messages[row["message_id"]]
        direction = " to ".join(self.name("leader", message[column]) for column in ("sender_id", "recipient_id"))
        occasion = self.pair(message["exchange_id"]).partition(",")[0]
        day = f", {row['sent_on']}" if row["sent_on"] else ""
        return f"{direction}, {occasion}{day} ({row['evidence']})"

    def speaker(self, row: Row) -> str:
        """Return whose words a statement gives."""
        return f"{self.name('leader', row['speaker_id'])} ({row['mode']})"

    def anniversary(self, row: Row) -> str:
        """Return an anniversary with the year in which it falls."""
        year = f" in {row['observed_year']}" if row["observed_year"] else ""
        return f"{row['ordinal']} years of {self.name('milestone', row['milestone_id'])}{year}"

    def theme(self, row: Row) -> str:
        """Return a theme."""
        return self.name("theme", row["theme_id"]) + (f", number {row['ordinal']}" if row["ordinal"] else "")

    def trade(self, row: Row) -> str:
        """Return a claim on trade."""
        countries = "-".join(
            self.name("country", row[column]) for column in ("country_a_id", "country_b_id") if row[column] is not None
        )
        amount = f"{in_digits(row['amount'])} {row['currency'] or ''}".strip() if row["amount"] is not None else ""
        percent = f"{in_digits(row['percent'])} percent" if row["percent"] is not None else ""
        bound = "over" if row["is_threshold"] else ""
        months = f"months {row['first_month']} to {row['last_month'] or 'date'} of" if row["first_month"] else ""
        since = f"since {row['base_year']}" if row["base_year"] else ""
        parts = (row["claim"], row["flow"], bound, amount, percent, since, months, row["year"], countries)
        return " ".join(str(part) for part in parts if part)


def in_digits(number: Any) -> str:
    """Return a number without zeros behind it, the same whichever engine gave it."""
    return f"{float(number):,.3f}".rstrip("0").rstrip(".")


def names_of(connection: Connection) -> FactNames:
    """Return the names of all that rows may refer to, as far as it is stored."""
    names = {
        table: {row.id: row.slug for row in connection.execute(select(model.id, model.slug))}  # type: ignore[attr-defined]
        for table, model in NAMED.items()
    }
    names["country"] = {row.id: row.code for row in connection.execute(select(Country.id, Country.code))}
    return FactNames(names)


def learn(connection: Connection, names: FactNames, stored: Iterable[RowsByTable], founds: Iterable[Found]) -> None:
    """Add the exchanges, messages and new leaders of some reports, as they are stored and as they are read now."""
    messages = {row["message_id"] for rows in stored for row in rows.get("message_report", ())}
    names.messages |= rows_by_key(connection, Message, messages)
    exchanges = {row["exchange_id"] for rows in stored for row in rows.get("exchange_report", ())}
    exchanges |= {row["exchange_id"] for row in names.messages.values()}
    names.exchanges |= rows_by_key(connection, Exchange, exchanges)
    for found in founds:
        names.exchanges |= {row["id"]: row for row in found.rows.get("exchange", ())}
        names.messages |= {row["id"]: row for row in found.rows.get("message", ())}
        names.names["leader"] |= {row["id"]: row["slug"] for row in found.rows.get("leader", ())}


def rows_by_key(connection: Connection, model: Any, keys: Iterable[int]) -> dict[int, Row]:
    """Return stored rows by their keys."""
    table, found = table_of(model), {}
    for part in in_parts(keys):
        for row in connection.execute(select(table).where(table.c.id.in_(part))):
            found[row.id] = dict(row._mapping)
    return found
