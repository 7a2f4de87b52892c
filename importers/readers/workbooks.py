"""Workbooks (XLSX): tables with the columns' names in the first row of a sheet, a report in each row below."""

import datetime
import io
import zipfile
from collections.abc import Iterator
from typing import Any

from importers.raw_report import ColumnsUsed, RawReport, Rejected, UnreadableError
from importers.readers.columns import Columns, columns_of
from importers.readers.document import Document

TYPES, SHEETS = b"[Content_Types].xml", b"xl/workbook"
LARGEST = 50_000_000  # bytes of a workbook as it is, and of its parts unpacked
LARGEST_UNPACKED = 200_000_000


def is_workbook(document: Document) -> bool:
    """Return whether it is a zip archive that names the parts of a workbook among its first, or is called one."""
    if not document.head.startswith(b"PK\x03\x04"):
        return False
    return document.suffix in (".xlsx", ".xlsm") or (TYPES in document.head and SHEETS in document.head)


class Workbook:
    """A workbook of Excel, LibreOffice and others, with a table on each sheet."""

    name = "workbook"
    holds_many = True

    def identifies(self, document: Document) -> bool:
        """Return whether it is an archive of the parts of a workbook."""
        return is_workbook(document)

    def read(self, document: Document) -> Iterator[RawReport | Rejected | ColumnsUsed]:
        """Yield the report of each row of each sheet, under the sheet's name and the row's number."""
        import openpyxl

        content = io.BytesIO(document.held(largest=LARGEST).content or b"")
        with zipfile.ZipFile(content) as archive:
            if sum(member.file_size for member in archive.infolist()) > LARGEST_UNPACKED:
                raise UnreadableError("it unpacks to more than a workbook of reports has; save it as CSV")
        book = openpyxl.load_workbook(content, read_only=True, data_only=True)
        try:
            for sheet in book.worksheets:
                yield from read_sheet(sheet, document)
        finally:
            book.close()


def read_sheet(sheet: Any, document: Document) -> Iterator[RawReport | Rejected | ColumnsUsed]:
    """Yield the report of each row of a sheet."""
    rows = enumerate(sheet.iter_rows(values_only=True), 1)
    names = next((names for names in ([plain(value) for value in row] for _, row in rows) if any(names)), [])
    if not names:
        return
    locator = f"{document.locator}!{sheet.title}"
    columns = Columns(document.columns)
    if not columns_of(names, columns.named)["text"]:
        yield Rejected(locator, columns.why_no_text(dict.fromkeys(filter(None, names)), ()))
        return
    for number, row in rows:
        record = {name: plain(value) for name, value in zip(names, row, strict=False) if name}
        if not any(record.values()):
            continue
        try:
            yield columns.report_of(record, f"{locator}:{number}")
        except UnreadableError as error:
            yield Rejected(f"{locator}:{number}", str(error))
    yield columns.told(locator)


def plain(value: Any) -> str:
    """Return a cell's value as text: a day as it is written everywhere."""
    if isinstance(value, datetime.datetime | datetime.date):
        return value.isoformat()
    return "" if value is None else str(value)
