"""What the tests of corrections ask for: a few reports, and the ids of facts as the saved reports show them."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

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


@pytest.fixture
def archive(tmp_path: Path, chancery: Run, address: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of reports that is imported; commands run beside it, on its database."""
    folder = tmp_path / "archive"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CHANCERY_DB", address)
    result = chancery("import", "reports", "archive", "--workers", "1", "--quiet", "--db", address)
    assert result.exit_code == 0, result.output
    return folder


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
