"""An answer as a workbook for spreadsheet programs."""

import datetime
import io
from typing import TYPE_CHECKING

from queries.answer import Answer
from queries.formats import about, is_label

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

WIDEST = 60  # characters; longer texts are wrapped
LONGEST_CELL = 32_767  # characters that a cell of a workbook may hold
EXACT_DIGITS = 15  # numbers beyond these a spreadsheet rounds: keys are written as text


def workbook(answer: Answer) -> bytes:
    """Return a workbook with the rows, typed, under a frozen head, and a sheet that tells what was asked and when."""
    import xlsxwriter

    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    write_rows(book, book.add_worksheet("Rows"), answer)
    write_question(book, book.add_worksheet("About"), answer)
    book.close()
    return held.getvalue()


def write_rows(book: "Workbook", sheet: "Worksheet", answer: Answer) -> None:
    """Write the rows, each value by its type."""
    bold = book.add_format({"bold": True, "bottom": 1})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    number = book.add_format({"valign": "top", "num_format": "#,##0.###"})
    whole = book.add_format({"valign": "top", "num_format": "0"})
    day = book.add_format({"valign": "top", "num_format": "yyyy-mm-dd"})
    sheet.write_row(0, 0, answer.columns, bold)
    for place, name in enumerate(answer.columns):
        longest = max((len(str(row[place])) for row in answer.rows if row[place] is not None), default=0)
        sheet.set_column(place, place, min(max(longest, len(name)) + 2, WIDEST))
        for line, row in enumerate(answer.rows, 1):
            value = row[place]
            if isinstance(value, bool):
                sheet.write_boolean(line, place, value, text)
            elif isinstance(value, datetime.date):
                sheet.write_datetime(line, place, value, day)
            elif isinstance(value, int | float) and fits_a_cell(value) and not is_key(name):
                sheet.write_number(line, place, value, whole if is_label(name) else number)
            elif value is not None:
                sheet.write_string(line, place, str(value)[:LONGEST_CELL], text)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(answer.rows), 1), len(answer.columns) - 1)


def is_key(name: str) -> bool:
    """Return whether a column holds keys: texts all of them, as most have more digits than a spreadsheet keeps."""
    return name.endswith("_id")


def fits_a_cell(value: int | float) -> bool:
    """Return whether a spreadsheet keeps all digits of a number."""
    return isinstance(value, float) or len(str(abs(value))) <= EXACT_DIGITS


def write_question(book: "Workbook", sheet: "Worksheet", answer: Answer) -> None:
    """Write what the rows answer, with which filters, from which database, and when."""
    bold, wrapped = book.add_format({"bold": True, "valign": "top"}), book.add_format({"text_wrap": True})
    sheet.set_column(0, 0, 12)
    sheet.set_column(1, 1, WIDEST + 20)
    for line, (label, words) in enumerate(about(answer).items()):
        sheet.write_string(line, 0, label, bold)
        sheet.write_string(line, 1, words, wrapped)
