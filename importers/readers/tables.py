"""Tables as text: columns parted by commas, semicolons, tabs or bars, their names in the first line."""

import csv
import io
import re
from collections.abc import Iterator
from typing import Any

from importers.raw_report import ColumnsUsed, RawReport, Rejected, UnreadableError
from importers.readers.columns import Columns, columns_of
from importers.readers.document import LARGEST_REPORT, Document
from importers.readers.encodings import decoded, encoding_of

SUFFIXES = (".csv", ".tsv", ".tab", ".psv")
LONGEST_HEADER = 4000
LONGEST_NAME = 40
DELIMITERS = ",;\t|"
SAYS_DELIMITER = re.compile(r"\ufeff?sep=(?P<delimiter>.)\s*", re.IGNORECASE)  # as spreadsheets write it
TOO_LONG = (
    "the row has {} columns, the first line names {}; put a field with commas or quotation marks in quotation marks,"
    " those within it doubled"
)
LINE_END = re.compile("\r\n?|\n")
# A quotation mark within a field written as \\" and not doubled; one that ends the field has a delimiter behind it.
ESCAPED = re.compile(r"""[^\\,;\t|]\\"(?!\s*(?:[,;\t|\r\n]|$))""")


class Table:
    """A table with a report in each row."""

    name = "CSV"
    holds_many = True

    def identifies(self, document: Document) -> bool:
        """Return whether the first line names a column of text and at least one other, or the file is called CSV."""
        try:
            header = first_lines(decoded(document.head))[1]
        except UnreadableError:
            return False
        if document.suffix in SUFFIXES:
            return True
        if len(header) >= LONGEST_HEADER:
            return False
        names = names_in(header)
        if len(names) < 2 or any(len(name) >= LONGEST_NAME for name in names):
            return False
        found = columns_of(names, {})
        return bool(found["text"]) and sum(map(bool, found.values())) >= 2

    def read(self, document: Document) -> Iterator[RawReport | Rejected | ColumnsUsed]:
        """Yield the report of each row, under the number of the line where the row begins."""
        csv.field_size_limit(LARGEST_REPORT)
        head = decoded(document.head)
        delimiter, _ = first_lines(head)
        with document.open() as file:
            text = io.TextIOWrapper(file, encoding=encoding_of(document.head), errors="replace", newline="")
            lines = csv.reader(
                Lines(text),
                delimiter=delimiter,
                escapechar="\\" if ESCAPED.search(head) else None,
                strict=True,
            )
            names = next(lines)
            if names and SAYS_DELIMITER.fullmatch(delimiter.join(names)):
                names = next(lines)
            names = [name.strip("\ufeff ") for name in names]
            columns = Columns(document.columns)
            check_names(names, columns)
            yield from self.rows(document.locator, lines, names, columns)
        yield columns.told(document.locator)

    def rows(self, locator: str, lines: Any, names: list[str], columns: Columns) -> Iterator[RawReport | Rejected]:
        """Yield the report in each row, or why there is none."""
        while True:
            at = f"{locator}:{lines.line_num + 1}"
            try:
                row = next(lines)
                if not row:
                    continue
                if len(row) > len(names):
                    yield Rejected(at, TOO_LONG.format(len(row), len(names)))
                    continue
                yield columns.report_of(dict(zip(names, row, strict=False)), at)
            except StopIteration:
                return
            except csv.Error as error:
                yield Rejected(at, f"the row is not as CSV is written: {error}")
            except UnreadableError as error:
                yield Rejected(at, str(error))


def check_names(names: list[str], columns: Columns) -> None:
    """Raise UnreadableError where no column is known to hold the text, or one is not there that the user named."""
    named = [column for several in columns.named.values() for column in several]
    missing = [column for column in named if column not in names]
    if missing:
        raise UnreadableError(f"there is no column {', '.join(missing)}; its columns: {', '.join(names)}")
    if not columns_of(names, columns.named)["text"]:
        raise UnreadableError(columns.why_no_text(dict.fromkeys(names), ()))


class Lines:
    """The lines of a table. One that is longer than any report is passed over with UnreadableError, and not held."""

    def __init__(self, file: io.TextIOWrapper) -> None:
        self.file = file

    def __iter__(self) -> "Lines":
        return self

    def __next__(self) -> str:
        line = self.file.readline(LARGEST_REPORT)
        if len(line) == LARGEST_REPORT:
            while line and not line.endswith(("\n", "\r")):
                line = self.file.readline(LARGEST_REPORT)
            raise UnreadableError(f"the line is longer than {LARGEST_REPORT // 1_000_000} MB, which no report is")
        if not line:
            raise StopIteration
        return line


def first_lines(head: str) -> tuple[str, str]:
    """Return what parts the columns, and the line that names them."""
    first, *others = LINE_END.split(head, maxsplit=2)
    says = SAYS_DELIMITER.fullmatch(first)
    header = others[0] if says and others else first
    return says["delimiter"] if says else delimiter_of(header), header.lstrip("\ufeff")


def names_in(header: str) -> list[str]:
    """Return the names in a line."""
    try:
        return next(csv.reader([header], delimiter=delimiter_of(header)), [])
    except csv.Error:
        return []


def delimiter_of(header: str) -> str:
    """Return what parts the columns."""
    return max(DELIMITERS, key=header.count)
