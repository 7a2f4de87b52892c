import shlex
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from models.extras import how_to_install

PROJECT = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text())["project"]


@pytest.mark.parametrize("extra", PROJECT["optional-dependencies"])
def test_the_packages_themselves_are_named_and_no_other(extra: str) -> None:
    command = shlex.split(how_to_install(extra))
    assert command[1:4] == ["-m", "pip", "install"]
    wanted = {name_of(package) for package in PROJECT["optional-dependencies"][extra]}
    assert {name_of(package) for package in command[4:]} == wanted


def name_of(package: str) -> str:
    return package.split(">", maxsplit=1)[0].split("<", maxsplit=1)[0]


def test_the_command_runs_in_a_checkout_from_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    python = tmp_path / ".venv" / "bin" / "python"
    python.write_text("")
    monkeypatch.setattr(sys, "executable", str(python))
    monkeypatch.chdir(tmp_path)
    assert how_to_install("parquet").startswith("./.venv/bin/python -m pip install ")
    monkeypatch.chdir(tmp_path / ".venv" / "bin")
    assert how_to_install("parquet").startswith("./python -m pip install ")
    monkeypatch.undo()
    told = shlex.split(how_to_install("parquet"))
    assert subprocess.run([*told[:3], "--version"], capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ("pyarrow", ["report", "exchanges", "--format", "parquet"]),
        ("pyarrow", ["export", "out", "--format", "parquet"]),
        ("duckdb", ["export", "out", "--format", "duckdb"]),
        ("datasette", ["serve"]),
    ],
)
def test_what_is_missing_is_told_with_the_command(
    chancery: Callable[..., Result],
    address: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    missing: str,
    words: list[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, missing, None)
    told = chancery(*words, "--db", address)
    assert told.exit_code == 2
    assert " -m pip install " in told.output
    assert f'"{missing}' in told.output
    assert not (tmp_path / "out").exists()
