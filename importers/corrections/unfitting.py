"""Corrections that do not fit what is read by now: told at the end of what may have made them so."""

import click
from sqlalchemy import Engine, column, func, select, table

CORRECTIONS = table("report_corrections", column("state"))  # the saved report, which knows the states
PROBLEM = "correction that no longer fits"


def tell_unfitting(engine: Engine) -> None:
    """Print in one line how many corrections are to be looked at again, if there are any."""
    waiting = select(func.count()).select_from(CORRECTIONS).where(CORRECTIONS.c.state == "to be looked at again")
    with engine.connect() as connection:
        count = connection.execute(waiting).scalar_one()
    if count:
        several = f"{count} correction{' does' if count == 1 else 's do'}"
        see = f'chancery report to-check --problem "{PROBLEM}"'
        click.echo(f"{several} not fit what is read now; see: {see}", err=True)
