"""Corrections as a file: out of one database and into another, twice, with mistakes told by line and column."""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

from click.testing import Result
from sqlalchemy import Engine

from importers.import_reports import import_reports
from tests.importers.contents import contents, differences
from tests.importers.corrections.conftest import Asked

Run = Callable[..., Result]
Ask = Callable[..., Asked]


def exported(chancery: Run, folder: Path) -> Path:
    assert chancery("export", str(folder)).exit_code == 0
    return folder / "correction.csv"


def test_exported_and_imported_it_is_the_same(
    archive: Path, ask: Ask, correct: Run, chancery: Run, engine: Engine, empty_engine: Engine, tmp_path: Path
) -> None:
    [exchange] = ask("exchanges", leader_a="milada-novotna")
    correct("exchange", exchange["exchange_id"], "--occasion", "birthday", "--on", "2023-12-30")
    correct("add", "theme", "--report", "kim.txt", "--quote", "caravan roads", "--theme", "belt-and-road")
    file = exported(chancery, tmp_path / "exported")
    there = str(empty_engine.url)
    first = chancery("import", "corrections", str(file), "--db", there)
    assert first.output == "3 inserted, 0 updated, 0 unchanged, 0 rejected\n"
    import_reports(empty_engine, ["archive"])
    assert differences(contents(empty_engine), contents(engine)) == {}
    again = chancery("import", "corrections", str(file), "--db", there)
    assert again.output == "0 inserted, 0 updated, 3 unchanged, 0 rejected\n"
    assert differences(contents(empty_engine), contents(engine)) == {}


def test_one_wrong_line_costs_no_other(archive: Path, ask: Ask, correct: Run, chancery: Run, tmp_path: Path) -> None:
    [exchange] = ask("exchanges", leader_a="milada-novotna")
    correct("exchange", exchange["exchange_id"], "--on", "2023-12-30")
    file = exported(chancery, tmp_path / "exported")
    chancery("correct", "undo", ask("corrections")[0]["correction_id"], "--yes")
    with file.open(encoding="utf-8", newline="") as opened:
        [right] = list(csv.DictReader(opened))
    wrong = (
        {"right_value": "yesterday"}, {"fact": "letter"}, {"property": "colour"}, {"occasion": "new-yeer"}, {"why": ""},
        {"leader_a": "zz"}, {"made_at": "soon"}, {"occasion_year": "MMXXIV"},
    )  # fmt: skip
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, list(right))
        writer.writeheader()
        writer.writerows([*(right | one for one in wrong), right])
    tried = chancery("import", "corrections", str(file), "--dry-run")
    assert tried.output.startswith("would be: 1 inserted, 0 updated, 0 unchanged, 8 rejected\n")
    assert ask("corrections") == []
    result = chancery("import", "corrections", str(file))
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        "1 inserted, 0 updated, 0 unchanged, 8 rejected",
        "  correction.csv, line 2: right_value: 'yesterday' is no day as YYYY-MM-DD",
        "  correction.csv, line 3: fact: 'letter' is none of report, exchange, message, statement, trade_figure,"
        " anniversary, theme, leader",
        "  correction.csv, line 4: property: 'colour' is none that a fact of kind exchange has: exists, occasion,"
        " occasion_year, leaders,"
        " exchanged_on, milestone, ordinal",
        "  correction.csv, line 5: occasion: there is no occasion new-yeer; the nearest: new-year, other,"
        " verbal-message",
        "  correction.csv, line 6: why: is empty, and a correction of kind exchange needs it",
        "  correction.csv, line 7: leader_a: must be the one whose slug sorts first",
        "  correction.csv, line 8: made_at: 'soon' is no moment such as 2024-01-31T12:00:00",
        "  correction.csv, line 9: occasion_year is no whole number: 'MMXXIV'",
    ]
    assert [row["state"] for row in ask("corrections")] == ["holds"]


def test_lines_are_held_against_what_the_file_says_now_not_against_what_was_said_before(
    archive: Path, ask: Ask, correct: Run, chancery: Run, tmp_path: Path
) -> None:
    correct("leader", "milada-novotna", "--same-as", "xi-jinping")
    file = exported(chancery, tmp_path / "exported")
    with file.open(encoding="utf-8", newline="") as opened:
        [one] = csv.DictReader(opened)
    apart = {"property": "never_same_as", "read_value": ""}
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, list(one))
        writer.writeheader()
        writer.writerows(
            [one | {"right_value": "kim-jong-un"}, one | apart, one | apart | {"right_value": "kim-jong-un"}]
        )
    lines = chancery("import", "corrections", str(file)).output.splitlines()
    assert lines[0] == "1 inserted, 1 updated, 0 unchanged, 1 rejected"
    assert "line 4: kim-jong-un and milada-novotna are said to be one person" in lines[1]
    assert {row["property"]: row["right_value"] for row in ask("corrections")} == {
        "same_as": "kim-jong-un",
        "never_same_as": "xi-jinping",
    }


def test_a_leader_mistyped_is_a_wrong_line_unless_the_file_says_that_it_is_somebody_else(
    archive: Path, ask: Ask, correct: Run, chancery: Run, tmp_path: Path
) -> None:
    key = ask("exchanges", leader_a="milada-novotna")[0]["exchange_id"]
    correct("exchange", key, "--pair", "kim-jong-un", "xi-jinping")
    file = exported(chancery, tmp_path / "exported")
    with file.open(encoding="utf-8", newline="") as opened:
        [one] = csv.DictReader(opened)
    mistyped = one | {"right_value": "kim-jong-un xi-jinpin"}
    apart = dict.fromkeys(one, "") | {"fact": "leader", "leader": "xi-jinpin", "property": "never_same_as"}
    apart |= {"right_value": "xi-jinping", "why": "another", "made_by": "Ann"}
    for lines, told in (
        ([mistyped], "correction.csv, line 2: right_value: there is no leader xi-jinpin, but xi-jinping;"),
        ([mistyped, apart], "1 inserted, 1 updated, 0 unchanged, 0 rejected\n"),
    ):
        with file.open("w", encoding="utf-8", newline="") as opened:
            writer = csv.DictWriter(opened, list(one))
            writer.writeheader()
            writer.writerows(lines)
        assert told in chancery("import", "corrections", str(file)).output


def test_a_file_without_the_columns_is_told(archive: Path, chancery: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("fact,property\nexchange,exists\n", encoding="utf-8")
    result = chancery("import", "corrections", "mine.csv")
    assert result.exit_code == 2
    assert result.output.startswith("Error: the file has no column right_value, why, made_by; corrections may have ")
    shutil.rmtree(archive)
