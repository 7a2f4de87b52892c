"""The command `chancery correct add`: facts that reading missed, with their place in the text."""

from collections.abc import Mapping
from typing import Any

import click

from importers.corrections.carrying_out import carry_out, chosen
from importers.corrections.options import Command, with_reasons
from importers.opened import opened
from models.database import InputError


@click.group("add")
def add_group() -> None:
    """Add what reading missed.

    The words of the report that tell it must stand there to the letter, but for white space.
    """


def with_place(command: Command) -> Command:
    """Give a command the options on where in which report a fact stands."""
    for option in (
        click.option("--occurrence", type=click.IntRange(min=1), help="Which place, if the words stand in several."),
        click.option("--quote", required=True, metavar="WORDS", help="The words that tell it, to the letter."),
        click.option("--report", "locator", required=True, metavar="LOCATOR", help="The report, or its locator's end."),
    ):
        command = option(command)
    return command


@add_group.command("message")
@with_place
@click.option("--occasion", required=True, metavar="SLUG", help="What they wrote for.")
@click.option("--year", "occasion_year", type=click.IntRange(1900, 2100), help="The year greeted or observed.")
@click.option("--from", "sender", required=True, metavar="LEADER", help="Who wrote.")
@click.option("--to", "recipient", required=True, metavar="LEADER", help="Who was written to.")
@with_reasons
def message(**given: Any) -> None:
    """Add a message, and with it the exchange where that is not there yet.

    \b
    Example:
      chancery correct add message --report greetings.txt --quote "and wished Mr Putin well" --occasion new-year \\
        --year 2024 --from xi-jinping --to vladimir-putin --why "a greeting between the lines"
    """
    a, b = sorted((given["sender"], given["recipient"]))
    if a == b:
        raise InputError(f"--from and --to are both {a}; nobody writes to themselves")
    pair = {"leader_a": a, "leader_b": b, "sender": given["sender"]}
    add("message", pair | {name: given[name] for name in ("occasion", "occasion_year")}, {}, given)


@add_group.command("trade")
@with_place
@click.option("--claim", required=True, metavar="CLAIM", help="level, growth, decline, record, target, target_reached.")
@click.option("--flow", metavar="FLOW", help="total, or export or import as seen from the first country.")
@click.option("--amount", metavar="NUMBER", help="The amount, in units of its currency.")
@click.option("--currency", metavar="CODE", help="Its currency (ISO 4217).")
@click.option("--percent", metavar="NUMBER", help="Growth or decline in percent.")
@click.option("--year", metavar="YEAR", help="The year that it is of.")
@click.option("--country-a", metavar="CODE", help="The first country (ISO 3166).")
@click.option("--country-b", metavar="CODE", help="The other country.")
@with_reasons
def trade(**given: Any) -> None:
    """Add a claim on trade.

    \b
    Example:
      chancery correct add trade --report greetings.txt --quote "240 billion dollars" --claim level \\
        --amount 240000000000 --currency USD --year 2023 --country-a CN --country-b RU --why "in the table"
    """
    names = ("flow", "amount", "currency", "percent", "year", "country_a", "country_b")
    add("trade_figure", {"claim": given["claim"]}, chosen(given, *names), given)


@add_group.command("anniversary")
@with_place
@click.option("--milestone", required=True, metavar="SLUG", help="The milestone.")
@click.option("--ordinal", required=True, metavar="NUMBER", help="Which anniversary of it.")
@click.option("--year", "observed_year", metavar="YEAR", help="The year in which it falls.")
@with_reasons
def anniversary(**given: Any) -> None:
    """Add an anniversary told of.

    \b
    Example:
      chancery correct add anniversary --report greetings.txt --quote "three quarters of a century" \\
        --milestone cn-ru-diplomatic-relations --ordinal 75 --year 2024 --why "said in other words"
    """
    add("anniversary", {"claim": given["milestone"]}, chosen(given, "ordinal", "observed_year"), given)


@add_group.command("theme")
@with_place
@click.option("--theme", required=True, metavar="SLUG", help="The theme.")
@with_reasons
def theme(**given: Any) -> None:
    """Add a theme touched.

    \b
    Example:
      chancery correct add theme --report greetings.txt --quote "the old caravan roads" --theme belt-and-road \\
        --why "what is meant by them"
    """
    add("theme", {"claim": given["theme"]}, {}, given)


NEW = {"flow": "total", "ordinal": "1"}  # what a fact that was just added has; nothing else of it is known


def add(fact: str, named: Mapping[str, Any], right: Mapping[str, str | None], given: Mapping[str, Any]) -> None:
    """Show what is added, ask for it, and add it."""
    from importers.corrections.missed import missed
    from importers.corrections.proposal import proposed

    with opened(given["address"]) as engine:
        with engine.connect() as connection:
            place, values = missed(connection, fact, given["locator"], given["quote"], given["occurrence"])
            right = {name: value for name, value in right.items() if value != NEW.get(name)}
            values |= {name: NEW.get(name) for name in right}
            rows = proposed(connection, (place | dict(named), values), {"exists": "yes"} | right, given["said"])
        carry_out(engine, rows, is_sure=given["is_sure"])
