"""The command `chancery report`: the saved reports listed, or one of them asked and written out."""

import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from models.database import InputError, database_option, open_database, writing
from queries.catalogue import SavedReport, read_folder, read_report, shipped_reports
from queries.filters import filter_named

if TYPE_CHECKING:
    from queries.answer import Answer

FORMATS = ("table", "csv", "json", "jsonl", "markdown", "html", "xlsx", "parquet")
FILTER_PREFIX = "filter_"  # keeps the words of filters apart from the other options
ROWS_IN_A_TABLE = 100  # unless --limit says otherwise


class ReportGroup(click.Group):
    """A group with a command for each saved report, and for each .sql file that it is given the path of."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the saved reports."""
        return list(shipped_reports())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        """Return the command of a saved report, or of the report in a file of the user's own.

        Raises InputError where there is none, with those of the nearest names.
        """
        if cmd_name.endswith(".sql") or os.sep in cmd_name:
            return command_of(read_report(Path(cmd_name)))
        report = shipped_reports().get(cmd_name)
        if report is None:
            from queries.conditions import nearest_words

            near = nearest_words(cmd_name, shipped_reports())
            raise InputError(f"there is no report {cmd_name!r}; the nearest: {near}; all: chancery report")
        return command_of(report)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the saved reports by subject, each with the question it answers."""
        by_subject: dict[str, list[tuple[str, str]]] = {}
        for report in shipped_reports().values():
            by_subject.setdefault(report.subject, []).append((report.name, report.question))
        for subject, listed in by_subject.items():
            with formatter.section(subject):
                formatter.write_dl(listed)


@click.group(cls=ReportGroup, invoke_without_command=True, subcommand_metavar="[NAME or FILE.sql] [OPTIONS]")
@click.option("--all", "every", is_flag=True, help="Write a page of each report, with charts and files, and an index.")
@click.option("--output", metavar="FOLDER", type=click.Path(path_type=Path), help="The folder that --all writes to.")
@click.option(
    "--publish",
    metavar="FOLDER",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Publish the .sql files of a folder of your own as views, too; again after each chancery init.",
)
@database_option
@click.pass_context
def report(ctx: click.Context, address: str, every: bool, output: Path | None, publish: Path | None) -> None:
    """Ask the database one of the saved reports; without a name, list them.

    A saved report is one SELECT, published as the view report_NAME. The filters of a report are listed by
    `chancery report NAME --help`. A file of your own with one SELECT runs the same way.

    \b
    Examples:
      chancery report
      chancery report anniversaries --leader xi-jinping --year 2020
      chancery report trade-against-official --format xlsx --output trade.xlsx
      chancery report ./mine.sql --format csv
      chancery report --all --output FOLDER
    """
    if publish:
        publish_folder(publish, address)
    elif every or output:
        write_every_report(ctx, address, output)
    elif ctx.invoked_subcommand is None:
        formatter = ctx.make_formatter()
        report_group.format_commands(ctx, formatter)
        click.echo(
            formatter.getvalue().lstrip("\n")
            + "\nAsk one with: chancery report NAME; its filters: chancery report NAME --help"
        )


def publish_folder(folder: Path, address: str) -> None:
    """Publish the reports of a user's own folder as views."""
    from queries.publish import publish_beside

    reports = read_folder(folder)
    if not reports:
        raise InputError(f"there is no .sql file in {folder}")
    engine = open_database(address)
    try:
        with writing(engine) as connection:
            publish_beside(connection, reports)
    finally:
        engine.dispose()
    click.echo("Published: " + ", ".join(own.view for own in reports.values()))


def write_every_report(ctx: click.Context, address: str, output: Path | None) -> None:
    """Write all reports into a folder. Raises InputError where it is not said which, or a report is named as well."""
    if ctx.invoked_subcommand or output is None or not ctx.params["every"]:
        raise InputError(
            "all reports are written by: chancery report --all --output FOLDER; one is named before --output"
        )
    from queries.folder import write_folder

    engine = open_database(address)
    try:
        count = write_folder(engine, output)
    finally:
        engine.dispose()
    click.echo(f"{count} reports are in {output}; open {output / 'index.html'}")


assert isinstance(report, ReportGroup)  # noqa: S101 - what the decorator returns
report_group: ReportGroup = report


def command_of(saved: SavedReport) -> click.Command:
    """Return the command that asks one report: its filters, and what all reports have."""

    def run(**given: Any) -> None:
        filters = {name: given.pop(option_name(name)) for name in saved.filters}
        address = address_of(click.get_current_context(), given.pop("address"))
        answer_report(saved, filters, address, Wish(**given))

    decorated: Callable[..., Any] = run
    for option in reversed([*map(filter_option, saved.filters), *COMMON_OPTIONS]):
        decorated = option(decorated)
    return click.command(saved.name, cls=ReportCommand, help=help_of(saved))(decorated)


