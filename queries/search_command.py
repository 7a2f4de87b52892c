"""The command `chancery search`: the statements that have certain words."""

from typing import Any

import click
from sqlalchemy import BigInteger, Connection, column
from sqlalchemy.sql.elements import ColumnElement

from queries.catalogue import shipped_reports
from queries.matching import statements_with
from queries.report_command import Wish, answer_report, option_name, options_of

STATEMENTS = shipped_reports()["statements"]


@click.command()
@click.argument("words", nargs=-1, required=True)
@options_of(STATEMENTS)
def search(words: tuple[str, ...], address: str, **given: Any) -> None:
    """Find the statements of the reports that have certain words.

    All of them must stand in one sentence, in any form: letter finds letters. OR between words finds either, friend*
    what begins so. A phrase stands in quotation marks within quotation marks of the shell. Chinese is found letter by
    letter, Russian in any case. The filters are those of the report statements.

    \b
    Examples:
      chancery search anniversary treaty
      chancery search friendship OR 友谊 OR дружба
      chancery search '"strategic partnership" energy' --speaker Putin --since 2020
    """
    filters = {name: given.pop(option_name(name)) for name in STATEMENTS.filters}

    def with_words(connection: Connection) -> ColumnElement[bool]:
        return column("statement_id", BigInteger()).in_(statements_with(connection, " ".join(words)))

    answer_report(STATEMENTS, filters, address, Wish(**given), with_words, {"words": [" ".join(words)]})
