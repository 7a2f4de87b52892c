"""The command line of imports."""

from pathlib import Path

import click

from models.database import InputError, database_option, open_database

SHOWN = 20  # rejections listed after an import; status lists them all


@click.group(name="import")
def import_group() -> None:
    """Read reports into the database."""


@import_group.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@database_option
@click.pass_context
def reports(context: click.Context, paths: tuple[Path, ...], address: str) -> None:
    """Import the reports in files and folders.

    Each file holds one report as text; a head of metadata (title, outlet, date, url) between lines of three hyphens
    may stand above it. A report that is in the database already is left as it is, so a folder that grows can be
    imported again and again.

    \b
    Exit status: 0 all were read, 1 some were kept aside, 2 nothing could be done.

    \b
    Examples:
      chancery import reports saved-pages/
      chancery import reports report.txt another.txt --db sqlite:///letters.db
    """
    from importers.run import import_reports

    engine = open_database(address)
    counts, rejected = import_reports(engine, paths)
    click.echo(
        f"{counts.inserted} inserted, {counts.updated} updated, {counts.unchanged} unchanged, {counts.rejected} rejected"
    )
    for one in rejected[:SHOWN]:
        click.echo(f"  {one.locator}: {one.reason}", err=True)
    if len(rejected) > SHOWN:
        click.echo(f"  and {len(rejected) - SHOWN} more; list them with: chancery status --rejected", err=True)
    if rejected and len(rejected) == counts.rejected and not counts.inserted + counts.updated + counts.unchanged:
        raise InputError("no report could be read")
    context.exit(1 if rejected else 0)
