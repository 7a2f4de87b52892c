"""Rows: those of the reference data whose words are of a language."""

from collections.abc import Iterable, Iterator

from importers.grammar.rules import Language
from importers.store import Row


def in_language(rows: Iterable[Row], language: Language) -> Iterator[Row]:
    """Yield the rows whose words are of a language."""
    return (row for row in rows if row["language"] == language.code)
