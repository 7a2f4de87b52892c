"""The command of one saved report: its filters and options, and the writing out of its answer."""

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import click
from sqlalchemy import Connection
from sqlalchemy.sql.elements import ColumnElement

from models.database import InputError, database_option, open_database
from queries.answer import Answer, ask, reading
from queries.catalogue import SavedReport, shipped_reports
from queries.choices import completion_of
from queries.conditions import type_of
from queries.filters import FILTERS, filter_named
from queries.output import ENDINGS, FOR_PEOPLE, WRITERS
from queries.presentation import only_columns, with_names, with_slugs
from queries.query import query_text, require_columns
from queries.relations import view_relation
from queries.whole import whole_file

FILTER_PREFIX = "filter_"  # keeps the words of filters apart from the other options
ROWS_IN_A_TABLE = 100  # unless --limit says otherwise


def command_of(saved: SavedReport) -> click.Command:
    """Return the command that asks one report: its filters, and what all reports have."""

    def run(**given: Any) -> None:
        filters = {name: given.pop(option_name(name)) for name in saved.filters}
        answer_report(saved, filters, given.pop("address"), Wish(**given))

    command = click.command(saved.name, cls=ReportCommand, help=help_of(saved))(options_of(saved)(run))
    command.saved = saved
    return command


def options_of(saved: SavedReport) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return what gives a function the options of a report: its filters, and those that all reports have."""

    def decorate(run: Callable[..., Any]) -> Callable[..., Any]:
        filters = [filter_option(saved, name) for name in saved.filters]
        drawing = CHART_OPTION if saved.chart else WITHOUT_CHART
        for option in reversed([*filters, *COMMON_OPTIONS, drawing, *LAST_OPTIONS]):
            run = option(run)
        return run

    return decorate


class ReportCommand(click.Command):
    """The command of a report, which tells its columns, and answers a wrong filter with those it has."""

    saved: SavedReport

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, and then the columns of the report, each with what it is."""
        super().format_options(ctx, formatter)
        with formatter.section("Columns"):
            formatter.write_dl([(own.name, own.description or "") for own in view_relation(self.saved).columns])

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
    """What a person wants of an answer: format, file, rows, columns and their order, a chart, or only the SQL."""

    form: str | None
    output: Path | None
    limit: int | None
    columns: str | None
    sort: str | None
    slugs: bool
    chart: str | None
    sql: bool

    @property
    def format(self) -> str:
        """The format asked for, else the one that the file's ending tells, else a table."""
        if self.form or self.output is None:
            return self.form or "table"
        ending = self.output.suffix.lower()
        if ending not in ENDINGS:
            known = ", ".join(ENDINGS)
            raise InputError(
                f"{self.output} tells no format by its ending; these do: {known}; or name one with --format"
            )
        return ENDINGS[ending]

    @property
    def rows(self) -> int:
        """The most rows that are wanted; 0 for all."""
        if self.limit is None:
            return ROWS_IN_A_TABLE if self.format == "table" and not self.chart else 0
        return self.limit

    @property
    def named_columns(self) -> list[str]:
        """The columns that are wanted; none for those usual."""
        return words_in(self.columns)

    @property
    def order(self) -> list[str]:
        """The columns to sort by before the report's own order."""
        return words_in(self.sort)

    @property
    def only_chart(self) -> bool:
        """Whether a chart is wanted, and the rows are not."""
        return bool(self.chart) and not self.form and not self.output


def words_in(text: str | None) -> list[str]:
    """Return the words of an option between its commas."""
    return [word.strip() for word in (text or "").split(",") if word.strip()]


def option_name(filter_name: str) -> str:
    """Return the name under which the command gets the words of a filter."""
    return FILTER_PREFIX + filter_name


def filter_option(saved: SavedReport, name: str) -> Callable[..., Any]:
    """Return the option of a filter of a report."""
    return click.option(
        f"--{name.replace('_', '-')}",
        option_name(name),
        metavar="yes|no" if is_boolean(saved, name) else filter_named(name).metavar,
        multiple=True,
        help=filter_help(saved, name),
        shell_complete=completion_of(saved, name),
    )


