import datetime
import gzip
import json
from pathlib import Path

import pytest

from importers.raw_report import RawReport, Rejected
from importers.readers import records
from importers.readers.days import day_of
from importers.readers.document import Document
from importers.readers.formats import work_in
from tests.importers.readers.documents import KIM_XI, PUTIN_XI, read, texts


def test_columns_that_a_user_names_are_taken() -> None:
    content = f"wording,day,body\n{KIM_XI.replace(',', ';')},2024-01-01,not this\n".encode()
    (found,) = read("a.csv", content, {"text": ["wording"], "published_on": ["day"]})
    assert isinstance(found, RawReport)
    assert found.text.startswith("PYONGYANG")
    assert found.published_on == datetime.date(2024, 1, 1)


def test_a_column_that_is_not_there_is_told_with_those_that_are() -> None:
    (found,) = read("a.csv", b"text,day\nGreetings,2024-01-01\n", {"text": ["wording"]})
    assert found == Rejected("a.csv", "there is no column wording; its columns: text, day")


def test_a_table_without_text_says_how_to_name_the_column() -> None:
    (found,) = read("a.csv", b"wording,day\nGreetings,2024-01-01\n")
    assert isinstance(found, Rejected)
    assert "--column text=NAME" in found.reason


def test_a_line_as_long_as_no_report_is_refused_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "LARGEST_REPORT", 2000)
    lines = [json.dumps({"text": PUTIN_XI}), json.dumps({"text": "x" * 9000}), json.dumps({"text": KIM_XI})]
    assert texts("a.jsonl", "\n".join(lines).encode()) == [
        PUTIN_XI,
        "the line is longer than 0 MB, which no report is",
        KIM_XI,
    ]


@pytest.mark.slow
def test_a_line_of_a_gigabyte_is_refused_without_being_held(tmp_path: Path) -> None:
    import resource

    path = tmp_path / "long.jsonl.gz"
    with gzip.open(path, "wb", compresslevel=1) as file:
        file.write(json.dumps({"text": PUTIN_XI}).encode() + b'\n{"text": "')
        for number in range(1000):
            file.write((f"{number:06d}" * 170_000)[:1_000_000].encode())
        file.write(b'"}\n' + json.dumps({"text": KIM_XI}).encode())
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with path.open("rb") as file:
        found = list(work_in(Document("long", "long.jsonl.gz", file)))
    assert len(found) >= 2
    assert any(isinstance(one, Rejected) for one in found)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 150_000  # kB


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-01-02T23:30:00+08:00", (2024, 1, 2)),
        ("20240102T000000Z", (2024, 1, 2)),
        ("2024/01/02", (2024, 1, 2)),
        ("Tue, 02 Jan 2024 10:00:00 GMT", (2024, 1, 2)),
        ("January 2, 2024", (2024, 1, 2)),
        ("2 Jan 2024", (2024, 1, 2)),
        ("31/12/2023", (2023, 12, 31)),
        ("12/31/2023", (2023, 12, 31)),
        ("02.01.2024", (2024, 1, 2)),
        ("05/05/2023", (2023, 5, 5)),
        ("1704153600", (2024, 1, 2)),
        ("1704153600000", (2024, 1, 2)),
        *(
            (settles_none, None)
            for settles_none in ("04/05/2023", "January 2024", "2 January", "yesterday", "2024-13-45")
        ),
    ],
)
def test_a_day_is_taken_only_where_the_value_settles_it(written: str, day: tuple[int, int, int] | None) -> None:
    assert day_of(written) == (datetime.date(*day) if day else None)


def test_of_a_json_file_that_breaks_off_all_before_is_read() -> None:
    read, reason = texts("a.json", b'[{"text": "Greetings"}, {"te')
    assert read == "Greetings"
    assert reason == "it is no JSON: Unterminated string starting at at character 2"


def test_json_nested_beyond_measure_is_refused() -> None:
    (reason,) = texts("a.json", b"[" * 100_000)
    assert "nested too deep" in reason


def test_text_that_begins_with_a_bracket_is_text() -> None:
    assert texts("a.txt", b"[Xinhua] Xi Jinping sent greetings.") == ["[Xinhua] Xi Jinping sent greetings."]
