"""The commands of imports: what they say, and with which exit status they end."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import Engine

from chancery import main
from importers.import_reports import Options, import_reports
from importers.outcomes import Counts
from importers.progress import Told, duration
from importers.readers.places import Place
from models.database import connect
from tests.importers.contents import SAMPLES, contents, differences
from tests.importers.readers.documents import KIM_XI, PUTIN_XI, page, warc

Chancery = Callable[..., Result]


def test_all_in_ends_with_0_and_says_how_many(chancery: Chancery, address: str) -> None:
    result = chancery("import", "reports", str(SAMPLES), "--workers", "1", "--db", address)
    assert result.exit_code == 0, result.output
    count = len(list(SAMPLES.iterdir()))
    assert f"{count} inserted, 0 updated, 0 unchanged, 0 rejected" in result.output
    again = chancery("import", "reports", str(SAMPLES), "--workers", "1", "--db", address)
    assert f"0 inserted, 0 updated, {count} unchanged, 0 rejected" in again.output


def test_some_rejected_ends_with_1_until_a_fix_clears_it(chancery: Chancery, address: str, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(KIM_XI)
    (tmp_path / "page.pdf").write_bytes(b"%PDF-1.4 nothing")
    (tmp_path / "lines.jsonl").write_text(json.dumps({"text": PUTIN_XI}) + '\n{"text":\n')
    result = chancery("import", "reports", str(tmp_path), "--workers", "1", "--db", address)
    assert result.exit_code == 1
    assert "2 inserted, 0 updated, 0 unchanged, 2 rejected" in result.output
    listed = chancery("status", "--rejected", "--db", address).output
    assert f"{tmp_path / 'lines.jsonl'}:2: the line is no JSON" in listed
    assert f"{tmp_path / 'page.pdf'}: " in listed
    (tmp_path / "page.pdf").write_text("Xi Jinping sent greetings.")
    (tmp_path / "lines.jsonl").write_text(json.dumps({"text": PUTIN_XI}))
    assert chancery("import", "reports", str(tmp_path), "--workers", "1", "--db", address).exit_code == 0
    assert chancery("status", "--rejected", "--db", address).output == ""


def test_nothing_read_or_nothing_there_ends_with_2(chancery: Chancery, address: str, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    result = chancery("import", "reports", str(tmp_path), "--db", address)
    assert result.exit_code == 2
    assert "no report could be read" in result.output
    assert chancery("import", "reports", str(tmp_path / "none"), "--db", address).exit_code == 2
    assert chancery("import", "reports", str(tmp_path), "--column", "colour=x", "--db", address).exit_code == 2


def test_names_of_files_are_shown_and_not_obeyed(chancery: Chancery, address: str, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(KIM_XI)
    (tmp_path / "\x1b[2Jevil\n\x9b31m\u202e.txt").write_text("")
    result = chancery("import", "reports", str(tmp_path), "--workers", "1", "--db", address)
    assert result.exit_code == 1
    shown = r"\x1b[2Jevil\n\x9b31m\u202e.txt: the file is empty"
    assert f"  {tmp_path}/{shown}\n" in result.output
    assert chancery("status", "--rejected", "--db", address).output == f"{tmp_path}/{shown}\n"


def test_a_dry_run_says_the_same_and_writes_nothing(chancery: Chancery, address: str, tmp_path: Path) -> None:
    engine = connect(address)
    before = contents(engine)
    (tmp_path / "a.txt").write_text(KIM_XI)
    (tmp_path / "b.txt").write_text(KIM_XI)
    (tmp_path / "c.txt").write_text("")
    words = ("import", "reports", *map(str, sorted(tmp_path.glob("*.txt"))), "--workers", "1", "--db", address)
    foreseen = chancery(*words, "--dry-run")
    assert foreseen.exit_code == 1
    assert differences(before, contents(engine)) == {}
    engine.dispose()
    done = chancery(*words)
    assert foreseen.output == f"would be: {done.output}"
    assert "1 inserted, 1 updated, 0 unchanged, 1 rejected" in done.output


def test_standard_input_is_read(address: str) -> None:
    words = ["import", "reports", "-", "--workers", "1", "--db", address]
    result = CliRunner().invoke(main, words, input=gzip.compress(json.dumps({"text": KIM_XI}).encode()))
    assert "1 inserted" in result.output


def test_pages_of_a_web_archive_that_tell_of_no_exchange_are_left_out(engine: Engine, tmp_path: Path) -> None:
    path = warc(tmp_path / "crawl.warc.gz", {
        "https://news.example/kim-xi": page("Kim and Xi", KIM_XI, "Both named 2024 a year of friendship."),
        "https://news.example/visit": page("A visit", "The president of the club sent greetings to the members. " * 5),
        "https://news.example/weather": page("Weather", "Rain is expected in the north."),
    })  # fmt: skip
    counts = import_reports(engine, [str(path)]).counts
    assert (counts.inserted, counts.left_out, counts.rejected) == (1, 2, 0)
    (report,) = contents(engine)["source_report"].values()
    assert report["url"] == "https://news.example/kim-xi"


@pytest.mark.parametrize("workers", [1, 2])
def test_reports_of_a_column_that_a_user_names(empty_engine: Engine, tmp_path: Path, workers: int) -> None:
    path = tmp_path / "export.csv"
    path.write_text(
        "wording,day\n" + "".join(f"{PUTIN_XI.replace(',', ';')} {n},2024-01-0{n % 9 + 1}\n" for n in range(60))
    )
    options = Options(workers=workers, columns={"text": ["wording"], "published_on": ["day"]})
    assert import_reports(empty_engine, [str(path)], options).counts.inserted == 60
    assert {row["published_on"][:7] for row in contents(empty_engine)["source_report"].values()} == {"2024-01"}


def test_how_far_an_import_is_told_with_rate_and_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    told = Told([Place("a", 300), Place("b", 700)])
    told.began -= 10
    told.has_passed(Place("a", 300))
    line = told.line(Counts(inserted=60))
    assert line.startswith("60 reports, 6 a second, 30%, 23 s left")
    assert [duration(seconds) for seconds in (5, 600, 7200)] == ["5 s", "10 min", "2.0 h"]


def test_the_database_in_the_folder_that_is_imported_is_no_report(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(KIM_XI)
    (tmp_path / "other.db").write_bytes(b"SQLite format 3\0")
    summary = import_reports(engine, [str(tmp_path)])
    assert summary.counts.inserted == 1
    assert [rejected.locator for rejected in summary.rejected] == [str(tmp_path / "other.db")]
