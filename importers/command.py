"""The command line of imports."""

import os
import sys
from typing import Any

import click

from models.database import InputError, database_option, open_database

STOPPED = 130  # the exit status of programs that Ctrl-C ended


@click.group(name="import")
def import_group() -> None:
    """Read reports, and reference data of your own, into the database."""


def chosen_columns(_context: click.Context, _option: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    """Return the columns that a user named, by the field of a report that they hold."""
    from importers.readers.columns import OPTIONS

    columns = {}
    for one in given:
        field, equals, column = one.partition("=")
        if not equals or not column or field not in OPTIONS:
            raise InputError(f"--column {one} does not parse; write one of {', '.join(f'{o}=NAME' for o in OPTIONS)}")
        columns[OPTIONS[field]] = column
    return columns


@import_group.command()
@click.argument("named", nargs=-1, required=True, metavar="PATH...")
@click.option("--column", "columns", multiple=True, metavar="FIELD=NAME", callback=chosen_columns,
    help="A column of JSON or CSV that holds text, title, url, date, outlet or language, if its name is not a usual one.")  # fmt: skip
@click.option("--workers", type=click.IntRange(min=1), default=os.cpu_count() or 1, show_default="number of cores",
    help="How many processes read.")  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Say what would be done, and write nothing.")
@click.option("--quiet", is_flag=True, help="Say nothing but the last line, and what was rejected.")
@database_option
@click.pass_context
def reports(
    context: click.Context,
    named: tuple[str, ...],
    columns: dict[str, str],
    workers: int,
    dry_run: bool,
    quiet: bool,
    address: str,
) -> None:
    """Import reports from files, folders and web addresses; - stands for standard input.

    Read are text and Markdown (a head of title, outlet, date, url may stand above, between lines of three hyphens),
    web pages, PDF, JSON, JSON Lines, CSV, RSS and Atom, web archives (WARC), and zip, tar and gzip of any of these. The
    format is recognised by the content. A report that is in the database already is left as it is, so a folder that
    grows can be imported again and again. Ctrl-C ends the import after the batch it is at; the next goes on from there.

    \b
    Exit status: 0 all were read, 1 some were kept aside, 2 nothing could be done, 130 stopped by Ctrl-C.

    \b
    Examples:
      chancery import reports saved-pages/
      chancery import reports export.csv --column text=article_html --column date=day
      chancery import reports https://example.org/news/1.html --db sqlite:///letters.db
    """
    from sqlalchemy.exc import DBAPIError

    from importers.run import Options, import_reports

    engine = open_database(address)
    options = Options(workers=workers, columns=columns, is_dry_run=dry_run)
    try:
        with progress_of(named, quiet) as progress:
            summary = import_reports(engine, named, options, progress)
    except DBAPIError as error:
        raise failed(error) from None
    tell(summary, dry_run)
    context.exit(STOPPED if summary.is_stopped else 1 if summary.counts.rejected else 0)


def progress_of(named: tuple[str, ...], quiet: bool) -> Any:
    """Return what tells how far the import is: a bar on a terminal, lines elsewhere, or nothing."""
    from importers.progress import Lines, Live, Progress
    from importers.readers.places import check, places_in

    if quiet:
        return Progress()
    check(named)
    return Live(places_in(named)) if sys.stderr.isatty() else Lines(places_in(named))


def failed(error: Any) -> InputError:
    """Return the error that says why the database failed, and what to do."""
    reason = str(error.orig).strip().splitlines()[0]
    return InputError(
        f"the database failed: {reason}; what was loaded before is in it, import again to go on from there"
    )


def tell(summary: Any, is_dry_run: bool) -> None:
    """Print what became of an import. Raises InputError where nothing could be read."""
    counts = summary.counts
    left_out = f", {counts.left_out} pages of web archives left out that tell of no exchange" if counts.left_out else ""
    click.echo(
        ("would be: " if is_dry_run else "")
        + f"{counts.inserted} inserted, {counts.updated} updated, {counts.unchanged} unchanged, {counts.rejected} rejected{left_out}"
    )
    for one in summary.rejected:
        click.echo(f"  {one.locator}: {one.reason}", err=True)
    if counts.rejected > len(summary.rejected):
        more = counts.rejected - len(summary.rejected)
        click.echo(f"  and {more} more; list them with: chancery status --rejected", err=True)
    if summary.is_stopped:
        click.echo("stopped; the same import goes on from there", err=True)
    elif counts.rejected and not counts.inserted + counts.updated + counts.unchanged + counts.left_out:
        raise InputError("no report could be read")
