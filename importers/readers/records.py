"""JSON and JSON Lines: exports of archives and interfaces, a report in each record."""

import json
import re
from collections.abc import Iterator
from typing import Any

from importers.raw_report import RawReport, Rejected, UnreadableError
from importers.readers.columns import columns_of, report_of
from importers.readers.document import LARGEST_REPORT, Document

BEGINNING = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\{\s*(?:[\"}])|\[\s*(?:[\[{\"\]]))")
LARGEST_JSON = 100_000_000  # bytes of a file that must be read as a whole
HELD_DEEP = 4  # how deep in a JSON file its list of records may stand


class Records:
    """JSON: one record, a list of them, or a record on each line."""

    name = "JSON"
    holds_many = True

    def identifies(self, document: Document) -> bool:
        """Return whether it begins with a record or a list of records."""
        return BEGINNING.match(document.head) is not None

    def read(self, document: Document) -> Iterator[RawReport | Rejected]:
        """Yield the report of each record."""
        if has_lines(document):
            yield from read_lines(document)
            return
        content = document.held(LARGEST_JSON).content or b""
        records = records_in(json.loads(content.decode("utf-8-sig")))
        for number, record in enumerate(records, 1):
            yield read_record(
                record, document, f"{document.locator}:{number}" if len(records) > 1 else document.locator
            )


def has_lines(document: Document) -> bool:
    """Return whether each line is a record of its own."""
    first, newline, rest = document.head.lstrip(b"\xef\xbb\xbf \r\n").partition(b"\n")
    if not newline:
        return document.suffix in (".jsonl", ".ndjson", ".jl")
    try:
        return isinstance(json.loads(first), dict) and bool(rest.strip() or document.suffix in (".jsonl", ".ndjson"))
    except ValueError:
        return document.suffix in (".jsonl", ".ndjson", ".jl")


def read_lines(document: Document) -> Iterator[RawReport | Rejected]:
    """Yield the report of each line; a line that is too long is passed over without being held."""
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
                try:
                    record = json.loads(line.decode("utf-8-sig"))
                except json.JSONDecodeError as error:
                    yield Rejected(locator, f"the line is no JSON: {error.msg} at character {error.pos + 1}")
                    continue
                except (ValueError, RecursionError) as error:
                    yield Rejected(locator, f"the line is no JSON: {error}")
                    continue
                yield read_record(record, document, locator)


def read_record(record: Any, document: Document, locator: str) -> RawReport | Rejected:
    """Return the report in a record, or why there is none."""
    if not isinstance(record, dict):
        return Rejected(locator, "it is no record with named columns")
    try:
        return report_of(record, columns_of(record, document.columns), locator)
    except UnreadableError as error:
        return Rejected(locator, str(error))


def records_in(value: Any, depth: int = 0) -> list[Any]:
    """Return the records of a JSON file: the record it is, or the first list of records in it."""
    if isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
        return value
    if isinstance(value, dict) and depth < HELD_DEEP:
        lists = [one for one in value.values() if isinstance(one, list) and one and isinstance(one[0], dict)]
        if "text" in columns_of(value, {}) and not any("text" in columns_of(one[0], {}) for one in lists):
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
