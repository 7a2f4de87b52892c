"""Whatever happens in the middle, the database is whole, and the next import completes it."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from sqlalchemy import Engine, event, select, text

from importers import processes, refusals
from importers.corrections import reading
from importers.import_reports import Options, import_reports
from importers.load import load
from importers.progress import Progress
from importers.raw_report import RawReport
from importers.read_report import read_report
from importers.work import outcome_of
from models import ImportRun, ReportLocator, SourceReport
from models.database import connect
from tests.conftest import run_on_server
from tests.importers.contents import ROOT, SAMPLES, Contents, contents, differences

Chancery = Callable[..., Result]
NAMES = ["Novotna", "Svoboda", "Dvorak", "Cerny", "Prochazka", "Kucera", "Vesely", "Horak"]


def greetings(count: int) -> list[str]:
    """So many short reports."""
    return [
        f"PRAGUE, Dec. 31 -- Czech President Milada {NAMES[n % 8]} sent New Year greetings to Chinese President"
        f" Xi Jinping on Dec. 31, {2010 + n % 13}. She wrote {n} lines on trade and energy."
        for n in range(count)
    ]


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of reports, which is only read."""
    path = tmp_path_factory.mktemp("export") / "export.jsonl"
    path.write_text("\n".join(json.dumps({"text": one}) for one in greetings(150)))
    return path


@pytest.fixture(scope="module")
def undisturbed(sqlite_template: Path, export: Path) -> Contents:
    """What an import of it gives that nothing disturbs."""
    engine = connect(str(shutil.copy(sqlite_template, export.parent)))
    import_reports(engine, [str(export)])
    found = contents(engine)
    engine.dispose()
    return found


def started(address: str, export: Path, *more: str) -> "subprocess.Popen[bytes]":
    """An import in a process of its own, in batches of ten."""
    return subprocess.Popen([sys.executable, "-c", PROGRAM, address, str(export), *(more or ("1",))], cwd=ROOT)


PROGRAM = """
import sys
from importers.progress import Progress
from importers.import_reports import Options, import_reports
from importers.uncollected import keep_what_is_made
from models.database import open_database

if __name__ == "__main__":
    keep_what_is_made()
    with Progress() as progress:
        options = Options(workers=int(sys.argv[3]), batch=10)
        summary = import_reports(open_database(sys.argv[1]), [sys.argv[2]], options, progress)
    sys.exit(130 if summary.is_stopped else 0)
"""


def count_of_runs(engine: Engine) -> int:
    with engine.connect() as connection:
        return len(connection.execute(select(ImportRun.id)).all())


def reports(engine: Engine) -> int:
    with engine.connect() as connection:
        return len(connection.execute(select(SourceReport.id)).all())


def whole(engine: Engine) -> None:
    """Whole batches are in, and every report has its place and its sentences."""
    found = contents(engine)
    assert len(found["source_report"]) % 10 == 0
    assert {row["source_report_id"] for row in found["report_locator"].values()} == found["source_report"].keys()
    assert {row["source_report_id"] for row in found["statement"].values()} == found["source_report"].keys()
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
            assert not connection.execute(text("PRAGMA foreign_key_check")).all()


def wait_for(condition: Callable[[], bool], seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.01)


def killed_often(engine: Engine, address: str, export: Path, times: int, *more: str) -> None:
    """Kill imports at many moments; each leaves whole batches."""
    chance = random.Random(times)
    for _ in range(times):
        before = count_of_runs(engine)
        process = started(address, export, *more)
        wait_for(lambda before=before, process=process: count_of_runs(engine) > before or process.poll() is not None)  # type: ignore[misc]
        time.sleep(chance.random() * 0.5)
        process.kill()
        process.wait()
        whole(engine)


def test_killed_at_any_moment_the_import_leaves_whole_batches(
    engine: Engine, address: str, export: Path, undisturbed: Contents
) -> None:
    killed_often(engine, address, export, 3)
    import_reports(engine, [str(export)])
    assert differences(undisturbed, contents(engine)) == {}


@pytest.mark.slow
@pytest.mark.parametrize("processes", ["1", "2"])
def test_killed_at_many_moments(
    engine: Engine, address: str, export: Path, undisturbed: Contents, processes: str
) -> None:
    killed_often(engine, address, export, 25, processes)
    import_reports(engine, [str(export)])
    assert differences(undisturbed, contents(engine)) == {}


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are counted where the system lists them")
def test_a_killed_import_leaves_no_process_behind(address: str, export: Path) -> None:
    process = started(address, export, "2")
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    wait_for(lambda: len(children.read_text().split()) >= 2)
    kin = [int(child) for child in children.read_text().split()]
    time.sleep(1)
    process.kill()
    process.wait()
    wait_for(lambda: not any(Path(f"/proc/{child}").exists() and is_running(child) for child in kin), 10)


def is_running(child: int) -> bool:
    try:
        return Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_ctrl_c_ends_the_import_after_its_batch(
    engine: Engine, address: str, export: Path, undisturbed: Contents
) -> None:
    process = started(address, export)
    wait_for(lambda: reports(engine) >= 10)
    process.send_signal(signal.SIGINT)
    assert process.wait(30) == 130
    assert 10 <= reports(engine) < 150
    with engine.connect() as connection:
        assert connection.execute(select(ImportRun.ended_at)).scalar() is None
    import_reports(engine, [str(export)])
    assert differences(undisturbed, contents(engine)) == {}


def test_two_imports_at_once_into_one_database(
    engine: Engine, address: str, export: Path, undisturbed: Contents
) -> None:
    processes = [started(address, export) for _ in range(2)]
    assert [process.wait(120) for process in processes] == [0, 0]
    assert differences(undisturbed, contents(engine)) == {}
    assert count_of_runs(engine) == 2


