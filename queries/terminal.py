"""An answer as a table that fits the terminal."""

import datetime
import io
import shutil
from collections.abc import Iterator

from queries.answer import Answer, Value

WIDTH_OF_PIPES = 120  # characters, where the output is no terminal
NARROWEST = 6  # characters that a column needs to be read
LONG_TEXT = 40  # characters from which a column takes what room is left


def as_table(answer: Answer) -> Iterator[str]:
    """Give the answer as a table as wide as the terminal, long texts wrapped, and a last line on what is not shown."""
    width = shutil.get_terminal_size((WIDTH_OF_PIPES, 0)).columns
    shown = answer.only(answer.report.shown) if answer.report.shown else answer
    yield f"{answer.report.title}\n"
    if not shown.rows:
        yield "No rows.\n"
        return
    if len(shown.columns) * (NARROWEST + 2) > width:
        yield from one_by_one(shown)
    else:
        yield drawn(shown, width)
    yield closing_line(answer, shown)


def drawn(answer: Answer, width: int) -> str:
    """Return the rows as a table of this width."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=False, show_edge=False)
    for place, name in enumerate(answer.columns):
        values = [row[place] for row in answer.rows]
        is_number = any(isinstance(value, int | float) and not isinstance(value, bool) for value in values)
        cells = [readable(name, value) for value in values]
        longest_word = max((len(part) for cell in cells for part in cell.split()), default=0)
        is_long = max(map(len, cells)) > LONG_TEXT
        table.add_column(
            name.replace("_", " "),
            justify="right" if is_number else "left",
            overflow="fold",
            ratio=None,
            min_width=min(longest_word, LONG_TEXT if is_long else 24) if not is_long else 24,
            no_wrap=is_number,
        )
    for row in answer.rows:
        table.add_row(*(Text(readable(name, value)) for name, value in zip(answer.columns, row, strict=True)))
    held = io.StringIO()
    Console(file=held, width=width, color_system=None, highlight=False, markup=False, emoji=False).print(table)
    return "\n".join(line.rstrip() for line in held.getvalue().splitlines()) + "\n"


def one_by_one(answer: Answer) -> Iterator[str]:
    """Give the rows one below the other, where their columns do not fit side by side."""
    widest = max(map(len, answer.columns))
    for row in answer.rows:
        for name, value in zip(answer.columns, row, strict=True):
            if value is not None:
                yield f"{name.replace('_', ' '):<{widest}}  {readable(name, value)}\n"
        yield "\n"


def readable(name: str, value: Value) -> str:
    """Return a value for people: yes and no, thousands apart but in years and keys, nothing for what is unknown."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float) and not name.endswith(("year", "_id")):
        return f"{value:,}"
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def closing_line(answer: Answer, shown: Answer) -> str:
    """Return the line that counts the rows and tells how to see what is not shown."""
    rows = "1 row" if answer.total == 1 else f"{answer.total:,} rows"
    notes = [f"{len(answer.rows):,} of {rows}; all with --limit 0"] if answer.is_cut else [rows]
    left = len(answer.columns) - len(shown.columns)
    if left:
        notes.append(f"{left} more column{'s' if left > 1 else ''} with --format csv")
    return "; ".join(notes) + "\n"
