"""The commands that import reference data of a user's own."""

from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from importers.opened import opened
from models.database import InputError, database_option
from models.printable import in_one_line

if TYPE_CHECKING:
    from importers.reference.supply import Supplied

HELP = {
    "leaders": """Import leaders of your own, with the offices they held, from a CSV file.

    \b
    Columns: leader_id, full_name; and, where known:
      country (ISO code), gender (f, m), native_name, aliases (a;b), wikidata_qid,
      family_name, family_name_first (yes, no), born, died, source, verified (yes, no), note;
      of a relative or namesake of a leader: relation (spouse, parent, child, sibling,
      namesake), related_to (leader_id);
      office_id, start_date, end_date (days as YYYY-MM-DD), acting (yes, no);
      of an office that is not known yet: office_title, role (head_of_state,
      head_of_government, party_leader, monarch, other), office_country,
      other_titles (a;b), holders (how many at a time)

    A leader of several offices stands on several lines.

    \b
    A file with a column language brings names of other languages than English, a line for each of both:
      leader_id, language (ISO 639-1: zh, ru); and, where known:
      full_name, family_name, aliases (each may hold several: a;b)
    """,
    "milestones": """Import milestones of your own, the dated events that anniversaries count from, from a CSV file.

    \b
    Columns: milestone_id, name, kind (such as diplomatic_relations, treaty, war_end),
      date (YYYY, YYYY-MM or YYYY-MM-DD); and, where known:
      parties (ISO codes: CN;RU), phrases (how reports put it: a;b),
      pair_phrases (those of them that mean it between its parties only),
      source, verified (yes, no), note

    \b
    A file with a column language brings phrases of other languages than English, a line for each of both:
      milestone_id, language (ISO 639-1: zh, ru), phrases; and, where known: pair_phrases
    """,
    "themes": """Import themes of your own from a CSV file.

    \b
    Columns: theme_id, kind (topic, formulation, institution, programme, meeting),
      name; and, where known: definition, parent (theme_id of the wider theme),
      phrases (how reports put it: a;b), parties (ISO codes: CN;RU),
      pair_phrases (phrases that mean it between its parties only),
      source, verified (yes, no), note

    \b
    A file with a column language brings phrases of other languages than English, a line for each of both:
      theme_id, language (ISO 639-1: zh, ru), phrases; and, where known: pair_phrases
    """,
    "trade": """Import official trade figures from a CSV file, from an export of UN Comtrade or a workbook of the IMF.

    \b
    Columns: reporter, partner (ISO codes), year, flow (total, export, import),
      value_usd, issuer (the office that issued it), basis (calendar_year,
      fiscal_year); and, where known: source, verified (yes, no), note

    Of a UN Comtrade export those rows are taken that stand for a whole year and flow: cmdCode TOTAL, customsCode C00,
    motCode 0. Of a workbook of the IMF's Direction of Trade Statistics (one country's, a sheet for each flow) all years
    are taken, but those of groups of countries. Exports are FOB, imports CIF; the figures of a reporter and of its
    partner stay apart.
    """,
    "words": """Import words of your own from a CSV file: phrases that reading is to know beside those of its files.

    \b
    Columns: language (ISO 639-1: en, zh, ru), tag, phrase; and, where the tag has some: meaning

    Tags and meanings are those of the words in importers/languages/LANGUAGE/words.csv, where each tag has examples. In
    languages that are inflected by hand (English), every form is a line. A line that was changed is another word.
    """,
}
OF_ALL = """
    Wrong lines are listed with their numbers and left out, the right ones are in. The same file again changes nothing;
    a changed line updates. What you supply stays when a newer version brings other data.

    \b
    Exit status: 0 all lines are in, 1 some are wrong, 2 nothing could be done.

    \b
    Example:
      chancery import {subject} my-{subject}.csv
    """


def command_of(subject: str) -> click.Command:
    """Return the command that imports a file of a subject."""

    @click.command(name=subject, help=HELP[subject] + OF_ALL.format(subject=subject))
    @click.argument("file", type=click.File("rb"))
    @click.option("--dry-run", "is_dry_run", is_flag=True, help="Say what would be done, and write nothing.")
    @database_option
    @click.pass_context
    def command(context: click.Context, file: BinaryIO, is_dry_run: bool, address: str) -> None:
        from importers.corrections.unfitting import tell_unfitting
        from importers.reference.supply import supply

        with opened(address) as engine:
            supplied = supply(engine, subject, file.read(), Path(file.name).name, is_dry_run=is_dry_run)
            tell(supplied, is_dry_run, Path(file.name).name)
            tell_unfitting(engine)
        context.exit(1 if supplied.rejected else 0)

    return command


def tell(supplied: "Supplied", is_dry_run: bool, file: str) -> None:
    """Print what became of a file, and what to do then. Raises InputError where no record of it could be used."""
    tell_counts(supplied, is_dry_run, file)
    if supplied.inserted + supplied.updated and not is_dry_run:
        click.echo("Read the stored reports with them: chancery import again", err=True)


def tell_counts(supplied: "Supplied", is_dry_run: bool, file: str) -> None:
    """Print what became of a file. Raises InputError where no record of it could be used."""
    counts = f"{supplied.inserted} inserted, {supplied.updated} updated, {supplied.unchanged} unchanged"
    left_out = f", {supplied.left_out} lines left out that are parts of others" if supplied.left_out else ""
    click.echo(f"{'would be: ' if is_dry_run else ''}{counts}, {len(supplied.rejected)} rejected{left_out}")
    if supplied.unused:
        click.echo("  " + in_one_line(f"columns not used: {', '.join(supplied.unused)}"), err=True)
    for line, reason in supplied.rejected:
        click.echo("  " + in_one_line(f"{file}, line {line}: {reason}"), err=True)
    if supplied.rejected and not supplied.inserted + supplied.updated + supplied.unchanged:
        raise InputError("no record could be used")


COMMANDS = [command_of(subject) for subject in HELP]
