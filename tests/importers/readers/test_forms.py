"""Forms in which people have their reports: heads, tables, records, feeds, workbooks, pages."""

import datetime
import io
import json
from html import escape
from pathlib import Path
from typing import Any

import pytest

from importers.raw_report import ColumnsUsed, RawReport, Rejected
from importers.readers.document import Document
from importers.readers.formats import work_in
from tests.importers.readers.documents import KIM_XI, PUTIN_XI, page, read, texts

TEXT = PUTIN_XI.replace(",", "")


def one(name: str, content: bytes) -> RawReport:
    (found,) = read(name, content)
    assert isinstance(found, RawReport), found
    return found


def test_a_head_in_yaml_is_read_with_its_folds_and_escapes() -> None:
    title = 'title: "A letter to the\\\n  \\ President\\_of Ruritania"'
    head = f'{title}\nsource_url: https://a.example/1\ndate: "2024-01-03"\n'
    found = one("a.md", f"---\n{head}---\n\n{KIM_XI}\n".encode())
    assert (found.title, found.url) == ("A letter to the President of Ruritania", "https://a.example/1")
    assert found.published_on == datetime.date(2024, 1, 3)


def test_a_head_that_is_no_yaml_is_read_line_by_line() -> None:
    found = one("a.md", f"---\ntitle: Xi: a letter: to Kim\nurl: https://a.example/1\n---\n{KIM_XI}".encode())
    assert (found.title, found.url) == ("Xi: a letter: to Kim", "https://a.example/1")


def test_lines_may_end_in_a_carriage_return_alone() -> None:
    assert texts("a.txt", f"---\rtitle: T\r---\r{KIM_XI}\r{PUTIN_XI}".encode()) == [f"{KIM_XI}\n{PUTIN_XI}"]
    assert texts("a.csv", f"title,text\rT,{TEXT}\r".encode()) == [TEXT]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_columns_are_parted_by_what_parts_them(delimiter: str) -> None:
    table = f"title{delimiter}text\nT{delimiter}{TEXT}\n"
    assert texts("a", table.encode()) == [TEXT]
    assert texts("a.csv", f"sep={delimiter}\r\n{table}".encode()) == [TEXT]


def test_a_row_that_does_not_fit_is_told_and_never_cut() -> None:
    table = f'title,text\nA,one, two\nB,{TEXT}\nC,"he said "so", and went"\nD,"{TEXT}"\n'
    first, second, third, fourth = texts("a.csv", table.encode())
    assert first.startswith("the row has 3 columns, the first line names 2")
    assert (second, fourth) == (TEXT, TEXT)
    assert third.startswith("the row ")


def test_quotation_marks_that_are_escaped_are_read() -> None:
    assert texts("a.csv", b'title,text\nA,"he called it \\"a bond\\", and wrote"\n') == [
        'he called it "a bond", and wrote'
    ]


def test_what_is_no_value_is_none() -> None:
    found, rejected = read(
        "a.json", b'[{"title": NaN, "date": NaN, "text": "Greetings."}, {"title": "T", "text": NaN}]'
    )
    assert isinstance(found, RawReport)
    assert (found.title, found.published_on) == (None, None)
    assert rejected == Rejected("a.json:2", "there is no text in it: text is empty")


def test_records_one_behind_the_other_and_behind_a_broken_one_are_read() -> None:
    assert texts("a.json", b'{\n "text": "One."\n}\n{\n "text": "Two."\n}') == ["One.", "Two."]
    first, told, third = texts("a.json", b'[{"text": "One."}, {"text": "Two", oops}, {"text": "Three."}]')
    assert (first, third) == ("One.", "Three.")
    assert told.startswith("it is no JSON: ")


@pytest.mark.parametrize("day", [{"$date": "2024-01-03T10:00:00Z"}, {"$date": {"$numberLong": "1704276000000"}}])
def test_days_as_databases_export_them(day: Any) -> None:
    assert one("a.json", json.dumps({"date": day, "text": KIM_XI}).encode()).published_on == datetime.date(2024, 1, 3)


