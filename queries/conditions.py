"""The conditions that filters put on a report's columns, their values checked against the database and bound."""

import calendar
import datetime
import re
from collections.abc import Iterable, Sequence
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
from queries.spellings import keys_spelled

YES = ("yes", "true", "1")
NO = ("no", "false", "0")
# where countries are those of leaders, the keys of leaders stand for them
KEYS_OF_SIDES = {
    "country_a": "leader_a_id",
    "country_b": "leader_b_id",
    "sender_country": "sender_id",
    "recipient_country": "recipient_id",
    "speaker_country": "speaker_id",
    "silent_country": "silent_id",
}
PAIR = ["leader_a_id", "leader_b_id"]
OF_MESSAGE = ["speaker_id", "recipient_id"]
NEAREST = 3  # how many choices are named for a word that is none


def condition(
    connection: Connection, report: SavedReport, source: TextClause, name: str, words: Sequence[str]
) -> ColumnElement[bool]:
    """Return the condition that the filter `name`, given with `words`, puts on the rows of a report in `source`.

    Raises InputError for a word that the filter does not take, with the nearest choices.
    """
    columns = report.filters[name]
    if name in ("since", "until"):
        return or_(*(bounded(name, own, words[-1]) for own in columns))
    kind, values = kind_and_values(connection, report, source, name, words)
    keyed = key_columns(report, name)
    sides: list[ColumnElement[bool]] = [
        or_(*(column(own).in_(keys_of(connection, name, keyed[0], str(value))) for own in keyed))
        if keyed
        else or_(*(column(own) == bindparam(f"{name}_{number}_{own}", value, kind) for own in columns))
        for number, value in enumerate(values, 1)
    ]
    both = name in FILTERS and FILTERS[name].both_sides and len(columns) > 1
    narrower = narrowed(connection, report, name, values)
    return and_(*sides, narrower) if both else and_(or_(*sides), narrower)


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
    if name == "leader" and of_message:
        keys = [key for value in values for key in keys_of(connection, name, "leader_id", str(value))]
        of_leaders = or_(column("sender_id").in_(keys), column("recipient_id").in_(keys))
        return column("message_id").in_(select(column("id")).select_from(table("message")).where(of_leaders))
    if name == "year" and report.filters[name] == ("occasion_year",) and "exchange_id" in report.columns:
        years = column("occasion_year", Integer()).in_(values)
        exchanges = select(column("id", BigInteger())).select_from(table("exchange")).where(years)
        of_exchanges = column("exchange_id").in_(exchanges)
        if not of_message:
            return of_exchanges
        messages = select(column("id", BigInteger())).select_from(table("message")).where(of_exchanges)
        return column("message_id").in_(messages)
    return true()


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


def kind_and_values(
    connection: Connection, report: SavedReport, source: TextClause, name: str, words: Sequence[str]
) -> tuple[TypeEngine[Any], Sequence[str | int | bool]]:
    """Return the values that the words of a filter mean, and their type."""
    own_column = report.filters[name][0]
    if name == "year":
        return Integer(), [whole_year(word) for word in words]
    kind = report.columns.get(own_column, "")
    if kind == "boolean":
        return Boolean(), [truth(name, word) for word in words]
    choices = choices_of(connection, source, name, own_column)
    if kind in ("int", "integer"):
        return Integer(), [int(chosen(connection, name, word, choices)) for word in words]
    return Text(), [chosen(connection, name, word, choices) for word in words]


def choices_of(connection: Connection, source: TextClause, name: str, own_column: str) -> dict[str, str]:
    """Return the values that a filter takes, each with its name for people."""
    listed = FILTERS.get(name)
    if listed is None or not listed.table:
        values = connection.scalars(select(column(own_column, Text())).select_from(source).distinct())
        return {str(value): str(value) for value in values if value is not None}
    named = select(column(listed.key, Text()), column(listed.name, Text())).select_from(table(listed.table))
    return {row[0]: row[1] for row in connection.execute(named)}


def chosen(connection: Connection, name: str, word: str, choices: dict[str, str]) -> str:
    """Return the choice that a word means, a key or a name, in any case and spelling, and in any language known.

    Raises InputError where it means none, or several.
    """
    folded = word.strip().casefold()
    for key, full_name in choices.items():
        if folded in (key.casefold(), full_name.casefold()):
            return key
    label = name.replace("_", " ")
    if not choices:
        raise InputError(f"there is no {label} {word!r}: the database has none yet")
    spelled = keys_spelled(connection, FILTERS[name].table if name in FILTERS else "", word, choices)
    if len(spelled) == 1:
        return spelled[0]
    if spelled:
        several = ", ".join(f"{key} ({choices[key]})" for key in spelled[:NEAREST])
        raise InputError(f"{word!r} names several: {several}{' and others' if len(spelled) > NEAREST else ''}")
    listed = ", ".join(nearest(folded, choices))
    raise InputError(f"there is no {label} {word!r} in the database; the nearest: {listed}")


def nearest(word: str, choices: dict[str, str]) -> list[str]:
    """Return the choices that are spelled most like `word`, the nearest first."""
    from rapidfuzz import fuzz

    def likeness(choice: tuple[str, str]) -> float:
        return -max(fuzz.WRatio(word, name.casefold()) for name in choice)

    ranked = sorted(choices.items(), key=lambda choice: (likeness(choice), choice[0]))
    return [key if key == name else f"{key} ({name})" for key, name in ranked[:NEAREST]]


def nearest_words(word: str, words: Iterable[str]) -> str:
    """Return the words that are spelled most like `word`, in one line."""
    return ", ".join(nearest(word, {choice: choice for choice in words}))


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
        bound: ColumnElement[datetime.date] = bindparam(f"{name}_{own_column}", day, Date())
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
