"""Countries and capitals in a language, and what it sets together of their short names."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from itertools import product

from babel import Locale

from importers.grammar.phrases import Phrases
from importers.grammar.rules import Language
from importers.reference.records import Rows
from importers.vocabulary.rows import in_language
from models import (
    Country,
    CountryName,
    MilestoneParty,
)


def add_countries(phrases: Phrases, rows: Rows, language: Language) -> None:
    """Add the words for countries and their capitals."""
    code = {row["id"]: row["code"] for row in rows.of(Country)}
    for row in in_language(rows.of(CountryName), language):
        if row["kind"] in ("name", "adjective", "capital"):
            tag = "capital" if row["kind"] == "capital" else "country"
            phrases.add(row["name"], tag, code[row["country_id"]], cased=row["name"][0].isupper())
        elif row["kind"] == "compound" and row["name"].endswith("-"):  # the first half of "Russian-Chinese"
            phrases.add_forms({row["name"].rstrip("-"): frozenset()}, "country", code[row["country_id"]])
    add_names_of_regions(phrases, frozenset(code.values()), language)


def add_names_of_regions(phrases: Phrases, codes: Container[str], language: Language) -> None:
    """Add what countries are called where a language has other names for them, as Unicode's CLDR has these.

    language.toml names the `regions`, and `no_region_names`, which stand within other words.
    """
    for region in language.settings.get("regions", ()):
        for code, name in Locale.parse(region).territories.items():
            if code in codes and name not in language.settings["no_region_names"]:
                phrases.add(name, "country", code)


def add_compounds(phrases: Phrases, rows: Rows, language: Language) -> None:
    """Add what a language sets together of short names of countries: two of them, or one and a word.

    What may be set so, language.toml says: which tags of words, and whether two short names mean two countries.
    """
    code = {row["id"]: row["code"] for row in rows.of(Country)}
    names = short_names_of(rows, language)
    short = [
        (row["name"], code[row["country_id"]])
        for row in in_language(rows.of(CountryName), language)
        if row["kind"] == "short" and row["name"] in names
    ]
    behind = language.settings.get("behind_short_names", {})
    for word in language.words:
        for name, country in short if word.tag in behind and word.phrase in behind[word.tag] else ():
            phrases.add(name + word.phrase, word.tag, f"{word.meaning}|{country}")
    add_trade_with(phrases, short, language)
    if language.settings.get("pairs_of_short_names"):
        related = {frozenset(parties) for parties in parties_of(rows).values() if len(parties) == 2}
        whole = {row["name"] for row in in_language(rows.of(CountryName), language) if row["kind"] != "short"}
        whole |= {word.phrase for word in language.words}  # 中亚 is Central Asia
        for one, first in short:
            for other, second in short:
                if one + other not in whole and one != other and frozenset((first, second)) in related:
                    phrases.add(one + other, "pair", f"{first}|{second}")


def add_trade_with(phrases: Phrases, short: Iterable[tuple[str, str]], language: Language) -> None:
    """Add words for trade with the short name of a partner between them, as [trade_with] of language.toml says.

    Each is a word for the flow that tells its `partner` too; names that several countries share tell none.
    """
    settings = language.settings.get("trade_with", {})
    named: dict[str, set[str]] = defaultdict(set)
    for name, country in [*short, *settings.get("also", {}).items()]:
        named[name].add(country)
    flows = [word for word in language.words if word.tag == "flow" and word.phrase in settings.get("flows", ())]
    for name, countries in named.items() if flows else ():
        for before, word in product(settings["before"], flows) if len(countries) == 1 else ():
            phrases.add(before + name + word.phrase, "flow", word.meaning)
            phrases.add(before + name + word.phrase, "partner", min(countries))


def short_names_of(rows: Rows, language: Language) -> frozenset[str]:
    """Return the short names of countries of a language, but for those that mean something else too often."""
    none = language.settings.get("no_short_names", ())
    names = in_language(rows.of(CountryName), language)
    return frozenset(row["name"] for row in names if row["kind"] == "short" and row["name"] not in none)


def turned(phrase: str, short: frozenset[str]) -> Iterator[str]:
    """Yield a phrase that begins with two countries, of a letter each, as the other says it: 俄中友好年."""
    if phrase[:1] in short and phrase[1:2] in short:
        yield phrase[1] + phrase[0] + phrase[2:]


def parties_of(rows: Rows) -> dict[int, set[str]]:
    """Return the countries of each milestone."""
    code = {row["id"]: row["code"] for row in rows.of(Country)}
    parties: dict[int, set[str]] = defaultdict(set)
    for row in rows.of(MilestoneParty):
        parties[row["milestone_id"]].add(code[row["country_id"]])
    return parties
