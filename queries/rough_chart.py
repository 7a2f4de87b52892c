"""A rough chart for the terminal: bars, or a grid of shades, of what the chart of a report names for it."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from models.database import InputError
from models.printable import printable
from queries.answer import Answer, Value
from queries.catalogue import SavedReport
from queries.formats import nothing_to_draw, readable
from queries.presentation import NAME, told
from queries.terminal import room_of, terminal_width, wrapped

SHADES = " ░▒▓█"
BAR = "█"
LABELS = 0.45  # of the terminal's width, at most, that the labels take


Sums = Mapping[tuple[str, Value], float]


def rough_chart(answer: Answer) -> Iterator[str]:
    """Give the lines of a chart in letters. Raises InputError where there is nothing to draw.

    The part `rough` of the chart's usermeta names the column, or columns, whose values stand one below the other (y),
    and what is summed (value, else rows are counted); with a column across (x) the sums are drawn as a grid of shades,
    else as bars.
    """
    named = rough_part(answer.report)
    if not named:
        raise InputError(f"the report {answer.report.name} has no chart for terminals")
    if not answer.rows:
        raise InputError(nothing_to_draw(answer))
    sums: dict[tuple[str, Value], float] = defaultdict(float)
    for row in answer.rows:
        cells = dict(zip(answer.columns, row, strict=True))
        labels = told(cells, names_of(named["y"]), NAME)
        value = cells[named["value"]] if "value" in named else 1
        [across] = told(cells, [named["x"]], NAME) if "x" in named else [""]
        if isinstance(value, int | float) and across is not None and None not in labels:
            sums[printable(", ".join(map(str, labels))), across] += value
    yield f"{answer.report.title}\n"
    measure = named.get("value", "rows")
    yield from grid(sums, measure) if "x" in named else bars(sums, measure)


def rough_part(report: SavedReport) -> Mapping[str, Any]:
    """Return what the chart of a report names for terminals."""
    named: Mapping[str, Any] = report.chart.get("usermeta", {}).get("rough", {})
    return named


def columns_of_rough(report: SavedReport) -> list[str]:
    """Return the columns that the rough chart of a report draws."""
    return [name for named in rough_part(report).values() for name in names_of(named)]


def names_of(named: str | Sequence[str]) -> Sequence[str]:
    """Return the columns that a part of a head names, be it one or several."""
    return [named] if isinstance(named, str) else named


def bars(sums: Sums, measure: str) -> Iterator[str]:
    """Give a bar for each row."""
    highest = max(sums.values(), default=0)
    numbers = {key: readable(measure, tidy(total)) for key, total in sums.items()}
    widest_label = label_width(label for label, _ in sums)
    widest_number = max(map(len, numbers.values()), default=0)
    room = max(terminal_width() - widest_label - widest_number - 4, 10)
    for key, total in sums.items():
        bar = BAR * round(room * total / highest) if highest > 0 else ""
        yield f"{fitted(key[0], widest_label)}  {numbers[key]:>{widest_number}}  {bar}\n".rstrip() + "\n"


def grid(sums: Sums, measure: str) -> Iterator[str]:
    """Give a row of shades for each row, the darkest for the highest sum, and a last line that tells what they mean."""
    rows = list(dict.fromkeys(row for row, _ in sums))
    across = sorted({column for _, column in sums}, key=str)
    highest = max(sums.values(), default=0)
    width = max((len(str(column)) for column in across), default=0) + 1
    label = label_width(rows)
    fitting = max((terminal_width() - label - 1) // width, 1)
    across = across[-fitting:]  # the latest years, where not all fit
    yield " " * (label + 1) + "".join(f"{column!s:>{width}}" for column in across) + "\n"
    for row in rows:
        cells = (SHADES[shade(sums.get((row, column), 0), highest)] * (width - 1) for column in across)
        yield f"{fitted(row, label)} " + "".join(f" {cell}" for cell in cells).rstrip() + "\n"
    scale = f"{measure.replace('_', ' ')}: {', '.join(scale_of(sums, measure))}"
    yield from (f"{line}\n" for line in wrapped(scale, terminal_width()))


def label_width(labels: Iterable[str]) -> int:
    """Return how many places of the terminal the labels take: as many as the longest, or as there are for them."""
    return min(max(map(room_of, labels), default=0), int(LABELS * terminal_width()))


def fitted(label: str, width: int) -> str:
    """Return a label in so many places of the terminal, cut in the middle: milestones differ at the end."""
    from rich.cells import set_cell_size

    if room_of(label) <= width:
        return set_cell_size(label, width)
    head = width // 3
    end = set_cell_size(label[::-1], width - head - 1)[::-1]
    return f"{set_cell_size(label, head)}…{end}"


def shade(value: float, highest: float) -> int:
    """Return the place in SHADES of a value: none for nothing, the darkest for the highest."""
    if value <= 0 or highest <= 0:
        return 0
    return math.ceil((len(SHADES) - 1) * value / highest)


def scale_of(sums: Sums, measure: str) -> Iterator[str]:
    """Give for each shade up to which sum it stands; of whole numbers, those shades that some of them have."""
    highest = max(sums.values(), default=0)
    is_whole = all(total == int(total) for total in sums.values())
    before: float = 0
    for place, letter in enumerate(SHADES[1:], 1):
        bound = place * highest / (len(SHADES) - 1)
        bound = math.floor(bound) if is_whole else bound
        if bound > before:
            yield f"{letter} up to {readable(measure, tidy(bound))}"
        before = bound


def tidy(total: float) -> int | float:
    """Return a whole number as such."""
    return int(total) if total == int(total) else round(total, 1)
