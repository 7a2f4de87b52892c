"""An answer as a table that fits the terminal."""

import io
import math
import re
import shutil
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from queries.answer import Answer
from queries.formats import readable, why_no_rows

WIDTH_OF_PIPES = 120  # characters, where the output is no terminal
GAP = 2  # characters between columns
LEGIBLE = 36  # characters that a text of sentences needs beside other columns, else each row stands by itself
LONGEST_UNBROKEN = 17  # characters of a word that is not broken to save room
LINES = (2, 3)  # that a row may have, as few as can be, if its columns are to be read across
OFTEN = 0.95  # of the rows have no more lines; one long name does not make all columns wide
LEFT_OUT = 3  # one column of so many may be left out for want of room, the last ones first
LINE_LEFT_OUT = 2  # columns may be left out to spare a line
LOOKED_AT = 200  # of the longest values of a column, which tell how wide it must be
QUOTE = "quote"


@dataclass(frozen=True)
class Column:
    """A column as it is drawn: its name, its head, its values in words, and whether they are numbers."""

    name: str
    head: str
    cells: list[str]
    is_number: bool

    @cached_property
    def widest(self) -> int:
        """How many places of the terminal it takes if nothing is wrapped."""
        return max(map(room_of, [self.head, *self.cells]))

    @cached_property
    def narrowest(self) -> int:
        """How many places it takes if everything is wrapped: numbers stand on one line, words are not broken."""
        longest = max(map(room_of, self.cells)) if self.is_number else longest_word(self.cells)
        return max(longest_word([self.head]), longest)

    @cached_property
    def longest(self) -> list[str]:
        """Those of the values that may take most lines, but for the very longest few: see OFTEN."""
        by_length = sorted(self.cells, key=room_of)
        place = math.ceil(OFTEN * len(by_length))
        return list(dict.fromkeys(by_length[max(place - LOOKED_AT, 0) : place]))

    def width_for(self, lines: int) -> int:
        """Return the fewest places in which the values take no more than so many lines, or sentences can be read."""
        low, high = self.narrowest, max(self.widest, self.narrowest)
        while low < high:
            middle = (low + high) // 2
            if all(len(wrapped(cell, middle)) <= lines for cell in self.longest):
                high = middle
            else:
                low = middle + 1
        has_sentences = max(map(room_of, self.cells)) > 2 * LEGIBLE
        return max(min(low, LEGIBLE), self.narrowest) if has_sentences else low


def as_table(answer: Answer) -> Iterator[str]:
    """Give the answer as a table as wide as the terminal, long texts wrapped, and a last line on what is not shown."""
    width = terminal_width()
    shown = answer.only(answer.report.shown) if answer.report.shown else answer
    yield f"{answer.report.title}\n"
    if not shown.rows:
        yield "No rows.\n"
        for told in why_no_rows(answer):
            yield "\n".join(wrapped(told, terminal_width())) + "\n"
        return
    columns = [column_of(shown, place) for place in range(len(shown.columns))]
    may_leave_out = answer.report.shown and QUOTE not in shown.columns  # beside a quote each column tells what it is of
    kept, widths = fitting(columns, width, len(columns) // LEFT_OUT if may_leave_out else 0)
    if kept:
        yield from drawn(kept, widths)
    else:
        yield from one_by_one(shown, width)
    yield closing_line(answer, shown, [column for column in columns if kept and column not in kept])


def column_of(answer: Answer, place: int) -> Column:
    """Return a column of an answer in words; amounts of one size have it in their head."""
    name = answer.columns[place]
    cells = [readable(name, row[place]) for row in answer.rows]
    head = name.replace("_", " ")
    sizes = {cell.partition(" ")[2] for cell in cells if cell}
    if is_number(answer, place) and len(sizes) == 1 and "" not in sizes:
        [size] = sizes
        return Column(name, f"{head} ({size})", [cell.partition(" ")[0] for cell in cells], is_number=True)
    return Column(name, head, cells, is_number(answer, place))


def fitting(columns: list[Column], width: int, most: int) -> tuple[list[Column], list[int]]:
    """Return the columns that fit side by side and their widths; none where rows are better read one by one.

    Of two ways the one of lower rows is chosen, unless it leaves out too many columns for it; at most `most`.
    """
    ways = [(lines + left / LINE_LEFT_OUT, left, lines) for lines in LINES for left in range(most + 1)]
    for _, left, lines in sorted(ways):
        kept = without_last(columns, left)
        widths = widths_of(kept, width, lines)
        if widths:
            return kept, widths
    return [], []


def without_last(columns: list[Column], count: int) -> list[Column]:
    """Return the columns without so many of them: first those without any value, then the last ones."""
    empty = [column for column in columns if not any(column.cells)]
    last = [column for column in columns if column not in empty]
    left = [*reversed(empty), *reversed(last)][:count]
    return [column for column in columns if column not in left]


def terminal_width() -> int:
    """Return the width of the terminal in characters."""
    return shutil.get_terminal_size((WIDTH_OF_PIPES, 0)).columns


def widths_of(columns: list[Column], width: int, lines: int) -> list[int]:
    """Return how wide each column is drawn if rows have so many lines; nothing where they do not fit side by side."""
    widest = [column.widest for column in columns]
    widths = [column.width_for(lines) for column in columns]
    room = width - sum(widths) - GAP * (len(widths) - 1)
    if room < 0:
        return []
    while room and widths != widest:  # what room is left goes to the columns that lack it, the narrowest first
        place = min((place for place in range(len(widths)) if widths[place] < widest[place]), key=widths.__getitem__)
        widths[place] += 1
        room -= 1
    return widths


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


def drawn(columns: list[Column], widths: list[int]) -> Iterator[str]:
    """Give the rows as a table with columns of these widths."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0))
    for column, width in zip(columns, widths, strict=True):
        justify: Literal["left", "right"] = "right" if column.is_number else "left"
        table.add_column(column.head, justify=justify, overflow="fold", width=width)
    for row in zip(*(column.cells for column in columns), strict=True):
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


def closing_line(answer: Answer, shown: Answer, left_out: list[Column]) -> str:
    """Return the line that counts the rows and tells what is not shown, and how to see it."""
    rows = "1 row" if answer.total == 1 else f"{answer.counted} rows"
    notes = [f"{len(answer.rows):,} of {rows}; all with --limit 0"] if answer.is_cut else [rows]
    if left_out:
        notes.append(f"no room for {', '.join(column.name.replace('_', ' ') for column in left_out)}")
    left = len(answer.columns) - len(shown.columns)
    if left or left_out:
        more = f"{left} more column{'s' if left > 1 else ''}" if left else "these"
        notes.append(f"{more} with --columns or --format csv")
    return "\n".join(wrapped("; ".join(notes), terminal_width())) + "\n"
