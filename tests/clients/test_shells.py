"""psql and the shell of SQLite."""

import csv
import io
import json
import subprocess
from collections.abc import Callable

from sqlalchemy.engine import make_url

from tests.clients.conftest import Rows, with_numbers_for_truth

Program = Callable[..., str]


def words_of(rows: Rows, *, yes: str = "true", no: str = "false") -> list[list[str]]:
    return [
        ["" if value is None else yes if value is True else no if value is False else str(value) for value in row]
        for row in rows
    ]


def test_psql_shows_the_rows(program: Program, postgres_address: str, query: str, expected: Rows) -> None:
    address = make_url(postgres_address).set(drivername="postgresql")
    plain = address.render_as_string(hide_password=False).replace("%2F", "/")
    shown = subprocess.run(
        [program("psql", "postgresql-client"), plain, "--csv", "-c", query], capture_output=True, text=True, check=True
    )
    found = list(csv.reader(io.StringIO(shown.stdout)))[1:]
    assert [[as_told(word) for word in row] for row in found] == words_of(expected, yes="t", no="f")


def as_told(word: str) -> str:
    """A number without the zeros of its scale, which psql shows."""
    try:
        return word if "." not in word else f"{float(word):g}" if float(word) % 1 else str(int(float(word)))
    except ValueError:
        return word


def test_psql_shows_what_columns_mean(program: Program, postgres_address: str) -> None:
    address = make_url(postgres_address).set(drivername="postgresql").render_as_string(hide_password=False)
    shown = subprocess.run(
        [program("psql", "postgresql-client"), address.replace("%2F", "/"), "-c", r"\d+ report_anniversaries"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Year of the milestone plus the ordinal" in shown.stdout


def test_the_shell_of_sqlite_shows_the_rows(program: Program, sqlite_file: str, query: str, expected: Rows) -> None:
    shown = subprocess.run(
        [program("sqlite3", "sqlite3"), "-readonly", "-json", sqlite_file, query],
        capture_output=True,
        text=True,
        check=True,
    )
    found = [tuple(row.values()) for row in json.loads(shown.stdout)]
    assert found == with_numbers_for_truth(expected)
