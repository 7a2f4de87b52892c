"""The formats that an answer is written in; the terminal's table, the page and the workbook have files of their own."""

import csv
import io
import json
from collections.abc import Callable, Iterator

from models.database import InputError
from models.extras import how_to_install
from models.printable import OBEYED, as_cell, printable
from queries.answer import Answer, Value
from queries.formats import plain, why_no_rows
from queries.terminal import as_table


def as_csv(answer: Answer) -> Iterator[str]:
    """Give the answer as CSV (RFC 4180, but for line ends), a line at a time; nothing for what is unknown.

    It may be opened by a spreadsheet or shown by a terminal: neither obeys what stands in a text.
    """
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\n")
    for row in [answer.columns, *answer.rows]:
        writer.writerow([harmless(value) for value in row])
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def harmless(value: Value) -> str:
    """Return a value as text that neither a spreadsheet nor a terminal obeys."""
    return as_cell(value) if isinstance(value, str) else printable(plain(value))


def as_json(answer: Answer) -> Iterator[str]:
    """Give the answer as one JSON list of objects."""
    yield "["
    for number, row in enumerate(as_jsonl(answer)):
        yield (",\n " if number else "\n ") + row.rstrip("\n")
    yield "\n]\n"


def as_jsonl(answer: Answer) -> Iterator[str]:
    """Give the answer as JSON objects, one a line, in which what a terminal would obey is written by its number."""
    for row in answer.rows:
        told = json.dumps(dict(zip(answer.columns, row, strict=True)), ensure_ascii=False, default=str)
        yield OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", told) + "\n"


def as_markdown(answer: Answer) -> Iterator[str]:
    """Give the answer as a table of GitHub's Markdown, under its title."""
    yield f"## {answer.report.title}\n\n"
    yield "| " + " | ".join(answer.columns) + " |\n"
    yield "| " + " | ".join("---" for _ in answer.columns) + " |\n"
    for row in answer.rows:
        texts = (printable(plain(value)) for value in row)
        cells = (text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ") for text in texts)
        yield "| " + " | ".join(cells) + " |\n"
    if told := why_no_rows(answer):
        yield "\n" + "\n".join(told) + "\n"


def as_html(answer: Answer) -> Iterator[str]:
    """Give the answer as a page of HTML that needs nothing else."""
    from queries.page import answer_page

    yield answer_page(answer)


def as_xlsx(answer: Answer) -> Iterator[bytes]:
    """Give the answer as a workbook: typed cells under a frozen head, and a sheet that tells what was asked."""
    from queries.workbook import workbook

    yield workbook(answer)


def as_parquet(answer: Answer) -> Iterator[bytes]:
    """Give the answer as a Parquet file. Raises InputError where pyarrow is not installed."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise InputError(f"Parquet needs pyarrow; install it with: {how_to_install('parquet')}") from None
    held = io.BytesIO()
    columns = {}
    for place, name in enumerate(answer.columns):
        try:
            columns[name] = pyarrow.array([row[place] for row in answer.rows])
        except (pyarrow.ArrowException, OverflowError) as error:
            reason = f"the values of the column {name} are of several types, or too big ({error})"
            raise InputError(f"{reason}; give them one type in the SQL, or take another format") from None
    pyarrow.parquet.write_table(pyarrow.table(columns), held)
    yield held.getvalue()


Writer = Callable[[Answer], Iterator[str] | Iterator[bytes]]

WRITERS: dict[str, Writer] = {
    "table": as_table,
    "csv": as_csv,
    "json": as_json,
    "jsonl": as_jsonl,
    "markdown": as_markdown,
    "html": as_html,
    "xlsx": as_xlsx,
    "parquet": as_parquet,
}
FOR_PEOPLE = ("table", "markdown", "html")  # the others are read by programs
ENDINGS = {".txt": "table", ".md": "markdown", ".htm": "html"} | {
    f".{name}": name for name in WRITERS if name != "table"
}
