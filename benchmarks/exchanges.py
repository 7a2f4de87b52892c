"""Generated exchanges in a database, with reports, statements and claims in plausible shares.

Texts are not read: the rows are made as imports would leave them, under keys that lie as theirs do.
"""

import datetime
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Engine, select

from importers.recorded_run import gather_statistics
from importers.store import insert
from models import Country, Leader, Milestone, MilestoneParty, Occasion, Office, Outlet, Tenure, Theme
from models.base import KEY_BITS, OWN_BITS
from models.database import writing
from models.statement import FORMS_OF_ADDRESS

FIRST_YEAR, LAST_YEAR = 2008, 2026
BATCH = 5_000  # exchanges
FIRST_COUNTRIES = ("CN", "RU", "US", "IN", "VN", "KZ", "BY", "KP", "FR", "RS", "PK", "CU")  # these write most
OCCASIONS = {"new-year": 30, "national-day": 25, "diplomatic-anniversary": 20, "condolence": 8, "election": 5}
OTHER_OCCASIONS = 12  # percent of the exchanges, spread over all other occasions
REPORTS = {1: 40, 2: 30, 3: 18, 4: 12}  # how many tell of an exchange, and in how many percent
CLAIMS = {"level": 45, "growth": 22, "record": 13, "target": 9, "target_reached": 6, "decline": 5}
WORDS = [
    "cooperation",
    "relations",
    "development",
    "peoples",
    "countries",
    "joint",
    "efforts",
    "stability",
    "mutual",
    "trust",
    "trade",
    "energy",
    "culture",
    "science",
    "youth",
    "region",
    "peace",
    "support",
    "success",
    "prosperity",
    "projects",
    "exchange",
    "the",
    "of",
    "and",
    "for",
    "with",
    "to",
    "in",
    "both",
    "new",
]


@dataclass
class Reference:
    """What generated exchanges are made of: keys of the reference data."""

    holders: dict[int, dict[str, list[tuple[int, str]]]]  # year, role: leaders and their countries
    milestones: dict[frozenset[str], list[tuple[int, int]]]  # pair of countries: milestone and its year
    countries: dict[str, int]
    occasions: dict[str, int]
    outlets: list[int]
    themes: list[tuple[int, str]]
    slugs: dict[int, str]
    weights: dict[str, float] = field(default_factory=dict)


def generate(engine: Engine, count: int, seed: int = 1) -> None:
    """Store so many exchanges, each of ten statements on average, in an initialised database."""
    with engine.connect() as connection:
        reference = reference_of(connection)
    world = World(reference, random.Random(seed))  # noqa: S311 - no secret
    with writing(engine) as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA cache_size = -1000000")
            connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")  # reports name others that come after them
        insert(connection, {"import_run": [RUN]})
        for begun in range(0, count, BATCH):
            insert(connection, world.batch(min(BATCH, count - begun)))


RUN = {
    "id": 1, "started_at": datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC), "ended_at": None, "version": "0",
    "inserted": 0, "updated": 0, "unchanged": 0, "rejected": 0, "left_out": 0,
}  # fmt: skip


def reference_of(connection: Connection) -> Reference:
    """Return what exchanges can be made of."""
    codes = {row.id: row.code for row in connection.execute(select(Country.id, Country.code))}
    tenures = select(Tenure.leader_id, Tenure.started_on, Tenure.ended_on, Office.role, Office.country_id).join(Office)
    holders: dict[int, dict[str, list[tuple[int, str]]]] = defaultdict(lambda: defaultdict(list))
    for row in connection.execute(tenures.order_by(Tenure.id)):
        role = "head_of_government" if row.role == "head_of_government" else "head_of_state"
        for year in range(max(row.started_on.year, FIRST_YEAR), min((row.ended_on or END).year, LAST_YEAR) + 1):
            if row.role != "other" and (row.leader_id, codes[row.country_id]) not in holders[year][role]:
                holders[year][role].append((row.leader_id, codes[row.country_id]))
    parties = defaultdict(set)
    for milestone, country in connection.execute(select(MilestoneParty.milestone_id, MilestoneParty.country_id)):
        parties[milestone].add(codes[country])
    milestones = defaultdict(list)
    for milestone, began in connection.execute(select(Milestone.id, Milestone.year).order_by(Milestone.id)):
        milestones[frozenset(parties[milestone])].append((milestone, began))
    ranked = [*FIRST_COUNTRIES, *sorted(set(codes.values()) - set(FIRST_COUNTRIES))]
    return Reference(
        holders={year: dict(of_year) for year, of_year in holders.items()},
        milestones=dict(milestones),
        countries={code: key for key, code in codes.items()},
        occasions={
            row.slug: row.id for row in connection.execute(select(Occasion.slug, Occasion.id).order_by(Occasion.id))
        },
        outlets=list(connection.scalars(select(Outlet.id).order_by(Outlet.id))),
        themes=[(row.id, row.name) for row in connection.execute(select(Theme.id, Theme.name).order_by(Theme.id))],
        slugs={row.id: row.slug for row in connection.execute(select(Leader.id, Leader.slug))},
        weights={code: (place + 10) ** -0.8 for place, code in enumerate(ranked)},
    )


