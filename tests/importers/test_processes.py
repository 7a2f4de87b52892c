import json
import os
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from importers import processes, reference_data
from importers.outcomes import Item, Known
from importers.processes import HELD, read_all
from importers.raw_report import RawReport
from importers.reference.records import Rows
from importers.reference_data import ReferenceData
from tests.importers.contents import ROOT


class Unread(ReferenceData):
    """Reference data that nothing may be read with."""

    def __init__(self) -> None:
        """There is no database."""

    @cached_property
    def rows(self) -> Rows:
        raise AssertionError("nothing is to be read")


def test_what_is_known_already_is_passed_on_as_it_comes_however_much_it_is() -> None:
    asked = 0

    def items() -> Iterator[Item]:
        nonlocal asked
        for number in range(3 * HELD):
            asked += 1
            yield Known(f"{number}.txt", number)

    outcomes = read_all(items(), Unread(), workers=2)
    for number in range(100):
        assert next(outcomes) == Known(f"{number}.txt", number)
    assert asked == 100


def test_few_new_reports_among_many_known_ones_are_not_waited_for(monkeypatch: Any) -> None:
    asked = 0

    def items() -> Iterator[Item]:
        nonlocal asked
        yield RawReport("new.txt", "Xi wrote to Putin.")
        for number in range(3 * HELD):
            asked += 1
            yield Known(f"{number}.txt", number)

    monkeypatch.setattr("importers.processes.Pool", Here)
    reference = Unread()
    reference.rows = Rows()
    outcomes = read_all(items(), reference, workers=2)
    assert next(outcomes).locator == "new.txt"
    assert asked <= HELD + 2


class Here:
    """A pool that hands on what it gets."""

    def __init__(self, *_: Any) -> None:
        """Nothing is started."""

    def outcomes(self, lists: Iterator[list[Any]]) -> Iterator[Any]:
        for chunk in lists:
            yield from chunk

    def close(self) -> None:
        """Nothing was started."""


def die(_reference: Any) -> None:
    """Die before the first report, as a process does that the system ends."""
    os._exit(9)


def fail(_reference: Any) -> None:
    """Fail on reference data that no lexicon can be made of."""
    raise KeyError("a rule without words")


PREPARE = processes.prepare


def prepare_and_fail(reference: Any) -> None:
    """Make a process ready, but for the lexicon."""
    pytest.MonkeyPatch().setattr(reference_data, "build_lexicon", fail)
    PREPARE(reference)


@pytest.fixture
def export(tmp_path: Path) -> str:
    """More reports than are read before processes are started."""
    path = tmp_path / "export.jsonl"
    path.write_text("\n".join(json.dumps({"text": f"Vladimir Putin sent greeting {n} to Xi."}) for n in range(200)))
    return str(path)


def test_processes_that_die_as_they_start_end_the_import_at_once(
    chancery: Callable[..., Result], address: str, export: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setattr(processes, "prepare", die)
    result = chancery("import", "reports", export, "--workers", "2", "--quiet", "--db", address)
    assert result.exit_code == 2
    assert result.output.startswith("Error: the processes that read end as they start")
    assert len(result.output.splitlines()) == 1
    assert chancery("status", "--rejected", "--db", address).output == ""


def ready(_reference: Any) -> None:
    """Have something to read with, which nothing asks."""
    processes._lexicon[:] = [None]  # type: ignore[list-item]


class Breaking:
    """Processes of which one dies as the next is started: the system refuses the pipes that are closed meanwhile."""

    def submit(self, *_: Any) -> Any:
        raise ValueError("bad value(s) in fds_to_keep")

    def shutdown(self, **_: Any) -> None:
        """Nothing was started."""


def test_a_process_that_dies_while_the_next_is_started_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setattr(processes, "prepare", ready)
    pool = processes.Pool(Rows(), 1)
    pool.executor = Breaking()  # type: ignore[assignment]
    known = Known("a.txt", 1)
    assert pool.submit([known]).result() == [known]
    pool.close()


def test_processes_that_die_before_they_know_what_to_do_end_the_import_too(
    chancery: Callable[..., Result], address: str, export: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sitecustomize.py").write_text(DYING)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    result = chancery("import", "reports", export, "--workers", "2", "--quiet", "--db", address)
    assert result.exit_code == 2
    assert result.output.startswith("Error: the processes that read end as they start")


DYING = """
import os, sys
if any("spawn_main" in word for word in sys.orig_argv):
    os._exit(9)
"""


@pytest.mark.parametrize("workers", ["1", "2"])
def test_where_no_lexicon_can_be_made_the_import_ends_with_one_line(
    chancery: Callable[..., Result], address: str, export: str, monkeypatch: pytest.MonkeyPatch, workers: str
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setattr(processes, "prepare", prepare_and_fail)
    monkeypatch.setattr(reference_data, "build_lexicon", fail)
    monkeypatch.setattr(reference_data, "_last", [])  # which this process has made one of
    result = chancery("import", "reports", export, "--workers", workers, "--quiet", "--db", address)
    assert result.exit_code == 2
    assert result.output.splitlines() == [
        "Error: no report can be read with the reference data of this database: KeyError: 'a rule without words'"
    ]
