"""Making the database ready: its tables, the reference data, and the saved reports as views."""

import click
from sqlalchemy import Engine

from models.database import connect, database_option, refuse_newer, shown, writing


@click.command()
@database_option
def init(address: str) -> None:
    """Create the database, or bring an older one to the newest version.

    Creates the tables, loads the reference data (countries, leaders, milestones, themes, official trade figures) and
    publishes the saved reports as views. Running it again changes nothing that imports have brought.

    \b
    Examples:
      chancery init
      chancery init --db postgresql://me@localhost/letters
    """
    engine = connect(address)
    refuse_newer(engine)
    prepare(engine)
    click.echo(f"The database {shown(engine.url)} is ready.")


def prepare(engine: Engine) -> None:
    """Bring the database to the newest revision, load the reference data, and publish the saved reports as views."""
    import importers.corrections.offices
    import importers.reference.load
    import importers.reference.tenures
    import migrations
    import queries.grants
    import queries.publish

    with writing(engine) as connection, queries.grants.keeping_grants(connection):
        queries.publish.withdraw(connection)
        migrations.upgrade(connection)
        importers.corrections.offices.withdraw_offices(connection)
        importers.reference.tenures.withdraw(connection)
        importers.reference.load.load_shipped(connection)
        importers.reference.tenures.give_way(connection)
        importers.corrections.offices.settle_offices(connection)
        queries.publish.publish(connection)
