"""The commands on reading itself: why a report is read as it is, and whether the files of a language hold."""

import click

from importers.opened import opened
from models.database import InputError, database_option
from models.printable import printable


@click.command("explain")
@click.argument("locator")
@database_option
def explain_command(locator: str, address: str) -> None:
    """Explain a report, sentence by sentence: its tags, which pattern read what, who speaks and why.

    What people put right of it is listed below, since the sentences show what the machine reads. LOCATOR is where the
    report was imported from, as `chancery report source-reports` shows it, or its end.

    \b
    Example:
      chancery explain 2024-12-31-reuters-kim-putin.txt
    """
    from importers.corrections.of_report import put_right_of
    from importers.explain import explain
    from importers.reference_data import ReferenceData
    from importers.stored_reports import report_at

    with opened(address) as engine:
        raw = report_at(engine, locator)
        for line in explain(raw, ReferenceData(engine).lexicon):
            click.echo(line)
        with engine.connect() as connection:
            put_right = list(put_right_of(connection, locator))
    for line in ["", *put_right] if put_right else []:
        click.echo(printable(line))


@click.group("language")
def language_group() -> None:
    """List the languages that can be read, and check whether their files hold."""


@language_group.command("list")
def list_languages() -> None:
    """List the languages that can be read.

    \b
    Example:
      chancery language list
    """
    from importers.grammar.rules import languages, load_language

    for code in languages():
        click.echo(f"{code}  {load_language(code).settings['name']}")


@language_group.command("check")
@click.argument("code")
@database_option
@click.pass_context
def check_language(context: click.Context, code: str, address: str) -> None:
    """Run the examples beside the patterns of the language CODE; tell file and line of what does not hold.

    \b
    Exit status: 0 all hold, 1 some do not.

    \b
    Example:
      chancery language check en
    """
    from importers.examples import check
    from importers.grammar.rules import LanguageError, languages
    from importers.reference_data import ReferenceData

    if code not in languages():
        raise InputError(f"there are no files of a language {code!r}; there are: {', '.join(languages())}")
    with opened(address) as engine:
        lexicon = ReferenceData(engine).lexicon
    try:
        wrong = list(check(code, lexicon))
    except LanguageError as error:
        wrong = [str(error)]
    for line in wrong:
        click.echo(line)
    patterns = sum(map(len, lexicon.vocabulary(code).patterns.values())) if code in lexicon.made else 0
    click.echo(f"{patterns} patterns, {len(wrong)} mistakes")
    context.exit(1 if wrong else 0)
