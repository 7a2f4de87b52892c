"""The command of one saved report: its filters and options, and the writing out of its answer."""

import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from models.database import InputError, database_option, open_database
from queries.answer import Answer, ask, query_text, reading
from queries.catalogue import SavedReport, shipped_reports
from queries.choices import completion_of
from queries.filters import filter_named
from queries.output import ENDINGS, WRITERS
from queries.whole import whole_file

FILTER_PREFIX = "filter_"  # keeps the words of filters apart from the other options
ROWS_IN_A_TABLE = 100  # unless --limit says otherwise


def command_of(saved: SavedReport) -> click.Command:
    """Return the command that asks one report: its filters, and what all reports have."""

    def run(**given: Any) -> None:
        filters = {name: given.pop(option_name(name)) for name in saved.filters}
        answer_report(saved, filters, given.pop("address"), Wish(**given))

    decorated: Callable[..., Any] = run
    for option in reversed([*(filter_option(saved, name) for name in saved.filters), *COMMON_OPTIONS]):
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


def filter_option(saved: SavedReport, name: str) -> Callable[..., Any]:
    """Return the option of a filter, whose values a shell offers."""
    known = filter_named(name)
    return click.option(
        f"--{name.replace('_', '-')}",
        option_name(name),
        metavar=known.metavar,
        multiple=True,
        help=known.help,
        shell_complete=completion_of(saved, name),
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
        type=click.Choice(list(WRITERS)),
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


def answer_report(saved: SavedReport, filters: dict[str, tuple[str, ...]], address: str, wish: Wish) -> None:
    """Ask a report and write the answer, its chart, or its SQL, to files or to standard output."""
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


def draw(answer: Answer, file: str) -> None:
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
            with whole_file(output) as file:
                for chunk in chunks:
                    file.write(chunk.encode() if isinstance(chunk, str) else chunk)
        except OSError as error:
            raise InputError(f"{output} cannot be written: {error.strerror or error}") from None
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
