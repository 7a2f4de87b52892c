"""One bad report never costs another: the good ones land, the bad one is told, the next import finds all as it was."""

import io
import json
import os
import tarfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, text

from importers.import_reports import Options, import_reports
from importers.lexicon import build_lexicon
from importers.load import load
from importers.outcomes import Found
from importers.reference.stored import reference_rows
from importers.rejections import kept_aside
from tests.importers.contents import contents

NAMES = ("Milada Novotna", "Ondrej Svoboda", "Petra Vesela", "Karel Horak")
ANY = st.text(st.characters(exclude_categories=()), max_size=20)
NASTY = st.sampled_from(("\x00", "\ud83c", "\u200b\u200b", "\ufeff", "\x1b[31m", "e\u0301", "x" * 5000)) | ANY
NUMBERS = st.integers(min_value=0, max_value=10**40)
TEXTS = st.one_of(
    NASTY,
    NUMBERS.map(lambda n: f"Xi Jinping wrote to Vladimir Putin that trade reached {n} trillion U.S. dollars in 2023."),
    NUMBERS.map(lambda n: f"Xi Jinping wrote to Vladimir Putin that trade grew by {n} percent."),
    NUMBERS.map(lambda n: f"Xi Jinping sent greetings to Vladimir Putin on the {n}th anniversary of their relations."),
    st.tuples(NASTY, NASTY).map(lambda two: f"Xi Jinping{two[0]} sent greetings to {two[1]} Vladimir Putin in 2024."),
)
DAYS = st.sampled_from(("9999-12-31", "0001-01-01", "2568-07-01", "1447-01-01", "2100-12-31", "99999999999999", "NaN"))
RECORDS = st.fixed_dictionaries(
    {"text": TEXTS},
    optional={"title": NASTY, "url": NASTY, "outlet": NASTY, "language": NASTY, "date": DAYS | NASTY, "summary": TEXTS},
)


def good(number: int) -> dict[str, str]:
    name = NAMES[number % 4]
    return {
        "text": f"PRAGUE, Dec. 31 -- Czech President {name} sent New Year greetings to Chinese President"
        f" Xi Jinping on Dec. 31, {2010 + number}."
    }


