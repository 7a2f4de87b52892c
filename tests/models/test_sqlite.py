"""Files of SQLite that can only be read are asked like others, as they are; what would write to them is refused."""

import ctypes
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import Result

ROOT = Path(__file__).parents[2]
DROP_CAPABILITY = 24  # prctl(2)
PAST_PERMISSIONS = (1, 2)  # what lets root write and read whatever files permit


@pytest.fixture(params=["wal", "delete"])
def protected(request: pytest.FixtureRequest, sqlite_template: Path, tmp_path: Path) -> Iterator[Path]:
    """A database as on a DVD: neither it nor its folder can be written."""
    folder = tmp_path / "a disc"
    folder.mkdir()
    path = folder / "chancery.db"
    shutil.copy(sqlite_template, path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA journal_mode = {request.param}")
    path.chmod(0o444)
    folder.chmod(0o555)
    yield path
    folder.chmod(0o755)


def obey_permissions() -> None:
    """Take from root, as which the tests may run, what lets it write everywhere."""
    for capability in PAST_PERMISSIONS:
        ctypes.CDLL(None).prctl(DROP_CAPABILITY, capability, 0, 0, 0)


def run(*words: str) -> subprocess.CompletedProcess[str]:
    program = "import sys, chancery; sys.argv[0] = 'chancery'; chancery.main()"
    return subprocess.run(
        [sys.executable, "-c", program, *words], cwd=ROOT, preexec_fn=obey_permissions, capture_output=True, text=True,
        check=False,
    )  # fmt: skip


def test_a_file_that_another_program_keeps_to_itself_is_told(
    chancery: Callable[..., Result], sqlite_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.database.PATIENCE", 1)
    shutil.copy(sqlite_template, tmp_path / "chancery.db")
    with closing(sqlite3.connect(tmp_path / "chancery.db", isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN EXCLUSIVE")
        for words in (["init"], ["status"], ["import", "again"]):
            refused = chancery(*words, "--db", str(tmp_path / "chancery.db"))
            assert refused.exit_code == 2
            assert "database is locked (another program is writing to the database, or holds it" in refused.output
            assert len(refused.output.strip().splitlines()) == 1


needs_linux = pytest.mark.skipif(sys.platform != "linux", reason="root is made to obey permissions as Linux does it")


@needs_linux
def test_a_database_on_a_disc_that_cannot_be_written_is_asked(protected: Path) -> None:
    shown = run("report", "trade-targets", "--country", "CN", "--format", "csv", "--db", str(protected))
    assert shown.returncode == 0, shown.stderr
    assert "CN" in shown.stdout
    assert run("status", "--db", str(protected)).returncode == 0
    assert list(protected.parent.iterdir()) == [protected]


@needs_linux
def test_what_would_write_to_it_is_refused_in_one_line(protected: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Xi Jinping sent a letter.")
    for words in (["init"], ["import", "reports", str(tmp_path / "a.txt"), "--workers", "1"]):
        refused = run(*words, "--db", str(protected))
        assert refused.returncode == 2, words
        assert "the database can only be read: its file or folder is write-protected" in refused.stderr
        assert len(refused.stderr.strip().splitlines()) == 1


@needs_linux
def test_a_file_that_may_not_be_read_is_told(protected: Path) -> None:
    protected.chmod(0o000)
    refused = run("status", "--db", str(protected))
    assert refused.returncode == 2
    assert "cannot be opened: " in refused.stderr
    assert len(refused.stderr.strip().splitlines()) == 1


@needs_linux
def test_a_file_of_others_in_a_folder_of_ones_own_is_asked(protected: Path) -> None:
    protected.parent.chmod(0o755)
    assert run("report", "exchanges", "--db", str(protected)).returncode == 0
