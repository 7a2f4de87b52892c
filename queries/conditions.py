"""The conditions that filters put on a report's columns, their values checked against the database and bound."""

import calendar
import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Connection,
    Date,
    Integer,
    Text,
    TextClause,
    and_,
    bindparam,
    column,
    func,
    or_,
    select,
    table,
    true,
)
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.types import TypeEngine

from models.database import InputError
from queries.catalogue import SavedReport
from queries.filters import FILTERS
from queries.names import choices_of, choices_with_keys, chosen, one_of
from queries.relations import view_relation

YES = ("yes", "true", "1")
NO = ("no", "false", "0")
# where countries are those of leaders, the keys of leaders stand for them
KEYS_OF_SIDES = {
    "country_a": "leader_a_id",
    "country_b": "leader_b_id",
    "sender_country": "sender_id",
    "recipient_country": "recipient_id",
    "speaker_country": "speaker_id",
}
PAIR = ["leader_a_id", "leader_b_id"]
OF_MESSAGE = ["speaker_id", "recipient_id"]
SIDES_OF_MESSAGE = ["sender_id", "recipient_id"]


@dataclass(frozen=True)
class Asked:
    """What a filter asks for: the values that its words mean, their type, and how people read them."""

    kind: TypeEngine[Any]
    values: tuple[str | int | bool, ...]
    told: tuple[str, ...]


def asked_of(connection: Connection, report: SavedReport, source: TextClause, name: str, words: Sequence[str]) -> Asked:
    """Return what a filter of a report, given with `words`, asks for.

    Raises InputError for a word that the filter does not take, with the nearest choices.
    """
    own_column = report.filters[name][0]
    if name in ("since", "until"):
        day_in(words[-1], last=name == "until")
        return Asked(Text(), (words[-1],), (words[-1],))
    if name == "year":
        return Asked(Integer(), tuple(whole_year(word) for word in words), tuple(words))
    if type_of(report, own_column) == "boolean":
        values = tuple(truth(name, word) for word in words)
        return Asked(Boolean(), values, tuple("yes" if value else "no" for value in values))
    if name in report.values:
        fixed = tuple(one_of(name, word, report.values[name]).key for word in words)
        return Asked(Text(), fixed, fixed)
    choices = choices_with_keys(connection, name, words) or choices_of(connection, source, name, own_column)
    found = [chosen(name, word, choices) for word in words]
    told = tuple(choice.name for choice in found)
    if type_of(report, own_column) in ("integer", "bigint"):
        return Asked(BigInteger(), tuple(int(choice.key) for choice in found), told)
    return Asked(Text(), tuple(choice.key for choice in found), told)


def type_of(report: SavedReport, name: str) -> str | None:
    """Return the type of a column of a report, where it is known."""
    return next((own.type for own in view_relation(report).columns if own.name == name), None)


def condition(connection: Connection, report: SavedReport, name: str, asked: Asked) -> ColumnElement[bool]:
    """Return the condition that the filter `name` puts on the rows of a report."""
    columns = report.filters[name]
    if name in ("since", "until"):
        return or_(*(bounded(name, own, str(asked.values[0])) for own in columns))
    if name == "year" and columns[0].endswith("_on"):
        year = [and_(*(bounded(edge, columns[0], str(value)) for edge in ("since", "until"))) for value in asked.values]
        return or_(*year)
    keyed = key_columns(report, name)
    sides: list[ColumnElement[bool]] = [
        or_(*(column(own).in_(keys_of(connection, name, keyed[0], str(value))) for own in keyed))
        if keyed
        else or_(*(column(own) == bindparam(f"{name}_{number}_{own}", value, asked.kind) for own in columns))
        for number, value in enumerate(asked.values, 1)
    ]
    narrower = narrowed(connection, report, name, asked.values)
    return and_(*sides, narrower) if is_of_pair(report, name) else and_(or_(*sides), narrower)


def is_of_pair(report: SavedReport, name: str) -> bool:
    """Return whether two values of a filter are the two sides of a pair, and not either of them."""
    return name in FILTERS and FILTERS[name].both_sides and len(report.filters.get(name, ())) > 1


