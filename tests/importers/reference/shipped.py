"""The reference files that ship, line by line, and the countries that they must cover in full."""

import csv
import datetime
import functools
import io
import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import NamedTuple

from importers.reference.coverage import COVERED, RULED_BY_A_PARTY

Line = dict[str, str]

SUBJECTS = (
    "countries",
    "leaders",
    "offices",
    "tenures",
    "outlets",
    "occasions",
    "themes",
    "milestones",
    "trade_statistics",
    "trade_targets",
    "programmes",
    "meeting_series",
)
NAMES = tuple(f"names/{subject}" for subject in SUBJECTS[:8] if subject not in ("tenures", "occasions"))
HEADS_OF_STATE = ("head_of_state", "monarch")
LISTED, RULING_PARTIES = COVERED, RULED_BY_A_PARTY


class Term(NamedTuple):
    """A tenure with what its office is; an end far away where it has none."""

    started_on: datetime.date
    ended_on: datetime.date
    leader: str
    office: str
    country: str
    role: str


@functools.cache
def lines_of(subject: str) -> tuple[Line, ...]:
    """The lines of a reference file."""
    text = files("importers.reference").joinpath(f"{subject}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(io.StringIO(text, newline="")))


def several(value: str) -> list[str]:
    """The values of a column that holds several."""
    return [part.strip() for part in value.split(";") if part.strip()]


def day(written: str) -> datetime.date:
    return datetime.date.fromisoformat(written)


@functools.cache
def terms() -> tuple[Term, ...]:
    """All tenures, in the order in which they began."""
    offices = {line["office_id"]: line for line in lines_of("offices")}
    return tuple(
        sorted(
            Term(
                day(line["start_date"]),
                day(line["end_date"]) if line["end_date"] else datetime.date.max,
                line["leader_id"],
                line["office_id"],
                offices[line["office_id"]]["country"],
                offices[line["office_id"]]["role"],
            )
            for line in lines_of("tenures")
        )
    )


def terms_by_office() -> dict[str, list[Term]]:
    by_office: dict[str, list[Term]] = defaultdict(list)
    for term in terms():
        by_office[term.office].append(term)
    return dict(by_office)


def in_office(on: datetime.date) -> Iterator[Term]:
    """The tenures that a day falls into."""
    return (term for term in terms() if term.started_on <= on < term.ended_on)


def repeated(values: Iterable[str]) -> list[str]:
    """The values that occur more than once."""
    return [value for value, same in itertools.groupby(sorted(values)) if len(list(same)) > 1]
