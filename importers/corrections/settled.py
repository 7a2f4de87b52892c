"""What hangs on all reports of an exchange, put right: its day, its milestone, and which anniversary it is."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, select

from importers.corrections.stored import Put, stored_corrections
from importers.corrections.values import day, in_words, whole
from importers.store import Row
from models import Milestone, key_of


def put_settled_right(connection: Connection, settled: dict[int, Row]) -> None:
    """Put right what was settled of exchanges, where what reports give is what was corrected."""
    corrections = stored_corrections(connection)
    known: set[str] = set()
    for one, exchange in corrections.settled():
        if exchange in settled and as_read(one, settled[exchange]) == one.read_value:
            known = known or set(connection.execute(select(Milestone.slug)).scalars())
            settled[exchange] = right_row(one, settled[exchange], known)


VALUES: dict[str, Callable[[str | None], Any]] = {
    "exchanged_on": day,
    "ordinal": whole,
    "milestone": lambda slug: None if slug is None else key_of("milestone", slug),
}


def as_read(one: Put, row: Row) -> str | None:
    """Return what was settled of an exchange, in words; of a milestone what was corrected, if it is that."""
    if one.property == "milestone":
        return one.read_value if row["milestone_id"] == VALUES["milestone"](one.read_value) else "another"
    return in_words(row[one.property])


def right_row(one: Put, row: Row, known: set[str]) -> Row:
    """Return what was settled of an exchange as a correction has it, where the milestone is known."""
    if one.property == "milestone":
        is_known = one.right_value is None or one.right_value in known
        return row | {"milestone_id": VALUES["milestone"](one.right_value)} if is_known else row
    return row | {one.property: VALUES[one.property](one.right_value)}
