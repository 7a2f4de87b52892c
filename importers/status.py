"""What is in the database, the last imports, and what they could not read."""

from typing import TYPE_CHECKING

import click

from importers.opened import opened
from models.database import database_option
from models.printable import in_one_line

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

COUNTED = {
    "source reports": "SourceReport",
    "exchanges": "Exchange",
    "messages": "Message",
    "statements": "Statement",
    "theme mentions": "ThemeMention",
    "anniversary mentions": "AnniversaryMention",
    "trade figures": "TradeFigure",
    "leaders": "Leader",
    "milestones": "Milestone",
    "themes": "Theme",
    "official trade figures": "TradeStatistic",
}
LAST = 5


def tell_languages(session: "Session") -> None:
    """Print how many reports of which language were read, and in which nothing can be read yet."""
    from sqlalchemy import func, select

    from importers.grammar.rules import languages, load_settings
    from models import SourceReport

    count = func.count()
    query = select(SourceReport.language, count).where(SourceReport.is_current).group_by(SourceReport.language)
    for language, reports in session.execute(query.order_by(count.desc(), SourceReport.language)):
        if language in languages():
            told = f"of the source reports are read in {load_settings(language)['name']} ({language})"
        elif language:
            told = f"of the source reports are in a language in which nothing can be read yet ({language})"
        else:
            told = "of the source reports are in a language that cannot be told, so nothing is read in them"
        click.echo(f"{reports:>9,}  {told}")


def tell_reference(session: "Session") -> None:
    """Print how much of the reference data was looked up, then what was not and is used, and how much never is."""
    from importers.reference.looked_up import counts, from_knowledge, most_used, never_used

    for told, rows, found in counts(session):
        click.echo(f"{found:>9,}  of {rows:,} {told} were looked up")
    not_looked_up = from_knowledge(session)
    for often, told in most_used(not_looked_up):
        click.echo(f"{often:>9,}  times used, and not looked up: {told}")
    never = never_used(not_looked_up)
    parts = ", ".join(f"{count:,} {kind}" for kind, count in never.items())
    click.echo(f"{sum(never.values()):>9,}  not looked up, and never used: {parts}")


def tell_kept(session: "Session") -> None:
    """Print as of which import the tables are true that are kept ready for saved reports."""
    from sqlalchemy import func, select

    from models import ImportRun
    from models.kept import is_published, is_touched, kept_tables

    connection = session.connection()
    if is_published(connection):
        run = session.scalar(select(func.max(ImportRun.id)))
        as_of = f"as of import {run}" if run else "as of no import yet"
        later = ", without what others' SQL changed since: chancery refresh" if is_touched(connection) else ""
        click.echo(f"{len(kept_tables(connection)):>9,}  tables kept ready for saved reports, {as_of}{later}")


@click.command()
@click.option("--rejected", is_flag=True, help="List what could not be read, with reasons.")
@click.option(
    "--reference", is_flag=True, help="Count which reference data was looked up, and list what is used and was not."
)
@database_option
def status(rejected: bool, reference: bool, address: str) -> None:
    """Show what is in the database, the last imports, and what was rejected.

    \b
    Examples:
      chancery status
      chancery status --rejected
      chancery status --reference
    """
    from sqlalchemy import func, select
    from sqlalchemy.orm import Session

    import models
    from importers.rejections import kept_aside

    with opened(address) as engine, Session(engine) as session:
        if reference:
            tell_reference(session)
            return
        if rejected:
            for row in session.execute(kept_aside().order_by(models.Rejection.locator)):
                click.echo(in_one_line(f"{row.locator}: {row.reason}"))
            return
        for words, name in COUNTED.items():
            count = session.scalar(select(func.count()).select_from(getattr(models, name)))
            click.echo(f"{count:>9,}  {words}")
        tell_languages(session)
        older = session.scalar(select(func.count()).where(~models.SourceReport.is_current))
        click.echo(f"{older:>9,}  of the source reports are older versions, which their sources no longer say")
        provisional = session.scalar(select(func.count()).where(models.Leader.provisional))
        click.echo(f"{provisional:>9,}  leaders read from reports only, to be confirmed")
        aside = session.scalar(select(func.count()).select_from(kept_aside().subquery()))
        click.echo(f"{aside:>9,}  files kept aside" + (" (chancery status --rejected lists them)" if aside else ""))
        tell_kept(session)
        for run in session.scalars(select(models.ImportRun).order_by(models.ImportRun.id.desc()).limit(LAST)):
            ended = "" if run.ended_at else ", cut off"
            click.echo(
                f"import {run.id} of {run.started_at:%Y-%m-%d %H:%M} UTC: {run.inserted} inserted,"
                f" {run.updated} updated, {run.unchanged} unchanged, {run.rejected} rejected{ended}"
            )
