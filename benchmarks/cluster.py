"""Reading web archives on Dask's workers beside an import of the same archives: pages a second, and their ratio.

`python -m benchmarks.cluster [PAGES]` makes crawls of so many pages in all: most tell of other things, some use the
words of exchanges, a few tell of one, which a news crawl holds fewer of.
"""

import io
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.texts import reports
from importers.cluster import read_on_cluster
from importers.import_reports import Options, import_reports
from importers.parts import PartFolder
from importers.read_archives import Job
from importers.read_with import read_with
from importers.readers.places import Place
from importers.reference.stored import reference_rows
from initialise import prepare
from models.database import connect

PAGES, ARCHIVES = 40_000, 8
TELLING, NEAR = 400, 50  # of so many pages one tells of an exchange, of so many one has to be read to know
WORDS = [
    *("market", "weather", "team", "street", "season", "price", "family", "winter"),
    *("river", "school", "report", "early", "found", "small", "after"),
]


def pages(count: int, seed: int) -> Iterator[tuple[str, str]]:
    """Yield addresses and pages of a crawl."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    telling = reports(count // TELLING + 1, seed)
    for number in range(count):
        if number % TELLING == 0:
            text = next(telling)["text"]
        else:
            said = [" ".join(chance.choices(WORDS, k=60)).capitalize() + "." for _ in range(12)]
            text = "\n\n".join(said)
            text += "\n\nThe president of the club sent greetings to its members." if number % NEAR == 0 else ""
        paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in text.split("\n\n"))
        menu = "".join(f'<li><a href="/{word}/{n}">{word} {n}</a></li>' for n, word in enumerate(WORDS * 12))
        html = f"<html><head><title>Page {number}</title></head><body><ul>{menu}</ul>{paragraphs}</body></html>"
        yield f"https://news.example/{seed}/{number}", html


def write_crawl(path: Path, count: int, seed: int) -> None:
    """Write a compressed web archive of so many pages."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for url, html in pages(count, seed):
            answer = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            payload = io.BytesIO(html.encode())
            writer.write_record(writer.create_warc_record(url, "response", payload=payload, http_headers=answer))


def main(count: int) -> None:
    """Measure, and print what was measured."""
    with tempfile.TemporaryDirectory() as folder:
        archives = [Path(folder, f"{number}.warc.gz") for number in range(ARCHIVES)]
        for number, path in enumerate(archives):
            write_crawl(path, count // ARCHIVES, number)
        size = sum(path.stat().st_size for path in archives) / 1_000_000
        print(f"{count:,} pages in {ARCHIVES} web archives of {size:,.0f} MB together")
        alone = imported(folder, archives)
        told("an import, one process reads", count, alone, alone)
        for workers in (1, 2):
            told(f"a cluster, {workers} workers", count, on_cluster(folder, archives, workers), alone)


def imported(folder: str, archives: list[Path]) -> float:
    """Return the seconds of an import into a new database."""
    engine = connect(f"{folder}/chancery.db")
    prepare(engine)
    began = time.perf_counter()
    import_reports(engine, list(map(str, archives)), Options(workers=1))
    engine.dispose()
    return time.perf_counter() - began


def on_cluster(folder: str, archives: list[Path], workers: int) -> float:
    """Return the seconds in which so many workers read the archives; they are started before."""
    import distributed

    engine = connect(f"{folder}/chancery.db")
    reference = reference_rows(engine)
    engine.dispose()
    job = Job(f"{folder}/readings-{workers}", read_with(reference))
    places = [Place(str(path), path.stat().st_size) for path in archives]
    start: Any = distributed.LocalCluster
    with start(n_workers=workers, threads_per_worker=1, dashboard_address=":0") as cluster:
        began = time.perf_counter()
        done = list(read_on_cluster(places, reference, job, cluster.scheduler_address))
        seconds = time.perf_counter() - began
    failures = [one.failure for one in done if one.failure]
    if failures or len(PartFolder(job.folder).names()) != len(archives):
        sys.exit(f"not all was read: {failures[:1]}")
    return seconds


def told(what: str, count: int, seconds: float, alone: float) -> None:
    """Print a line."""
    rate, ratio = count / seconds, alone / seconds
    print(f"  {what:<30} {seconds:7.1f} s  {rate:8,.0f} pages a second  {ratio:5.2f} times the import")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else PAGES)
