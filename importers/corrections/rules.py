"""Rules of corrections: which property which fact has, what may stand in it, and what a correction must name."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection, select

from importers.corrections.near import nearest
from importers.corrections.values import day, in_words
from importers.store import Row
from models import Country, Milestone, Occasion, Office, Outlet, Theme
from models.trade import TRADE_CLAIMS, TRADE_FLOWS

Check = Callable[[Connection, str], str]  # returns the value as it is stored; raises ValueError for what is none
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
YEARS = range(1900, 2101)


def known(model: Any, column: str = "slug") -> Check:
    """Return the check that a row of the reference data is named."""

    def check(connection: Connection, value: str) -> str:
        named = model.__table__.c[column]
        if connection.execute(select(named).where(named == value)).first() is None:
            near = nearest(value, connection.execute(select(named)).scalars()) if column == "slug" else ""
            raise ValueError(f"there is no {model.__tablename__} {value}{near}")
        return value

    return check


def slug(_connection: Connection, value: str) -> str:
    """Check a slug of a leader, who may be known from reports only, and not yet."""
    if not SLUG.fullmatch(value):
        raise ValueError(f"{value!r} is no slug of a leader, such as xi-jinping")
    return value


def pair(connection: Connection, value: str) -> str:
    """Check the slugs of two leaders, parted by a space."""
    slugs = [slug(connection, one) for one in value.split()]
    if len(set(slugs)) != 2 or len(slugs) != 2:
        raise ValueError(f"{value!r} is no two leaders, such as 'kim-jong-un xi-jinping'")
    return " ".join(slugs)


def a_day(_connection: Connection, value: str) -> str:
    """Check a day."""
    try:
        return in_words(day(value)) or ""
    except ValueError:
        raise ValueError(f"{value!r} is no day as YYYY-MM-DD") from None


def within(values: range) -> Check:
    """Return the check of a whole number."""

    def check(_connection: Connection, value: str) -> str:
        if not value.isascii() or not value.isdigit() or int(value) not in values:
            raise ValueError(f"{value!r} is no whole number from {values[0]} to {values[-1]}")
        return str(int(value))

    return check


def a_number(_connection: Connection, value: str) -> str:
    """Check a number that is not negative."""
    if not re.fullmatch(r"\d{1,21}(\.\d{1,3})?", value, re.ASCII):
        raise ValueError(f"{value!r} is no number such as 240000000000 or 26.3")
    return in_words(float(value)) or ""


def a_percentage(connection: Connection, value: str) -> str:
    """Check a percentage."""
    if float(a_number(connection, value)) >= 1_000_000:
        raise ValueError(f"{value!r} is no percentage below a million")
    return a_number(connection, value)


def one_of(*values: str) -> Check:
    """Return the check of one of several words."""

    def check(_connection: Connection, value: str) -> str:
        if value not in values:
            raise ValueError(f"{value!r} is none of {', '.join(values)}")
        return value

    return check


def a_currency(_connection: Connection, value: str) -> str:
    """Check the code of a currency, of today or of former times: those of ISO 4217, as reading has them."""
    from babel.numbers import list_currencies

    if value not in list_currencies():
        raise ValueError(f"{value!r} is no code of a currency (ISO 4217), such as USD")
    return value


def words(_connection: Connection, value: str) -> str:
    """Let any words stand."""
    return " ".join(value.split())


def an_office(connection: Connection, value: str) -> str:
    """Check an office with the day from which it was held and, where it is over, the day of handover."""
    parts = value.split()
    if len(parts) not in (2, 3):
        raise ValueError(f"{value!r} is no office with its days, such as 'cz-president 2023-03-09'")
    days = [a_day(connection, part) for part in parts[1:]]
    if days != sorted(set(days)):
        raise ValueError(f"{value!r} ends before it begins")
    return " ".join((known(Office)(connection, parts[0]), *days))


EXISTS = one_of("yes", "no")
PROPERTIES: Mapping[str, Mapping[str, Check]] = {
    "report": {"outlet": known(Outlet), "published_on": a_day},
    "exchange": {
        "exists": one_of("no"),
        "occasion": known(Occasion),
        "occasion_year": within(YEARS),
        "leaders": pair,
        "exchanged_on": a_day,
        "milestone": known(Milestone),
        "ordinal": within(range(1, 10_000)),
    },
    "message": {"exists": EXISTS, "sender": slug},
    "statement": {"speaker": slug},
    "trade_figure": {
        "exists": EXISTS,
        "claim": one_of(*TRADE_CLAIMS),
        "flow": one_of(*TRADE_FLOWS),
        "amount": a_number,
        "currency": a_currency,
        "percent": a_percentage,
        "year": within(YEARS),
        "country_a": known(Country, "code"),
        "country_b": known(Country, "code"),
    },
    "anniversary": {
        "exists": EXISTS,
        "milestone": known(Milestone),
        "ordinal": within(range(1, 10_000)),
        "observed_year": within(YEARS),
    },
    "theme": {"exists": EXISTS},
    "leader": {
        "same_as": slug,
        "never_same_as": slug,
        "full_name": words,
        "country": known(Country, "code"),
        "office": an_office,
    },
}
NEVER_EMPTY = {
    "exists", "occasion", "leaders", "sender", "claim", "flow", "same_as", "never_same_as", "full_name",
    "office",
} | {"anniversary ordinal"}  # fmt: skip
PAIR = ("occasion", "leader_a", "leader_b")
PLACE = ("report_sha256", "quote", "occurrence")
NAMED_BY = {
    "report": ("report_sha256",), "exchange": PAIR, "message": (*PAIR, "sender"), "statement": PLACE,
    "trade_figure": (*PLACE, "claim"), "anniversary": PLACE, "theme": (*PLACE, "claim"), "leader": ("leader",),
}  # fmt: skip
CLAIMS: Mapping[str, Check] = {
    "trade_figure": one_of(*TRADE_CLAIMS), "anniversary": known(Milestone), "theme": known(Theme),
}  # fmt: skip


def check_value(connection: Connection, fact: str, name: str, value: str | None) -> str | None:
    """Return a value as it is stored. Raises ValueError for what is none of this property."""
    if fact not in PROPERTIES:
        raise ValueError(f"fact: {fact!r} is none of {', '.join(PROPERTIES)}")
    if name not in PROPERTIES[fact]:
        raise ValueError(f"property: {name!r} is none that a fact of kind {fact} has: {', '.join(PROPERTIES[fact])}")
    if value is None:
        if {name, f"{fact} {name}"} & NEVER_EMPTY:
            raise ValueError(f"right_value: {name} cannot be empty")
        return None
    try:
        return PROPERTIES[fact][name](connection, value)
    except ValueError as error:
        raise ValueError(f"right_value: {error}") from None


def check_row(connection: Connection, row: Row) -> Row:
    """Return a correction as it is stored. Raises ValueError naming the column that is wrong."""
    row = row | {"right_value": check_value(connection, row["fact"], row["property"], row["right_value"])}
    for column in (*NAMED_BY[row["fact"]], "why", "made_by"):
        if row[column] is None:
            raise ValueError(f"{column}: is empty, and a correction of kind {row['fact']} needs it")
    checks: dict[str, Check] = {
        "occasion": known(Occasion),
        "leader_a": slug,
        "leader_b": slug,
        "sender": slug,
        "leader": slug,
    }
    if row["fact"] in CLAIMS:
        checks["claim"] = CLAIMS[row["fact"]]
    for column, check in checks.items():
        if row[column] is not None:
            try:
                check(connection, row[column])
            except ValueError as error:
                raise ValueError(f"{column}: {error}") from None
    check_together(row)
    return row


def check_existing(row: Row) -> None:
    """Raise ValueError where it is not said what was missed, or what was looked at and found right."""
    is_found_right = row["fact"] == "message" and row["quote"] is None and row["read_value"] == "yes"
    if not is_found_right and None in (row["report_sha256"], row["quote"]):
        raise ValueError("quote: a fact that was missed needs the report and the words that tell it")
    if not is_found_right and row["read_value"] != "no":
        raise ValueError("read_value: of a fact that was missed it is no")


def check_together(row: Row) -> None:
    """Raise ValueError where columns do not go together."""
    a, b = row["leader_a"], row["leader_b"]
    if a is not None and b is not None and a >= b:
        raise ValueError("leader_a: must be the one whose slug sorts first")
    if row["sender"] is not None and row["sender"] not in (a, b):
        raise ValueError("sender: is none of the two leaders")
    if row["property"] == "sender" and row["right_value"] not in (a, b):
        raise ValueError("right_value: the sender is none of the two leaders")
    if row["property"] == "exists" and row["right_value"] == "yes":
        check_existing(row)
    if row["property"] == "never_same_as" and row["right_value"] == row["leader"]:
        raise ValueError("right_value: is the leader")
    if (row["quote"] is None) != (row["occurrence"] is None):
        raise ValueError("occurrence: a quote and its occurrence go together")
    if row["report_sha256"] is not None and not re.fullmatch("[0-9a-f]{64}", row["report_sha256"]):
        raise ValueError("report_sha256: is no SHA-256")
