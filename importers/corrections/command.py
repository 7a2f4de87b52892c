"""The command `chancery correct`: people put right what was read, and take it back."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import click

from importers.corrections.options import REMOVED, cleared, report_option, with_reasons
from importers.opened import opened
from models.database import InputError, database_option

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from importers.corrections.facts import Fact
    from importers.store import Row

Look = Callable[["Connection"], "Fact"]


@click.group(name="correct")
def correct_group() -> None:
    """Put right what was read, so that it stays right over every later reading.

    What a correction changes is shown first, and asked for. The ids are those of the saved reports, such as exchange_id
    of `chancery report exchanges --format csv`. `chancery report corrections` lists what was put right.
    """


@correct_group.command("exchange")
@click.argument("key", metavar="ID", type=int)
@click.option("--occasion", metavar="SLUG", help="What they wrote for.")
@click.option("--year", "occasion_year", metavar="YEAR", help="The year greeted or observed; none if not known.")
@click.option(
    "--pair",
    "leaders",
    nargs=2,
    metavar="LEADER LEADER",
    help="Who wrote to each other; if none of them stays, in order.",
)
@click.option("--on", "exchanged_on", metavar="DAY", help="The day, as YYYY-MM-DD; none if not known.")
@click.option("--milestone", metavar="SLUG", help="The milestone whose anniversary it is for; none for none.")
@click.option("--ordinal", metavar="NUMBER", help="Which anniversary of it.")
@click.option("--is-none", is_flag=True, help="There was no such exchange.")
@report_option
@with_reasons
def exchange(key: int, **given: Any) -> None:
    """Put an exchange right: for what it was, of which year, between whom, on which day; or that there was none.

    It is so in all reports that tell of it; with --report, in that report alone.

    \b
    Examples:
      chancery correct exchange 1234567890 --occasion national-day --why "the text says so"
      chancery correct exchange 1234567890 --on 2024-01-01 --why "the letter's date" --source "the letter"
      chancery correct exchange 1234567890 --is-none --report greetings.txt --why "it was a call"
    """
    from importers.corrections.facts import exchange_fact

    right = chosen(given, "occasion", "occasion_year", "leaders", "exchanged_on", "milestone", "ordinal")
    if "leaders" in right:
        right["leaders"] = " ".join(given["leaders"])
    run(lambda connection: exchange_fact(connection, key), right, given)


@correct_group.command("message")
@click.argument("key", metavar="ID", type=int)
@click.option("--from", "sender", metavar="LEADER", help="Who of the two wrote it.")
@click.option("--is-none", is_flag=True, help="There was no such message.")
@report_option
@with_reasons
def message(key: int, **given: Any) -> None:
    """Put a message right: who of the two wrote it, or that there was none.

    \b
    Examples:
      chancery correct message 1234567890 --from xi-jinping --why "Putin was written to"
      chancery correct message 1234567890 --is-none --why "nothing was sent"
    """
    from importers.corrections.facts import message_fact

    run(lambda connection: message_fact(connection, key), chosen(given, "sender"), given)


@correct_group.command("statement")
@click.argument("key", metavar="ID", type=int)
@click.option("--speaker", metavar="LEADER", required=True, help="Whose words it tells; none for the journalist's.")
@with_reasons
def statement(key: int, **given: Any) -> None:
    """Put right whose words a sentence tells.

    \b
    Example:
      chancery correct statement 1234567890 --speaker none --why "the agency's own words"
    """
    from importers.corrections.facts import statement_fact

    run(lambda connection: statement_fact(connection, key), chosen(given, "speaker"), given)


@correct_group.command("trade")
@click.argument("key", metavar="ID", type=int)
@click.option("--claim", metavar="CLAIM", help="level, growth, decline, record, target or target_reached.")
@click.option("--flow", metavar="FLOW", help="total, or export or import as seen from the first country.")
@click.option("--amount", metavar="NUMBER", help="The amount, in units of its currency; none for none.")
@click.option("--currency", metavar="CODE", help="Its currency (ISO 4217).")
@click.option("--percent", metavar="NUMBER", help="Growth or decline in percent; none for none.")
@click.option("--year", metavar="YEAR", help="The year that it is of; none if not told.")
@click.option("--country-a", metavar="CODE", help="The first country (ISO 3166).")
@click.option("--country-b", metavar="CODE", help="The other country.")
@click.option("--is-none", is_flag=True, help="It is no claim on trade.")
@with_reasons
def trade(key: int, **given: Any) -> None:
    """Put a claim on trade right. ID is the trade_figure_id of `chancery report trade-figures`.

    \b
    Example:
      chancery correct trade 1234567890 --amount 240000000000 --year 2023 --why "billion, not million"
    """
    from importers.corrections.facts import trade_fact

    names = ("claim", "flow", "amount", "currency", "percent", "year", "country_a", "country_b")
    run(lambda connection: trade_fact(connection, key), chosen(given, *names), given)


@correct_group.command("anniversary")
@click.argument("key", metavar="ID", type=int)
@click.option("--milestone", metavar="SLUG", help="The milestone; none for none that is known.")
@click.option("--ordinal", metavar="NUMBER", help="Which anniversary.")
@click.option("--year", "observed_year", metavar="YEAR", help="The year in which it falls; none if not told.")
@click.option("--is-none", is_flag=True, help="It is no anniversary.")
@with_reasons
def anniversary(key: int, **given: Any) -> None:
    """Put an anniversary right. ID is the anniversary_mention_id of `chancery report anniversaries`.

    \b
    Example:
      chancery correct anniversary 1234567890 --milestone cn-kp-treaty-1961 --why "the treaty is meant"
    """
    from importers.corrections.facts import anniversary_fact

    right = chosen(given, "milestone", "ordinal", "observed_year")
    run(lambda connection: anniversary_fact(connection, key), right, given)


@correct_group.command("theme")
@click.argument("key", metavar="ID", type=int)
@click.option("--is-none", is_flag=True, required=True, help="The sentence does not touch it.")
@with_reasons
def theme(key: int, **given: Any) -> None:
    """Say that a sentence does not touch a theme. ID is the theme_mention_id of `chancery report themes`.

    \b
    Example:
      chancery correct theme 1234567890 --is-none --why "another belt, another road"
    """
    from importers.corrections.facts import theme_fact

    run(lambda connection: theme_fact(connection, key), chosen(given), given)


@correct_group.command("leader")
@click.argument("slug", metavar="LEADER")
@click.option("--same-as", metavar="LEADER", help="It is this one, under another name.")
@click.option("--never-same-as", metavar="LEADER", help="It is not this one, whatever looks like it.")
@click.option("--name", "full_name", metavar="NAME", help="The usual full name in English.")
@click.option("--country", metavar="CODE", help="The country led (ISO 3166).")
@with_reasons
def leader(slug: str, **given: Any) -> None:
    """Put right who a leader is that is known from reports only.

    Leaders of the reference data, and the offices of anybody, are put right by `chancery import leaders`.

    \b
    Examples:
      chancery correct leader ibrahim-solih --same-as ibrahim-mohamed-solih --why "one person"
      chancery correct leader ann-example --name "Ann Q. Example" --country CZ --why "her own page"
    """
    from importers.corrections.facts import leader_fact

    def look(connection: "Connection") -> "Fact":
        named, values = leader_fact(connection, slug)
        for other in (given["same_as"], given["never_same_as"]):
            if other is not None:
                leader_fact(connection, other)
        if values.pop("supplied_by") != "report" and given["never_same_as"] is None:
            raise InputError(f"{slug} is of the reference data; put it right by: chancery import leaders FILE")
        return named, values

    run(look, chosen(given, "same_as", "never_same_as", "full_name", "country"), given)


@correct_group.command("report")
@click.argument("locator")
@click.option("--outlet", metavar="SLUG", help="Who published it; none if not known.")
@click.option("--on", "published_on", metavar="DAY", help="The day of publication, as YYYY-MM-DD.")
@with_reasons
def report(locator: str, **given: Any) -> None:
    """Put right who published a report, and when; by another day it is read anew.

    LOCATOR is where it was imported from, as `chancery report source-reports` shows it, or its end.

    \b
    Example:
      chancery correct report greetings.txt --outlet xinhua --on 2024-01-01 --why "printed on the page"
    """
    from importers.corrections.facts import report_fact

    run(lambda connection: report_fact(connection, locator), chosen(given, "outlet", "published_on"), given)


@correct_group.command("undo")
@click.argument("key", metavar="NUMBER", type=int)
@click.option("--yes", "is_sure", is_flag=True, help="Do not ask.")
@database_option
def undo(key: int, is_sure: bool, address: str) -> None:
    """Take the correction of this number back; `chancery report corrections` lists the numbers.

    The database is then as if it had never been made. With a fact that was added, what was said of it goes too.

    \b
    Example:
      chancery correct undo 1234567890
    """
    from dataclasses import asdict

    from importers.corrections.change import change, with_it
    from importers.corrections.proposal import told
    from importers.corrections.stored import stored_corrections
    from models.database import writing

    with opened(address) as engine:
        with engine.connect() as connection:
            gone = with_it(stored_corrections(connection), key)
            for line in told(connection, [asdict(one) for one in gone], arrow="<-"):
                click.echo(line)
        if not is_sure:
            click.confirm("Take it back?", abort=True)
        with writing(engine) as connection:
            change(connection, engine, gone={one.id for one in gone})
    click.echo(f"taken back: {', '.join(str(one.id) for one in gone)}")


def chosen(given: Mapping[str, Any], *names: str) -> dict[str, str | None]:
    """Return what was given of these options, and that there was no such fact; the word none is nothing."""
    right = {name: cleared(given[name]) for name in names if given.get(name) is not None}
    return right | REMOVED if given.get("is_none") else right


def run(look: Look, right: Mapping[str, str | None], given: Mapping[str, Any]) -> None:
    """Show what is put right of a fact, ask for it, and do it."""
    from importers.corrections.facts import in_report
    from importers.corrections.proposal import proposed

    with opened(given["address"]) as engine:
        with engine.connect() as connection:
            fact = look(connection)
            if given.get("locator"):
                fact = in_report(connection, fact, given["locator"], right)
            rows = proposed(connection, fact, right, given["said"])
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
