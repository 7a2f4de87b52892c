"""What is wrong between the parts of a saved report: its head, its SELECT and its chart."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from queries.catalogue import SavedReport, leading_comment, place
from queries.filters import FILTERS, columns_filtered_by
from queries.rough_chart import columns_of_rough


def check(report: SavedReport) -> list[str]:
    """Return what is wrong between a report's parts, each as one line with file and line number."""
    lines = leading_comment(Path(report.path).read_text(encoding="utf-8").splitlines())
    named = {**report.filters, "shown": report.shown, "chart": chart_columns(report), "columns": report.described}
    wrong = [
        f"{place(report.path, lines, key)}: {key} names the column {column}, which the SELECT does not have"
        for key, columns in named.items()
        for column in columns
        if column not in report.columns
    ]
    wrong += [
        f"{place(report.path, lines, name)}: {name} has values, and the head declares no filter {name}"
        for name in report.values
        if name not in report.filters
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
    made = set(re.findall(r"'as': \[?'(\w+)'(?:, '(\w+)')?", str(report.chart)))
    own = {name for pair in made for name in pair}
    needed = report.chart.get("usermeta", {}).get("needs", {}).get("columns", ())
    return [name for name in (*fields_of(report.chart), *columns_of_rough(report), *needed) if name not in own]


def fields_of(part: Any) -> Iterator[str]:
    """Give the columns that a chart's specification names in its encodings."""
    if isinstance(part, Mapping):
        for name, content in part.items():
            if name == "field" and isinstance(content, str):
                yield content
            else:
                yield from fields_of(content)
    elif isinstance(part, list):
        for content in part:
            yield from fields_of(content)
