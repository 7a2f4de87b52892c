import csv
import datetime
import io
import json
import re
from dataclasses import replace
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from rich.cells import cell_len

from models.database import InputError
from models.printable import OBEYED
from queries.answer import Answer, Value
from queries.catalogue import SavedReport
from queries.output import WRITERS

REPORT = SavedReport(
    name="sample", path="sample.sql", sql="", title="A | sample", question="What is it?", filters={"leader": ("a", "b")}
)
COLUMNS = ("occasion_year", "due_on", "agrees", "amount", "quote", "exchange_id")
ROWS: list[tuple[Value, ...]] = [
    (
        2021,
        datetime.date(2020, 12, 31),
        True,
        107_060_000_000,
        'He said: "a | b", <b>\nand 中文.',
        8_943_897_008_041_931,
    ),
    (None, None, None, 12.5, "=1+1", None),
]


def answer(rows: list[tuple[Value, ...]] = ROWS, total: int = 2) -> Answer:
    return Answer(REPORT, COLUMNS, rows, total, {"leader": ["Xi Jinping", "Kim Jong Un"]}, "sqlite:///chancery.db")


def written(form: str, given: Answer | None = None) -> str:
    return "".join(str(chunk) for chunk in WRITERS[form](given or answer()))


def in_bytes(form: str, given: Answer | None = None) -> bytes:
    chunks = WRITERS[form](given or answer())
    return b"".join(chunk for chunk in chunks if isinstance(chunk, bytes))


def test_csv_reads_back() -> None:
    back = list(csv.reader(io.StringIO(written("csv"))))
    assert back[0] == list(COLUMNS)
    assert back[1] == ["2021", "2020-12-31", "true", "107060000000", ROWS[0][4], "8943897008041931"]
    assert back[2] == ["", "", "", "12.5", "'=1+1", ""]


