"""The tables of docs/reference-data.md say what the files hold."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.importers.reference.shipped import (
    HEADS_OF_STATE,
    LISTED,
    NAMES,
    RULING_PARTIES,
    SUBJECTS,
    Line,
    lines_of,
    several,
)

GUIDE = Path(__file__).parents[3] / "docs" / "reference-data.md"
SINCE = datetime.date(2008, 1, 1).isoformat()
PAIRS = tuple(f"CN {partner}" for partner in ("RU", "US", "JP", "KR", "KP", "VN", "KZ", "PK", "IN", "BR", "DE", "XA"))


def looked_up(lines: list[Line] | tuple[Line, ...]) -> int:
    return sum(line["verified"] == "yes" for line in lines)


def names() -> dict[str, str]:
    return {line["code"]: several(line["names"])[0] for line in lines_of("countries")}


def files() -> Iterator[str]:
    """A row for each file: how many rows it has, looked up and from knowledge."""
    for subject in SUBJECTS:
        lines = lines_of(subject)
        yield f"| {subject}.csv | {len(lines):,} | {looked_up(lines):,} | {len(lines) - looked_up(lines):,} |"


def names_files() -> Iterator[str]:
    """A row for each file of names: how many records have names in a language, and how many of these were looked up."""
    for subject in NAMES:
        lines = [[line for line in lines_of(subject) if line["language"] == language] for language in ("zh", "ru")]
        counts = " | ".join(f"{len(several_lines):,} | {looked_up(several_lines):,}" for several_lines in lines)
        yield f"| {subject}.csv | {counts} |"


def countries() -> Iterator[str]:
    """A row for each listed country: the terms since 2008 of its heads, and how many of these were looked up."""
    offices = {line["office_id"]: line for line in lines_of("offices")}
    for code in LISTED:
        held = [
            (offices[line["office_id"]], line)
            for line in lines_of("tenures")
            if offices[line["office_id"]]["country"] == code and (line["end_date"] or "9999") > SINCE
        ]
        state = [
            line
            for office, line in held
            if office["role"] in HEADS_OF_STATE or office["office_id"] == "un-secretary-general"
        ]
        government = [line for office, line in held if office["role"] == "head_of_government"]
        party = [line for office, line in held if office["role"] == "party_leader" and code in RULING_PARTIES]
        every = state + government + party
        numbers = " | ".join(str(len(lines)) for lines in (state, government, party))
        yield f"| {names()[code]} | {numbers} | {looked_up(every)} of {len(every)} |"


def trade() -> Iterator[str]:
    """A row for each wanted pair: its figures, their years, and how many were looked up."""
    for pair in (*PAIRS, "RU IN"):
        one, other = pair.split()
        lines = [line for line in lines_of("trade_statistics") if {line["reporter"], line["partner"]} == {one, other}]
        years = sorted(line["year"] for line in lines)
        span = f"{years[0]} to {years[-1]}"
        yield f"| {names()[one]} and {names()[other]} | {len(lines)} | {span} | {looked_up(lines)} |"


@pytest.mark.parametrize("rows", [files, names_files, countries, trade])
def test_a_table_of_the_guide_is_what_the_files_hold(rows: object) -> None:
    assert callable(rows)
    text = GUIDE.read_text("utf-8")
    expected = "\n".join(rows())
    assert expected in text, f"the table is now\n{expected}"
