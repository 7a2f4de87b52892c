"""Carrying out what a command of corrections was given: shown first, asked for, made, and told with its numbers."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import click

from importers.corrections.options import REMOVED, cleared
from importers.opened import opened
from models.database import InputError

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from importers.corrections.facts import Fact
    from importers.store import Row

Look = Callable[["Connection"], "Fact"]


def chosen(given: Mapping[str, Any], *names: str) -> dict[str, str | None]:
    """Return what was given of these options, and that there was no such fact; the word none is nothing."""
    right = {name: cleared(given[name]) for name in names if given.get(name) is not None}
    if right and given.get("is_none"):
        raise InputError("--is-none says that there is none; leave the other options out")
    right |= REMOVED if given.get("is_none") else {}
    if right and given.get("is_right"):
        raise InputError("--is-right says that all is right as it stands; leave the other options out")
    return right


def run(look: Look, right: Mapping[str, str | None], given: Mapping[str, Any]) -> None:
    """Show what is put right of a fact, ask for it, and do it."""
    from importers.corrections.facts import in_report
    from importers.corrections.proposal import found_right, proposed
    from importers.corrections.stored import AS_READ

    with opened(given["address"]) as engine:
        with engine.connect() as connection:
            fact = look(connection)
            if given.get("locator"):
                names = AS_READ[fact[0]["fact"]] if given["is_right"] else right
                fact = in_report(connection, fact, given["locator"], names)
            if given.get("is_right"):
                rows = found_right(connection, fact, given["said"])
            else:
                rows = proposed(connection, fact, right, given["said"])
                made = {row["property"] for row in rows}
                for name in (name for name in right if name not in made):
                    click.echo(f"{name} is {fact[1][name] or 'empty'} already")
        carry_out(engine, rows, is_sure=given["is_sure"])


def carry_out(engine: Any, rows: list["Row"], *, is_sure: bool) -> None:
    """Show what corrections change, ask, make them, and tell their numbers."""
    from importers.corrections.change import change
    from importers.corrections.proposal import told, told_after
    from models.database import writing

    with engine.connect() as connection:
        for line in told(connection, rows):
            click.echo(line)
    if not is_sure:
        click.confirm("Put it right so?", abort=True)
    with writing(engine) as connection:
        change(connection, engine, new=rows)
    with engine.connect() as connection:
        for line in told_after(connection, rows):
            click.echo(line)
