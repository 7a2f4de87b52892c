"""Names of outlets, and the marks that they leave on pages."""

from importers.grammar.phrases import Phrases
from importers.grammar.rules import Language
from importers.reference.records import ENGLISH, Rows
from importers.vocabulary.rows import in_language
from models import (
    CountryName,
    Outlet,
    OutletMark,
    OutletName,
)


def add_outlets(phrases: Phrases, rows: Rows, language: Language) -> None:
    """Mark the names of outlets, and the marks that they leave on pages; in every language."""
    outlet = {row["id"]: row["slug"] for row in rows.of(Outlet)}
    ministries = {
        row["country_id"]: row["slug"]
        for row in rows.of(Outlet)
        if row["name"].startswith("Ministry of Foreign Affairs")
    }
    for row in rows.of(OutletMark):
        if row["kind"] != "domain":
            phrases.add(row["mark"], "outlet mark", outlet[row["outlet_id"]], is_mark=True)
    for row in rows.of(Outlet):
        for name in (row["name"], *short_names(row["slug"], row["kind"])):
            phrases.add(name, "outlet name", row["slug"], cased=True, is_mark=True)
    for row in in_language(rows.of(OutletName), language):
        phrases.add(row["name"], "outlet name", outlet[row["outlet_id"]], cased=True, is_mark=True)
    for row in rows.of(CountryName):
        ministry = ministries.get(row["country_id"]) if (row["kind"], row["language"]) == ("name", ENGLISH) else None
        for joint in (" of", " of the", ", the") if ministry else ():
            name = f"Ministry of Foreign Affairs{joint} {row['name']}"
            phrases.add(name, "outlet name", ministry or "", cased=True, is_mark=True)


def short_names(slug: str, kind: str) -> list[str]:
    """Return by what else an outlet is named where its slug is one word: "Kazinform", and "CGTN" in capitals."""
    if "-" in slug:
        return []
    names = [slug.capitalize()] if kind == "agency" else []
    return [*names, slug.upper()] if len(slug) <= 5 else names
