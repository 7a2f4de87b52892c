"""The command line's root: it only joins the commands below, each loaded when it is called."""

import importlib

import click

# Where each command stands, and what it is for. Loading them all to ask would make `chancery --help` slow.
COMMANDS = {
    "init": ("initialise:init", "Create the database, or bring an older one to the newest version."),
    "import": ("importers.command:import_group", "Read reports, and reference data of your own, into the database."),
    "report": ("queries.command:report", "Ask the database one of the saved reports."),
    "serve": ("queries.serve_command:serve", "Show the database in a browser, with search, facets and charts."),
    "grant": ("queries.grant_command:grant", "Let a role of PostgreSQL read the reporting views, and no more."),
    "export": ("queries.export_command:export", "Write all tables and views into a folder, with what they mean."),
    "status": ("importers.status:status", "Show what is in the database, the last imports, and what was rejected."),
}


class LazyGroup(click.Group):
    """A group whose commands are loaded when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order in which a newcomer needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load the command of that name."""
        if cmd_name not in COMMANDS:
            return None
        module, attribute = COMMANDS[cmd_name][0].split(":")
        command = getattr(importlib.import_module(module), attribute)
        assert isinstance(command, click.Command)  # noqa: S101 - a wrong line in the table above
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each command is for, without loading it."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_, words) in COMMANDS.items()])


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


if __name__ == "__main__":
    main()
