"""The command `chancery report exchange ID`: all that is known of one exchange."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from models.database import InputError, database_option, open_database
from queries.answer import reading
from queries.exchange import ExchangePage, page_of_exchange
from queries.report_command import write
from queries.terminal import as_table

PAGES = (".html", ".htm")


@click.command()
@click.argument("key", metavar="ID", type=click.IntRange(min=1))
@click.option("--output", metavar="FILE.html", type=click.Path(path_type=Path), help="Write a page for browsers.")
@database_option
def exchange(key: int, output: Path | None, address: str) -> None:
    """Tell all that is known of one exchange: its letters, its reports side by side, what each alone tells, figures.

    ID is the exchange_id of `chancery report exchanges`.

    \b
    Examples:
      chancery report exchanges --leader Xi --leader Putin
      chancery report exchange 1234567890
      chancery report exchange 1234567890 --output exchange.html
    """
    if output is not None and output.suffix.lower() not in PAGES:
        raise InputError(f"{output} is no page for browsers; name a file that ends in .html")
    engine = open_database(address)
    try:
        with reading(engine) as connection:
            page = page_of_exchange(connection, key)
    finally:
        engine.dispose()
    if output is None:
        write(in_terminal(page), None)
        return
    from queries.page import templates

    write([templates().get_template("exchange.html").render(page=page)], output)


def in_terminal(page: ExchangePage) -> Iterator[str]:
    """Give the page as text."""
    yield page.heading + "\n"
    for part in page.parts:
        yield "\n"
        shown = part.only(part.report.shown)  # this page has no other columns to be asked for
        yield from as_table(replace(shown, report=replace(part.report, shown=())))
