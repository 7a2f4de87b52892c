"""The tables of docs/reference-data.md say what the files hold."""

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from importers.reference.coverage import file_rows, looked_up, spans, trade_rows
from tests.importers.reference.shipped import HEADS_OF_STATE, LISTED, NAMES, RULING_PARTIES, lines_of, several

DOCS = Path(__file__).parents[3] / "docs"
GUIDE = "reference-data.md"
SINCE = datetime.date(2008, 1, 1).isoformat()


def names() -> dict[str, str]:
    return {line["code"]: several(line["names"])[0] for line in lines_of("countries")}


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


@pytest.mark.parametrize(
    ("page", "rows"), [(GUIDE, file_rows), (GUIDE, names_files), (GUIDE, countries), ("trade-figures.md", trade_rows)]
)
def test_a_table_of_the_guide_is_what_the_files_hold(page: str, rows: Callable[[], Iterator[str]]) -> None:
    text = (DOCS / page).read_text("utf-8")
    expected = "\n".join(rows())
    assert expected in text, f"the table is now\n{expected}"


def test_years_are_told_as_spans() -> None:
    assert spans([2003, 2000, 2001, 2002, 2007]) == "2000 to 2003, 2007"
