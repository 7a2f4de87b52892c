"""Options that the commands of corrections share."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from models.database import InputError, database_option

REMOVED: dict[str, str | None] = {"exists": "no"}
Command = Callable[..., None]
report_option = click.option(
    "--report", "locator", metavar="LOCATOR", help="Only as this report tells it; by default, as all do."
)
right_option = click.option("--is-right", is_flag=True, help="You looked, and it is right as it stands.")


def cleared(value: Any) -> str | None:
    """Return what an option says; the word none stands for nothing."""
    return None if value == "none" else str(value)


def with_reasons(command: Command) -> Command:
    """Give a command the options on why, by what source and by whom, and hand them on together as `said`."""

    @click.option("--why", required=True, help="Why it is so.")
    @click.option("--source", help="What it rests on: a document, an address.")
    @click.option("--by", "made_by", metavar="NAME", help="Who says so; by default who is logged in.")
    @click.option("--yes", "is_sure", is_flag=True, help="Do not ask.")
    @database_option
    @wraps(command)
    def with_said(*arguments: Any, why: str, source: str | None, made_by: str | None, **given: Any) -> None:
        from importers.corrections.proposal import somebody

        if not why.strip():
            raise InputError("--why is empty; say why it is so")
        said = {"why": why.strip(), "source": (source or "").strip() or None, "made_by": made_by or somebody()}
        command(*arguments, **given, said=said)

    return with_said
