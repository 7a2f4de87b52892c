"""The values that the filters of reports take, offered by shells while one types, and by pages."""

from collections.abc import Callable

import click
from click.shell_completion import CompletionItem
from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from models.database import open_database
from queries.answer import reading
from queries.catalogue import SavedReport
from queries.names import Choice, choices_of, folded
from queries.query import source_of
from queries.relations import view_relation

DAYS = ("since", "until", "year")  # which are typed, not chosen

Completion = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


def values_of(connection: Connection, report: SavedReport, name: str) -> list[Choice]:
    """Return the values that a filter of a report takes, in order; none where they are typed."""
    if name in DAYS:
        return []
    if name in report.values:
        return [Choice(value, value) for value in report.values[name]]
    column = report.filters[name][0]
    types = {own.name: own.type for own in view_relation(report).columns}
    if types.get(column) == "boolean":
        return [Choice("yes", "yes"), Choice("no", "no")]
    found = choices_of(connection, source_of(connection, report), name, column)
    return sorted(found, key=lambda choice: (choice.key, choice.name))


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
        return [CompletionItem(choice.key, help=choice.name) for choice in values if begins(choice, typed)]

    return complete


def begins(choice: Choice, typed: str) -> bool:
    """Return whether the key of a value, or a word of its name, begins so."""
    sought = folded(typed)
    return any(word.startswith(sought) for word in (folded(choice.key), *folded(choice.name).split()))
