"""What the tests of corrections ask for: a few reports, and the ids of facts as the saved reports show them."""

import csv
import io
import shutil
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from chancery import main
from tests.conftest import ENGINES, address_on_server, copied, copy_on_server, run_on_server

Asked = list[dict[str, str]]
Run = Callable[..., Result]
TEXTS = {
    "xi.txt": "---\noutlet: Xinhua\ndate: 2023-12-31\n---\n"
    "BEIJING, Dec. 31, 2023 -- Xi Jinping and Vladimir Putin exchanged New Year greetings on Dec. 31. Xi said in his"
    " message that 2024 marks the 75th anniversary of the establishment of diplomatic relations between China and"
    " Russia. Putin noted in his message that trade had reached a record 240 billion dollars.",
    "kim.txt": "---\ndate: 2024-01-01\n---\n"
    "Kim Jong Un sent New Year greetings to Xi Jinping on January 1, 2024. The old caravan roads were spoken of.",
    "kim-too.txt": "---\ndate: 2024-01-02\n---\n"
    "The leader of the north, Kim Jong Un, has sent New Year greetings to Xi Jinping, it was told on January 1, 2024.",
    "czech.txt": "---\ndate: 2023-12-31\n---\n"
    "Czech President Milada Novotna sent New Year greetings to Chinese President Xi Jinping on December 31, 2023.",
}


def import_texts(folder: Path, address: str) -> None:
    """Import the texts from beside the database, so that they have the places that they have in the tests."""
    write_texts(folder / "archive")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        words = ["import", "reports", "archive", "--workers", "1", "--quiet", "--db", address]
        result = CliRunner().invoke(main, words, catch_exceptions=False)
    assert result.exit_code == 0, result.output


def write_texts(folder: Path) -> None:
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")


@pytest.fixture(scope="session")
def sqlite_archive(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite database with the texts imported, to be copied."""
    path = Path(shutil.copy(sqlite_template, tmp_path_factory.mktemp("archive")))
    import_texts(path.parent, str(path))
    assert not path.with_name(f"{path.name}-wal").exists()  # all is in the file
    return path


@pytest.fixture(scope="session")
def postgres_archive(
    postgres_template: str, postgres_server: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The name of a PostgreSQL database with the texts imported, to be copied."""
    name = f"chancery_archive_{uuid.uuid4().hex}"
    copy_on_server(postgres_server, postgres_template, name)
    import_texts(tmp_path_factory.mktemp("archive"), address_on_server(postgres_server, name))
    yield name
    run_on_server(postgres_server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=ENGINES)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database of one's own; for tests that ask for the archive, with its reports imported."""
    with copied(request, "archive" if "archive" in request.fixturenames else "template", tmp_path) as copy:
        yield copy


@pytest.fixture
def archive(tmp_path: Path, chancery: Run, address: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of reports that is imported; commands run beside it, on its database.

    It comes after `chancery`, which forgets the database of the environment.
    """
    write_texts(tmp_path / "archive")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CHANCERY_DB", address)
    return tmp_path / "archive"


@pytest.fixture
def ask(chancery: Run, address: str) -> Callable[..., Asked]:
    """The rows of a saved report, those only that have these values."""

    def asked(name: str, **having: Any) -> Asked:
        result = chancery("report", name, "--format", "csv", "--db", address)
        assert result.exit_code == 0, result.output
        rows = list(csv.DictReader(io.StringIO(result.output)))
        return [row for row in rows if all(row[column] == value for column, value in having.items())]

    return asked


@pytest.fixture
def correct(chancery: Run, address: str) -> Run:
    """Put something right without being asked."""

    def run(*words: str) -> Result:
        return chancery("correct", *words, "--why", "I have read it", "--by", "Ann", "--yes", "--db", address)

    return run
