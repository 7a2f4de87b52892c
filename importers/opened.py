"""The database of a command: opened for it, closed when it ends, its failures told in one line."""

from collections.abc import Iterator
from contextlib import contextmanager

import click
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from models.database import InputError, open_database
from models.failures import reason_of


@contextmanager
def opened(address: str) -> Iterator[Engine]:
    """Give an engine on the database. Raises InputError where it cannot be opened, or fails in the middle."""
    engine = open_database(address)
    try:
        yield engine
    except DBAPIError as error:
        raise InputError(
            f"the database failed: {reason_of(error)}; whole batches are in it, the next import goes on"
        ) from None
    finally:
        engine.dispose()


workers_option = click.option(
    "--workers",
    type=click.IntRange(min=1),
    metavar="NUMBER",
    help="How many processes read; by default as many as there are cores.",
)
