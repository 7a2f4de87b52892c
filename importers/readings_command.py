"""The commands of reading on other machines than the database's: `chancery read`, `chancery import readings`."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from importers.opened import opened, workers_option
from models.database import InputError, database_option
from models.printable import in_one_line

if TYPE_CHECKING:
    from importers.read_archives import Done
    from importers.readers.places import Place
    from importers.reference.records import Rows

STOPPED = 130  # the exit status of programs that Ctrl-C ended


@click.command()
@click.argument("named", nargs=-1, required=True, metavar="ARCHIVE...")
@click.option("--to", "folder", required=True, metavar="FOLDER", help="Where to write what is read: a path, s3://...")
@click.option("--scheduler", metavar="ADDRESS", help="Read on the machines of this scheduler of Dask, tcp://host:8786.")
@workers_option
@database_option
@click.pass_context
def read(
    context: click.Context,
    named: tuple[str, ...],
    folder: str,
    scheduler: str | None,
    workers: int | None,
    address: str,
) -> None:
    """Read archives without loading them: `chancery import readings FOLDER` does that later.

    Each file is read by itself, and what is read in it becomes a Parquet file in FOLDER, whole or not at all. What is
    there already is left alone, so the same command goes on where it was cut off. The reference data and words of your
    own come from the database. Archives and FOLDER may lie in any file system that fsspec knows (s3://, gs://,
    hdfs://, https://); without --scheduler the processes of this machine read.

    \b
    Exit status: 0 all were read, 1 some could not be, 2 nothing could be done.

    \b
    Examples:
      chancery read crawl-2026-01.warc.gz --to readings
      chancery read 's3://crawls/2026/*.warc.gz' --to s3://ours/readings --scheduler tcp://head:8786
      chancery import readings s3://ours/readings
    """
    from importers.readers.places import check
    from importers.reference_data import ReferenceData

    check(named)
    with opened(address) as engine:
        reference = ReferenceData(engine).rows
    done = list(told_one_by_one(done_by(list(places_of(named)), reference, whole_path(folder), scheduler, workers)))
    for line in summary_of(done):
        click.echo(line)
    context.exit(1 if any(one.failure or one.counts.rejected for one in done) else 0)


def whole_path(folder: str) -> str:
    """Return a folder as all machines that share it know it."""
    return folder if "://" in folder else str(Path(folder).absolute())


def places_of(named: tuple[str, ...]) -> Iterator["Place"]:
    """Yield the archives, those at addresses of servers too. Raises InputError for what is none."""
    from importers.readers.places import STANDARD_INPUT, Place, places_in, remote_places

    for name in named:
        if name == STANDARD_INPUT:
            raise InputError("standard input cannot be read on other machines; name files, folders or addresses")
        for place in remote_places(name) if Place(name).is_address else places_in([name]):
            if not isinstance(place, Place):
                raise InputError(f"{place.locator}: {place.reason}")
            yield place


def done_by(
    places: list["Place"], reference: "Rows", folder: str, scheduler: str | None, workers: int | None
) -> Iterator["Done"]:
    """Yield what became of each archive, read on a cluster or here."""
    from importers.cluster import read_on_cluster
    from importers.read_archives import Job, read_in_turn, reading_here
    from importers.read_with import read_with

    job = Job(folder, read_with(reference))
    if scheduler:
        yield from read_on_cluster(places, reference, job, scheduler)
        return
    with reading_here(reference, workers or os.cpu_count() or 1) as read_items:
        yield from read_in_turn(places, job, read_items)


def told_one_by_one(done: Iterator["Done"]) -> Iterator["Done"]:
    """Yield what became of each archive, and say at once where one could not be read."""
    for one in done:
        if one.failure:
            click.echo("  " + in_one_line(f"{one.locator}: {one.failure}"), err=True)
        yield one


def summary_of(done: list["Done"]) -> Iterator[str]:
    """Yield in lines for people what was read."""
    were_there, failed = sum(one.was_there for one in done), sum(one.failure is not None for one in done)
    kept, left_out, rejected = (
        sum(getattr(one.counts, name) for one in done) for name in ("inserted", "left_out", "rejected")
    )
    read_now = len(done) - were_there - failed
    yield f"{read_now} archives read, {were_there} were read before, {failed} could not be"
    yield f"{kept} reports are kept, {left_out} pages left out that tell of no exchange, {rejected} rejected"
    others = sum(one.is_other for one in done)
    if others:
        yield f"{others} of those before were read with other reference data or rules; name another folder to read anew"


@click.command()
@click.argument("folder")
@database_option
@click.pass_context
def readings(context: click.Context, folder: str, address: str) -> None:
    """Import what `chancery read` wrote into FOLDER, which may be a path or an address such as s3://...

    The rows are those that importing the archives themselves would give. What is in the database already is left as it
    is, so a folder that grows can be imported again and again.

    \b
    Example:
      chancery import readings s3://ours/readings
    """
    from importers.corrections.unfitting import tell_unfitting
    from importers.import_readings import import_readings, told
    from importers.progress import Progress
    from importers.telling import tell_as_text

    with opened(address) as engine, Progress() as progress:
        summary, elsewhere = import_readings(engine, folder, progress)
        for line in told(elsewhere):
            click.echo(line, err=True)
        tell_as_text(summary)
        tell_unfitting(engine)
    context.exit(STOPPED if summary.is_stopped else 1 if summary.counts.rejected else 0)
