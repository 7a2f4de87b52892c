"""JSON and JSON Lines: exports of archives and interfaces, a report in each record."""

import json
import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

from importers.raw_report import ColumnsUsed, RawReport, Rejected, UnreadableError
from importers.readers.columns import Columns, columns_of
from importers.readers.document import LARGEST_REPORT, Document
from importers.readers.encodings import decoded, encoding_of
from importers.readers.json_values import Values

BEGINNING = re.compile(r"\s*(?:\{\s*(?:[\"}])|\[\s*(?:[\[{\"\]]))")
LINES = (".jsonl", ".ndjson", ".jl")
HELD_DEEP = 4  # how deep in a JSON file its list of records may stand

Read = RawReport | Rejected


class Records:
    """JSON: one record, a list of them, records one behind the other, or one on each line."""

    name = "JSON"
    holds_many = True

    def identifies(self, document: Document) -> bool:
        """Return whether it begins with a record or a list of records."""
        try:
            return BEGINNING.match(decoded(document.head)) is not None
        except UnreadableError:
            return False

    def read(self, document: Document) -> Iterator[Read | ColumnsUsed]:
        """Yield the report of each record."""
        columns = Columns(document.columns)
        reports = read_lines(document, columns) if has_lines(document) else read_values(document, columns)
        yield from reports
        for name in columns.missing():
            yield Rejected(document.locator, f"no record has a column {name}; its columns: {', '.join(columns.met)}")
        yield columns.told(document.locator)


def has_lines(document: Document) -> bool:
    """Return whether each line is a record of its own."""
    first, newline, rest = decoded(document.head).lstrip("\ufeff \r\n").partition("\n")
    if not newline:
        return document.suffix in LINES
    try:
        return isinstance(json.loads(first), dict) and bool(rest.strip() or document.suffix in LINES)
    except (ValueError, RecursionError):
        return document.suffix in LINES


def read_lines(document: Document, columns: Columns) -> Iterator[Read]:
    """Yield the report of each line; a line that is too long is passed over without being held."""
    encoding = encoding_of(document.head)
    if encoding.startswith("utf-16"):  # whose line ends are two bytes
        yield from read_values(document, columns)
        return
    with document.open() as file:
        number = 0
        while line := file.readline(LARGEST_REPORT):
            number += 1
            locator = f"{document.locator}:{number}"
            if len(line) == LARGEST_REPORT and not line.endswith(b"\n"):
                while (line := file.readline(LARGEST_REPORT)) and not line.endswith(b"\n"):
                    pass
                yield Rejected(locator, f"the line is longer than {LARGEST_REPORT // 1_000_000} MB, which no report is")
            elif line.strip(b"\xef\xbb\xbf \t\r\n"):
                yield read_line(line.decode(encoding, "replace").lstrip("\ufeff"), columns, locator)


def read_line(line: str, columns: Columns, locator: str) -> Read:
    """Return the report of a line, or why there is none."""
    try:
        return read_record(json.loads(line), columns, locator)
    except json.JSONDecodeError as error:
        return Rejected(locator, f"the line is no JSON: {error.msg} at character {error.pos + 1}")
    except (ValueError, RecursionError) as error:
        return Rejected(locator, f"the line is no JSON: {error}")


def read_values(document: Document, columns: Columns) -> Iterator[Read]:
    """Yield the report of each record in a list, of records one behind the other, or of those within a record."""
    with document.open() as file:
        values = Values(file, encoding_of(document.head))
        found = iter(values)
        first = next(found, None)
        second = next(found, None)
        if second is None and isinstance(first, UnreadableError):
            raise first
        records = records_in(first) if second is None and not values.is_list else chain((first, second), found)
        yield from numbered(records, document, columns, is_alone=second is None)


def numbered(records: Any, document: Document, columns: Columns, *, is_alone: bool) -> Iterator[Read]:
    """Yield the report of each record under its number; of one alone under the file's name."""
    is_alone = is_alone and isinstance(records, list) and len(records) == 1
    for number, record in enumerate(records, 1):
        locator = document.locator if is_alone else f"{document.locator}:{number}"
        if isinstance(record, UnreadableError):
            yield Rejected(locator, str(record))
        elif record is not None:
            yield read_record(record, columns, locator)


def read_record(record: Any, columns: Columns, locator: str) -> Read:
    """Return the report in a record, or why there is none."""
    if not isinstance(record, dict):
        return Rejected(locator, "it is no record with named columns")
    try:
        return columns.report_of(record, locator)
    except UnreadableError as error:
        return Rejected(locator, str(error))


def records_in(value: Any, depth: int = 0) -> list[Any]:
    """Return the records of a JSON file: the record it is, or the first list of records in it."""
    if isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
        return value
    if isinstance(value, dict) and depth < HELD_DEEP:
        lists = [one for one in value.values() if isinstance(one, list) and one and isinstance(one[0], dict)]
        if columns_of(value, {})["text"] and not any(columns_of(one[0], {})["text"] for one in lists):
            return [value]
        for one in [*lists, *(one for one in value.values() if isinstance(one, dict))]:
            try:
                return records_in(one, depth + 1)
            except UnreadableError:
                continue
        return [value] if depth == 0 else nothing()
    return nothing()


def nothing() -> list[Any]:
    """Raise UnreadableError: there are no records."""
    raise UnreadableError("there is no list of records in it")
