"""What the reference files hold: `python -m importers.reference.coverage` prints the tables of the guide."""

import csv
import io
import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files

from importers.reference.load import SHIPPED

COUNTED = (*SHIPPED, "programmes", "meeting_series")

Line = dict[str, str]


def lines_of(name: str) -> list[Line]:
    """Return the lines of a reference file."""
    text = files("importers.reference").joinpath(f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def looked_up(lines: Iterable[Line]) -> int:
    """Return how many of the lines were looked up."""
    return sum(line["verified"] == "yes" for line in lines)


def file_rows() -> Iterator[str]:
    """Yield a row for each file: how many lines it has, looked up and from knowledge."""
    for name in COUNTED:
        lines = lines_of(name)
        yield f"| {name}.csv | {len(lines):,} | {looked_up(lines):,} | {len(lines) - looked_up(lines):,} |"


def trade_rows() -> Iterator[str]:
    """Yield a row for each pair of countries: the years of its totals, of its exports and imports, and its figures."""
    names = {line["code"]: line["names"].split(";")[0] for line in lines_of("countries")}
    by_pair: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for line in lines_of("trade_statistics"):
        one, other = sorted((names[line["reporter"]], names[line["partner"]]))
        by_pair[one, other].append(line)
    for (one, other), lines in sorted(by_pair.items()):
        years = {flow: {int(line["year"]) for line in lines if line["flow"] == flow} for flow in FLOWS}
        both = years["export"] & years["import"]
        yield f"| {one} and {other} | {spans(years['total'])} | {spans(both)} | {len(lines):,} | {looked_up(lines):,} |"


FLOWS = ("total", "export", "import")


def spans(years: Iterable[int]) -> str:
    """Return years as spans: 2000 to 2020, 2022."""
    runs = itertools.groupby(enumerate(sorted(years)), lambda place: place[1] - place[0])
    ends = [[year for _, year in run] for _, run in runs]
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in ends)


def tables() -> Iterator[str]:
    """Yield the lines of both tables, with their heads."""
    yield from ("| file | rows | looked up | from knowledge |", "| --- | --- | --- | --- |", *file_rows(), "")
    yield from ("| | totals | exports and imports | figures | looked up |", "| --- | --- | --- | --- | --- |")
    yield from trade_rows()


if __name__ == "__main__":
    print("\n".join(tables()))
