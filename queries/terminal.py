"""An answer as a table that fits the terminal."""

import io
import re
import shutil
import textwrap
from collections.abc import Iterator
from typing import Literal

from queries.answer import Answer
from queries.formats import readable

WIDTH_OF_PIPES = 120  # characters, where the output is no terminal
GAP = 2  # characters between columns
LEGIBLE = 36  # characters that a text of sentences needs beside other columns, else each row stands by itself
FEW_LINES = 5  # of a narrow column that still read well: a long name, not a sentence
LONGEST_UNBROKEN = 17  # characters of a word that is not broken to save room


def as_table(answer: Answer) -> Iterator[str]:
    """Give the answer as a table as wide as the terminal, long texts wrapped, and a last line on what is not shown."""
    width = terminal_width()
    shown = answer.only(answer.report.shown) if answer.report.shown else answer
    yield f"{answer.report.title}\n"
    if not shown.rows:
        yield "No rows.\n"
        return
    columns = [[readable(name, row[place]) for row in shown.rows] for place, name in enumerate(shown.columns)]
    widths = widths_of(shown, columns, width)
    yield from drawn(shown, columns, widths) if is_legible(columns, widths) else one_by_one(shown, width)
    yield closing_line(answer, shown)


def terminal_width() -> int:
    """Return the width of the terminal in characters."""
    return shutil.get_terminal_size((WIDTH_OF_PIPES, 0)).columns


def widths_of(answer: Answer, columns: list[list[str]], width: int) -> list[int]:
    """Return how wide each column is drawn, in characters; nothing where they do not fit side by side."""
    heads = [name.replace("_", " ") for name in answer.columns]
    widest = [max(map(room_of, [head, *cells])) for head, cells in zip(heads, columns, strict=True)]
    widths = [
        max(longest_word([head]), max(map(room_of, cells)) if is_number(answer, place) else longest_word(cells))
        for place, (head, cells) in enumerate(zip(heads, columns, strict=True))
    ]
    room = width - sum(widths) - GAP * (len(widths) - 1)
    if room < 0:
        return []
    while room and widths != widest:  # what room is left goes to the columns that lack it, the narrowest first
        place = min((place for place in range(len(widths)) if widths[place] < widest[place]), key=widths.__getitem__)
        widths[place] += 1
        room -= 1
    return widths


def is_legible(columns: list[list[str]], widths: list[int]) -> bool:
    """Return whether the columns fit side by side, none with sentences in a strip too narrow to read."""
    longest = [max(map(room_of, cells)) for cells in columns]
    return bool(widths) and all(
        own >= min(LEGIBLE, length) or length <= FEW_LINES * own
        for own, length in zip(widths, longest, strict=True)
        if length > 2 * LEGIBLE
    )


def is_number(answer: Answer, place: int) -> bool:
    """Return whether a column holds numbers."""
    values = (row[place] for row in answer.rows)
    return any(isinstance(value, int | float) and not isinstance(value, bool) for value in values)


def longest_word(cells: list[str]) -> int:
    """Return the length of the longest part that should not be broken: a date, a short word, or up to a hyphen."""
    parts = (part for cell in cells for part in re.findall(r"\d{4}-\d\d-\d\d|[^\s-]+-?", cell))
    return min(max(map(len, parts), default=1), LONGEST_UNBROKEN)


def room_of(text: str) -> int:
    """Return how many places of the terminal a text takes: a Chinese letter takes two."""
    from rich.cells import cell_len

    return cell_len(text)


def wrapped(text: str, width: int) -> list[str]:
    """Return a text as lines of at most so many places, broken between words, or between Chinese letters."""
    from rich.console import Console
    from rich.text import Text

    if room_of(text) == len(text):
        return textwrap.wrap(text, width)
    lines = Text(text).wrap(Console(width=width), width, overflow="fold")
    return [line.plain.rstrip() for line in lines]


def drawn(answer: Answer, columns: list[list[str]], widths: list[int]) -> Iterator[str]:
    """Give the rows as a table with columns of these widths."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0))
    for place, name in enumerate(answer.columns):
        justify: Literal["left", "right"] = "right" if is_number(answer, place) else "left"
        table.add_column(name.replace("_", " "), justify=justify, overflow="fold", width=widths[place])
    for row in zip(*columns, strict=True):
        lines = (wrapped(cell, width) for cell, width in zip(row, widths, strict=True))
        table.add_row(*(Text("\n".join(of_cell)) for of_cell in lines))
    held = io.StringIO()
    wide = sum(widths) + GAP * len(widths)
    Console(file=held, width=wide, color_system=None, highlight=False, markup=False, emoji=False).print(table)
    for line in held.getvalue().splitlines():
        yield line.rstrip() + "\n"


def one_by_one(answer: Answer, width: int) -> Iterator[str]:
    """Give the rows one below the other, a line for each value, where they do not fit side by side."""
    label = max(map(len, answer.columns)) + GAP
    for row in answer.rows:
        for name, value in zip(answer.columns, row, strict=True):
            if value is not None:
                told = " ".join(readable(name, value).split())
                lines = wrapped(told, max(width - label, LEGIBLE // 2)) or [""]
                for head, line in zip([name.replace("_", " "), *([""] * len(lines))], lines, strict=False):
                    yield f"{head:<{label}}{line}".rstrip() + "\n"
        yield "\n"


def closing_line(answer: Answer, shown: Answer) -> str:
    """Return the line that counts the rows and tells how to see what is not shown."""
    rows = "1 row" if answer.total == 1 else f"{answer.counted} rows"
    notes = [f"{len(answer.rows):,} of {rows}; all with --limit 0"] if answer.is_cut else [rows]
    left = len(answer.columns) - len(shown.columns)
    if left:
        notes.append(f"{left} more column{'s' if left > 1 else ''} with --columns or --format csv")
    return "; ".join(notes) + "\n"
