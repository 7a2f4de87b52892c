"""The command `chancery import corrections`: what a team put right, from a file that it keeps."""

from pathlib import Path
from typing import BinaryIO

import click

from importers.opened import opened
from importers.reference.command import tell_counts
from models.database import database_option


@click.command("corrections")
@click.argument("file", type=click.File("rb"))
@click.option("--dry-run", "is_dry_run", is_flag=True, help="Say what would be done, and write nothing.")
@database_option
@click.pass_context
def corrections(context: click.Context, file: BinaryIO, is_dry_run: bool, address: str) -> None:
    """Import corrections from a CSV file, such as correction.csv of `chancery export`.

    The columns are those of the table correction; fact, property, right_value, why and made_by must be there. The
    reports that they are of are read again at once. Wrong lines are listed with line and column and left out, the right
    ones are in; the same file again changes nothing.

    \b
    Exit status: 0 all lines are in, 1 some are wrong, 2 nothing could be done.

    \b
    Example:
      chancery import corrections our-corrections.csv
    """
    from importers.corrections.file import import_corrections
    from importers.corrections.unfitting import tell_unfitting

    with opened(address) as engine:
        supplied = import_corrections(engine, file.read(), is_dry_run=is_dry_run)
        tell_counts(supplied, is_dry_run, Path(file.name).name)
        tell_unfitting(engine)
    context.exit(1 if supplied.rejected else 0)
