"""Countries: names and codes from ISO 3166 as the library pycountry keeps it, words of reports from countries.csv."""

import pycountry

from importers.reference.records import Record, Rows
from models import Country, CountryName


def country(record: Record, rows: Rows) -> None:
    """Add a country and the words by which reports call it."""
    code = record.text("code")
    iso = pycountry.countries.get(alpha_2=code)
    names, adjectives = record.several("names"), record.several("adjectives")
    key = rows.add(
        Country,
        (code,),
        code=code,
        alpha3=iso.alpha_3 if iso else None,
        correlates_of_war_number=record.number("correlates_of_war_number"),
        kind=record.text("kind"),
        name=names[0] if names else iso.name if iso else code,
        demonym=adjectives[0] if adjectives else None,
        note=record.optional("note"),
        **record.provenance(),
    )
    words = {
        "name": names,
        "adjective": adjectives,
        "demonym": record.several("demonyms"),
        "capital": record.several("capitals"),
    }
    for kind, several in words.items():
        for word in several:
            rows.add(CountryName, (code, kind, word), country_id=key, kind=kind, name=word)
