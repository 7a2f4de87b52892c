"""Names and phrases in languages other than English: files with a line for each record and language."""

from collections.abc import Callable, Mapping

from importers.reference.countries import country_words
from importers.reference.leaders import leader_names, office_titles
from importers.reference.milestones import milestone_phrases
from importers.reference.outlets import outlet_names
from importers.reference.records import ENGLISH, Record, Rows, Subject
from importers.reference.themes import theme_phrases

WORDS: Mapping[str, tuple[str, Callable[[Record, Rows, str, str], None]]] = {
    "countries": ("code", country_words),
    "leaders": ("leader_id", leader_names),
    "offices": ("office_id", office_titles),
    "outlets": ("outlet_id", outlet_names),
    "themes": ("theme_id", theme_phrases),
    "milestones": ("milestone_id", milestone_phrases),
}
"""Of each subject, the column with the id, and what adds the words that stand in the other columns."""


def names_of(subject: str) -> Subject:
    """Return what adds the words of a line of the subject's file of names."""
    column, words = WORDS[subject]

    def names(record: Record, rows: Rows) -> None:
        words(record, rows, record.text(column), language_of(record))

    return names


def language_of(record: Record) -> str:
    """Return the language of a line. Raises ValueError where it is no code, or that of English."""
    language = record.text("language")
    if len(language) != 2 or not (language.isascii() and language.isalpha() and language.islower()):
        raise ValueError(f"language is no ISO 639-1 code, such as zh: {language!r}")
    if language == ENGLISH:
        raise ValueError("language is en: English words stand in the record itself, in a file without this column")
    return language
