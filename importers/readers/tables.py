"""CSV: tables with the columns' names in the first line, parted by commas, semicolons or tabs."""

import csv
import io
from collections.abc import Iterator

from importers.raw_report import RawReport, Rejected, UnreadableError
from importers.readers.columns import columns_of, report_of
from importers.readers.document import LARGEST_REPORT, Document
from importers.readers.text import decoded

SUFFIXES = (".csv", ".tsv", ".tab")
LONGEST_HEADER = 4000
LONGEST_NAME = 40


class Table:
    """A table with a report in each row."""

    name = "CSV"
    holds_many = True

    def identifies(self, document: Document) -> bool:
        """Return whether the first line names a column of text and at least one other, or the file is called CSV."""
        try:
            first = decoded(document.head.split(b"\n", 1)[0]).lstrip("\ufeff")
        except UnreadableError:
            return False
        if document.suffix in SUFFIXES:
            return True
        if len(first) >= LONGEST_HEADER:
            return False
        names = next(csv.reader([first], delimiter=delimiter_of(first)), [])
        if len(names) < 2 or any(len(name) >= LONGEST_NAME for name in names):
            return False
        found = columns_of(names, {})
        return "text" in found and len(found) >= 2

    def read(self, document: Document) -> Iterator[RawReport | Rejected]:
        """Yield the report of each row, under the number of the line where the row begins."""
        csv.field_size_limit(LARGEST_REPORT)
        with document.open() as file:
            lines = io.TextIOWrapper(file, encoding=encoding_of(document.head), errors="replace", newline="")
            header = lines.readline(LONGEST_HEADER)
            names = next(csv.reader([header.lstrip("\ufeff")], delimiter=delimiter_of(header)), [])
            columns = columns_of(names, document.columns)
            if "text" not in columns:
                known = f"its columns: {', '.join(names)}"
                raise UnreadableError(f"none of its columns is known to hold the text; say --column text=NAME; {known}")
            reader = csv.DictReader(lines, fieldnames=names, delimiter=delimiter_of(header))
            begins = 2
            for row in reader:
                locator, begins = f"{document.locator}:{begins}", reader.line_num + 2
                try:
                    yield report_of(row, columns, locator)
                except UnreadableError as error:
                    yield Rejected(locator, str(error))


def delimiter_of(header: str) -> str:
    """Return what parts the columns."""
    return max(",;\t", key=header.count)


def encoding_of(head: bytes) -> str:
    """Return the encoding of a table by its first bytes."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.end < len(head):
            return "cp1252"
    return "utf-8"
