"""A proposal: what a person wants put right, as corrections, and in lines for people before it is done."""

import datetime
import getpass
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict

from sqlalchemy import Connection, select

from importers.corrections.apart import refuse_contradiction
from importers.corrections.change import affected
from importers.corrections.doubts import doubts
from importers.corrections.facts import Fact, Named
from importers.corrections.near import refuse_near, said_apart
from importers.corrections.offices import refuse_second_holder
from importers.corrections.rules import check_row
from importers.corrections.seeing import where_to_see
from importers.corrections.stored import AS_READ, Corrections, Put, correction_key, stored_corrections
from importers.store import Row
from models import Leader, SourceReport
from models.database import InputError

SHOWN = 5  # locators


def proposed(
    connection: Connection, fact: Fact, right: Mapping[str, str | None], said: Mapping[str, str | None]
) -> list[Row]:
    """Return the corrections of a fact that make its properties right; `said` is why, on what source, and by whom.

    Of what stands so already none is made. Raises InputError where nothing is corrected, or wrongly.
    """
    if not right:
        raise InputError("say what is right; --help shows the options")
    rows = []
    already = []
    for name, value in right.items():
        row = proposed_row(connection, fact, name, value, said)
        if in_order(name, row["right_value"]) == in_order(name, fact[1][name]):
            already.append(f"{name} is {value or 'empty'}")
            continue
        if row["right_value"] == row["read_value"]:
            raise InputError(f"that is what was read; take the correction back: chancery correct undo {row['id']}")
        rows.append(row)
    if not rows:
        raise InputError(f"{' and '.join(already)} already; nothing is to be put right")
    return rows + name_kept(connection, fact, rows, said)


def name_kept(connection: Connection, fact: Fact, made: Sequence[Row], said: Mapping[str, str | None]) -> list[Row]:
    """Return, with an office of a leader known from reports only, that the name as it stands is theirs.

    Whoever is known by an office is found in reports that do not tell the name.
    """
    names = {row["property"] for row in made}
    if "office" not in names or "full_name" in names or fact[1]["supplied_by"] != "report":
        return []
    rows = [proposed_row(connection, fact, "full_name", fact[1]["full_name"], said)]
    there = {one.id for one in stored_corrections(connection).all}
    return [row for row in rows if row["id"] not in there]


def found_right(connection: Connection, fact: Fact, said: Mapping[str, str | None]) -> list[Row]:
    """Return the corrections that say that a fact is right as it stands: what is right of it is what was read.

    Of what was put right already nothing more is said. Raises InputError where nothing is left that could be right.
    """
    named, values = fact
    right = {name: values[name] for name in AS_READ[named["fact"]] if values[name] is not None}
    rows = [proposed_row(connection, fact, name, value, said) for name, value in right.items()]
    rows = [row for row in rows if row["read_value"] == row["right_value"]]
    if not rows:
        why = "it was put right already" if right else f"none of {', '.join(AS_READ[named['fact']])} is read of it"
        raise InputError(f"{why}; nothing is left to be found right")
    return rows


def proposed_row(
    connection: Connection, fact: Fact, name: str, value: str | None, said: Mapping[str, str | None]
) -> Row:
    """Return the correction of a property. What is corrected already, and stands so, keeps what the machine read."""
    named, values = fact
    told = {"property": name, "right_value": value, "read_value": values[name], "made_at": moment()}
    stored = stored_corrections(connection).all
    try:
        row = check_row(connection, {**named, **said, **told})
        refuse_near(connection, row, said_apart(map(asdict, stored)))
    except ValueError as error:
        column, _, wrong = str(error).partition(": ")
        raise InputError(f"{name} cannot be put right so: {wrong}" if column == "right_value" else wrong) from None
    if name == "speaker" and value is not None and strangers(connection, [value]):
        raise InputError(f"there is no leader {value}; chancery report correspondents --slugs lists those who write")
    row["id"] = correction_key(row)
    try:
        refuse_contradiction(stored, Put(**row))
        refuse_second_holder(connection, Put(**row))
    except ValueError as error:
        raise InputError(str(error)) from None
    for one in stored:
        if one.id == row["id"] and in_order(name, one.right_value) == in_order(name, values[name]):
            row["read_value"] = one.read_value
    return row


