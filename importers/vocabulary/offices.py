"""Titles of offices in a language, by role, and by country where they name one."""

from collections import defaultdict
from collections.abc import Iterator

from importers.grammar.phrases import Phrases
from importers.grammar.rules import Language
from importers.knowledge import roles_of_offices
from importers.reference.records import ENGLISH, Rows
from importers.vocabulary.rows import in_language
from models import (
    Country,
    CountryName,
    Office,
    OfficeTitle,
)


def add_offices(phrases: Phrases, rows: Rows, language: Language) -> None:
    """Add the titles of offices that name no country, by role; those that name one, by role and country."""
    code = {row["id"]: row["code"] for row in rows.of(Country)}
    office = {row["id"]: row for row in rows.of(Office)}
    roles = roles_of_offices(rows)
    names: dict[str, list[str]] = {"adjective": [], "name": []}
    for row in in_language(rows.of(CountryName), language):
        forms = phrases.inflection.forms(row["name"], "country") if phrases.inflection else (row["name"],)
        names.setdefault(row["kind"], []).extend(form.casefold() for form in forms)
    apart = " " if language.script.has_words else ""
    adjectives = tuple(f"{name}{apart}" for name in names["adjective"])
    countries = frozenset(names["name"])
    titles = [(row["title"], row) for row in rows.of(Office) if language.code == ENGLISH]
    titles += [(row["title"], office[row["office_id"]]) for row in in_language(rows.of(OfficeTitle), language)]
    article = language.settings.get("article", "\n")
    known = {word.phrase.casefold() for word in language.words if word.tag == "title"}
    lands: dict[str, set[int]] = defaultdict(set)
    for title, held in titles:
        lands[title.casefold()].add(held["country_id"])
    for title, held in titles:
        folded, role = title.casefold(), roles[held["id"]]
        if apart and folded.startswith(adjectives):
            continue  # the country is read as a word of its own
        is_of_country = any(part in countries for part in parts_of(folded.replace(article, ""), apart))
        is_only_one = len(lands[folded]) == 1 and " " not in folded and folded not in known  # there is one pope
        is_of_country |= role == "monarch" and is_only_one
        phrases.add(folded, "title", f"{role}|{code[held['country_id']]}" if is_of_country else role)


def parts_of(title: str, apart: str) -> Iterator[str]:
    """Yield all runs of words of a title behind its first one; of letters, where words are not written apart."""
    words = title.split(apart) if apart else title
    for first in range(1 if apart else 0, len(words)):
        for last in range(first + 1, len(words) + 1):
            yield apart.join(words[first:last])
