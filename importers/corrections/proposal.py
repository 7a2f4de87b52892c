"""A proposal: what a person wants put right, as corrections, and in lines for people before it is done."""

import datetime
import getpass
from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection, select

from importers.corrections.change import affected
from importers.corrections.facts import Fact, Named
from importers.corrections.rules import check_row
from importers.corrections.stored import Put, correction_key, stored_corrections
from importers.store import Row
from models import Exchange, SourceReport, key_of
from models.database import InputError

SHOWN = 5  # locators


def proposed(
    connection: Connection, fact: Fact, right: Mapping[str, str | None], said: Mapping[str, str | None]
) -> list[Row]:
    """Return the corrections of a fact that make its properties right; `said` is why, on what source, and by whom.

    What is corrected already keeps what the machine read. Raises InputError where nothing is corrected, or wrongly.
    """
    named, values = fact
    stored = {one.id: one for one in stored_corrections(connection).all}
    if not right:
        raise InputError("say what is right; --help shows the options")
    rows = []
    for name, value in right.items():
        told = {"property": name, "right_value": value, "read_value": values[name], "made_at": moment()}
        row = {**named, **said, **told}
        try:
            row = check_row(connection, row)
        except ValueError as error:
            raise InputError(f"{name} cannot be put right so: {str(error).removeprefix('right_value: ')}") from None
        row["id"] = key = correction_key(row)
        if in_order(name, row["right_value"]) == in_order(name, values[name]):
            raise InputError(f"{name} is {value or 'empty'} already; nothing is to be put right")
        if key in stored:
            row["read_value"] = stored[key].read_value
            if row["right_value"] == row["read_value"]:
                raise InputError(f"that is what was read; take the correction back: chancery correct undo {key}")
        rows.append(row)
    return rows


def in_order(name: str, value: str | None) -> str | None:
    """Return a value as it is compared: of a pair the order means nothing."""
    return " ".join(sorted(value.split())) if name == "leaders" and value else value


def moment() -> datetime.datetime:
    """Return the moment, UTC, to the second."""
    return datetime.datetime.now(datetime.UTC).replace(microsecond=0)


def somebody() -> str:
    """Return the name of who is at work, as the system knows it."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "unknown"


def told(connection: Connection, rows: Sequence[Row], arrow: str = "->") -> Iterator[str]:
    """Yield in lines what corrections change, and in which reports."""
    several = [Put(**row) for row in rows]
    yield name_of(rows[0])
    for one in several:
        before, after = (one.read_value, one.right_value) if arrow == "->" else (one.right_value, one.read_value)
        yield f"  {one.property}: {before or 'nothing'} -> {after or 'nothing'}"
    reports = affected(connection, stored_corrections(connection), several)
    found = select(SourceReport.locator).where(SourceReport.id.in_(sorted(reports)[:SHOWN]))
    locators = ", ".join(sorted(connection.execute(found).scalars()))
    more = f" and {len(reports) - SHOWN} more" if len(reports) > SHOWN else ""
    yield f"  read again: {len(reports)} reports{': ' if reports else ''}{locators}{more}"


def name_of(row: Named) -> str:
    """Return in words of which fact a correction is."""
    if row["leader"]:
        return f"leader {row['leader']}"
    parts = [row["fact"].replace("_", " ")]
    if row["occasion"]:
        parts.append(f"{row['occasion']} {row['occasion_year'] or ''}".strip())
        parts.append(f"of {row['leader_a']} and {row['leader_b']}")
    if row["sender"]:
        parts.append(f"from {row['sender']}")
    if row["claim"]:
        parts.append(row["claim"])
    if row["quote"]:
        parts.append(f'"{row["quote"]}"')
    if row["locator"]:
        parts.append(f"in {row['locator']}")
    return " ".join(parts)


def told_after(connection: Connection, rows: Sequence[Row]) -> Iterator[str]:
    """Yield in lines the numbers of corrections that were made, and the exchange that is put right."""
    stored = stored_corrections(connection)
    for row in rows:
        yield f"correction {row['id']}: {row['property']} is {row['right_value'] or 'nothing'}"
    if rows[0]["occasion"] and rows[0]["report_sha256"] is None:
        exchange = stored.now(Put(**rows[0]).exchange())
        key = key_of("exchange", *exchange)
        if connection.execute(select(Exchange.id).where(Exchange.id == key)).scalar():
            yield f"see it: chancery report exchange {key}"
    yield f"take it back: chancery correct undo {rows[0]['id']}"
