"""The command `chancery report`: the saved reports listed, all of them written out, or one of them asked."""

import os
from pathlib import Path

import click

from models.database import InputError, database_option, open_database, writing
from queries.catalogue import read_folder, read_own, shipped_reports

CHART = "[chart]"  # behind the question of a report that has one
EXCHANGE = "exchange"  # the one report that is a page and no table


class ReportGroup(click.Group):
    """A group with a command for each saved report, and for each .sql file that it is given the path of."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the saved reports."""
        return [*shipped_reports(), EXCHANGE]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        """Return the command of a saved report, or of the report in a file of the user's own.

        Raises InputError where there is none, with those of the nearest names.
        """
        from queries.report_command import command_of

        if cmd_name == EXCHANGE:
            from queries.exchange_command import exchange

            return exchange

        if cmd_name.endswith(".sql") or os.sep in cmd_name:
            return command_of(read_own(Path(cmd_name)))
        report = shipped_reports().get(cmd_name)
        if report is None:
            from queries.names import nearest_words

            near = nearest_words(cmd_name, shipped_reports())
            raise InputError(f"there is no report {cmd_name!r}; the nearest: {near}; all: chancery report")
        return command_of(report)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the saved reports by subject, each with the question it answers."""
        by_subject: dict[str, list[tuple[str, str]]] = {}
        for report in shipped_reports().values():
            told = f"{report.question} {CHART}" if report.chart else report.question
            by_subject.setdefault(report.subject, []).append((report.name, told))
        for subject, listed in by_subject.items():
            with formatter.section(subject):
                formatter.write_dl(listed)
        with formatter.section("One exchange"):
            formatter.write_dl([(f"{EXCHANGE} ID", "All that is known of one exchange, on one page.")])


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
            + f"\nThose with {CHART} are drawn by: chancery report NAME --chart FILE.png; - draws in the terminal"
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
    from queries.whole import whole_folder

    engine = open_database(address)
    try:
        with whole_folder(output) as part:
            count = write_folder(engine, part)
    except OSError as error:
        raise InputError(f"{output} cannot be written: {error.strerror or error}") from None
    finally:
        engine.dispose()
    click.echo(f"{count} reports are in {output}; open {output / 'index.html'}")


assert isinstance(report, ReportGroup)  # noqa: S101 - what the decorator returns
report_group: ReportGroup = report