def narrowed(
    connection: Connection, report: SavedReport, name: str, values: Sequence[str | int | bool]
) -> ColumnElement[bool]:
    """Return what follows from a filter's condition, in columns that an index finds; true, if nothing does.

    The speaker of an exchange is one of its two leaders. The leaders of a message and the year of an exchange stand in
    tables behind outer joins, where SQLite does not begin: the keys of the messages and exchanges lead there.
    """
    if name == "speaker" and report.columns.keys() >= {*PAIR}:
        keys = [key for value in values for key in keys_of(connection, name, PAIR[0], str(value))]
        return or_(*(column(own).in_(keys) for own in PAIR))
    of_message = report.columns.keys() >= {"message_id", *OF_MESSAGE}
    if of_message and not report.columns.keys() >= {*SIDES_OF_MESSAGE} and key_columns(report, name) == OF_MESSAGE:
        return of_either(
            connection, [key for value in values for key in keys_of(connection, name, "speaker_id", str(value))]
        )
    if name == "leader" and of_message:
        keys = [key for value in values for key in keys_of(connection, name, "leader_id", str(value))]
        return or_(*(column(own).in_(keys) for own in SIDES_OF_MESSAGE))  # which engines take into a union
    if name in ("leader", "country") and report.columns.keys() >= {"message_id", *SIDES_OF_MESSAGE}:
        keys = [key for value in values for key in keys_of(connection, name, "leader_id", str(value))]
        of_sides = or_(*(column(own).in_(keys) for own in SIDES_OF_MESSAGE))
        return column("message_id").in_(select(column("id")).select_from(table("message")).where(of_sides))
    if name == "year" and report.filters[name] == ("occasion_year",) and "exchange_id" in report.columns:
        years = column("occasion_year", Integer()).in_(values)
        exchanges = select(column("id", BigInteger())).select_from(table("exchange")).where(years)
        of_exchanges = column("exchange_id").in_(exchanges)
        if not of_message:
            return of_exchanges
        messages = select(column("id", BigInteger())).select_from(table("message")).where(of_exchanges)
        return column("message_id").in_(messages)
    return true()


def of_either(connection: Connection, keys: Sequence[int]) -> ColumnElement[bool]:
    """Return the condition that one of these leaders speaks, or is the recipient of the message.

    Who speaks need not have sent a message. The recipients stand in another table: their messages lead there.
    PostgreSQL looks up in an index what is one of an array, but not what is in a query or else something other.
    """
    written = select(column("id", BigInteger())).select_from(table("message")).where(column("recipient_id").in_(keys))
    is_server = connection.dialect.name == "postgresql"
    key = column("message_id", BigInteger())
    received = key == func.any(func.array(written.scalar_subquery())) if is_server else key.in_(written)
    return or_(column("speaker_id").in_(keys), received)


def key_columns(report: SavedReport, name: str) -> list[str]:
    """Return the columns with the keys of what a filter names, none where the report does not have them.

    The names of two sides stand in two tables, where no index finds either of them; their keys stand in one.
    """
    if name not in FILTERS or FILTERS[name].table not in ("leader", "country"):
        return []
    columns = report.filters[name]
    ways = [[f"{own}_id" for own in columns], [KEYS_OF_SIDES.get(own, "") for own in columns]]
    if name == "leader" and FILTERS[name].both_sides and len(columns) > 1:
        ways.append(PAIR)
    return next((way for way in ways if all(own in report.columns for own in way)), [])


def keys_of(connection: Connection, name: str, key_column: str, value: str) -> list[int]:
    """Return the keys of the leader or country of this name, or of its leaders where they stand for a country."""
    listed = FILTERS[name]
    found = select(column("id", BigInteger())).select_from(table(listed.table)).where(column(listed.key) == value)
    if listed.table == "country" and not key_column.startswith("country"):
        leaders = select(column("id", BigInteger())).select_from(table("leader"))
        found = leaders.where(column("country_id") == found.scalar_subquery()).order_by(column("id"))
    return list(connection.scalars(found))


def truth(name: str, word: str) -> bool:
    """Return the truth value that a word means. Raises InputError where it means none."""
    folded = word.strip().casefold()
    if folded not in YES + NO:
        raise InputError(f"--{name.replace('_', '-')} takes yes or no, not {word!r}")
    return folded in YES


def whole_year(word: str) -> int:
    """Return a year given as a word. Raises InputError for what is none."""
    if not re.fullmatch(r"[12]\d{3}", word.strip()):
        raise InputError(f"{word!r} is no year; write it in four digits, such as 2021")
    return int(word)


def bounded(name: str, own_column: str, word: str) -> ColumnElement[bool]:
    """Return the condition that a column of days, or of years, lies from (since) or up to (until) the day in `word`."""
    day = day_in(word, last=name == "until")
    if own_column.endswith("_on"):
        bound: ColumnElement[datetime.date] = bindparam(f"{name}_{own_column}", day, Date(), unique=True)
        return column(own_column, Date()) >= bound if name == "since" else column(own_column, Date()) <= bound
    year = bindparam(f"{name}_{own_column}", day.year, Integer())
    return column(own_column, Integer()) >= year if name == "since" else column(own_column, Integer()) <= year


def day_in(word: str, *, last: bool) -> datetime.date:
    """Return the first, or last, day of a day, month or year. Raises InputError for what is none of them."""
    match = re.fullmatch(r"(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?", word.strip())
    try:
        year, month, day = (int(part) if part else 0 for part in match.groups()) if match else (0, 0, 0)
        month = month or (12 if last else 1)
        return datetime.date(year, month, day or (calendar.monthrange(year, month)[1] if last else 1))
    except ValueError:
        raise InputError(f"{word!r} is no day, month or year; write 2020-06-30, 2020-06 or 2020") from None
