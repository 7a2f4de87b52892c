"""The command line's root: it joins the groups, and says where the database is."""

import importlib

import click
from sqlalchemy import Engine

from models.database import connect, database_option, refuse_newer, writing


class LazyGroup(click.Group):
    """A group whose commands are loaded when they are called, so that `chancery --help` answers at once."""

    LOCATIONS = {  # noqa: RUF012 - one table for the one instance
        "init": "chancery:init",
        "import": "importers.command:import_group",
        "report": "queries.command:report",
        "status": "importers.status:status",
    }

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order in which a newcomer needs them."""
        return list(self.LOCATIONS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load the command of that name."""
        if cmd_name not in self.LOCATIONS:
            return None
        module, attribute = self.LOCATIONS[cmd_name].split(":")
        command = getattr(importlib.import_module(module), attribute)
        assert isinstance(command, click.Command)  # noqa: S101 - a wrong line in the table above
        return command


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="chancery")
def main() -> None:
    """Chancery: what leaders write to each other, as a database.

    \b
    Start with:
      chancery init                      make the database
      chancery import reports FOLDER     read a folder of reports into it
      chancery report                    see what can be asked of it
    """


@main.command()
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
    click.echo(f"The database {engine.url.render_as_string()} is ready.")


def prepare(engine: Engine) -> None:
    """Bring the database to the newest revision, load the reference data, and publish the saved reports as views."""
    import importers.reference.load
    import migrations
    import queries.publish

    with writing(engine) as connection:
        queries.publish.withdraw(connection)
        migrations.upgrade(connection)
        importers.reference.load.load_shipped(connection)
        queries.publish.publish(connection)


if __name__ == "__main__":
    main()
