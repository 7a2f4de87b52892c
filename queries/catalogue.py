"""The catalogue of saved reports: what a report is, and how its .sql file is read and checked.

A saved report is one file: a head of TOML in comment lines, then one SELECT without parameters. The file therefore
runs as it stands in any SQL tool.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from models.database import InputError
from queries.filters import FILTERS, columns_filtered_by

SUBJECTS = ("Anniversaries", "Trade", "Exchanges", "Correspondents", "Themes", "Coverage", "Data quality", "Base")
VIEW_PREFIX = "report_"
HEAD_KEYS = {"title", "question", "subject", "order", "shown", "filters", "chart", "columns"}


@dataclass(frozen=True)
class SavedReport:
    """A saved report: its SELECT and what its head says of it.

    `filters` names for each filter the columns of the SELECT it looks at, `shown` the columns of the terminal table
    (all, where empty), `order` the columns that rows are sorted by, `chart` how the rows are drawn, `described` what
    those columns mean that mean something else than in other reports.
    """

    name: str
    path: str
    sql: str
    title: str
    question: str = ""
    subject: str = "Own"
    order: str = ""
    shown: tuple[str, ...] = ()
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    chart: Mapping[str, Any] = field(default_factory=dict)
    described: Mapping[str, str] = field(default_factory=dict)

    @property
    def view(self) -> str:
        """The name of the view under which the report is published."""
        return VIEW_PREFIX + self.name.replace("-", "_")

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
    reports = [read_report(file) for file in folder.iterdir() if file.name.endswith(".sql")]
    return {report.name: report for report in sorted(reports, key=by_subject)}


def by_subject(report: SavedReport) -> tuple[int, str, str]:
    """Return what reports are listed by: known subjects first, then the names."""
    known = SUBJECTS.index(report.subject) if report.subject in SUBJECTS else len(SUBJECTS)
    return known, report.subject, report.name


def read_report(file: Traversable | Path) -> SavedReport:
    """Return the saved report in a .sql file; one without a head is titled by its name.

    Raises InputError, with file and line, where the file cannot be read or the head is not as it should be.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is no UTF-8 text"
        raise InputError(f"the report {file} cannot be read: {reason}") from None
    lines = text.splitlines()
    head_lines = leading_comment(lines)
    head = read_head(head_lines, str(file))
    name = file.name.removesuffix(".sql").replace("_", "-").lower()
    sql = "\n".join(lines[len(head_lines) :]).strip().rstrip(";").strip()
    return SavedReport(name=name, path=str(file), sql=sql, **{"title": name, **head})


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
    head["shown"] = tuple(head.get("shown", ()))
    head["described"] = head.pop("columns", {})
    return head


def place(path: str, lines: Iterable[str], word: str) -> str:
    """Return the file and line at which a head speaks of `word`."""
    numbers = [number for number, line in enumerate(lines, 1) if word in line.replace('"', " ").split("=")[0]]
    return f"{path}:{numbers[0]}" if numbers else path


def check(report: SavedReport) -> list[str]:
    """Return what is wrong between a report's head and its SELECT, each as one line with file and line number."""
    lines = leading_comment(Path(report.path).read_text(encoding="utf-8").splitlines())
    named = {**report.filters, "shown": report.shown, "chart": chart_columns(report), "columns": report.described}
    wrong = [
        f"{place(report.path, lines, key)}: {key} names the column {column}, which the SELECT does not have"
        for key, columns in named.items()
        for column in columns
        if column not in report.columns
    ]
    for filter_name in FILTERS:
        fitting = columns_filtered_by(filter_name, report.columns)
        if fitting and filter_name not in report.filters:
            wrong.append(
                f"{report.path}: the SELECT has {', '.join(fitting)}, the head declares no filter {filter_name}"
            )
    return wrong


def chart_columns(report: SavedReport) -> list[str]:
    """Return the columns that a report's chart draws, but for those that its own transforms make."""
    from queries.chart import ROUGH, fields_of
    from queries.rough_chart import names_of

    made = set(re.findall(r"'as': \[?'(\w+)'(?:, '(\w+)')?", str(report.chart)))
    own = {name for pair in made for name in pair}
    rough = [name for named in report.chart.get(ROUGH, {}).values() for name in names_of(named)]
    return [name for name in (*fields_of(report.chart), *rough) if name not in own]
