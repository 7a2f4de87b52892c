"""Outlets, and what proves that one of them is the publisher of a text."""

from importers.reference.records import Record, Rows
from models import Outlet, OutletMark, OutletName, country_key, key_of


def outlet(record: Record, rows: Rows) -> None:
    """Add an outlet with its domains and marks."""
    slug, domains = record.text("outlet_id"), record.several("domains")
    key = rows.add(
        Outlet,
        (slug,),
        slug=slug,
        name=record.text("name"),
        kind=record.text("kind"),
        country_id=country_key(record.optional("country")),
        domain=domains[0] if domains else None,
        **record.provenance(),
    )
    for kind, marks in (("domain", domains), ("marker", record.several("markers"))):
        for mark in marks:
            rows.add(OutletMark, (slug, kind, mark), outlet_id=key, kind=kind, mark=mark)


def outlet_names(record: Record, rows: Rows, slug: str, language: str) -> None:
    """Add the names by which reports of a language call an outlet."""
    key = key_of("outlet", slug)
    rows.tell(OutletName, key, language)
    for name in record.several("names"):
        rows.add(OutletName, (slug, language, name), outlet_id=key, language=language, name=name)