END = datetime.date(LAST_YEAR, 12, 31)


class World:
    """What has been made so far, and the chance by which more is made."""

    def __init__(self, reference: Reference, chance: random.Random) -> None:
        self.reference, self.chance = reference, chance
        self.made: set[tuple[int, int, int, int]] = set()
        self.rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
        self.outlet_weights = [(place + 3) ** -1.0 for place in range(len(reference.outlets))]
        self.theme_weights = [(place + 5) ** -0.9 for place in range(len(reference.themes))]
        self.country_weights = {
            (year, role): [reference.weights[code] for _, code in holders]
            for year, of_year in reference.holders.items()
            for role, holders in of_year.items()
        }

    def batch(self, count: int) -> dict[str, list[dict[str, Any]]]:
        """Return the rows of so many more exchanges, by table."""
        self.rows = defaultdict(list)
        for _ in range(count):
            self.exchange()
        return self.rows

    def add(self, table: str, **values: Any) -> int:
        """Make a row; return its key, which lies by that of the statement or report that the row is part of."""
        whole = values.get("statement_id") or values.get("source_report_id") or self.chance.getrandbits(KEY_BITS)
        key = whole >> OWN_BITS << OWN_BITS | self.chance.getrandbits(OWN_BITS) or 1
        self.rows[table].append({"id": key, **values})
        return key

    def one_of(self, weights: dict[Any, int]) -> Any:
        """Return one of the keys, each as often as its weight says."""
        return self.chance.choices(list(weights), list(weights.values()))[0]

    def maybe(self, share: float) -> bool:
        """Return whether something happens that happens in this share of the cases."""
        return self.chance.random() < share

    def pair(self, year: int) -> tuple[tuple[int, str], tuple[int, str]]:
        """Return two leaders of different countries, the one whose slug sorts first as the first."""
        role = "head_of_state" if self.maybe(0.8) else "head_of_government"
        holders, weights = self.reference.holders[year][role], self.country_weights[year, role]
        while True:
            one, other = self.chance.choices(holders, weights, k=2)
            if one[1] != other[1] and one[0] != other[0]:
                break
        slugs = self.reference.slugs
        return (one, other) if slugs[one[0]] < slugs[other[0]] else (other, one)

    def exchange(self) -> None:
        """Make an exchange that is not there yet, with all that hangs on it."""
        while True:
            year = self.chance.randint(FIRST_YEAR, LAST_YEAR)
            occasion = self.occasion()
            (a, country_a), (b, country_b) = self.pair(year)
            if (occasion, year, a, b) not in self.made:
                break
        self.made.add((occasion, year, a, b))
        day = None if self.maybe(0.02) else datetime.date(year, 1, 1) + datetime.timedelta(self.chance.randrange(365))
        milestones = self.reference.milestones.get(frozenset((country_a, country_b)), [])
        milestone, began = self.chance.choice(milestones) if milestones and self.maybe(0.7) else (None, None)
        ordinal = year - began if began and year > began else None
        told = {"milestone_id": milestone if ordinal else None, "ordinal": ordinal}
        exchange = self.add(
            "exchange", occasion_id=occasion, occasion_year=None if self.maybe(0.005) else year, exchanged_on=day,
            leader_a_id=a, leader_b_id=b, **told,
        )  # fmt: skip
        messages = [self.message(exchange, one, other, day) for one, other in self.directions(a, b)]
        self.reports(exchange, messages, year, day, told, (country_a, country_b))

    def occasion(self) -> int:
        """Return an occasion."""
        named = self.reference.occasions
        if self.maybe(OTHER_OCCASIONS / 100):
            return self.chance.choice(list(named.values()))
        return named[self.one_of(OCCASIONS)]

    def directions(self, a: int, b: int) -> list[tuple[int, int]]:
        """Return who wrote to whom: most messages are answered."""
        both = [(a, b), (b, a)]
        return both if self.maybe(0.8) else [self.chance.choice(both)]

    def message(self, exchange: int, sender: int, recipient: int, day: datetime.date | None) -> int:
        """Make a message."""
        sent = day + datetime.timedelta(self.one_of({0: 80, 1: 15, 2: 5})) if day and self.maybe(0.9) else None
        return self.add("message", exchange_id=exchange, sender_id=sender, recipient_id=recipient, sent_on=sent)

    def reports(
        self, exchange: int, messages: list[int], year: int, day: datetime.date | None, told: dict[str, Any],
        countries: tuple[str, str],
    ) -> None:  # fmt: skip
        """Make the reports that tell of an exchange; some carry the text of the first."""
        first: int | None = None
        for _ in range(self.one_of(REPORTS)):
            sentences = list(self.sentences(self.chance.randint(2, 8)))
            report = self.report(sentences, day)
            copied = first is not None and self.maybe(0.2)
            self.rows["source_report"][-1]["account_id"] = first if copied else report
            first = first or report
            self.add(
                "exchange_report", exchange_id=exchange, source_report_id=report, exchanged_on=day,
                date_basis="stated" if day else None, **told,
            )  # fmt: skip
            told_of = [None if self.maybe(0.18) else self.chance.choice(messages) for _ in sentences]
            for message in messages:
                if message in told_of or self.maybe(0.85):
                    self.add(
                        "message_report", message_id=message, source_report_id=report,
                        statement_count=told_of.count(message),
                    )  # fmt: skip
            for message_id, (start, words, themes) in zip(told_of, sentences, strict=True):
                self.statement(report, message_id, start, words, themes, year, told, countries)

    def sentences(self, count: int) -> Iterator[tuple[int, str, list[tuple[int, str]]]]:
        """Give sentences with their places and the themes that they name."""
        at = 0
        for _ in range(count):
            themes = self.chance.choices(
                self.reference.themes, self.theme_weights, k=self.one_of({0: 35, 1: 40, 2: 18, 3: 7})
            )
            words = self.chance.choices(WORDS, k=self.chance.randint(8, 24))
            formula = f"called him {self.chance.choice(FORMS_OF_ADDRESS)}, " if self.maybe(0.04) else ""
            sentence = f"The leader {formula}noted {' '.join([*words, *(name for _, name in themes)])}."
            yield at, sentence, list(dict(themes).items())
            at += len(sentence) + 1

    def report(self, sentences: list[tuple[int, str, list[tuple[int, str]]]], day: datetime.date | None) -> int:
        """Make a report of these sentences."""
        number = self.chance.getrandbits(64)
        known = day is not None and self.maybe(0.97)
        return self.add(
            "source_report", sha256=f"{number:064x}", locator=f"reports/{number:016x}.html",
            outlet_id=None if self.maybe(0.03) else self.chance.choices(self.reference.outlets, self.outlet_weights)[0],
            url=f"https://example.org/{number:x}", headline=sentences[0][1][:60], dateline_place=None,
            published_on=day + datetime.timedelta(self.one_of({0: 60, 1: 30, 2: 10})) if day and known else None,
            published_basis="page" if known else None, language="en",
            body=" ".join(words for _, words, _ in sentences), account_id=None, import_run_id=1,
        )  # fmt: skip

    def statement(
        self, report: int, message: int | None, start: int, words: str, themes: list[tuple[int, str]], year: int,
        told: dict[str, Any], countries: tuple[str, str],
    ) -> None:  # fmt: skip
        """Make a statement and what it claims."""
        end = start + len(words)
        mode = self.one_of({"indirect": 60, "direct": 25, "narrated": 15})
        place = {"start_char": start, "end_char": end}
        statement = self.add(
            "statement", source_report_id=report, message_id=message, mode=mode, **place, word_count=len(words.split()),
            address=next((form for form in FORMS_OF_ADDRESS if f"him {form}," in words), None),
            speaker_id=self.sender_of(message),
        )  # fmt: skip
        for theme, name in themes:
            at = start + words.index(name)
            self.add(
                "theme_mention", statement_id=statement, theme_id=theme, start_char=at, end_char=at + len(name),
                ordinal=None, message_id=message, source_report_id=report,
            )  # fmt: skip
        if told["ordinal"] and self.maybe(0.35):
            counted = told["ordinal"] + self.one_of({0: 96, 1: 4})
            self.add("anniversary_mention", statement_id=statement, milestone_id=told["milestone_id"], ordinal=counted,
                     observed_year=year, **place)  # fmt: skip
        elif self.maybe(0.02):
            self.add("anniversary_mention", statement_id=statement, milestone_id=None,
                     ordinal=self.chance.randint(5, 75), observed_year=year, **place)  # fmt: skip
        if self.maybe(0.05):
            self.trade(statement, year, countries, place)

    def sender_of(self, message: int | None) -> int | None:
        """Return who wrote a message, one of the last that were made."""
        made = reversed(self.rows["message"]) if message else ()
        return next((row["sender_id"] for row in made if row["id"] == message), None)

    def trade(self, statement: int, year: int, countries: tuple[str, str], place: dict[str, int]) -> None:
        """Make a claim on trade."""
        claim = self.one_of(CLAIMS)
        amount = self.chance.randint(1, 300) * 1_000_000_000 if claim in ("level", "target", "target_reached") else None
        percent = self.chance.randint(10, 400) / 10 if claim in ("growth", "decline") else None
        one, other = self.chance.sample(countries, 2)
        self.add(
            "trade_figure", statement_id=statement, claim=claim,
            flow=self.one_of({"total": 90, "export": 5, "import": 5}),
            amount=amount, currency="USD" if amount else None, percent=percent,
            year=None if self.maybe(0.05) else year - 1,
            country_a_id=self.reference.countries[one], country_b_id=self.reference.countries[other], **place,
        )  # fmt: skip


def analyze(engine: Engine) -> None:
    """Let the database count what its plans rest on, as an import does at its end."""
    with writing(engine) as connection:
        gather_statistics(connection)
