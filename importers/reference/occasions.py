"""Occasions: what leaders write for, and how reports put it."""

from importers.reference.records import ENGLISH, Record, Rows
from models import Occasion, OccasionPhrase, key_of


def occasion(record: Record, rows: Rows) -> None:
    """Add an occasion with its phrasings."""
    slug = record.text("occasion_id")
    rows.add(
        Occasion,
        (slug,),
        slug=slug,
        name=record.text("name"),
        usual_dates=record.optional("usual_dates"),
        note=record.optional("note"),
        **record.provenance(),
    )
    occasion_phrases(record, rows, slug, ENGLISH)


def occasion_phrases(record: Record, rows: Rows, slug: str, language: str) -> None:
    """Add how reports of a language put an occasion into words."""
    key = key_of("occasion", slug)
    rows.tell(OccasionPhrase, key, language)
    for phrase in record.several("phrases"):
        rows.add(OccasionPhrase, (slug, language, phrase), occasion_id=key, language=language, phrase=phrase)
