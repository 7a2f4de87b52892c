"""LibreOffice: Calc on the workbook of a report, which Excel reads too, and Base on the databases."""

import csv
import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from sqlalchemy.engine import make_url

from tests.clients.conftest import Rows, same, same_rows, with_numbers_for_truth

PROGRAM = Path(__file__).parent / "read_base.py"
AS_SHOWN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false"  # UTF-8, the values and not their looks


def test_calc_reads_the_workbook(
    program: Callable[..., str],
    chancery: Callable[..., Result],
    world_address: str,
    report: str,
    expected: Rows,
    tmp_path: Path,
) -> None:
    office = program("soffice", "libreoffice-calc")
    book = tmp_path / "report.xlsx"
    assert chancery("report", report, "--output", str(book), "--db", world_address).exit_code == 0
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = [office, profile, "--headless", "--convert-to", AS_SHOWN, "--outdir", str(tmp_path), str(book)]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    with (tmp_path / "report.csv").open(encoding="utf-8", newline="") as file:
        found = list(csv.reader(file))[1:]
    assert [[number(word) for word in row] for row in found] == [
        [
            str(value).upper() if isinstance(value, bool) else number("" if value is None else str(value))
            for value in row
        ]
        for row in expected
    ]


def number(word: str) -> object:
    try:
        return same(float(word))
    except ValueError:
        return word


@pytest.fixture
def base(program: Callable[..., str], tmp_path: Path) -> Callable[..., Rows]:
    """Register a database with Base, and return the rows of a query."""
    office, python = program("soffice", "libreoffice-base"), "/usr/bin/python3"  # which Debian has the bridge for
    if subprocess.run([python, "-c", "import uno"], capture_output=True, check=False).returncode:
        pytest.skip("the bridge of LibreOffice to Python is not installed (Debian: python3-uno)")

    def read(address: str, user: str, query: str) -> Rows:
        profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
        pipe = f"chancery{tmp_path.name}{os.getpid()}"
        running = [office, profile, "--headless", "--norestore", f"--accept=pipe,name={pipe};urp;"]
        with subprocess.Popen(running, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            command = [python, str(PROGRAM), pipe, str(tmp_path / "letters.odb"), address, user, query]
            done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
            if done.returncode:
                process.terminate()
                if any(reason in done.stderr for reason in ("No SDBC driver", "Can't open lib")):
                    pytest.skip("Base has no driver for it (Debian: libreoffice-sdbc-postgresql, libsqliteodbc)")
        assert done.returncode == 0, done.stderr
        told = json.loads(done.stdout)
        assert told["views"], "Base does not list the views"
        return same_rows(told["rows"])

    return read


def test_base_reads_postgresql(base: Callable[..., Rows], postgres_address: str, query: str, expected: Rows) -> None:
    url = make_url(postgres_address)
    address = f"sdbc:postgresql:host={url.host or url.query['host']} dbname={url.database}"
    days_as_text = [tuple(str(value) if hasattr(value, "isoformat") else value for value in row) for row in expected]
    assert base(address, url.username, query) == days_as_text


def test_base_reads_sqlite_by_odbc(
    base: Callable[..., Rows],
    sqlite_file: str,
    query: str,
    expected: Rows,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "odbc.ini").write_text(f"[letters]\nDriver=SQLite3\nDatabase={sqlite_file}\nBigInt=1\n")
    monkeypatch.setenv("ODBCINI", str(tmp_path / "odbc.ini"))
    as_text = [[None if value is None else str(value) for value in row] for row in with_numbers_for_truth(expected)]
    assert [list(row) for row in base("sdbc:odbc:letters", "", query)] == as_text  # Base takes all for text there
