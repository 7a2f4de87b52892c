"""Countries: names and codes from ISO 3166 as the library pycountry keeps it, words of reports from countries.csv."""

import pycountry

from importers.reference.records import ENGLISH, Record, Rows
from models import Country, CountryName, key_of

WORDS = {  # of each kind of word, the column that holds them
    "name": "names",
    "adjective": "adjectives",
    "demonym": "demonyms",
    "capital": "capitals",
    "short": "short",
    "compound": "compounds",
}


def country(record: Record, rows: Rows) -> None:
    """Add a country and the words by which reports call it."""
    code = record.text("code")
    iso = pycountry.countries.get(alpha_2=code)
    names, adjectives = record.several("names"), record.several("adjectives")
    rows.add(
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
    country_words(record, rows, code, ENGLISH)


def country_words(record: Record, rows: Rows, code: str, language: str) -> None:
    """Add the words of a language for a country."""
    key = key_of("country", code)
    rows.tell(CountryName, key, language)
    for kind, column in WORDS.items():
        for word in record.several(column):
            rows.add(CountryName, (code, language, kind, word), country_id=key, language=language, kind=kind, name=word)
