"""Occasions: what leaders write for, and how reports put it."""

from importers.reference.records import Record, Rows
from models import Occasion, OccasionPhrase


def occasion(record: Record, rows: Rows) -> None:
    """Add an occasion with its phrasings."""
    slug = record.text("occasion_id")
    key = rows.add(
        Occasion,
        (slug,),
        slug=slug,
        name=record.text("name"),
        usual_dates=record.optional("usual_dates"),
        note=record.optional("note"),
        **record.provenance(),
    )
    for phrase in record.several("phrases"):
        rows.add(OccasionPhrase, (slug, phrase), occasion_id=key, phrase=phrase)
