import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import Result

from queries.catalogue import shipped_reports

Chancery = Callable[..., Result]


def test_without_a_name_the_reports_are_listed_by_subject(chancery: Chancery) -> None:
    listed = chancery("report").output
    assert listed.index("Anniversaries:") < listed.index("upcoming-anniversaries") < listed.index("Trade:")
    assert all(name in listed for name in shipped_reports())


@pytest.mark.parametrize("name", shipped_reports())
def test_every_report_has_help_with_an_example_and_help_for_each_option(chancery: Chancery, name: str) -> None:
    shown = chancery("report", name, "--help").output
    assert f"chancery report {name}" in shown
    for filter_name in shipped_reports()[name].filters:
        assert f"--{filter_name.replace('_', '-')} " in shown


@pytest.mark.parametrize("name", shipped_reports())
def test_a_chart_is_offered_where_there_is_one_and_only_there(chancery: Chancery, name: str) -> None:
    has_chart = bool(shipped_reports()[name].chart)
    assert ("--chart FILE" in chancery("report", name, "--help").output) == has_chart
    listed = " ".join(chancery("report").output.split())
    question = shipped_reports()[name].question
    assert (f"{question} [chart]" in listed) == has_chart
    assert question in listed


def test_help_tells_what_a_filter_of_a_report_s_own_chooses_by(chancery: Chancery) -> None:
    shown = " ".join(chancery("report", "answers", "--help").output.split())
    assert "--is-answered yes|no Only rows where this is so, or is not. By: whether a report tells of" in shown
    assert "By: in_time, late or missed" in " ".join(chancery("report", "trade-targets", "--help").output.split())


def test_help_tells_every_column_and_what_it_is(chancery: Chancery) -> None:
    shown = " ".join(chancery("report", "exchanges", "--help").output.split())
    assert "Columns: exchange_id Key of the exchange in the table exchange occasion Slug of the occasion" in shown
    assert all(f" {column} " in shown for column in shipped_reports()["exchanges"].columns)


def test_the_example_of_what_is_to_come_names_no_year_that_is_past(chancery: Chancery) -> None:
    assert (
        "chancery report letters-to-come --leader xi-jinping" in chancery("report", "letters-to-come", "--help").output
    )
    assert "It lists only exchanges in which the days of both letters are known" in " ".join(
        chancery("report", "first-writers", "--help").output.split()
    )
    assert "upcoming-anniversaries --country CN" in chancery("report", "upcoming-anniversaries", "--help").output


def test_a_report_is_shown_as_a_table(chancery: Chancery, world_address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "150")
    shown = chancery("report", "anniversaries", "--leader", "kim-jong-un", "--db", world_address)
    assert shown.exit_code == 0
    assert "Kim Jong Un spoke of the 75th" in shown.output
    assert "1 row;" in shown.output


def test_the_database_may_stand_before_the_name(chancery: Chancery, world_address: str, tmp_path: Path) -> None:
    before = chancery("report", "--db", world_address, "exchanges", "--format", "csv")
    assert before.exit_code == 0
    assert len(before.output.splitlines()) == 8
    later = chancery("report", "--db", str(tmp_path / "none.db"), "exchanges", "--db", world_address)
    assert later.exit_code == 0


def test_rows_are_cut_and_the_rest_is_told(chancery: Chancery, world_address: str) -> None:
    shown = chancery("report", "statements", "--limit", "2", "--db", world_address).output
    assert "2 of 17 rows; all with --limit 0" in shown
    csv = chancery("report", "statements", "--limit", "2", "--format", "csv", "--db", world_address).output
    assert len(csv.splitlines()) == 3


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["report", "anniversarys"], "there is no report 'anniversarys'; the nearest: anniversaries"),
        (
            ["report", "exchanges", "--lader", "x"],
            "the report exchanges has no filter or option --lader; its filters: ",
        ),
        (
            ["report", "exchanges", "--columns", "outlet"],
            "; all, which --help explains: exchange_id, occasion, occasion_year, ",
        ),
        (["report", "exchanges", "--leader", "nobody"], "there is no leader 'nobody' in the database"),
        (["report", "./none.sql"], "the report none.sql cannot be read: No such file or directory"),
    ],
)
def test_bad_input_gets_one_line_and_status_2(
    chancery: Chancery, world_address: str, words: list[str], line: str
) -> None:
    wrong = chancery(*words, "--db", world_address) if "none.sql" not in words[1] else chancery(*words)
    assert wrong.exit_code == 2
    assert line in wrong.output
    assert len(wrong.output.strip().splitlines()) == 1


def test_a_database_that_is_not_there_is_told(chancery: Chancery, tmp_path: Path) -> None:
    wrong = chancery("report", "exchanges", "--db", str(tmp_path / "none.db"))
    assert wrong.exit_code == 2
    assert "make one with: chancery init" in wrong.output


