"""The tutorial followed to the letter: each command as a new user types it, each SQL beside it giving as many rows."""

import csv
import io
import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result
from sqlalchemy import Engine, text

from models.database import connect

ROOT = Path(__file__).parent.parent
TUTORIAL = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
BOXES = re.compile(r"```(sh|sql)\n(.*?)```", re.DOTALL)
QUESTIONS = [part for part in TUTORIAL.split("\n## ") if part[0].isdigit()]
Chancery = Callable[..., Result]


def boxes(part: str, kind: str) -> list[str]:
    return [content for found, content in BOXES.findall(part) if found == kind]


def commands(part: str) -> list[list[str]]:
    return [shlex.split(line)[1:] for box in boxes(part, "sh") for line in box.splitlines()]


@pytest.fixture
def samples(chancery: Chancery, address: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Engine]:
    """The database that the first box makes, in a folder of its own where the others are run."""
    init, load = commands(TUTORIAL)[:2]
    (tmp_path / "importers").mkdir()
    shutil.copytree(ROOT / "importers" / "samples", tmp_path / "importers" / "samples")
    monkeypatch.chdir(tmp_path)
    for words in (init, [*load, "--workers", "1"]):  # what reads is made once for all tests of a process
        assert chancery(*words, "--db", address).exit_code == 0
    engine = connect(address)
    yield engine
    engine.dispose()


def test_there_are_eight_questions_each_with_a_command_and_sql() -> None:
    assert len(QUESTIONS) == 8
    assert all(commands(part) and len(boxes(part, "sql")) == 1 for part in QUESTIONS)


def test_every_command_answers_and_the_sql_gives_the_same_rows(
    samples: Engine, chancery: Chancery, address: str
) -> None:
    for part in QUESTIONS:
        first = commands(part)[0]
        told = chancery(*first, "--format", "csv", "--db", address)
        assert told.exit_code == 0, told.output
        rows = len(list(csv.reader(io.StringIO(told.output)))) - 1
        assert rows > 0, first
        with samples.connect() as connection:
            assert len(connection.execute(text(boxes(part, "sql")[0])).all()) == rows, first
    for words in commands(TUTORIAL)[2:]:
        answered = chancery(*words, "--db", address)
        assert answered.exit_code == 0, answered.output
        for place, option in enumerate(words):
            if option in ("--chart", "--output"):
                assert Path(words[place + 1]).exists(), words
