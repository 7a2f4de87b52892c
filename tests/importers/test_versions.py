"""Versions: what a source says now stands for what it said before; that is kept, and comes back where the edit goes."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from sqlalchemy import Engine

from importers.again import Options, read_again
from importers.import_reports import import_reports
from importers.taking_out import remove
from importers.undo import undo
from models.database import InputError
from tests.importers.contents import contents, differences

FIRST = "PRAGUE, Dec. 31 -- Czech President Milada Novotna sent New Year greetings to Xi Jinping on Dec. 31, 2021."
EDITED = "PRAGUE, Dec. 31 -- Czech President Ondrej Dvorak sent New Year greetings to Xi Jinping on Dec. 31, 2021."


def told(engine: Engine) -> tuple[list[str], list[str]]:
    """The texts that are current, and the leaders of whose exchanges they tell."""
    found = contents(engine, with_shipped=True)
    texts = [row["body"] for row in found["source_report"].values() if row["is_current"]]
    leaders = {row["id"]: row["slug"] for row in found["leader"].values()}
    pairs = [leaders[row[side]] for row in found["exchange"].values() for side in ("leader_a_id", "leader_b_id")]
    return sorted(texts), sorted(pairs)


def lines(path: Path, *records: dict[str, Any]) -> None:
    path.write_text("\n".join(map(json.dumps, records)))


NOVOTNA, DVORAK = ["milada-novotna", "xi-jinping"], ["ondrej-dvorak", "xi-jinping"]


def test_an_edited_text_replaces_what_it_said_and_the_old_one_is_kept(engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(FIRST)
    import_reports(engine, [str(tmp_path)])
    path.write_text(EDITED)
    import_reports(engine, [str(tmp_path)])
    assert told(engine) == ([EDITED], DVORAK)
    kept = [row["body"] for row in contents(engine)["source_report"].values()]
    assert sorted(kept) == sorted((FIRST, EDITED))
    assert not [row for row in contents(engine)["leader"].values() if row["slug"] == "milada-novotna"]
    assert import_reports(engine, [str(tmp_path)]).counts.unchanged == 1
    assert told(engine) == ([EDITED], DVORAK)
    assert read_again(engine, Options(reads_all=True)).changed == 0


def test_an_edit_that_goes_back_or_is_undone_lets_the_old_text_tell_again(
    engine: Engine, empty_engine: Engine, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(FIRST)
    import_reports(engine, [str(path)])
    import_reports(empty_engine, [str(path)])
    path.write_text(EDITED)
    import_reports(engine, [str(path)])
    undo(engine, 2)
    assert differences(contents(empty_engine), contents(engine)) == {}
    import_reports(engine, [str(path)])
    path.write_text(FIRST)
    import_reports(engine, [str(path)])
    assert told(engine) == ([FIRST], NOVOTNA)
    undo(engine, 3)
    assert told(engine) == ([EDITED], DVORAK)


def test_a_record_is_known_by_its_address_wherever_it_stands(engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "export.jsonl"
    other = {"url": "https://a.example/2", "text": "Nothing of note."}
    lines(path, {"url": "https://a.example/1", "text": FIRST}, other)
    import_reports(engine, [str(path)])
    lines(path, other, {"url": "https://a.example/1", "text": EDITED})
    import_reports(engine, [str(path)])
    assert told(engine) == (["Nothing of note.", EDITED], DVORAK)


def test_what_has_only_a_number_replaces_nothing(engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "latest.jsonl"
    for text in (FIRST, EDITED):
        lines(path, {"text": text})
        import_reports(engine, [str(path)])
    assert told(engine)[0] == sorted((FIRST, EDITED))


def test_a_text_that_another_source_says_still_stays(engine: Engine, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(FIRST)
    import_reports(engine, [str(tmp_path)])
    (tmp_path / "a.txt").write_text(EDITED)
    import_reports(engine, [str(tmp_path)])
    assert told(engine)[0] == sorted((FIRST, EDITED))


def test_one_report_is_taken_out_with_all_that_only_it_tells(
    engine: Engine, empty_engine: Engine, tmp_path: Path
) -> None:
    first, other = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_text(FIRST)
    other.write_text(EDITED)
    import_reports(empty_engine, [str(other)])
    import_reports(engine, [str(first), str(other)])
    assert remove(engine, str(first)) == 1
    assert differences(contents(empty_engine), contents(engine)) == {}
    with pytest.raises(InputError, match="no report was found at"):
        remove(engine, str(first))
    assert import_reports(engine, [str(first), str(other)]).counts.inserted == 1


def test_a_report_is_taken_out_with_its_older_versions(
    chancery: Callable[..., Result], address: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    for text in (FIRST, EDITED):
        path.write_text(text)
        chancery("import", "reports", str(path), "--workers", "1", "--db", address)
    shown = chancery("report", "source-reports", "--format", "csv", "--db", address).output
    assert shown.count(str(path)) == 1
    assert "2 reports removed" in chancery("import", "remove", str(path), "--db", address).output
    assert str(path) not in chancery("report", "source-reports", "--format", "csv", "--db", address).output
