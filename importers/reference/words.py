"""Words of a user's own: phrases that carry a tag which patterns of a language ask for."""

from functools import cache

from babel import Locale

from importers.grammar.rules import languages, load_language
from importers.reference.records import Record, Rows
from models import Word


def word(record: Record, rows: Rows) -> None:
    """Add a word. Raises ValueError where its language cannot be read, or nothing asks for its tag or meaning."""
    language, tag = record.text("language"), record.text("tag")
    meaning, phrase = record.optional("meaning") or "", " ".join(record.text("phrase").split())
    if language not in languages():
        raise ValueError(f"no language {language!r} can be read; there are: {', '.join(languages())}")
    meanings = meanings_of(language).get(tag)
    if meanings is None:
        raise ValueError(f"no pattern of {language} asks for words of the tag {tag!r}")
    if meaning not in meanings and not (is_number(meaning) and all(map(is_number, meanings))):
        possible = ", ".join(sorted(repr(known) for known in meanings))
        raise ValueError(f"no word of the tag {tag!r} means {meaning!r} in {language}; they mean {possible}")
    natural = (language, tag, meaning, phrase)
    rows.add(Word, natural, language=language, tag=tag, meaning=meaning, phrase=phrase)


@cache
def meanings_of(code: str) -> dict[str, set[str]]:
    """Return the tags that words of a language carry, each with what they may mean."""
    language = load_language(code)
    found: dict[str, set[str]] = {}
    for known in language.words:
        if known.tag not in language.settings.get("lists", ()):
            found.setdefault(known.tag, set()).add(known.meaning)
    if "currency" in found:
        found["currency"] |= set(Locale.parse(code).currencies)
    return found


def is_number(meaning: str) -> bool:
    """Return whether a meaning is a number, such as that of a scale."""
    try:
        float(meaning)
    except ValueError:
        return False
    return True
