"""Why a report is read as it is, and whether the files of a language hold, on the command line."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from importers.grammar.rules import languages

Chancery = Callable[..., Result]
KIM = "Kim Jong Un sent a letter to Russian President Vladimir Putin on Tuesday, wishing him a happy new year."


@pytest.fixture
def imported(chancery: Chancery, address: str, tmp_path: Path) -> str:
    for name in ("kim-putin.txt", "other-putin.txt"):
        text = KIM if name.startswith("kim") else "Rain is expected in the north."
        (tmp_path / name).write_text(f"---\ndate: 2024-12-31\n---\n{text}\n")
    done = chancery("import", "reports", str(tmp_path), "--workers", "1", "--db", address)
    assert done.exit_code == 0, done.output
    return address


def test_a_report_is_explained_sentence_by_sentence(chancery: Chancery, imported: str) -> None:
    lines = chancery("explain", "kim-putin.txt", "--db", imported).output.splitlines()
    assert lines[0].endswith("kim-putin.txt: en, outlet not told")
    assert lines[1].startswith("published 2024-12-31")
    assert any(line.startswith("exchange: new-year 2025 on 2024-12-31") for line in lines), lines
    assert any("kim-jong-un > vladimir-putin, read by " in line for line in lines), lines
    assert f"1: {KIM}" in lines
    (tags,) = [line for line in lines if line.startswith("    tags: ")]
    assert "kim-jong-un" in tags
    assert "vladimir-putin" in tags
    assert any(line.startswith("    whose words: ") for line in lines), lines


def test_of_a_report_that_tells_of_none_no_exchange_is_explained(chancery: Chancery, imported: str) -> None:
    shown = chancery("explain", "other-putin.txt", "--db", imported)
    assert shown.exit_code == 0
    assert "exchange:" not in shown.output
    assert "whose words: the journalist, narrated" in shown.output


@pytest.mark.parametrize(
    ("locator", "told"), [("putin.txt", "several reports are of 'putin.txt': "), ("x.txt", "no report is of 'x.txt'")]
)
def test_a_locator_of_none_or_of_several_is_told(chancery: Chancery, imported: str, locator: str, told: str) -> None:
    refused = chancery("explain", locator, "--db", imported)
    assert (refused.exit_code, len(refused.output.splitlines())) == (2, 1)
    assert told in refused.output


def test_what_an_exchange_is_not_dated_by_is_told(chancery: Chancery, address: str, tmp_path: Path) -> None:
    (tmp_path / "undated.txt").write_text("Xi Jinping wrote to Vladimir Putin that trade grew by 7 percent.")
    assert chancery("import", "reports", str(tmp_path), "--workers", "1", "--db", address).exit_code == 0
    lines = chancery("explain", "undated.txt", "--db", address).output.splitlines()
    assert "published on a day not told (no basis)" in lines
    assert "exchange: other of a year not told on a day not told (no basis)" in lines


def test_the_languages_are_listed(chancery: Chancery) -> None:
    lines = chancery("language", "list").output.splitlines()
    assert [line.split()[0] for line in lines] == languages()
    assert "en  English" in lines


def test_a_language_that_is_not_there_is_told(chancery: Chancery, address: str) -> None:
    refused = chancery("language", "check", "xx", "--db", address)
    assert refused.exit_code == 2
    assert "there are no files of a language 'xx'; there are: " in refused.output


@pytest.mark.parametrize(("wrong", "status", "last"), [([], 0, "0 mistakes"), (["en/x.toml: bad"], 1, "1 mistakes")])
def test_what_does_not_hold_is_told_and_counted(
    chancery: Chancery, address: str, monkeypatch: pytest.MonkeyPatch, wrong: list[str], status: int, last: str
) -> None:
    monkeypatch.setattr("importers.examples.check", lambda code, lexicon: iter(wrong))
    done = chancery("language", "check", "en", "--db", address)
    assert done.exit_code == status
    *told, count = done.output.splitlines()
    assert told == wrong
    assert count.endswith(last)