def filter_help(saved: SavedReport, name: str) -> str:
    """Return what a filter of a report does; of days, years, countries and a report's own columns also of which."""
    known = filter_named(name)
    is_clear = name in FILTERS and name not in ("since", "until", "year", "country")
    if is_clear or (name == "country" and len(saved.filters[name]) > 1):
        return known.help
    described = {column.name: column.description for column in view_relation(saved).columns}
    meaning = described.get(saved.filters[name][0]) or saved.filters[name][0]
    chooses = "Only rows where this is so, or is not." if is_boolean(saved, name) else known.help
    return f"{chooses} By: {meaning[0].lower() if meaning[1:2].islower() else meaning[0]}{meaning[1:]}."


def is_boolean(saved: SavedReport, name: str) -> bool:
    """Return whether a filter of a report takes yes or no."""
    return type_of(saved, saved.filters[name][0]) == "boolean"


def help_of(saved: SavedReport) -> str:
    """Return the help text of a report: its question, and an example."""
    example = f"chancery report {saved.name}"
    words = {"year": "2021", "since": "2020", "leader": "xi-jinping", "country": "CN", "outlet": "xinhua"}
    # any year written here is past by the time somebody asks for what is due
    first = next((name for name in words if name in saved.filters and not is_of_what_is_due(saved, name)), None)
    filtered = f" --{first} {words[first]}" if first else ""
    told = f"{saved.question or saved.title} {saved.lists}".strip()
    text = f"{told}\n\n\b\nExample:\n  {example}{filtered} --format csv"
    return f"{text}\n\nPublished as the view {saved.view}." if saved.name in shipped_reports() else text


def is_of_what_is_due(saved: SavedReport, name: str) -> bool:
    """Return whether a filter of a report looks at when something is due."""
    return any(own.startswith("due_") for own in saved.filters[name])


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
        "--columns", metavar="NAMES", help="Only these of the columns below, in this order, with commas between."
    ),
    click.option(
        "--sort", metavar="NAMES", help="Sort by these columns, with commas between; -NAME has the highest first."
    ),
    click.option("--slugs", is_flag=True, help="Show slugs such as xi-jinping, not names, in tables and pages."),
)
CHART_OPTION = click.option(
    "--chart",
    metavar="FILE",
    help="Draw the answer into a .svg, .pdf, .png or .html file; - draws a rough one in the terminal.",
)
WITHOUT_CHART = click.option(
    "--chart",
    hidden=True,
    callback=lambda context, _, file: no_chart(context, file),
    help="Tell that this report has no chart.",
)
LAST_OPTIONS = (
    click.option("--sql", is_flag=True, help="Print the SQL, to be pasted into another tool, and ask nothing."),
    database_option,
)


def no_chart(context: click.Context, file: str | None) -> None:
    """Raise InputError where somebody asks for the chart of a report that has none."""
    if file:
        raise InputError(f"the report {context.info_name} has no chart; those that have one: chancery report")


def answer_report(
    saved: SavedReport,
    filters: dict[str, tuple[str, ...]],
    address: str,
    wish: Wish,
    narrowing: Callable[[Connection], ColumnElement[bool]] | None = None,
    besides: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> None:
    """Ask a report and write the answer, its chart, or its SQL, to files or to standard output.

    `narrowing` gives a condition besides the filters, `besides` what was asked by it.
    """
    engine = open_database(address)
    try:
        with reading(engine) as connection:
            if wish.sql:
                write([query_text(connection, saved, filters, wish.order) + "\n"], wish.output)
                return
            answer = ask(connection, saved, filters, wish.rows, wish.order, narrowing and narrowing(connection))
            answer = replace(answer, filters={**answer.filters, **besides})
    finally:
        engine.dispose()
    if wish.chart:
        draw(answer, wish.chart)
    if not wish.only_chart:
        write(WRITERS[wish.format](as_wished(answer, wish)), wish.output)


def as_wished(answer: Answer, wish: Wish) -> Answer:
    """Return the answer in the columns that are wanted, with names for people."""
    require_columns(answer.report, wish.named_columns)
    if wish.format in FOR_PEOPLE:
        named = wish.named_columns
        answer = with_slugs(answer, named) if wish.slugs else with_names(answer, named)
    return only_columns(answer, wish.named_columns) if wish.named_columns else answer


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
