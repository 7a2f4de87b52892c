"""The command `chancery correct undo`: corrections taken back."""

import click

from importers.opened import opened
from models.database import database_option


@click.command("undo")
@click.argument("keys", metavar="NUMBER...", type=int, nargs=-1, required=True)
@click.option("--yes", "is_sure", is_flag=True, help="Do not ask.")
@database_option
def undo(keys: tuple[int, ...], is_sure: bool, address: str) -> None:
    """Take corrections back.

    `chancery report corrections` lists their numbers. The database is then as if they had never been made. With a fact
    that was added, what was said of it goes too.

    \b
    Example:
      chancery correct undo 1234567890
    """
    from dataclasses import asdict

    from importers.corrections.change import change, with_it
    from importers.corrections.proposal import told
    from importers.corrections.stored import stored_corrections
    from models.database import writing

    with opened(address) as engine:
        with engine.connect() as connection:
            stored = stored_corrections(connection)
            gone = {one.id: one for key in keys for one in with_it(stored, key)}
            for line in told(connection, [asdict(one) for one in gone.values()], arrow="<-"):
                click.echo(line)
        if not is_sure:
            click.confirm("Take this back?", abort=True)
        with writing(engine) as connection:
            change(connection, engine, gone=set(gone))
    click.echo(f"taken back: {', '.join(map(str, gone))}")
