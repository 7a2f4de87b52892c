"""Occasions: what leaders write for, and how reports put it: the words of the tag `occasion` in each language."""

from collections.abc import Iterator
from functools import cache

from importers.grammar.rules import languages, load_language
from importers.reference.records import Record, Rows
from models import Occasion, OccasionPhrase, key_of

TAG = "occasion"


def occasion(record: Record, rows: Rows) -> None:
    """Add an occasion with its phrasings."""
    slug = record.text("occasion_id")
    key = key_of("occasion", slug)
    rows.add(
        Occasion,
        (slug,),
        slug=slug,
        name=record.text("name"),
        usual_dates=record.optional("usual_dates"),
        note=record.optional("note"),
        **record.provenance(),
    )
    for language, phrases in phrases_by_language().items():
        rows.tell(OccasionPhrase, key, language)
        for phrase in phrases.get(slug, ()):
            rows.add(OccasionPhrase, (slug, language, phrase), occasion_id=key, language=language, phrase=phrase)


@cache
def phrases_by_language() -> dict[str, dict[str, list[str]]]:
    """Return how each language puts each occasion into words, by language and slug."""
    return {language: dict(phrases_of(language)) for language in languages()}


def phrases_of(language: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each occasion with the phrases by which a language tells it."""
    words = [word for word in load_language(language).words if word.tag == TAG]
    for slug in dict.fromkeys(word.meaning for word in words):
        yield slug, [word.phrase for word in words if word.meaning == slug]
