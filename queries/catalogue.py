"""The catalogue of saved reports: what a report is, and how its .sql file is read and checked.

A saved report is one file: a head of TOML in comment lines, then one SELECT without parameters. The file therefore
runs as it stands in any SQL tool. Its chart, if it has one, is Vega-Lite in charts/NAME.json beside it.
"""

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from models.database import InputError

SUBJECTS = ("Anniversaries", "Trade", "Exchanges", "Correspondents", "Themes", "Coverage", "Data quality", "Base")
VIEW_PREFIX = "report_"
HEAD_KEYS = {
    "title", "question", "only", "subject", "order", "walk", "rows", "listed", "shown", "filters", "values", "columns",
}  # fmt: skip
CHARTS = "charts"  # the folder beside the reports


@dataclass(frozen=True)
class SavedReport:
    """A saved report: its SELECT, what its head says of it, and the Vega-Lite of its chart.

    `filters` names for each filter the columns of the SELECT it looks at, `shown` the columns of the terminal table
    (all, where empty), `order` the columns that rows are sorted by, `walk` reports, this one or others, each with the
    column of its keys by which the rows of this one are sorted and its first ones found, `rows` the report, this one or
    another, that has one row for each of this one, and the column of keys, no two of which are the same. `listed` tells
    of sums that a few of them cost less than all. `chart` is how the rows are drawn, `described` what those columns
    mean that mean something else than in other reports. `values` names for a filter all the values that it takes, where
    these are the same in every database. `only` says of a report that lists a part of what its question may be
    understood of, which part: of what else there is, it has no rows.
    """

    name: str
    path: str
    sql: str
    title: str
    question: str = ""
    only: str = ""
    subject: str = "Own"
    order: str = ""
    walk: tuple[tuple[str, str], ...] = ()
    rows: tuple[str, ...] = ()
    listed: bool = False
    shown: tuple[str, ...] = ()
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    chart: Mapping[str, Any] = field(default_factory=dict)
    described: Mapping[str, str] = field(default_factory=dict)

    @property
    def view(self) -> str:
        """The name of the view under which the report is published."""
        return VIEW_PREFIX + self.name.replace("-", "_")

    @property
    def lists(self) -> str:
        """What the report lists at all, as a sentence; nothing where it lists all that its question is of."""
        return f"It lists only {self.only}." if self.only else ""

    @cached_property
    def columns(self) -> dict[str, str]:
        """The columns of the SELECT in their order, each with the type its CAST gives, or "" where it has none."""
        from queries.select import columns_of

        return columns_of(self.sql, self.path)


@cache
def shipped_reports() -> dict[str, SavedReport]:
    """Return the saved reports that come with the program, by name, in the order of subjects and names."""
    return read_folder(resources.files("queries"))


def read_folder(folder: Traversable | Path) -> dict[str, SavedReport]:
    """Return the saved reports of a folder by name. Raises InputError for a file that is none."""
    charts = folder.joinpath(CHARTS)
    reports = [read_report(file, charts) for file in folder.iterdir() if file.name.endswith(".sql")]
    return {report.name: report for report in sorted(reports, key=by_subject)}


def by_subject(report: SavedReport) -> tuple[int, str, str]:
    """Return what reports are listed by: known subjects first, then the names."""
    known = SUBJECTS.index(report.subject) if report.subject in SUBJECTS else len(SUBJECTS)
    return known, report.subject, report.name


def read_own(file: Path) -> SavedReport:
    """Return the saved report in a file of the user's own, with the chart beside it."""
    return read_report(file, file.parent / CHARTS)


def read_report(file: Traversable | Path, charts: Traversable | Path) -> SavedReport:
    """Return the saved report in a .sql file, with its chart from `charts`; one without a head is titled by its name.

    Raises InputError, with file and line, where the file cannot be read or the head is not as it should be.
    """
    lines = text_of(file, "report").splitlines()
    head_lines = leading_comment(lines)
    head = read_head(head_lines, str(file))
    name = file.name.removesuffix(".sql").replace("_", "-").lower()
    sql = "\n".join(lines[len(head_lines) :]).strip().rstrip(";").strip()
    chart = read_chart(charts.joinpath(file.name.removesuffix(".sql") + ".json"))
    return SavedReport(name=name, path=str(file), sql=sql, chart=chart, **{"title": name, **head})


def text_of(file: Traversable | Path, what: str) -> str:
    """Return the text of a file. Raises InputError where it cannot be read."""
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is no UTF-8 text"
        raise InputError(f"the {what} {file} cannot be read: {reason}") from None


def read_chart(file: Traversable | Path) -> dict[str, Any]:
    """Return the Vega-Lite of a chart, nothing where there is no such file. Raises InputError where it is no JSON."""
    if not file.is_file():
        return {}
    try:
        chart = json.loads(text_of(file, "chart"))
    except json.JSONDecodeError as error:
        raise InputError(f"{file}:{error.lineno}: the chart is no JSON: {error.msg}, column {error.colno}") from None
    if not isinstance(chart, dict):
        raise InputError(f"{file}: a chart is one JSON object, as Vega-Lite has it")
    return chart


def leading_comment(lines: Iterable[str]) -> list[str]:
    """Return the comment lines a file begins with."""
    found: list[str] = []
    for line in lines:
        if not line.startswith("--"):
            break
        found.append(line)
    return found


def read_head(lines: list[str], path: str) -> dict[str, Any]:
    """Return the fields of a report's head. Raises InputError for what is no TOML, and for keys that mean nothing."""
    if not any("=" in line for line in lines):
        return {}  # a plain comment, as in files written for another tool
    try:
        head = tomllib.loads("\n".join(line.removeprefix("--").removeprefix(" ") for line in lines))
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{path}: the head is no TOML: {error}") from None
    for key in head.keys() - HEAD_KEYS:
        raise InputError(
            f"{place(path, lines, key)}: the head has no field {key!r}; it has {', '.join(sorted(HEAD_KEYS))}"
        )
    filters = head.get("filters", {})
    head["filters"] = {name: (named,) if isinstance(named, str) else tuple(named) for name, named in filters.items()}
    head["values"] = {name: tuple(values) for name, values in head.get("values", {}).items()}
    head["shown"] = tuple(head.get("shown", ()))
    head["rows"] = tuple(head.get("rows", ()))
    head["walk"] = tuple((walked, key) for walked, key in head.get("walk", ()))
    head["described"] = head.pop("columns", {})
    return head


def place(path: str, lines: Iterable[str], word: str) -> str:
    """Return the file and line at which a head speaks of `word`."""
    numbers = [number for number, line in enumerate(lines, 1) if word in line.replace('"', " ").split("=")[0]]
    return f"{path}:{numbers[0]}" if numbers else path
