"""Corrections by chance: any property of any fact that a database holds, as a person could put it right."""

import random
from collections.abc import Callable

from sqlalchemy import Connection, Engine, select

from importers.corrections import facts
from importers.corrections.change import change, with_it
from importers.corrections.missed import missed
from importers.corrections.proposal import found_right, proposed
from importers.corrections.stored import stored_corrections
from importers.store import Row
from models import (
    AnniversaryMention,
    Base,
    Exchange,
    ExchangeReport,
    Leader,
    Message,
    SourceReport,
    Statement,
    ThemeMention,
    TradeFigure,
)
from models.database import InputError, writing

SAID = {"why": "by chance", "source": None, "made_by": "a test"}
Right = dict[str, str | None]
Proposal = tuple[facts.Fact, Right]
NONE: Right = {"exists": "no"}
OTHERS = ("xi-jinping", "vladimir-putin", "kim-jong-un", "milada-novotna", "somebody-else")


def one_of(chance: random.Random, *several: Right) -> Right:
    return chance.choice(several)


def any_key(connection: Connection, model: type[Base], chance: random.Random) -> int:
    keys = list(connection.execute(select(model.__table__.c.id).order_by(model.__table__.c.id)).scalars())
    if not keys:
        raise InputError("there is none")
    key: int = chance.choice(keys)
    return key


def of_exchange(connection: Connection, chance: random.Random) -> Proposal:
    key = any_key(connection, Exchange, chance)
    right = one_of(
        chance,
        NONE,
        {"occasion": chance.choice(("national-day", "new-year", "other"))},
        {"occasion_year": chance.choice(("2023", "2024", None))},
        {"leaders": " ".join(chance.sample(OTHERS, 2))},
        {"exchanged_on": chance.choice(("2023-12-30", "2024-01-02", None)), "ordinal": "3"},
        {"milestone": "cn-ru-diplomatic-relations", "occasion": "anniversary"},
    )
    return in_one(connection, facts.exchange_fact(connection, key), key, right, chance)


def in_one(connection: Connection, fact: facts.Fact, exchange: int, right: Right, chance: random.Random) -> Proposal:
    """The same in one of the reports alone, now and then."""
    told = select(SourceReport.locator).join(ExchangeReport, ExchangeReport.source_report_id == SourceReport.id)
    locators = list(connection.execute(told.where(ExchangeReport.exchange_id == exchange)).scalars())
    if chance.random() < 0.3 and not {"exchanged_on", "milestone"} & right.keys():
        fact = facts.in_report(connection, fact, chance.choice(sorted(locators)), right)
    return fact, right


def of_message(connection: Connection, chance: random.Random) -> Proposal:
    key = any_key(connection, Message, chance)
    fact = facts.message_fact(connection, key)
    exchange = connection.execute(select(Message.exchange_id).where(Message.id == key)).scalar_one()
    other = fact[0]["leader_a"] if fact[0]["sender"] == fact[0]["leader_b"] else fact[0]["leader_b"]
    return in_one(connection, fact, exchange, one_of(chance, NONE, {"sender": other}), chance)


def of_statement(connection: Connection, chance: random.Random) -> Proposal:
    fact = facts.statement_fact(connection, any_key(connection, Statement, chance))
    return fact, {"speaker": chance.choice((None, *OTHERS))}


def of_trade(connection: Connection, chance: random.Random) -> Proposal:
    fact = facts.trade_fact(connection, any_key(connection, TradeFigure, chance))
    return fact, one_of(chance, NONE, {"amount": "250000000000", "year": "2022"}, {"claim": "target"})


def of_anniversary(connection: Connection, chance: random.Random) -> Proposal:
    fact = facts.anniversary_fact(connection, any_key(connection, AnniversaryMention, chance))
    return fact, one_of(chance, NONE, {"ordinal": "70"}, {"milestone": "cn-ru-good-neighborliness-treaty"})


def of_theme(connection: Connection, chance: random.Random) -> Proposal:
    return facts.theme_fact(connection, any_key(connection, ThemeMention, chance)), NONE