def test_when_the_disk_is_full_the_command_says_so_and_the_next_goes_on(
    chancery: Chancery,
    sqlite_template: Path,
    tmp_path: Path,
    export: Path,
    undisturbed: Contents,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "full.db"
    shutil.copy(sqlite_template, path)
    pages = 30 + int(sqlite_pages(path))

    def limited(connection: Any, _record: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}")

    event.listen(Engine, "connect", limited)
    try:
        result = chancery("import", "reports", str(export), "--db", str(path), "--workers", "1", "--quiet")
    finally:
        event.remove(Engine, "connect", limited)
    assert result.exit_code == 2
    assert "the database failed: database or disk is full" in result.output
    engine = connect(str(path))
    assert reports(engine) < 150
    import_reports(engine, [str(export)])
    assert differences(undisturbed, contents(engine)) == {}
    engine.dispose()


def sqlite_pages(path: Path) -> int:
    engine = connect(str(path))
    with engine.connect() as connection:
        pages: int = connection.execute(text("PRAGMA page_count")).scalar_one()
    engine.dispose()
    return pages


def test_when_the_server_is_gone_the_command_says_so_and_the_next_goes_on(
    chancery: Chancery,
    address: str,
    engine: Engine,
    postgres_server: str,
    export: Path,
    undisturbed: Contents,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if engine.dialect.name == "sqlite":
        pytest.skip("SQLite has no server")
    ends = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{engine.url.database}'"
    engine.dispose()

    def load_and_lose(*arguments: Any) -> Any:
        counts = load(*arguments)
        run_on_server(postgres_server, ends)
        return counts

    monkeypatch.setattr(refusals, "load", load_and_lose)
    result = chancery("import", "reports", str(export), "--db", address, "--workers", "1", "--quiet")
    monkeypatch.undo()
    assert result.exit_code == 2
    assert "the database failed: " in result.output
    assert "Traceback" not in result.output
    import_reports(engine, [str(export)])
    assert differences(undisturbed, contents(engine)) == {}


def test_what_a_text_does_to_the_rules_never_stops_the_rest(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(raw: RawReport, _lexicon: object) -> Any:
        if "solih" in raw.locator:
            raise KeyError("a mistake in a rule")
        return read_report(raw, _lexicon)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "read_report", broken)
    first = import_reports(engine, [str(SAMPLES)])
    assert first.counts.rejected == len(first.rejected) == 1
    assert first.rejected[0].reason == "KeyError: 'a mistake in a rule'"
    monkeypatch.undo()
    assert import_reports(engine, [str(SAMPLES)]).counts.inserted == 1
    assert not contents(engine)["rejection"]


def test_a_report_that_takes_too_long_is_kept_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importers.time_limit.LONGEST", 0.2)
    monkeypatch.setattr(reading, "read_report", lambda *_: [None for _ in iter(int, 1)])  # which has no end
    outcome = outcome_of(RawReport("slow.txt", "text"), None)  # type: ignore[arg-type]
    assert getattr(outcome, "reason", "") == "reading it takes longer than 0.2 seconds"


def test_a_report_that_kills_its_process_is_kept_aside(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    for number, greeting in enumerate(greetings(60)):
        (folder / f"{number:02d}.txt").write_text(greeting)
    (folder / "30.txt").write_text("%kill this process%")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setattr(processes, "prepare", prepare_to_die)
    summary = import_reports(engine, [str(folder)], Options(workers=2))
    assert (summary.counts.inserted, summary.counts.rejected) == (59, 1)
    assert summary.rejected[0].locator == str(folder / "30.txt")
    assert "the process that read it died" in summary.rejected[0].reason


def prepare_to_die(reference: Any) -> None:
    """Make a process ready to read, and to die of one text."""

    def deadly(raw: RawReport, lexicon: Any) -> Any:
        if raw.text.startswith("%kill"):
            os._exit(9)
        return read_report(raw, lexicon)

    pytest.MonkeyPatch().setattr(reading, "read_report", deadly)
    PREPARE(reference)


PREPARE = processes.prepare


def test_nothing_stays_of_an_import_stopped_before_its_first_batch(engine: Engine, export: Path) -> None:
    progress = Progress()
    progress.is_stopped = True
    summary = import_reports(engine, [str(export)], Options(batch=10), progress)
    assert summary.is_stopped
    with engine.connect() as connection:
        assert len(connection.execute(select(ReportLocator.id)).all()) <= 10


@pytest.mark.parametrize(
    ("address", "number"),
    [("sqlite", signal.SIGTERM), ("postgresql", signal.SIGTERM), ("sqlite", signal.SIGHUP)],  # each, and on each engine
    indirect=["address"],
)
def test_a_signal_to_end_leaves_whole_batches_and_no_folder(
    engine: Engine, address: str, export: Path, undisturbed: Contents, tmp_path: Path, monkeypatch: Any, number: int
) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    process = started(address, export, "2")
    wait_for(lambda: reports(engine) >= 10 or process.poll() is not None)
    process.send_signal(number)
    assert process.wait(60) in (128 + number, 0)
    assert not list(folder.iterdir())
    whole(engine)
    import_reports(engine, [str(export)])
    assert differences(undisturbed, contents(engine)) == {}


def test_the_folder_of_a_killed_import_goes_at_the_next_start(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    gone = subprocess.Popen([sys.executable, "-c", "pass"])
    gone.wait()
    for name in (f"chancery-import-{gone.pid}-abc", f"chancery-import-{os.getpid()}-abc", "chancery-import-own"):
        (tmp_path / name).mkdir()
    processes.remove_left_behind()
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        f"chancery-import-{os.getpid()}-abc",
        "chancery-import-own",
    ]