def test_a_file_of_ones_own_runs_with_its_filters(chancery: Chancery, world_address: str, tmp_path: Path) -> None:
    file = tmp_path / "senders.sql"
    file.write_text(
        '-- title = "Senders"\n-- order = "n DESC, sender"\n-- [filters]\n-- sender = "sender"\n'
        "SELECT sender, count(*) AS n, ':x' AS colon, '100%' AS percent FROM report_messages GROUP BY sender; -- end\n"
    )
    rows = json.loads(chancery("report", str(file), "--format", "json", "--db", world_address).output)
    assert rows[0] == {"sender": "xi-jinping", "n": 5, "colon": ":x", "percent": "100%"}
    shown = chancery("report", str(file), "--sender", "kim-jong-un", "--format", "csv", "--db", world_address)
    assert shown.output == "sender,n,colon,percent\nkim-jong-un,2,:x,100%\n"


def test_a_file_that_changes_something_is_refused(chancery: Chancery, world_address: str, tmp_path: Path) -> None:
    file = tmp_path / "bad.sql"
    file.write_text("DELETE FROM leader")
    refused = chancery("report", str(file), "--db", world_address)
    assert refused.exit_code == 2
    assert refused.output == f"Error: {file}: a report is a single SELECT that changes nothing\n"


def test_sql_that_the_database_does_not_run_is_told(chancery: Chancery, world_address: str, tmp_path: Path) -> None:
    file = tmp_path / "bad.sql"
    file.write_text("SELECT nothing FROM nowhere")
    refused = chancery("report", str(file), "--db", world_address)
    assert refused.exit_code == 2
    assert f"the database does not run {file}: " in refused.output


def test_what_a_newer_version_keeps_ready_is_made_by_init(
    chancery: Chancery, world_address: str, tmp_path: Path
) -> None:
    file = tmp_path / "newer.sql"
    file.write_text("SELECT sender FROM kept_by_a_newer_version")
    refused = chancery("report", str(file), "--db", world_address)
    assert "(run chancery init: it makes what this version keeps ready)" in refused.output


def test_the_sql_printed_gives_the_same_rows(chancery: Chancery, world_address: str, tmp_path: Path) -> None:
    words = ["--leader", "xi-jinping", "--since", "2021", "--db", world_address]
    printed = chancery("report", "messages", "--sql", *words).output
    assert "-- only leader Xi Jinping\n-- only from 2021\n" in printed
    file = tmp_path / "messages.sql"
    file.write_text(printed)
    again = chancery("report", str(file), "--format", "csv", "--db", world_address).output
    assert again == chancery("report", "messages", "--format", "csv", *words).output


def test_a_file_is_written_in_the_format_of_its_ending(chancery: Chancery, world_address: str, tmp_path: Path) -> None:
    for ending, start in {"csv": b"exchange_id,", "jsonl": b'{"exchange_id"', "md": b"## Exch", "xlsx": b"PK"}.items():
        file = tmp_path / f"out.{ending}"
        assert chancery("report", "exchanges", "--output", str(file), "--db", world_address).output == ""
        assert file.read_bytes().startswith(start)


def test_an_ending_of_no_format_is_told(chancery: Chancery, world_address: str, tmp_path: Path) -> None:
    words = ("report", "exchanges", "--output", str(tmp_path / "out.foo"), "--db", world_address)
    refused = chancery(*words)
    assert refused.exit_code == 2
    assert "tells no format by its ending; these do: .txt, .md, " in refused.output
    assert chancery(*words, "--format", "csv").exit_code == 0


@pytest.mark.parametrize("form", ["html", "xlsx"])
def test_the_source_that_is_told_with_rows_has_no_password(
    chancery: Chancery, world_address: str, tmp_path: Path, form: str
) -> None:
    if "://" not in world_address:
        pytest.skip("SQLite has no passwords")
    file = tmp_path / f"out.{form}"
    address = f"{world_address}&password=tiptop".replace("postgres:@", "postgres:tiptop@")
    assert "tiptop@" in address
    assert chancery("report", "exchanges", "--output", str(file), "--db", address).exit_code == 0
    assert chancery("report", "--all", "--output", str(tmp_path / "pages"), "--db", address).exit_code == 0
    if form == "xlsx":
        with ZipFile(file) as book:
            told = b"".join(map(book.read, book.namelist()))
    else:
        told = file.read_bytes() + (tmp_path / "pages" / "index.html").read_bytes()
    assert b"postgresql://postgres:***@" in told
    assert b"tiptop" not in told


def test_a_file_that_cannot_be_written_is_told(chancery: Chancery, world_address: str, tmp_path: Path) -> None:
    refused = chancery("report", "exchanges", "--output", str(tmp_path / "no" / "x.csv"), "--db", world_address)
    assert refused.exit_code == 2
    assert "cannot be written: No such file or directory" in refused.output


def test_a_reader_that_has_seen_enough_gets_no_error(world_address: str, tmp_path: Path) -> None:
    many = tmp_path / "many.sql"
    many.write_text("SELECT a.id, b.id AS other, c.id AS third FROM statement a, statement b, statement c")
    words = [sys.executable, "-m", "chancery", "report", str(many), "--format", "csv", "--db", world_address]
    root = Path(__file__).parents[2]
    program = subprocess.Popen(
        [words[0], "-c", "import sys, chancery; sys.argv[0] = 'chancery'; chancery.main()", *words[3:]],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=root,
    )  # fmt: skip
    assert program.stdout is not None
    assert program.stderr is not None
    assert program.stdout.readline() == b"id,other,third\n"
    program.stdout.close()
    assert program.stderr.read() == b""
    assert program.wait(30) == 0
    program.stderr.close()