def of_leader(connection: Connection, chance: random.Random) -> Proposal:
    known = select(Leader.slug).where(Leader.supplied_by == "report").order_by(Leader.slug)
    slugs = list(connection.execute(known).scalars())
    if not slugs:
        raise InputError("there is none")
    named, values = facts.leader_fact(connection, chance.choice(slugs))
    right = one_of(
        chance,
        {"same_as": chance.choice(OTHERS)},
        {"full_name": "Ann Example"},
        {"country": "SK"},
        {"never_same_as": chance.choice(OTHERS)},
        {"office": chance.choice(("cz-president 1990-01-01", "cz-president 1990-06-01 1991-01-01"))},
    )
    return (named, values), right


def of_report(connection: Connection, chance: random.Random) -> Proposal:
    sha256 = select(SourceReport.locator).where(SourceReport.is_current).order_by(SourceReport.locator)
    locators = list(connection.execute(sha256).scalars())
    if not locators:
        raise InputError("there is none")
    right = one_of(chance, {"published_on": "2021-12-31"}, {"outlet": "xinhua"}, {"outlet": None})
    return facts.report_fact(connection, chance.choice(locators)), right


def of_missed(connection: Connection, chance: random.Random) -> Proposal:
    locators = sorted(connection.execute(select(SourceReport.locator).where(SourceReport.is_current)).scalars())
    if not locators:
        raise InputError("there is none")
    quote = chance.choice(("exchanged New Year greetings", "trade had reached", "the north", "New Year greetings to"))
    fact = chance.choice(("message", "trade_figure", "anniversary", "theme"))
    named, values = missed(connection, fact, chance.choice(locators), quote, 1)
    if fact == "message":
        a, b = sorted(chance.sample(OTHERS, 2))
        year = chance.choice((2024, None))
        named |= {"occasion": "new-year", "occasion_year": year, "leader_a": a, "leader_b": b}
        return (named | {"sender": chance.choice((a, b))}, values), {"exists": "yes"}
    claim = {"trade_figure": "level", "anniversary": "cn-ru-diplomatic-relations", "theme": "belt-and-road"}[fact]
    more: Right = {"amount": "7", "currency": "USD"} if fact == "trade_figure" else {}
    return (named | {"claim": claim}, values | dict.fromkeys(more)), {"exists": "yes"} | more


KINDS: tuple[Callable[[Connection, random.Random], Proposal], ...] = (
    of_exchange, of_exchange, of_message, of_statement, of_trade, of_anniversary, of_theme, of_leader, of_report,
    of_missed,
)  # fmt: skip


def right_as_read(connection: Connection, chance: random.Random) -> list[Row]:
    """Something that somebody looked at and found right."""
    fact_of: tuple[tuple[type[Base], Callable[[Connection, int], facts.Fact]], ...] = (
        (Exchange, facts.exchange_fact),
        (Message, facts.message_fact),
        (TradeFigure, facts.trade_fact),
        (AnniversaryMention, facts.anniversary_fact),
    )
    if chance.random() < 0.2:
        return found_right(connection, of_leader(connection, chance)[0], SAID)
    model, fact = chance.choice(fact_of)
    return found_right(connection, fact(connection, any_key(connection, model, chance)), SAID)


def correct_by_chance(engine: Engine, chance: random.Random) -> None:
    """Put something right, or find it right; what cannot be said of the fact is left."""
    with writing(engine) as connection:
        try:
            if chance.random() < 0.3:
                rows = right_as_read(connection, chance)
            else:
                fact, right = chance.choice(KINDS)(connection, chance)
                rows = proposed(connection, fact, right, SAID)
        except InputError:
            return
        change(connection, engine, new=rows)


def take_back_by_chance(engine: Engine, chance: random.Random) -> None:
    """Take a correction back, where there is one."""
    with writing(engine) as connection:
        stored = stored_corrections(connection)
        if stored.all:
            gone = with_it(stored, chance.choice(sorted(one.id for one in stored.all)))
            change(connection, engine, gone={one.id for one in gone})
