"""Themes and how they are put into words."""

from importers.reference.records import ENGLISH, Record, Rows
from models import Theme, ThemeParty, ThemePhrase, country_key, key_of
from models.theme import THEME_KINDS


def theme(record: Record, rows: Rows) -> None:
    """Add a theme with its phrasings, and the parties between whom alone some of them mean it."""
    slug, parent = record.text("theme_id"), record.optional("parent")
    key = rows.add(
        Theme,
        (slug,),
        slug=slug,
        kind=record.one_of("kind", THEME_KINDS),
        name=record.text("name"),
        definition=record.optional("definition"),
        parent_id=None if parent is None else key_of("theme", parent),
        note=record.optional("note"),
        **record.provenance(),
    )
    for code in record.several("parties"):
        rows.add(ThemeParty, (slug, code), theme_id=key, country_id=country_key(code))
    theme_phrases(record, rows, slug, ENGLISH)


def theme_phrases(record: Record, rows: Rows, slug: str, language: str) -> None:
    """Add how reports of a language put a theme into words."""
    key = key_of("theme", slug)
    rows.tell(ThemePhrase, key, language)
    for column, needs_pair in (("pair_phrases", True), ("phrases", False)):
        for phrase in record.several(column):
            natural = (slug, language, phrase)
            rows.add(ThemePhrase, natural, theme_id=key, language=language, phrase=phrase, needs_pair=needs_pair)
