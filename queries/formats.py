"""How values are written, for people and for programs, and what a reader of rows elsewhere should know of them."""

import datetime

from models.printable import printable
from queries.answer import Answer, Value
from queries.query import told_filters

BILLION = 1_000_000_000


def readable(name: str, value: Value) -> str:
    """Return a value for people: yes and no, amounts in words, thousands apart but in years and keys, nothing for NULL.

    What a terminal would obey is shown.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float) and not is_label(name):
        return in_words(value)
    return value.isoformat() if isinstance(value, datetime.date) else printable(str(value))


def in_words(number: int | float) -> str:
    """Return a number with its thousands apart; a large one in millions, billions or trillions."""
    for size, name in ((1000 * BILLION, "trillion"), (BILLION, "billion"), (BILLION // 1000, "million")):
        if abs(number) >= size:
            return f"{number / size:,.2f}".rstrip("0").rstrip(".") + f" {name}"
    return f"{number:,}"


def is_label(name: str) -> bool:
    """Return whether the numbers in a column are years or keys, which are not counted in."""
    return "year" in name.split("_") or name.endswith("_id")


def plain(value: Value) -> str:
    """Return a value as text that other programs read: ISO dates, true and false, nothing for what is unknown."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def about(answer: Answer) -> dict[str, str]:
    """Return what a reader of the rows elsewhere should know of them."""
    filters = "; ".join(told_filters(answer.report, answer.filters))
    shown = f"{len(answer.rows):,} of {answer.counted}" if answer.is_cut else answer.counted
    return {
        "Title": answer.report.title,
        "Question": answer.report.question,
        "Report": answer.report.name,
        "Filters": filters or "none",
        "Rows": shown,
        "Date": datetime.date.today().isoformat(),
        "Source": f"Chancery, {answer.database}",
    }
