"""What an import says of what it did: how many reports tell of exchanges, and which columns were used for what."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from tests.importers.readers.documents import KIM_XI

Chancery = Callable[..., Result]
HEADER = "headline,summary,body,link,topic\n"
ROW = f'Kim and Xi,"{KIM_XI}","Both spoke of a year of friendship.",https://a.example/1,letters\n'
OTHER = "The weather,,Rain is expected in the north.,https://a.example/2,weather\n"
USED = "text=body, lead=summary, title=headline, url=link; not used: topic"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "exports"
    folder.mkdir()
    (folder / "a.csv").write_text(HEADER + ROW + OTHER)
    (folder / "b.csv").write_text(HEADER + OTHER.replace("north", "south"))
    return folder


def sorted_columns(line: str) -> tuple[str, list[str]]:
    place, _, columns = line.partition(": ")
    used, _, unused = columns.partition("; ")
    return place, [*sorted(used.split(", ")), unused]


@pytest.mark.parametrize("more", [(), ("--dry-run",)])
def test_reports_that_tell_and_columns_are_told(
    chancery: Chancery, address: str, folder: Path, more: tuple[str, ...]
) -> None:
    lines = chancery("import", "reports", str(folder), "--workers", "1", "--db", address, *more).output.splitlines()
    assert lines[0].endswith("3 inserted, 0 updated, 0 unchanged, 0 rejected")
    assert lines[1] == "of those read now 1 tell of exchanges, 2 of none"
    assert sorted_columns(lines[2]) == sorted_columns(f"columns of {folder / 'a.csv'} and 1 more files: {USED}")


def test_the_same_is_told_for_programs(chancery: Chancery, address: str, folder: Path) -> None:
    (folder / "c.txt").write_text("")
    words = ("import", "reports", str(folder), "--workers", "1", "--db", address, "--format", "json", "--quiet")
    told = json.loads(chancery(*words).output)
    assert (told["inserted"], told["rejected"], told["dry_run"]) == (3, 1, False)
    assert (told["telling_of_exchanges"], told["telling_of_none"]) == (1, 2)
    assert told["rejections"] == [{"locator": str(folder / "c.txt"), "reason": "the file is empty", "count": 1}]
    (columns,) = told["columns"]
    assert (columns["locator"], columns["files"], columns["unused"]) == (str(folder / "a.csv"), 2, ["topic"])
    assert columns["used"] == {"text": ["body"], "lead": ["summary"], "title": ["headline"], "url": ["link"]}


def test_several_columns_may_be_named_for_one_field(chancery: Chancery, address: str, folder: Path) -> None:
    chosen = ("--column", "text=topic", "--column", "text=body")
    done = chancery("import", "reports", str(folder), "--workers", "1", "--db", address, *chosen)
    assert "text=topic+body" in done.output
    assert "there is no column colour; its columns: headline, summary, body, link, topic" in chancery(
        "import", "reports", str(folder), "--workers", "1", "--db", address, "--column", "text=colour"
    ).output  # fmt: skip
