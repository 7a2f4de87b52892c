"""Names of outlets, and the marks that they leave on pages."""

from importers.grammar.phrases import Phrases
from importers.grammar.rules import Language
from importers.page_words import words_of_pages
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
    for row in rows.of(OutletMark):
        if row["kind"] != "domain":
            phrases.add(row["mark"], "outlet mark", outlet[row["outlet_id"]], is_mark=True)
    for row in rows.of(Outlet):
        for name in (row["name"], *short_names(row["slug"], row["kind"])):
            phrases.add(name, "outlet name", row["slug"], cased=True, is_mark=True)
    for row in in_language(rows.of(OutletName), language):
        phrases.add(row["name"], "outlet name", outlet[row["outlet_id"]], cased=True, is_mark=True)
    add_ministries(phrases, rows)


def add_ministries(phrases: Phrases, rows: Rows) -> None:
    """Mark the names of ministries that publish, with all names of their countries: `ministries` of page.toml."""
    templates = words_of_pages("ministries")
    beginnings = tuple(template.partition("{}")[0] for template in templates)
    slugs = {row["country_id"]: row["slug"] for row in rows.of(Outlet) if row["name"].startswith(beginnings)}
    for row in rows.of(CountryName):
        if row["country_id"] in slugs and (row["kind"], row["language"]) == ("name", ENGLISH):
            for template in templates:
                name = template.format(row["name"])
                phrases.add(name, "outlet name", slugs[row["country_id"]], cased=True, is_mark=True)


def short_names(slug: str, kind: str) -> list[str]:
    """Return by what else an outlet is named where its slug is one word: "Kazinform", and "CGTN" in capitals."""
    if "-" in slug:
        return []
    names = [slug.capitalize()] if kind == "agency" else []
    return [*names, slug.upper()] if len(slug) <= 5 else names
