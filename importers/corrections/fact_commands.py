"""The commands that put a fact right, one for each kind: `chancery correct exchange` and so on."""

from typing import Any

import click

from importers.corrections.carrying_out import chosen, run
from importers.corrections.options import report_option, right_option, with_reasons
from models.database import InputError


@click.command("exchange")
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
@right_option
@report_option
@with_reasons
def exchange(key: int, **given: Any) -> None:
    """Put an exchange right.

    For what it was, of which year, between whom, on which day; or that there was none, or that it is right.
    It is so in all reports that tell of it; with --report, in that report alone.

    \b
    Examples:
      chancery correct exchange 1234567890 --occasion national-day --why "the text says so"
      chancery correct exchange 1234567890 --on 2024-01-01 --why "the letter's date" --source "the letter"
      chancery correct exchange 1234567890 --is-none --report greetings.txt --why "it was a call"
      chancery correct exchange 1234567890 --is-right --why "the other report was printed a day later"
    """
    from importers.corrections.facts import exchange_fact

    right = chosen(given, "occasion", "occasion_year", "leaders", "exchanged_on", "milestone", "ordinal")
    if "leaders" in right:
        right["leaders"] = " ".join(given["leaders"])
    run(lambda connection: exchange_fact(connection, key), right, given)


@click.command("message")
@click.argument("key", metavar="ID", type=int)
@click.option("--from", "sender", metavar="LEADER", help="Who of the two wrote it.")
@click.option("--is-none", is_flag=True, help="There was no such message.")
@right_option
@report_option
@with_reasons
def message(key: int, **given: Any) -> None:
    """Put a message right.

    Who of the two wrote it; or that there was none, or that it is right.

    \b
    Examples:
      chancery correct message 1234567890 --from xi-jinping --why "Putin was written to"
      chancery correct message 1234567890 --is-none --why "nothing was sent"
    """
    from importers.corrections.facts import message_fact

    run(lambda connection: message_fact(connection, key), chosen(given, "sender"), given)


@click.command("statement")
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


@click.command("trade")
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
@right_option
@with_reasons
def trade(key: int, **given: Any) -> None:
    """Put a claim on trade right. ID is the trade_figure_id of `chancery report trade-figures`.

    \b
    Examples:
      chancery correct trade 1234567890 --amount 240000000000 --year 2023 --why "billion, not million"
      chancery correct trade 1234567890 --is-right --why "the text has it so"
    """
    from importers.corrections.facts import trade_fact

    names = ("claim", "flow", "amount", "currency", "percent", "year", "country_a", "country_b")
    run(lambda connection: trade_fact(connection, key), chosen(given, *names), given)


@click.command("anniversary")
@click.argument("key", metavar="ID", type=int)
@click.option("--milestone", metavar="SLUG", help="The milestone; none for none that is known.")
@click.option("--ordinal", metavar="NUMBER", help="Which anniversary.")
@click.option("--year", "observed_year", metavar="YEAR", help="The year in which it falls; none if not told.")
@click.option("--is-none", is_flag=True, help="It is no anniversary.")
@right_option
@with_reasons
def anniversary(key: int, **given: Any) -> None:
    """Put an anniversary right. ID is the anniversary_mention_id of `chancery report anniversaries`.

    \b
    Example:
      chancery correct anniversary 1234567890 --milestone cn-kp-friendship-treaty --why "the treaty is meant"
    """
    from importers.corrections.facts import anniversary_fact

    right = chosen(given, "milestone", "ordinal", "observed_year")
    run(lambda connection: anniversary_fact(connection, key), right, given)


@click.command("theme")
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


@click.command("leader")
@click.argument("slug", metavar="LEADER")
@click.option("--same-as", metavar="LEADER", help="It is this one, under another name.")
@click.option("--never-same-as", metavar="LEADER", help="It is not this one, whatever looks like it.")
@click.option("--name", "full_name", metavar="NAME", help="The usual full name in English.")
@click.option("--country", metavar="CODE", help="The country led (ISO 3166).")
@click.option("--office", metavar="OFFICE", help="An office held, such as cz-president; with --since.")
@click.option("--since", metavar="DAY", help="The first day in it, as YYYY-MM-DD.")
@click.option("--until", metavar="DAY", help="The day of handover, not included; leave it out while in office.")
@right_option
@with_reasons
def leader(slug: str, **given: Any) -> None:
    """Put right who a leader is, and which office they held.

    Name and country are put right of those known from reports only; of leaders of the reference data, in a file of your
    own for `chancery import leaders`. An office may be anybody's, as far as the reference data leave room for it. By
    an office, and by who is never the same, every report is read: read them again with `chancery import again`.
    `chancery report tenures --columns office,office_name,leader,started_on,ended_on` lists the offices.

    \b
    Examples:
      chancery correct leader ibrahim-solih --same-as ibrahim-mohamed-solih --why "one person"
      chancery correct leader ann-example --name "Ann Q. Example" --country CZ --why "her own page"
      chancery correct leader ann-example --office cz-president --since 2028-03-09 --why "took the oath that day"
      chancery correct leader ann-example --is-right --why "she is nobody else"
    """
    from importers.corrections.facts import leader_put_right

    right = chosen(given, "same_as", "never_same_as", "full_name", "country")
    if given["office"] or given["since"] or given["until"]:
        right["office"] = office_held(given["office"], given["since"], given["until"])
    run(lambda connection: leader_put_right(connection, slug, right), right, given)
    if right.keys() & {"office", "never_same_as"}:
        click.echo("every report is read by it: chancery import again")


def office_held(office: str | None, since: str | None, until: str | None) -> str:
    """Return an office as a correction has it. Raises InputError where its first day is not told."""
    if not office or not since:
        raise InputError("of an office say which and since when: --office OFFICE --since DAY")
    return " ".join(filter(None, (office, since, until)))


@click.command("report")
@click.argument("locator")
@click.option("--outlet", metavar="SLUG", help="Who published it; none if not known.")
@click.option("--on", "published_on", metavar="DAY", help="The day of publication, as YYYY-MM-DD.")
@with_reasons
def report(locator: str, **given: Any) -> None:
    """Put right who published a report, and when.

    By another day it is read anew. LOCATOR is where it was imported from, as `chancery report source-reports` shows it,
    or its end.

    \b
    Example:
      chancery correct report greetings.txt --outlet xinhua --on 2024-01-01 --why "printed on the page"
    """
    from importers.corrections.facts import report_fact

    run(lambda connection: report_fact(connection, locator), chosen(given, "outlet", "published_on"), given)


FACT_COMMANDS = (exchange, message, statement, trade, anniversary, theme, leader, report)
