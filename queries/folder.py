"""All saved reports as a folder to hand on: pages that open from disk, with the charts and the files beside them."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Engine

from models.database import shown
from queries.answer import Answer, ask, reading
from queries.catalogue import shipped_reports
from queries.chart import write_chart
from queries.formats import about
from queries.output import as_csv, as_xlsx
from queries.page import templates

ROWS_ON_A_PAGE = 1000  # the files beside the page have them all


@dataclass(frozen=True)
class Entry:
    """What the index shows of a report: its answer, cut to a page, and whether there is a chart."""

    answer: Answer
    has_chart: bool


def write_folder(engine: Engine, folder: Path) -> int:
    """Write a page, a chart, a CSV file and a workbook of each saved report, and an index; return how many reports.

    Raises OSError where the folder cannot be written.
    """
    with reading(engine) as connection:
        entries = [write_report(ask(connection, report), folder) for report in shipped_reports().values()]
    (folder / "index.html").write_text(index_page(entries, shown(engine.url)), encoding="utf-8")
    return len(entries)


def write_report(answer: Answer, folder: Path) -> Entry:
    """Write the files of one report."""
    name = answer.report.name
    write_all(folder / f"{name}.csv", (line.encode() for line in as_csv(answer)))
    write_all(folder / f"{name}.xlsx", as_xlsx(answer))
    has_chart = bool(answer.report.chart) and bool(answer.rows)
    if has_chart:
        write_chart(answer, folder / f"{name}.svg")
    shown = replace(answer, rows=answer.rows[:ROWS_ON_A_PAGE])
    entry = Entry(shown, has_chart)
    page = templates().get_template("report.html").render(entry=entry, answer=shown, about=about(shown))
    (folder / f"{name}.html").write_text(page, encoding="utf-8")
    return entry


def write_all(file: Path, chunks: Iterable[bytes]) -> None:
    """Write bytes into a file."""
    with file.open("wb") as opened:
        opened.writelines(chunks)


def index_page(entries: list[Entry], database: str) -> str:
    """Return the page that leads to all others, by subject."""
    subjects: dict[str, list[Entry]] = {}
    for entry in entries:
        subjects.setdefault(entry.answer.report.subject, []).append(entry)
    today = datetime.date.today().isoformat()
    return templates().get_template("index.html").render(subjects=subjects, database=database, today=today)
