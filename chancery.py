"""The command line's root: it only joins the commands below, each loaded when it is called, and tells what failed."""

import importlib
import os
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType
from typing import Any

import click

HERE = str(Path(__file__).parent)
OWN = {"importers", "initialise", "migrations", "models", "queries"}

# Where each command stands, and what it is for. Loading them all to ask would make `chancery --help` slow.
COMMANDS = {
    "init": ("initialise:init", "Create the database, or bring an older one to the newest version."),
    "import": ("importers.command:import_group", "Read reports, and reference data of your own, into the database."),
    "read": ("importers.readings_command:read", "Read archives without loading them."),
    "correct": (
        "importers.corrections.command:correct_group",
        "Put right what was read, so that it stays right over every later reading.",
    ),
    "report": ("queries.command:report", "Ask the database one of the saved reports."),
    "search": ("queries.search_command:search", "Find the statements of the reports that have certain words."),
    "cite": (
        "queries.cite_command:cite",
        "Cite statements and exchanges: footnotes, or entries for programs that keep literature.",
    ),
    "serve": ("queries.serve_command:serve", "Show the database in a browser, with search, facets and charts."),
    "grant": ("queries.grant_command:grant", "Let a role of PostgreSQL read the reporting views, and no more."),
    "export": ("queries.export_command:export", "Write all tables and views into a folder, with what they mean."),
    "explain": ("importers.language_command:explain_command", "Explain a report, sentence by sentence."),
    "language": (
        "importers.language_command:language_group",
        "List the languages that can be read, and check whether their files hold.",
    ),
    "verify": (
        "importers.verify.command:verify",
        "Verify the database: quotes to the letter, claims within their statements, sums of anniversaries, every key.",
    ),
    "refresh": (
        "queries.refresh_command:refresh",
        "Work out anew the tables that are kept ready for heavy saved reports.",
    ),
    "status": ("importers.status:status", "Show what is in the database, the last imports, and what was rejected."),
}


class OwnModules:
    """Finds the program's own modules beside this file, whatever of the same name lies in folders of PYTHONPATH."""

    @staticmethod
    def find_spec(name: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> ModuleSpec | None:
        """Return where a module of the program stands, None for all others."""
        return PathFinder.find_spec(name, [HERE], target) if name in OWN else None


sys.meta_path.insert(0, OwnModules)


class Chancery(click.Group):
    """The group of all commands: they are loaded when they are called, and what fails in them is told in one line."""

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

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is meant. Raises NoSuchCommand, with those of like names, where there is none."""
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as error:
            raise click.NoSuchCommand(error.command_name, possibilities=COMMANDS, ctx=ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each command is for, without loading it."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_, words) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command. Raises ClickException for what failed outside the program, told for people."""
        try:
            return super().invoke(ctx)
        except (click.exceptions.Exit, click.Abort, click.exceptions.NoArgsIsHelpError, BrokenPipeError):
            raise
        except click.UsageError as error:
            raise in_one_line(error) from None
        except click.ClickException as error:
            from models.printable import printable

            error.message = printable(error.message)  # type: ignore[misc]  # final for those who call
            raise
        except Exception as error:
            from models.database import InputError
            from models.failures import in_words

            words = in_words(error)
            if words is None:
                raise
            raise InputError(words) from None

    def main(self, *arguments: Any, **options: Any) -> Any:
        """Run the program, and tell where standard output does not take what it writes."""
        if not arguments and not options:  # as the program itself, not within another one
            from importers.uncollected import keep_what_is_made

            keep_what_is_made()
        try:
            try:
                return super().main(*arguments, **options)
            finally:
                sys.stdout.flush()
        except OSError as error:
            # what Python still holds must not be tried again at exit
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            if isinstance(error, BrokenPipeError):
                sys.exit(0)  # the reader has seen enough
            click.echo(f"Error: the output cannot be written: {error.strerror}", err=True)
            sys.exit(2)


def in_one_line(error: click.UsageError) -> click.ClickException:
    """Return what was typed wrongly as one line, with where the right words stand, in place of the usage."""
    from models.database import InputError

    words = " ".join(error.format_message().split())
    path = error.ctx.command_path.split()[1:] if error.ctx else []
    return InputError(
        words if words.endswith("?") else f"{words.rstrip('.')}; see: {' '.join(['chancery', *path])} --help"
    )


@click.group(cls=Chancery, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--db", "address", metavar="URL", help="The database; it may stand behind the command, too.")
@click.version_option(package_name="chancery")
def main(address: str | None) -> None:
    """Chancery: what leaders write to each other, as a database.

    \b
    Start with:
      chancery init                      make the database
      chancery import reports FOLDER     read a folder of reports into it
      chancery report                    see what can be asked of it
    """


if __name__ == "__main__":
    main()
