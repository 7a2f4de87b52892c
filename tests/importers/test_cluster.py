"""Reading on a cluster: Dask's own, on this machine."""

import os
import shutil
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from importers.import_reports import import_reports
from models.database import connect
from tests.importers.contents import ROOT, contents, differences
from tests.importers.readers.documents import KIM_XI, page, warc

Chancery = Callable[..., Result]


@contextmanager
def cluster(**options: Any) -> Iterator[Any]:
    """A cluster of Dask on this machine."""
    import distributed

    start: Any = distributed.LocalCluster
    with start(threads_per_worker=1, dashboard_address=":0", **options) as started:
        yield started


@pytest.fixture
def database(sqlite_template: Path, tmp_path: Path) -> str:
    """The path of an initialised database; readings know of no engine."""
    return str(shutil.copy(sqlite_template, tmp_path / "chancery.db"))


def crawl(path: Path, count: int) -> str:
    """A crawl of so many pages, each of which tells of an exchange."""
    pages = {
        f"https://news.example/{path.stem}/{n}": page(f"Letter {n}", KIM_XI, f"It was letter {n} of {path.stem}.")
        for n in range(count)
    }
    return str(warc(path, pages))


def assert_same_as_local(chancery: Chancery, database: str, other: str, folder: str, archives: list[str]) -> None:
    """The readings give the database that an import of the archives gives."""
    assert chancery("import", "readings", folder, "--db", database).exit_code == 0
    one, local = connect(database), connect(other)
    import_reports(local, archives)
    assert differences(contents(local), contents(one)) == {}
    one.dispose()
    local.dispose()


def test_a_cluster_reads_what_an_import_reads(
    chancery: Chancery, database: str, sqlite_template: Path, tmp_path: Path
) -> None:
    archives = [crawl(tmp_path / "a.warc.gz", 2)]
    folder, other = str(tmp_path / "readings"), str(shutil.copy(sqlite_template, tmp_path / "other.db"))
    with cluster(n_workers=1, processes=False) as started:
        to = ("--to", folder, "--scheduler", started.scheduler_address, "--db", database)
        result = chancery("read", *archives, *to)
        assert result.output.splitlines() == [
            "1 archives read, 0 were read before, 0 could not be",
            "2 reports are kept, 0 pages left out that tell of no exchange, 0 rejected",
        ]
        assert "means another file on each machine" in chancery("read", os.path.relpath(archives[0]), *to).output
    assert_same_as_local(chancery, database, other, folder, archives)


def test_a_scheduler_that_is_not_there_is_told_in_one_line(
    chancery: Chancery, database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importers.cluster.ANSWERS_WITHIN", 0.5)
    to = ("--to", str(tmp_path), "--scheduler", "tcp://127.0.0.1:9", "--db", database)
    result = chancery("read", crawl(tmp_path / "a.warc", 1), *to)
    assert result.exit_code == 2
    assert result.output.startswith("Error: the scheduler tcp://127.0.0.1:9 does not answer")
    assert len(result.output.splitlines()) == 1


@pytest.mark.slow
def test_workers_killed_in_the_middle_change_nothing(
    chancery: Chancery, database: str, sqlite_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    archives = [crawl(tmp_path / f"{n}.warc.gz", 60) for n in range(6)]
    folder, other = str(tmp_path / "readings"), str(shutil.copy(sqlite_template, tmp_path / "other.db"))
    with cluster(n_workers=2, processes=True) as started:
        killed: list[int] = []

        def kill_once_something_is_read() -> None:
            while not list((tmp_path / "readings").glob("*.parquet")):
                time.sleep(0.05)
            for worker in started.workers.values():
                killed.append(worker.pid)
                os.kill(worker.pid, signal.SIGKILL)
                time.sleep(2)

        killer = threading.Thread(target=kill_once_something_is_read)
        killer.start()
        to = ("--to", folder, "--scheduler", started.scheduler_address, "--db", database)
        result = chancery("read", *archives, *to)
        killer.join()
    assert len(killed) == 2
    assert result.output.startswith("6 archives read, 0 were read before, 0 could not be"), result.output
    assert [path.suffix for path in (tmp_path / "readings").iterdir()] == [".parquet"] * 6
    assert_same_as_local(chancery, database, other, folder, archives)


@pytest.mark.slow
def test_where_the_scheduler_is_lost_the_same_command_goes_on(
    chancery: Chancery, database: str, sqlite_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    archives = [crawl(tmp_path / f"{n}.warc.gz", 60) for n in range(4)]
    folder, other = str(tmp_path / "readings"), str(shutil.copy(sqlite_template, tmp_path / "other.db"))

    def read(started: Any) -> Result:
        return chancery("read", *archives, "--to", folder, "--scheduler", started.scheduler_address, "--db", database)

    with cluster(n_workers=1, processes=True) as started:

        def end_once_something_is_read() -> None:
            while not list((tmp_path / "readings").glob("*.parquet")):
                time.sleep(0.05)
            started.close()

        ending = threading.Thread(target=end_once_something_is_read)
        ending.start()
        lost = read(started)
        ending.join()
    assert lost.exit_code == 2
    assert "the same command goes on from there" in lost.output
    before = len(list((tmp_path / "readings").glob("*.parquet")))
    assert before < 4
    with cluster(n_workers=1, processes=True) as started:
        assert f"{4 - before} archives read, {before} were read before" in read(started).output
    assert_same_as_local(chancery, database, other, folder, archives)
