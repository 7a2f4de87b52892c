"""The command line of imports."""

import os
import sys
from typing import TYPE_CHECKING, Any

import click

from importers.corrections.import_command import corrections
from importers.opened import opened, workers_option
from importers.readings_command import STOPPED, readings
from importers.reference.command import COMMANDS
from models.database import InputError, database_option
from models.printable import in_one_line

if TYPE_CHECKING:
    from importers.progress import Progress


@click.group(name="import")
def import_group() -> None:
    """Read reports, and reference data of your own, into the database."""


for reference_command in (*COMMANDS, corrections):
    import_group.add_command(reference_command)
import_group.add_command(readings)


def chosen_columns(_context: click.Context, _option: click.Parameter, given: tuple[str, ...]) -> dict[str, list[str]]:
    """Return the columns that a user named, by the field of a report that they hold, in the order named."""
    from importers.readers.columns import OPTIONS

    columns: dict[str, list[str]] = {}
    for one in given:
        field, equals, column = one.partition("=")
        if not equals or not column or field not in OPTIONS:
            raise InputError(f"--column {one} does not parse; write one of {', '.join(f'{o}=NAME' for o in OPTIONS)}")
        columns.setdefault(OPTIONS[field], []).append(column)
    return columns


@import_group.command()
@click.argument("named", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="FIELD=NAME",
    callback=chosen_columns,
    help="A column of JSON, CSV or XLSX that holds text, lead, title, url, date, outlet or language, if not named as"
    " usual; several for one are read one below the other.",
)
@workers_option
@click.option("--dry-run", "is_dry_run", is_flag=True, help="Say what would be done, and write nothing.")
@click.option("--quiet", "is_quiet", is_flag=True, help="Say nothing but the last line, and what was rejected.")
@click.option(
    "--format", "output", type=click.Choice(("text", "json")), default="text", help="How to say what was done."
)
@database_option
@click.pass_context
def reports(
    context: click.Context, /, named: tuple[str, ...], address: str, is_quiet: bool, output: str, **chosen: Any
) -> None:
    """Import reports from files, folders and web addresses; - stands for standard input.

    Read are text and Markdown (a head of title, outlet, date, url may stand above, between lines of three hyphens),
    web pages, PDF, JSON, JSON Lines, CSV, XLSX, RSS and Atom, web archives (WARC), and zip, tar and gzip of these. The
    format is recognised by the content, and which columns are used for what is told, with --dry-run before anything is
    written. A report that is in the database already is left as it is, so a folder that
    grows can be imported again and again. Ctrl-C ends the import after the batch it is at; the next goes on from there.

    \b
    Exit status: 0 all were read, 1 some were kept aside, 2 nothing could be done, 130 stopped by Ctrl-C.

    \b
    Examples:
      chancery import reports saved-pages/
      chancery import reports export.csv --column text=article_html --column date=day
      chancery import reports https://example.org/news/1.html --db sqlite:///letters.db
    """
    from importers.corrections.unfitting import tell_unfitting
    from importers.import_reports import Options, import_reports
    from importers.telling import tell_as_json, tell_as_text

    chosen["workers"] = chosen["workers"] or os.cpu_count() or 1
    with opened(address) as engine, progress_of(named, is_quiet) as progress:
        summary = import_reports(engine, named, Options(**chosen), progress)
        tell = tell_as_json if output == "json" else tell_as_text
        tell(summary, chosen["is_dry_run"], is_quiet)
        tell_unfitting(engine)
    context.exit(STOPPED if summary.is_stopped else 1 if summary.counts.rejected else 0)


@import_group.command()
@workers_option
@click.option("--dry-run", "is_dry_run", is_flag=True, help="Say what would change, and write nothing.")
@click.option("--all", "reads_all", is_flag=True, help="Read all reports, also those in which nothing can change.")
@click.option(
    "--output",
    metavar="FILE.csv",
    type=click.Path(dir_okay=False),
    help="Write every fact that is new, gone or different into this file, with its sentence.",
)
@database_option
@click.pass_context
def again(context: click.Context, /, workers: int | None, output: str | None, address: str, **chosen: bool) -> None:
    """Read stored reports again, with today's rules and reference data, and say what changed.

    Where only phrases of your own are others than before (themes, words), only those reports are read in which they
    stand; with new rules, leaders or milestones all are. `chancery report reading-changes` shows afterwards, fact by
    fact, what the last reading again changed; --dry-run tells it beforehand.

    \b
    Exit status: 0 all were read, 1 some could not be and stay as they were, 130 stopped by Ctrl-C.

    \b
    Examples:
      chancery import themes my-themes.csv
      chancery import again --dry-run --output changes.csv
      chancery import again
    """
    from importers.again import Options, read_again, told
    from importers.corrections.unfitting import tell_unfitting
    from importers.difference_table import written_to
    from importers.progress import Progress

    with written_to(output) as tell, opened(address) as engine, Progress() as progress:
        options = Options(workers=workers or os.cpu_count() or 1, tell=tell, **chosen)
        changes = read_again(engine, options, progress)
        for line in told(changes):
            click.echo(line)
        for one in changes.rejected:
            click.echo("  " + in_one_line(f"{one.locator}: {one.reason}"), err=True)
        tell_unfitting(engine)
    context.exit(STOPPED if changes.is_stopped else 1 if changes.rejected else 0)


@import_group.command()
@click.argument("run", type=int)
@database_option
def undo(run: int, address: str) -> None:
    """Take the import of number RUN back; `chancery status` lists the numbers.

    The database is then as if that import had never been: reports that other imports brought too stay.

    \b
    Example:
      chancery import undo 3
    """
    from importers.corrections.unfitting import tell_unfitting
    from importers.undo import undo as take_back

    with opened(address) as engine:
        undone = take_back(engine, run)
        removed = f"{undone.reports} reports and {undone.places} places of reports removed"
        click.echo(f"import {run} is taken back: {removed}")
        tell_unfitting(engine)


@import_group.command()
@click.argument("locator")
@database_option
def remove(locator: str, address: str) -> None:
    """Take out the report found at LOCATOR, a path or an address as `chancery report source-reports` lists it.

    Older versions of it go too, and what no other report tells. Import its source again, and it is back.

    \b
    Example:
      chancery import remove saved-pages/greetings.html
    """
    from importers.corrections.unfitting import tell_unfitting
    from importers.taking_out import remove as take_out

    with opened(address) as engine:
        count = take_out(engine, locator)
        click.echo(f"{count} reports removed")
        tell_unfitting(engine)


def progress_of(named: tuple[str, ...], is_quiet: bool) -> "Progress":
    """Return what tells how far the import is: a bar on a terminal, lines elsewhere, or nothing."""
    from importers.progress import Lines, Live, Progress
    from importers.readers.places import check, places_in

    if is_quiet:
        return Progress()
    check(named)
    return Live(places_in(named)) if sys.stderr.isatty() else Lines(places_in(named))