def in_order(name: str, value: str | None) -> str | None:
    """Return a value as it is compared: of a pair the order means nothing."""
    return " ".join(sorted(value.split())) if name == "leaders" and value else value


def strangers(connection: Connection, slugs: Iterable[str | None]) -> list[str]:
    """Return those of some leaders whom neither reference data nor reports know."""
    named = {slug for slug in slugs if slug}
    return sorted(named - set(connection.execute(select(Leader.slug).where(Leader.slug.in_(named))).scalars()))


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
    """Yield in lines what corrections change, and in which reports; with `<-` as arrow, what taking them back does."""
    several = [Put(**row) for row in rows]
    stored = stored_corrections(connection)
    name = ""
    for row, one in zip(rows, several, strict=True):
        if name_of(row) != name:
            name = name_of(row)
            yield name
        before, after = (one.read_value, one.right_value) if arrow == "->" else (one.right_value, one.read_value)
        stands = standing(stored, one) if arrow == "->" else before or "nothing"
        changes = f"{stands} -> {after or 'nothing'}"
        yield f"  {one.property}: {f'{after} is right' if before == after else changes}"
    if arrow == "->" and (new := strangers(connection, leaders_of(several))):
        yield f"  known to nobody yet, and made leaders of their own: {', '.join(new)}"
    reports = affected(connection, stored, several)
    if arrow == "->":
        yield from (f"  doubtful: {doubt}" for doubt in doubts(connection, several, reports))
    found = select(SourceReport.locator).where(SourceReport.id.in_(sorted(reports)[:SHOWN]))
    locators = ", ".join(sorted(connection.execute(found).scalars()))
    more = f" and {len(reports) - SHOWN} more" if len(reports) > SHOWN else ""
    counted = f"{len(reports)} report{'' if len(reports) == 1 else 's'}"
    yield f"  read again: {counted}{': ' if reports else ''}{locators}{more}"


def standing(stored: Corrections, one: Put) -> str:
    """Return in words what a correction changes: what was read, and where somebody put that right, who and as what."""
    before = next((other for other in reversed(stored.all) if is_of_same(stored, other, one)), None)
    if before is None:
        return one.read_value or "nothing"
    source = f" ({before.source})" if before.source else ""
    if before.right_value == before.read_value:
        return f"{before.read_value or 'nothing'}, found right by {before.made_by}{source}"
    right = f"put right by {before.made_by} as {before.right_value or 'nothing'}{source}"
    if before.id == one.id and before.read_value != one.read_value:  # it holds no more
        return f"{one.read_value or 'nothing'}, {right} where {before.read_value or 'nothing'} was read"
    return f"{before.read_value or 'nothing'}, {right}"


def is_of_same(stored: Corrections, other: Put, one: Put) -> bool:
    """Return whether a correction that is stored gave the value that another one changes.

    It is the one that is replaced; or it is known by what was read, while the fact is now known by what it said.
    """
    if other.id == one.id:
        return True
    names = ["fact", "property", "quote", "occurrence", "leader"]
    names += ["claim", "sender"] if one.property == "exists" else []  # several facts may stand at one place
    if any(getattr(one, name) != getattr(other, name) for name in names):
        return False
    is_there = other.report_sha256 in (None, one.report_sha256) and (
        not one.occasion or stored.now(other.exchange()) == stored.now(one.exchange())
    )
    return is_there and in_order(one.property, other.right_value) == in_order(one.property, one.read_value)


def leaders_of(several: Iterable[Put]) -> Iterator[str | None]:
    """Yield the leaders between whom exchanges are by some corrections, or who are never the same."""
    for one in several:
        yield from (one.leader_a, one.leader_b)
        if one.property == "never_same_as":
            yield from (one.leader, one.right_value)
        if one.property == "leaders":
            yield from (one.right_value or "").split()


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
    """Yield in lines the numbers of corrections that were made, and where to see what is put right."""
    stored = stored_corrections(connection)
    for row in rows:
        yield f"correction {row['id']}: {row['property']} is {row['right_value'] or 'nothing'}"
    yield from where_to_see(connection, stored, rows)
    yield f"take it back: chancery correct undo {' '.join(str(row['id']) for row in rows)}"
