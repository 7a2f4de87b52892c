"""The values that the filters of reports take, offered by shells while one types, and by pages."""

from collections.abc import Callable

import click
from click.shell_completion import CompletionItem
from sqlalchemy import Connection, text
from sqlalchemy.exc import SQLAlchemyError

from models.database import open_database
from queries.answer import reading
from queries.catalogue import SavedReport
from queries.conditions import choices_of
from queries.select import for_engine, literal, without_end

DAYS = ("since", "until", "year")  # which are typed, not chosen

Completion = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


def values_of(connection: Connection, report: SavedReport, name: str) -> list[tuple[str, str]]:
    """Return the values that a filter of a report takes, each with its name for people; none where they are typed."""
    if name in DAYS:
        return []
    column = report.filters[name][0]
    if report.columns.get(column) == "boolean":
        return [("yes", "yes"), ("no", "no")]
    engine = connection.dialect.name
    sql = without_end(for_engine(report.sql, engine), engine)
    return sorted(choices_of(connection, text(literal(f"(\n{sql}\n) AS {report.view}")), name, column).items())


def completion_of(report: SavedReport, name: str) -> Completion:
    """Return what a shell calls for the values of a filter that begin with what was typed."""

    def complete(ctx: click.Context, _option: click.Parameter, typed: str) -> list[CompletionItem]:
        try:
            engine = open_database(ctx.params.get("address") or "chancery.db")
            try:
                with reading(engine) as connection:
                    values = values_of(connection, report, name)
            finally:
                engine.dispose()
        except (click.ClickException, SQLAlchemyError, OSError):
            return []  # a shell has no place to tell what is wrong; the command will
        return [CompletionItem(value, help=told) for value, told in values if value.startswith(typed)]

    return complete
