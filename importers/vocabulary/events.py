"""Phrases of milestones and themes in a language."""

from collections.abc import Iterator

from importers.grammar.numbers import numeral
from importers.grammar.phrases import Phrases
from importers.grammar.rules import Language
from importers.reference.records import Rows
from importers.vocabulary.countries import short_names_of, turned
from importers.vocabulary.rows import in_language
from models import (
    Milestone,
    MilestonePhrase,
    Theme,
    ThemePhrase,
)

LAST_NUMBER = 60  # of a meeting in a series


def add_milestones(phrases: Phrases, rows: Rows, language: Language) -> None:
    """Mark the phrases of milestones; several pairs may have one of the same words."""
    slug = {row["id"]: row["slug"] for row in rows.of(Milestone)}
    short = short_names_of(rows, language)
    for row in in_language(rows.of(MilestonePhrase), language):
        kind = "pair milestone" if row["needs_pair"] else "milestone"
        for phrase in (*founding_variants(row["phrase"], language), *turned(row["phrase"], short)):
            phrases.add(phrase, kind, slug[row["milestone_id"]], is_mark=True)
        founded = founded_by(row["phrase"], language)
        if founded and not row["needs_pair"]:
            phrases.add(founded, "founded", slug[row["milestone_id"]], cased=True, is_mark=True)


def founded_by(phrase: str, language: Language) -> str | None:
    """Return what was founded, of a phrase such as "founding of X"."""
    founded = language.settings.get("founded", {})
    for beginning in founded.get("said", ()):
        if phrase.startswith(beginning):
            return phrase.removeprefix(beginning)
    ending = next((ending for ending in founded.get("said_behind", ()) if phrase.endswith(ending)), None)
    return phrase.removesuffix(ending) if ending else None


def founding_variants(phrase: str, language: Language) -> Iterator[str]:
    """Yield a phrase, and the other ways to say it where it is "founding of X"."""
    yield phrase
    what = founded_by(phrase, language)
    for variant in language.settings.get("founded", {}).get("also", ()) if what else ():
        yield variant.format(what)


def add_themes(phrases: Phrases, rows: Rows, language: Language) -> None:
    """Mark the phrases of themes. One that ends in {leader} counts where one is named behind it."""
    theme = {row["id"]: row["slug"] for row in rows.of(Theme)}
    short = short_names_of(rows, language)
    for row in in_language(rows.of(ThemePhrase), language):
        kind = "pair theme" if row["needs_pair"] else "theme"
        if row["phrase"].endswith(" {leader}"):
            kind = "theme before leader"
        written = row["phrase"].removesuffix(" {leader}")
        for variant in (written, *turned(written, short)):
            for phrase in with_numbers(variant, language):
                phrases.add(phrase, kind, theme[row["theme_id"]], is_mark=True)


def with_numbers(phrase: str, language: Language) -> Iterator[str]:
    """Yield a phrase; one with {number} in it with the numbers that meetings have, as the language writes them."""
    before, number, after = phrase.partition("{number}")
    if not number:
        yield phrase
    for value in range(1, LAST_NUMBER + 1) if number else ():
        for written in {str(value), numeral(value, language.settings.get("numerals", {}))}:
            yield f"{before}{written}{after}"
