"""LibreOffice Calc on the workbook of a report; Excel reads the same file."""

import csv
import subprocess
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

from tests.clients.conftest import Rows, same

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
