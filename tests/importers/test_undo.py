"""An import taken back leaves the database as if it had never been."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from sqlalchemy import Engine

from importers.import_reports import import_reports
from importers.undo import undo
from tests.importers.contents import contents, differences, english_samples


@pytest.fixture
def parts(tmp_path: Path) -> list[Path]:
    """Three folders of texts that overlap: the same texts, other line ends, other metadata, what cannot be read."""
    folders = [tmp_path / name for name in ("b", "a", "c")]
    several = english_samples()
    for number, folder in enumerate(folders):
        folder.mkdir()
        for path in several[number::3] + several[::4]:
            shutil.copy(path, folder)
        for path in several[::5]:
            wrapped = path.read_text("utf-8").replace(", ", ",\n") if number == 1 else path.read_text("utf-8")
            (folder / f"{number}-{path.name}").write_text(wrapped, "utf-8")
        name = ("Milada Novotna", "Milada NOVOTNA", "Milada Novotná")[number]
        greeting = f"Czech President {name} sent New Year greetings to President Xi Jinping on December 31, 2023."
        (folder / "wonderland.txt").write_text(greeting, "utf-8")
        (folder / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    return folders


@pytest.mark.parametrize("taken_back", [1, 2, 3])
def test_the_database_is_as_if_the_import_had_never_been(
    engine: Engine, parts: list[Path], taken_back: int, empty_engine: Engine
) -> None:
    for number, part in enumerate(parts, 1):
        import_reports(engine, [str(part)])
        if number != taken_back:
            import_reports(empty_engine, [str(part)])
    undone = undo(engine, taken_back)
    assert undone.reports > 0
    assert undone.places > undone.reports
    assert differences(contents(empty_engine), contents(engine)) == {}


def test_all_imports_taken_back_leave_nothing(engine: Engine, parts: list[Path]) -> None:
    before = contents(engine)
    for part in parts:
        import_reports(engine, [str(part)])
    for run in (2, 1, 3):
        undo(engine, run)
    assert differences(before, contents(engine)) == {}


def test_what_a_later_import_met_too_stays(engine: Engine, parts: list[Path]) -> None:
    import_reports(engine, [str(parts[0])])
    once = contents(engine)
    import_reports(engine, [str(parts[0])])
    undo(engine, 1)
    assert differences(once, contents(engine)) == {}
    undo(engine, 2)
    assert not contents(engine)["source_report"]


def test_an_import_that_is_not_there_is_told(chancery: Callable[..., Result], address: str) -> None:
    result = chancery("import", "undo", "7", "--db", address)
    assert result.exit_code == 2
    assert "there is no import 7" in result.output
