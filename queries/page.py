"""Answers as pages of HTML that open from disk, without a network."""

import datetime
from functools import cache
from typing import TYPE_CHECKING

from queries.answer import Answer, Value
from queries.formats import about, readable, why_no_rows
from queries.presentation import for_page

if TYPE_CHECKING:
    from jinja2 import Environment


@cache
def templates() -> "Environment":
    """Return the templates of pages, which escape what they are given."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    found = Environment(
        loader=PackageLoader("queries"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters["kind_of"] = kind_of
    found.globals |= {
        "readable": readable,
        "for_page": for_page,
        "why_no_rows": why_no_rows,
        "kind_of_column": kind_of_column,
    }
    return found


def kind_of(value: Value) -> str:
    """Return the class by which the page's style sets a value: numbers stand to the right, days on one line."""
    if isinstance(value, datetime.date):
        return "day"
    return "number" if isinstance(value, int | float) and not isinstance(value, bool) else "text"


def kind_of_column(answer: Answer, place: int) -> str:
    """Return the class of a column's head: that of its values."""
    return next((kind_of(row[place]) for row in answer.rows if row[place] is not None), "text")


def answer_page(answer: Answer) -> str:
    """Return an answer as one page: its title, its question, its rows, and where they are from."""
    return templates().get_template("answer.html").render(answer=answer, about=about(answer))
