"""The command `chancery cite`."""

import datetime

import click

from models.database import database_option, open_database

FORMATS = ("chicago", "bibtex", "ris", "csl-json")


@click.command()
@click.argument("keys", metavar="ID...", nargs=-1, required=True, type=click.IntRange(min=1))
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="chicago", show_default=True, help="How to write it."
)
@click.option(
    "--accessed",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DAY",
    help="The day you looked at the pages, such as 2026-11-28; else the day of their import.",
)
@database_option
def cite(keys: tuple[int, ...], form: str, accessed: datetime.datetime | None, address: str) -> None:
    """Cite statements and exchanges: footnotes, or entries for programs that keep literature.

    ID is a statement_id or an exchange_id, as saved reports show it. Of an exchange each report that tells of it is
    cited, with the sentence that does. Quotes are to the letter, in their own language.

    \b
    Examples:
      chancery report anniversaries --leader Xi --columns statement_id,ordinal,milestone,quote
      chancery cite 1234567890
      chancery cite 1234567890 2345678901 --format bibtex > letters.bib
    """
    from queries.answer import reading
    from queries.citation import citations
    from queries.citation_formats import WRITERS
    from queries.report_command import write

    engine = open_database(address)
    try:
        with reading(engine) as connection:
            found = citations(connection, keys, accessed and accessed.date())
    finally:
        engine.dispose()
    write([WRITERS[form](found)], None)
