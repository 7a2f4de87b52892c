"""The command `chancery verify`."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from importers.opened import opened
from models.database import database_option

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from importers.verify.wrong import Wrong


@click.command()
@click.option(
    "--originals",
    multiple=True,
    metavar="PATH",
    type=click.Path(exists=True),
    help="A file or folder with the files that were imported: each stored text is held against its own.",
)
@database_option
@click.pass_context
def verify(context: click.Context, originals: tuple[str, ...], address: str) -> None:
    """Verify the database: quotes to the letter, claims within their statements, sums of anniversaries, every key.

    Each thing that is wrong is told in a line: where, what, and what to do. With --originals the stored texts are held
    against the files they came from, which are known by their digests, wherever they lie now.

    \b
    Exit status: 0 nothing is wrong, 1 something is.

    \b
    Examples:
      chancery verify
      chancery verify --originals saved-pages/
    """
    count = 0
    with opened(address) as engine, of_one_moment(engine) as connection:
        for wrong in all_wrong(connection, originals):
            count += 1
            click.echo(str(wrong))
        looked_at = told_of(connection)
    found = {0: "nothing is", 1: "one thing is"}.get(count, f"{count} things are")
    click.echo(f"looked at {looked_at}: {found} wrong")
    context.exit(1 if count else 0)


def all_wrong(connection: "Connection", originals: Sequence[str] = ()) -> Iterator["Wrong"]:
    """Yield all that is wrong; of a broken file that it is broken, as what else it tells is not to be relied on."""
    from importers.verify import belonging, evidence, kept, rules, settled, sums
    from importers.verify.originals import unlike_originals

    broken = list(rules.broken_file(connection))
    yield from broken
    checks = (
        rules.broken_references,
        rules.broken_checks,
        rules.broken_keys,
        belonging.what_does_not_belong,
        evidence.misquoted,
        settled.unlike_their_reports,
        sums.miscounted,
        kept.untrue,
    )
    for check in () if broken else checks:
        yield from check(connection)
    if originals and not broken:
        yield from unlike_originals(connection, originals)


@contextmanager
def of_one_moment(engine: "Engine") -> Iterator["Connection"]:
    """Give a connection that sees the database as it is now, whatever others write meanwhile."""
    if engine.dialect.name == "postgresql":
        engine = engine.execution_options(isolation_level="REPEATABLE READ")
    with engine.connect() as connection:
        yield connection


def told_of(connection: "Connection") -> str:
    """Return in words how much there is in the database."""
    from sqlalchemy import func, select

    from models import AnniversaryMention, Exchange, SourceReport, Statement, ThemeMention, TradeFigure

    counts = [
        connection.execute(select(func.count()).select_from(model)).scalar_one()
        for model in (SourceReport, Exchange, Statement, AnniversaryMention, ThemeMention, TradeFigure)
    ]
    claims = sum(counts[3:])
    return f"{counts[0]:,} reports, {counts[1]:,} exchanges, {counts[2]:,} statements, {claims:,} claims"
