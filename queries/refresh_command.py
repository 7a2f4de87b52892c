"""The command `chancery refresh`: works out anew what is kept ready for heavy saved reports."""

import time

import click

from models.database import database_option, open_database, writing


@click.command()
@database_option
def refresh(address: str) -> None:
    """Work out anew the tables that are kept ready for heavy saved reports.

    Imports, corrections and all else that Chancery does keep them true, and take in what SQL of others has changed
    before. You need this only to see such changes at once, or where chancery verify finds rows that are not true.

    \b
    Examples:
      chancery refresh
      chancery refresh --db postgresql://me@localhost/letters
    """
    import models.kept

    engine = open_database(address)
    began = time.monotonic()
    with writing(engine) as connection:
        tables = models.kept.refresh(connection)
    click.echo(f"{len(tables)} kept tables are worked out anew, in {time.monotonic() - began:.0f} seconds.")