def test_days_of_other_calendars_are_turned_into_ours_or_left_out() -> None:
    days = {"2567-01-03": datetime.date(2024, 1, 3), "1445-06-21": None, "9999-12-31": None, "2024-01-03": None}
    days["2024-01-03"] = datetime.date(2024, 1, 3)
    for written, right in days.items():
        assert one("a.json", json.dumps({"date": written, "text": KIM_XI}).encode()).published_on == right


def test_records_without_a_known_text_tell_their_columns_and_what_to_say() -> None:
    (told,) = texts("a.json", b'[{"wording": "Greetings.", "when": "2024-01-01"}]')
    assert told == "none of its columns is known to hold the text; say --column text=NAME; its columns: wording, when"


def test_a_feed_that_is_escaped_once_too_often_is_read_as_if_it_were_not() -> None:
    twice = escape(escape("<p>One &amp; all.</p><p>Two&#8217;s.</p>"))
    item = f"<item><title>Xi&amp;#8217;s letter</title><description>{twice}</description></item>"
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Daily</title>{item}</channel></rss>'
    found = one("a.xml", feed.encode())
    assert (found.title, found.text) == ("Xi’s letter", "One & all.\n\nTwo’s.")


def test_a_workbook_is_read_row_by_row(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.active.append(["Title", "Body", "Date", "Topic"])
    book.active.append(["One", KIM_XI, datetime.datetime(2024, 1, 3), "letters"])
    book.active.append(["Two", None, None, None])
    book.create_sheet("Notes").append(["only a note"])
    book.save(tmp_path / "a.xlsx")
    found = list(work_in(Document("a.xlsx", "a.xlsx", io.BytesIO((tmp_path / "a.xlsx").read_bytes()))))
    first, second, columns, note = found
    assert isinstance(first, RawReport)
    assert (first.locator, first.title, first.text) == ("a.xlsx!Sheet:2", "One", KIM_XI)
    assert first.published_on == datetime.date(2024, 1, 3)
    assert second == Rejected("a.xlsx!Sheet:3", "there is no text in it: Body is empty")
    assert columns == ColumnsUsed(
        "a.xlsx!Sheet", {"title": ("Title",), "published_on": ("Date",), "text": ("Body",)}, ("Topic",)
    )
    assert isinstance(note, Rejected)
    assert note.locator == "a.xlsx!Notes"


ARTICLE = {"@type": "NewsArticle", "headline": "Kim and Xi", "datePublished": "2024-01-03T09:00:00+08:00"}


@pytest.mark.parametrize(
    "told",
    [
        [{"@type": "WebPage", "datePublished": "2015-05-05"}, ARTICLE],
        [{"@graph": [{"@type": "WebSite", "dateCreated": "2011-01-01"}, {"@type": ["NewsArticle"], **ARTICLE}]}],
        [{"@type": "VideoObject", "uploadDate": "2019-01-01", "datePublished": "2019-01-01"}, ARTICLE],
        [{"@type": "WebPage", "datePublished": "2015-05-05", "mainEntity": ARTICLE}],
        [ARTICLE | {"isBasedOn": {"@type": "NewsArticle", "datePublished": "2012-01-01"}}],
        [{"@type": "NewsArticle", "headline": "Another story", "datePublished": "2020-02-02"}, ARTICLE],
    ],
)
def test_the_day_of_a_page_is_that_of_its_article(told: list[dict[str, Any]]) -> None:
    scripts = "".join(f'<script type="application/ld+json">{json.dumps(one)}</script>' for one in told)
    content = page("Kim and Xi", KIM_XI, "Both named 2024 a year of friendship.").replace(
        "</head>", f"{scripts}</head>"
    )
    assert one("a.html", content.encode()).published_on == datetime.date(2024, 1, 3)


def test_the_day_of_something_else_on_a_page_is_not_that_of_its_article() -> None:
    script = '<script type="application/ld+json">{"@type": "VideoObject", "datePublished": "2019-01-01"}</script>'
    content = page("Kim and Xi", KIM_XI, "Both named 2024 a year of friendship.").replace("</head>", f"{script}</head>")
    assert one("a.html", content.encode()).published_on is None