class ReportCommand(click.Command):
    """The command of a report, which answers a wrong filter with those it has."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options. Raises InputError for one that there is not."""
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            filters = [param for param in self.params if param.name and param.name.startswith(FILTER_PREFIX)]
            listed = ", ".join(param.opts[0] for param in filters) or "none"
            wrong = f"the report {self.name} has no filter or option {error.option_name}; its filters: {listed}"
            raise InputError(wrong) from None


@dataclass(frozen=True)
class Wish:
    """What a person wants of an answer: the format, the file, how many rows, a chart, or only the SQL."""

    form: str | None
    output: Path | None
    limit: int | None
    chart: str | None
    sql: bool

    @property
    def format(self) -> str:
        """The format asked for, else the one that the file's ending tells, else a table."""
        from queries.output import ENDINGS

        if self.form or self.output is None:
            return self.form or "table"
        return ENDINGS.get(self.output.suffix.lower(), "csv")

    @property
    def rows(self) -> int:
        """The most rows that are wanted; 0 for all."""
        if self.limit is None:
            return ROWS_IN_A_TABLE if self.format == "table" and not self.chart else 0
        return self.limit

    @property
    def only_chart(self) -> bool:
        """Whether a chart is wanted, and the rows are not."""
        return bool(self.chart) and not self.form and not self.output


def option_name(filter_name: str) -> str:
    """Return the name under which the command gets the words of a filter."""
    return FILTER_PREFIX + filter_name


def filter_option(name: str) -> Callable[..., Any]:
    """Return the option of a filter."""
    known = filter_named(name)
    return click.option(
        f"--{name.replace('_', '-')}", option_name(name), metavar=known.metavar, multiple=True, help=known.help
    )


def help_of(saved: SavedReport) -> str:
    """Return the help text of a report: its question, and an example."""
    example = f"chancery report {saved.name}"
    words = {"year": "2021", "since": "2020", "leader": "xi-jinping", "country": "CN", "outlet": "xinhua"}
    first = next((name for name in words if name in saved.filters), None)
    filtered = f" --{first} {words[first]}" if first else ""
    text = f"{saved.question or saved.title}\n\n\b\nExample:\n  {example}{filtered} --format csv"
    return f"{text}\n\nPublished as the view {saved.view}." if saved.name in shipped_reports() else text


COMMON_OPTIONS = (
    click.option(
        "--format",
        "form",
        type=click.Choice(FORMATS),
        help="What to write; by default a table, or what the ending of --output says.",
    ),
    click.option("--output", metavar="FILE", type=click.Path(path_type=Path), help="Write to this file."),
    click.option(
        "--limit",
        type=click.IntRange(min=0),
        help=f"At most so many rows; 0 for all, as is usual but in a table, which has {ROWS_IN_A_TABLE}.",
    ),
    click.option(
        "--chart",
        metavar="FILE",
        help="Draw the answer into a .svg, .png or .html file; - draws a rough one in the terminal.",
    ),
    click.option("--sql", is_flag=True, help="Print the SQL, to be pasted into another tool, and ask nothing."),
    database_option,
)


def address_of(ctx: click.Context, address: str) -> str:
    """Return the address of the database, also where --db stands before the name of the report."""
    parent = ctx.parent
    given_here = ctx.get_parameter_source("address") is ParameterSource.COMMANDLINE
    if given_here or parent is None or parent.get_parameter_source("address") is not ParameterSource.COMMANDLINE:
        return address
    return str(parent.params["address"])


def answer_report(saved: SavedReport, filters: dict[str, tuple[str, ...]], address: str, wish: Wish) -> None:
    """Ask a report and write the answer, its chart, or its SQL, to files or to standard output."""
    from queries.answer import ask, query_text, reading
    from queries.output import WRITERS

    engine = open_database(address)
    try:
        with reading(engine) as connection:
            if wish.sql:
                write([query_text(connection, saved, filters) + "\n"], wish.output)
                return
            answer = ask(connection, saved, filters, wish.rows)
    finally:
        engine.dispose()
    if wish.chart:
        draw(answer, wish.chart)
    if not wish.only_chart:
        write(WRITERS[wish.format](answer), wish.output)


def draw(answer: "Answer", file: str) -> None:
    """Draw the chart of an answer into a file, or in the terminal where the file is named -."""
    if file == "-":
        from queries.rough_chart import rough_chart

        write(rough_chart(answer), None)
        return
    from queries.chart import write_chart

    write_chart(answer, Path(file))


def write(chunks: Iterable[str] | Iterable[bytes], output: Path | None) -> None:
    """Write text or bytes to a file, or to standard output, which may close before the end (`| head`)."""
    if output is not None:
        try:
            with output.open("wb") as file:
                for chunk in chunks:
                    file.write(chunk.encode() if isinstance(chunk, str) else chunk)
        except OSError as error:
            raise InputError(f"{output} cannot be written: {error.strerror}") from None
        return
    try:
        for chunk in chunks:
            if isinstance(chunk, bytes) and sys.stdout.isatty():
                raise InputError("this format is no text for a terminal; name a file with --output")
            click.echo(chunk, nl=False)
        sys.stdout.flush()
    except BrokenPipeError:
        # the reader has seen enough; what Python still holds must not reach the closed pipe at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
