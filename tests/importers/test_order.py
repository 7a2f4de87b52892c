"""The same reports in any order, in any batches, from any number of processes, give the same database."""

import datetime
import json
import random
import shutil
from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from importers.again import Options as ReadingOptions
from importers.again import read_again
from importers.import_reports import Options, import_reports
from models import ReportLocator, SourceReport
from models.database import connect
from tests.importers.contents import Contents, contents, differences, english_samples


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Samples, some of them in a second place, in other lines, in a table, with other metadata."""
    folder = tmp_path_factory.mktemp("texts")
    several = english_samples()
    for path in several:
        shutil.copy(path, folder / path.name)
    for path in several[::3]:
        shutil.copy(path, folder / f"copy-of-{path.name}")
    for path in several[::4]:
        (folder / f"again-{path.name}").write_text(path.read_text("utf-8").replace(". ", ".\n"), "utf-8")
    records = [
        {"text": path.read_text("utf-8"), "title": f"Title {n}", "date": "2024-01-01"}
        for n, path in enumerate(several[::2])
    ]
    (folder / "export.jsonl").write_text("\n".join(map(json.dumps, records)), "utf-8")
    named = [
        {"text": f"Czech President {name} sent New Year greetings to Chinese President Xi Jinping on Dec. 31, {year}."}
        for year, name in enumerate(("Milada NOVOTNA", "Milada Novotna", "MILADA NOVOTNA"), 2020)
    ]
    for number, record in enumerate(named):
        (folder / f"unknown-{number}.json").write_text(json.dumps(record), "utf-8")
    return folder


@pytest.fixture(scope="session")
def undisturbed(folder: Path, sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Contents:
    """What one import of all of it gives."""
    path = tmp_path_factory.mktemp("undisturbed") / "chancery.db"
    shutil.copy(sqlite_template, path)
    engine = connect(str(path))
    import_reports(engine, [str(folder)])
    found = contents(engine)
    engine.dispose()
    assert [row["full_name"] for row in found["leader"].values() if row["slug"] == "milada-novotna"] == [
        "Milada Novotna"
    ]
    return found


def files(folder: Path) -> list[str]:
    return sorted(map(str, folder.iterdir()))


@pytest.mark.parametrize(("seed", "batch", "parts"), [(1, 1, 1), (2, 3, 4), (3, 200, 9), (4, 7, 2)])
def test_order_and_batches_leave_no_trace(
    engine: Engine, folder: Path, undisturbed: Contents, seed: int, batch: int, parts: int
) -> None:
    shuffled = files(folder)
    random.Random(seed).shuffle(shuffled)
    for part in range(parts):
        import_reports(engine, shuffled[part::parts], Options(batch=batch))
    assert differences(undisturbed, contents(engine)) == {}


KNOWN_FROM_REPORTS = (
    "BEIJING, Dec. 31 -- Czech President Milada Novotna sent New Year greetings to Chinese President Xi Jinping.",
    "BEIJING, Dec. 30 -- Milada Novotna sent New Year greetings to Chinese President Xi Jinping for the year 2022.",
    "BEIJING, Dec. 29 -- Czech President MILADA NOVOTNA congratulated Chinese President Xi Jinping on his birthday.",
)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_leader_whom_only_reports_know_is_no_help_in_reading_the_next(
    empty_engine: Engine, tmp_path: Path, order: tuple[int, ...]
) -> None:
    """What is read hangs on no engine; such leaders come in other orders above, on both engines."""
    for number, text in enumerate(KNOWN_FROM_REPORTS):
        (tmp_path / f"{number}.txt").write_text(text)
    for number in order:
        import_reports(empty_engine, [str(tmp_path / f"{number}.txt")])
    one_by_one = contents(empty_engine)
    assert sorted(row["full_name"] for row in one_by_one["leader"].values() if row["provisional"]) == ["Milada Novotna"]
    assert read_again(empty_engine, ReadingOptions(reads_all=True)).changed == 0
    assert differences(one_by_one, contents(empty_engine)) == {}


def test_processes_leave_no_trace(engine: Engine, folder: Path, undisturbed: Contents) -> None:
    import_reports(engine, files(folder)[::-1], Options(workers=3, batch=11))
    assert differences(undisturbed, contents(engine)) == {}


def test_importing_again_changes_nothing(engine: Engine, folder: Path, undisturbed: Contents) -> None:
    first = import_reports(engine, [str(folder)]).counts
    again = import_reports(engine, [str(folder)]).counts
    assert (again.inserted, again.updated, again.rejected) == (0, 0, 0)
    assert again.unchanged == first.inserted + first.updated
    assert differences(undisturbed, contents(engine)) == {}


def test_one_text_in_two_places_is_one_report_with_two_locators(engine: Engine, tmp_path: Path) -> None:
    text = "MOSCOW, Dec. 31 -- Vladimir Putin sent New Year greetings to Xi Jinping."
    (tmp_path / "b.txt").write_text(f"---\ntitle: Of b\ndate: 2023-12-31\n---\n{text}")
    (tmp_path / "c.txt").write_text(text)
    counts = import_reports(engine, [str(tmp_path)]).counts
    assert (counts.inserted, counts.updated) == (1, 1)
    wrapped = text.replace("-- ", "--\n")
    (tmp_path / "a.txt").write_text(f"---\ntitle: Of a\ndate: 2022-12-31\n---\n{wrapped}")
    counts = import_reports(engine, [str(tmp_path)]).counts
    assert (counts.inserted, counts.updated, counts.unchanged) == (0, 1, 2)
    with engine.connect() as connection:
        (report,) = connection.execute(select(SourceReport.__table__)).all()
        places = connection.execute(select(ReportLocator.__table__).order_by(ReportLocator.locator)).all()
    assert (report.locator, report.headline) == (str(tmp_path / "a.txt"), "Of a")
    assert "--\nVladimir" in report.body
    assert [place.body for place in places] == [None, text, text]
    assert [place.title for place in places] == ["Of a", "Of b", None]


def test_a_page_that_changed_under_its_address_is_a_new_revision_beside_the_old_one(
    engine: Engine, tmp_path: Path
) -> None:
    page = tmp_path / "page.txt"
    for text in ("Putin sent greetings to Xi.", "Putin sent New Year greetings to Xi."):
        page.write_text(text)
        assert import_reports(engine, [str(page)]).counts.inserted == 1
    with engine.connect() as connection:
        found = connection.execute(select(SourceReport.locator, SourceReport.body)).all()
    assert {body for _, body in found} == {"Putin sent greetings to Xi.", "Putin sent New Year greetings to Xi."}
    assert {locator for locator, _ in found} == {str(page)}


def test_metadata_corrected_at_its_place_takes_effect(engine: Engine, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    for date in ("2022-12-31", "2023-12-31"):
        page.write_text(f"---\ndate: {date}\n---\nVladimir Putin sent New Year greetings to Xi Jinping.")
        import_reports(engine, [str(page)])
    with engine.connect() as connection:
        (day,) = connection.execute(select(SourceReport.published_on)).scalars()
    assert day == datetime.date(2023, 12, 31)


def test_a_source_that_goes_back_to_what_it_said_before_is_an_update(engine: Engine, tmp_path: Path) -> None:
    counted: list[tuple[int, ...]] = []
    titles: list[str | None] = []
    for title in ("First", "Second", "First", "First", "Second"):
        for name in ("a.txt", "b.txt"):
            (tmp_path / name).write_text(f"---\ntitle: {title}\n---\nVladimir Putin sent New Year greetings to Xi.")
        foreseen = import_reports(engine, [str(tmp_path)], Options(is_dry_run=True)).counts
        counts = import_reports(engine, [str(tmp_path)]).counts
        counted.append((counts.inserted, counts.updated, counts.unchanged))
        assert foreseen == counts
        with engine.connect() as connection:
            titles += connection.execute(select(SourceReport.headline)).scalars()
    assert titles == ["First", "Second", "First", "First", "Second"]
    assert counted == [(1, 1, 0), (0, 2, 0), (0, 2, 0), (0, 0, 2), (0, 2, 0)]
