"""The tables of the guides say what the files hold."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from importers.reference.coverage import TABLES, spans

DOCS = Path(__file__).parents[3] / "docs"
PAGES = ("reference-data.md", "heads-by-year.md", "trade-figures.md")


@pytest.mark.parametrize(("head", "rows"), TABLES.items())
def test_a_table_of_the_guides_is_what_the_files_hold(head: str, rows: Callable[[], Iterator[str]]) -> None:
    text = "".join((DOCS / page).read_text("utf-8") for page in PAGES)
    expected = "\n".join([head, "|" + " --- |" * (head.count("|") - 1), *rows()])
    assert expected in text and f"{expected}\n|" not in text, f"the table is now\n{expected}"


def test_years_are_told_as_spans() -> None:
    assert spans([2003, 2000, 2001, 2002, 2007]) == "2000 to 2003, 2007"
