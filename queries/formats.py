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


def why_no_rows(answer: Answer) -> list[str]:
    """Return in sentences why an answer has no rows, as far as that is known; nothing where it has some."""
    if answer.rows:
        return []
    asked = "; ".join(told_filters(answer.report, answer.filters))
    no_reports = "The database has no reports yet; bring some: chancery import reports FOLDER"
    told = [f"Asked for: {asked}." if asked else "", answer.report.lists]
    return [printable(line) for line in (*told, no_reports if answer.is_of_no_reports else "") if line]


def nothing_to_draw(answer: Answer) -> str:
    """Return in one line that an answer without rows has no chart, and why it has none, as far as that is known."""
    why = why_no_rows(answer)
    return f"the report {answer.report.name} has no rows to draw{'. ' if why else ''}{' '.join(why)}"


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