@pytest.mark.parametrize("text", ["=1+1", "+7 is a code", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\uff1d1+1"])
def test_a_text_that_a_spreadsheet_would_take_for_a_formula_is_marked_as_text(text: str) -> None:
    rows: list[tuple[Value, ...]] = [(text, "He wrote: =1+1", -3, -12.5, True)]
    given = Answer(REPORT, ("headline", "quote", "rank", "percent", "agrees"), rows, 1, {}, "")
    [_, row] = csv.reader(io.StringIO(written("csv", given)))
    assert row[0].startswith("'")
    assert row[1:] == ["He wrote: =1+1", "-3", "-12.5", "true"]


ESCAPES = "\x1b[2J\x1b]0;title\x07\x9b31mHe\r\b said \u202egnp\x7f"


@pytest.mark.parametrize("form", ["table", "csv", "markdown", "json", "jsonl", "html"])
@pytest.mark.parametrize("width", ["40", "200"])
def test_what_a_terminal_would_obey_is_shown(form: str, width: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", width)
    given = Answer(REPORT, ("headline", "quote"), [(ESCAPES, f"“{ESCAPES}”")], 1, {}, "")
    text = written(form, given)
    assert OBEYED.search(text) is None
    assert "x1b[2J" in text or "u001b[2J" in text


def test_what_is_escaped_in_json_reads_back_to_the_letter() -> None:
    given = Answer(REPORT, ("quote",), [(ESCAPES,)], 1, {}, "")
    assert json.loads(written("json", given)) == [{"quote": ESCAPES}]


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_json_reads_back_with_types(form: str) -> None:
    text = written(form)
    back = json.loads(text) if form == "json" else [json.loads(line) for line in text.splitlines()]
    assert back[0] == dict(zip(COLUMNS, (2021, "2020-12-31", *ROWS[0][2:]), strict=True))
    assert back[1]["agrees"] is None
    assert "中文" in text


def test_json_without_rows_is_a_list() -> None:
    assert json.loads(written("json", answer([], 0))) == []


def test_markdown_keeps_a_row_in_a_line() -> None:
    lines = written("markdown").splitlines()
    assert lines[0] == "## A | sample"
    assert lines[4].startswith("| 2021 | 2020-12-31 | true |")
    assert 'said: "a \\| b", <b> and' in lines[4]
    assert len(lines) == 6


def test_html_escapes_and_tells_where_it_is_from() -> None:
    page = written("html")
    assert "&lt;b&gt;" in page
    assert "<b>" not in page
    assert re.search(r'<td class="number"[^>]*>107.06 billion</td>', page)
    assert "between Xi Jinping and Kim Jong Un" in page
    assert "http" not in page


def test_a_table_has_numbers_to_the_right_and_counts_its_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    lines = written("table", answer(total=5)).splitlines()
    assert lines[1].split("  ")[0] == "occasion year"
    assert lines[3].startswith("         2021  2020-12-31  yes     107.06 billion  ")
    assert lines[-1] == "2 of 5 rows; all with --limit 0"


def test_rows_that_were_not_counted_are_told_as_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    uncounted = replace(answer(total=4), has_more=True)
    assert written("table", uncounted).splitlines()[-1] == "2 of more than 4 rows; all with --limit 0"
    assert "2 of more than 4" in written("html", uncounted)


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120, 200])
def test_a_table_is_never_wider_than_the_terminal(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    long = answer([(*ROWS[0][:4], "The words of a message that goes on and on. " * 5, 1)], 1)
    lines = written("table", long).splitlines()
    assert lines[1].startswith("occasion year  2021") == (width < 100)  # the quote would stand in a narrow strip
    assert max(map(len, lines)) <= width
    assert "".join(lines).count("message") == 5


def test_a_long_name_goes_on_in_a_narrow_column(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    long = answer([(*ROWS[0][:4], "Treaty of Friendship, Cooperation and Mutual Assistance of Kenya and Peru", 1)], 1)
    lines = written("table", long).splitlines()
    assert not lines[1].startswith("occasion year  2021")
    assert max(map(len, lines)) <= 80


SHOWN = ("year", "sender", "recipient", "occasion", "amount", "agrees", "first_on", "outlet", "reports")
ROWS_SHOWN: list[tuple[Value, ...]] = [
    (2020 + number, "Anton Antonov", "Boris Borisov", "New Year", 10**9 * number, True, None, "The Morning News", 3)
    for number in range(1, 5)
]


def shown_at(width: int, monkeypatch: pytest.MonkeyPatch, **columns: Value) -> list[str]:
    """The lines of a table of a report, at a width of the terminal, with some columns more."""
    monkeypatch.setenv("COLUMNS", str(width))
    named = (*SHOWN, *columns)
    rows = [(*row, *columns.values()) for row in ROWS_SHOWN]
    return written("table", Answer(replace(REPORT, shown=named), named, rows, 4, {}, "")).splitlines()


def test_years_stay_one_below_the_other_and_what_has_no_room_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = shown_at(80, monkeypatch)
    rows = [line for line in lines if re.match(r"202\d  ", line)]
    assert len(rows) == 4
    assert len(lines) <= 4 * 2 + 6
    assert "no room for first on" in lines[-1]  # which is empty in all rows
    assert max(map(len, lines)) <= 80
    assert "no room" not in shown_at(120, monkeypatch)[-1]


def test_columns_that_were_asked_for_are_not_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    text = written("table", Answer(REPORT, SHOWN, ROWS_SHOWN, 4, {}, ""))
    assert "no room" not in text
    assert text.count("outlet") == 4


def test_a_quote_is_not_left_out_and_has_the_room_to_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    sentence = "肯尼亚和秘鲁的友谊源远流长，两国人民相互支持。" * 2
    for width in (80, 120, 160):
        lines = shown_at(width, monkeypatch, quote=sentence)
        assert max(map(cell_len, lines)) <= width
        of_quote = [letters for line in lines if (letters := re.sub(r"[^\u3000-\uffef]", "", line))]
        assert "".join(of_quote) == sentence * 4
        assert len(of_quote[0]) >= 18


def test_amounts_of_one_size_have_it_in_the_heading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    for amounts, head, first in (
        ((107_060_000_000, None), "amount (billion)", "107.06"),
        ((107_060_000_000, 2_000_000), "amount", "107.06 billion"),
        ((12.5, None), "amount", "12.5"),
    ):
        rows: list[tuple[Value, ...]] = [(2021, amount) for amount in amounts]
        lines = written("table", Answer(REPORT, ("year", "amount"), rows, 2, {}, "")).splitlines()
        assert lines[1].split("  ")[-1].strip() == head
        assert lines[3].endswith(first)


def test_one_long_name_does_not_narrow_all_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    rows: list[tuple[Value, ...]] = [(2021, "Peace", "Anton Antonov", "Morning News")] * 40
    rows[7] = (2021, "Treaty of Friendship and Cooperation and Mutual Help", "Anton Antonov", "Morning News")
    lines = written("table", Answer(REPORT, ("year", "theme", "sender", "outlet"), rows, 40, {}, "")).splitlines()
    assert len([line for line in lines if "Anton Antonov  Morning News" in line]) == 40


@pytest.mark.parametrize("width", [60, 80, 120])
def test_chinese_letters_take_two_places_each(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    sentence = "肯尼亚和秘鲁的友谊源远流长，两国人民相互支持。" * 3
    lines = written("table", answer([(*ROWS[0][:4], sentence, 1)], 1)).splitlines()
    assert max(map(cell_len, lines)) <= width
    quoted = [re.sub(r"[^\u3000-\uffef]", "", line) for line in lines]
    of_quote = [letters for letters in quoted if letters]
    assert "".join(of_quote) == sentence
    assert {len(letters) for letters in of_quote[:-1]} == {len(of_quote[0])}  # no line is broken off


def test_a_table_without_rows_says_so() -> None:
    assert written("table", replace(answer([], 0), filters={})) == "A | sample\nNo rows.\n"


def test_an_answer_without_rows_says_what_was_asked_and_what_is_listed_at_all() -> None:
    few = replace(REPORT, only="exchanges whose two letters are of different days")
    asked = {"leader": ["Xi Jinping", "Kim Jong Un"], "year": ["2021"]}
    empty = replace(answer([], 0), report=few, filters=asked)
    told = [
        "Asked for: between Xi Jinping and Kim Jong Un; year 2021.",
        "It lists only exchanges whose two letters are of different days.",
    ]
    assert written("table", empty).splitlines() == ["A | sample", "No rows.", *told]
    assert written("markdown", empty).splitlines()[-3:] == ["", *told]
    assert all(line in written("html", empty) for line in told)
    assert written("csv", empty).count("\n") == 1
    new = replace(empty, is_of_no_reports=True, filters={})
    assert written("table", new).splitlines()[-1] == (
        "The database has no reports yet; bring some: chancery import reports FOLDER"
    )


SHEET = "xl/worksheets/sheet1.xml"


def sheet(book: ZipFile, number: int) -> ElementTree.Element:
    return ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))


def test_a_workbook_has_typed_cells_a_frozen_head_and_tells_what_was_asked() -> None:
    book = ZipFile(io.BytesIO(in_bytes("xlsx")))
    namespace = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    rows = sheet(book, 1)
    pane = rows.find(".//x:pane", namespace)
    assert pane is not None
    assert (pane.get("state"), pane.get("ySplit")) == ("frozen", "1")
    kinds = {cell.get("r"): cell.get("t") for cell in rows.iterfind(".//x:c", namespace)}
    assert kinds["A2"] is None  # a number
    assert kinds["C2"] == "b"
    assert kinds["E3"] == "s"  # text, no formula
    assert kinds["F2"] == "s"  # a key of sixteen digits, which a number would round
    values = {cell.get("r"): cell.findtext("x:v", None, namespace) for cell in rows.iterfind(".//x:c", namespace)}
    assert values["B2"] == "44196"  # the day 2020-12-31 as spreadsheets count
    words = book.read("xl/sharedStrings.xml").decode()
    for expected in ("A | sample", "What is it?", "between Xi Jinping and Kim Jong Un", "sqlite:///chancery.db"):
        assert expected in words


def test_keys_in_a_workbook_are_texts_whatever_their_length() -> None:
    given = Answer(REPORT, ("message_id",), [(8_943_897_008_041_931,), (12,)], 2, {}, "")
    cells = re.findall(
        r'<c r="A[23]"[^>]* t="(\w+)"', ZipFile(io.BytesIO(in_bytes("xlsx", given))).read(SHEET).decode()
    )
    assert cells == ["s", "s"]


@pytest.mark.parametrize("values", [(1, "one"), (10**30, None)])
def test_a_column_that_parquet_cannot_hold_is_told(values: tuple[Value, Value]) -> None:
    given = Answer(REPORT, ("amount",), [(value,) for value in values], 2, {}, "")
    with pytest.raises(InputError, match="the values of the column amount are of several types, or too big"):
        in_bytes("parquet", given)


def test_parquet_reads_back_with_types() -> None:
    import pyarrow.parquet

    table = pyarrow.parquet.read_table(io.BytesIO(in_bytes("parquet")))
    assert table.column_names == list(COLUMNS)
    assert [str(field.type) for field in table.schema] == ["int64", "date32[day]", "bool", "double", "string", "int64"]
    assert table.to_pylist()[0] == dict(zip(COLUMNS, ROWS[0], strict=True))