@pytest.fixture
def lexicon_made_once(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = reference_rows(engine)
    lexicon = build_lexicon(rows)
    monkeypatch.setattr("importers.reference_data.reference_rows", lambda _: rows)
    monkeypatch.setattr("importers.reference_data.build_lexicon", lambda _: lexicon)


@pytest.mark.usefixtures("lexicon_made_once")
@pytest.mark.parametrize("examples", [12, pytest.param(80, marks=pytest.mark.slow)])
def test_hostile_reports_between_good_ones(engine: Engine, tmp_path: Path, examples: int) -> None:
    @settings(max_examples=examples, deadline=None)
    @given(hostile=st.lists(RECORDS, min_size=1, max_size=8))
    def each_is_told(hostile: list[dict[str, str]]) -> None:
        none_costs_another(engine, tmp_path, hostile)

    each_is_told()


def none_costs_another(engine: Engine, tmp_path: Path, hostile: list[dict[str, str]]) -> None:
    path = tmp_path / f"{len(list(tmp_path.iterdir()))}.jsonl"
    records = [record for number, bad in enumerate(hostile) for record in (good(number), bad)] + [good(len(hostile))]
    path.write_text("\n".join(json.dumps(record) for record in records))
    first = import_reports(engine, [str(path)], Options(batch=5))
    found = contents(engine)
    places = {row["locator"] for row in found["report_locator"].values()}
    rejected = {one.locator for one in first.rejected}
    lines = {f"{path}:{number}" for number in range(1, len(records) + 1)}
    assert {f"{path}:{number}" for number in range(1, len(records) + 1, 2)} <= places
    assert lines & places | rejected == lines
    assert not lines & places & rejected
    second = import_reports(engine, [str(path)], Options(batch=5))
    assert (second.counts.inserted, second.counts.updated) == (0, 0)
    assert (second.counts.unchanged, second.rejected) == (len(lines) - len(rejected), first.rejected)
    assert contents(engine) == found


def test_a_report_that_the_database_refuses_is_found_and_told(engine: Engine, tmp_path: Path, monkeypatch: Any) -> None:

    def refusing(connection: Any, founds: list[Found], *more: Any) -> Any:
        for found in founds:
            if "Vesela" in found.body:
                found.rows["source_report"][0]["published_basis"] = "hearsay"
        return load(connection, founds, *more)

    monkeypatch.setattr("importers.refusals.load", refusing)
    path = tmp_path / "export.jsonl"
    path.write_text("\n".join(json.dumps(good(number)) for number in range(9)))
    summary = import_reports(engine, [str(path)])
    assert (summary.counts.inserted, summary.counts.rejected) == (7, 2)
    assert [one.locator for one in summary.rejected] == [f"{path}:3", f"{path}:7"]
    assert "the database refuses it: " in summary.rejected[0].reason
    assert "published_basis" in summary.rejected[0].reason
    monkeypatch.undo()
    assert import_reports(engine, [str(path)]).counts.inserted == 2


def test_what_no_column_holds_is_rejected_with_its_number(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(good(1)["text"])
    (tmp_path / "b.txt").write_text(
        "Xi Jinping wrote to Vladimir Putin that trade reached 88888888888888888888 trillion U.S. dollars in 2023."
    )
    summary = import_reports(engine, [str(tmp_path)])
    assert summary.counts.inserted == 1
    assert [one.reason[:22] for one in summary.rejected] == ["amount 8.88889e+31 of "]


def test_names_of_files_and_members_that_are_no_characters_or_too_long(engine: Engine, tmp_path: Path) -> None:
    content = good(1)["text"].encode()
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_bytes(content)
    with tarfile.open(tmp_path / "members.tar", "w") as archive:
        for number, name in enumerate(("na\udcefve.txt", "long/" * 900 + "name.txt")):
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content.replace(b"Prague", b"Prague %d" % number)))
    summary = import_reports(engine, [str(tmp_path)])
    assert (summary.counts.inserted, summary.counts.updated, summary.counts.rejected) == (1, 2, 0)
    locators = sorted(row["locator"] for row in contents(engine)["report_locator"].values())
    assert locators[0] == str(tmp_path / "caf\\xe9.txt")
    assert locators[2] == str(tmp_path / "members.tar") + "!na\\xefve.txt"
    assert len(locators[1]) < 1000
    assert import_reports(engine, [str(tmp_path)]).counts.unchanged == 3


def test_of_one_file_so_many_rejections_are_kept_and_the_rest_counted(engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "broken.jsonl"
    path.write_text(json.dumps(good(1)) + "\n{}" * 5000)
    (tmp_path / "other.txt").write_text("")
    summary = import_reports(engine, [str(tmp_path)])
    assert (summary.counts.inserted, summary.counts.rejected) == (1, 5001)
    with engine.connect() as connection:
        aside = {row.locator: row.reason for row in connection.execute(kept_aside())}
    assert len(aside) == 102
    assert aside[str(path)] == "4900 more of it could not be read than the 100 listed"
    assert aside[str(tmp_path / "other.txt")] == "the file is empty"


def test_disks_and_servers_that_fail_are_no_fault_of_a_report(engine: Engine, monkeypatch: Any, tmp_path: Path) -> None:
    def fail(connection: Any, *_: Any) -> Any:
        connection.execute(text("SELECT * FROM a_table_that_is_not_there"))

    monkeypatch.setattr("importers.refusals.load", fail)
    (tmp_path / "a.txt").write_text(good(1)["text"])
    with pytest.raises(Exception, match="a_table_that_is_not_there"):
        import_reports(engine, [str(tmp_path)])
