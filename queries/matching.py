"""Which statements have certain words: by stems in English, by beginnings in Russian, by letters in Chinese.

The database gives the sentences in which the beginnings of the words stand; SQLite's FTS5, in memory, finds among them
those that have the words. So both engines find the same.
"""

import re
import sqlite3
from contextlib import closing

from sqlalchemy import BigInteger, Connection, Text, column, func, select, table
from sqlalchemy.sql.elements import ColumnElement

from models.database import InputError

BEGINNING = 4  # letters that the forms of an English word share with each other
ENDING = 2  # letters of a Russian word that its case may change
OR = re.compile(r"\sOR\s")
TERM = re.compile(r'"([^"]+)"|(\S+)')
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")  # scripts that part no words by spaces
CYRILLIC = re.compile(r"[\u0400-\u04ff]")


def statements_with(connection: Connection, text: str) -> list[int]:
    """Return the keys of the statements that have all words, and all "phrases in quotation marks", of a text.

    Where OR stands between words, those before it or those behind it. Raises InputError for a text without a word.
    """
    return sorted({key for words in OR.split(text) for key in statements_with_all(connection, words)})


def statements_with_all(connection: Connection, text: str) -> list[int]:
    """Return the keys of the statements that have all words and phrases of a text."""
    terms = [quoted or word for quoted, word in TERM.findall(text)]
    terms = [term for term in terms if any(letter.isalnum() for letter in term)]
    if not terms:
        raise InputError("there is no word to search for")
    quote = column("quote", Text())
    found = select(column("statement_id", BigInteger()), quote).select_from(table("report_statements"))
    candidates = connection.execute(found.where(*(has(quote, part) for term in terms for part in beginnings(term))))
    return matching([(key, sentence) for key, sentence in candidates], [t for t in terms if not UNSPACED.search(t)])


def beginnings(term: str) -> list[str]:
    """Return what a sentence must have in it to have a term at all."""
    if UNSPACED.search(term):
        return [term]
    return [word[:BEGINNING] for word in re.findall(r"\w+", term)]


def has(quote: ColumnElement[str], part: str) -> ColumnElement[bool]:
    """Return the condition that a sentence has a part of a word, written small or with a capital."""
    low = func.lower(quote)  # of letters beyond ASCII SQLite knows no small ones
    return low.contains(part.lower(), autoescape=True) | quote.contains(part.capitalize(), autoescape=True)


def matching(sentences: list[tuple[int, str]], terms: list[str]) -> list[int]:
    """Return the keys of the sentences that have all terms, by the stems of their words."""
    if not terms:
        return [key for key, _ in sentences]
    with closing(sqlite3.connect(":memory:")) as memory:
        memory.execute("CREATE VIRTUAL TABLE told USING fts5(quote, tokenize = 'porter unicode61 remove_diacritics 2')")
        memory.executemany("INSERT INTO told (rowid, quote) VALUES (?, ?)", sentences)
        asked = " AND ".join(map(as_asked, terms))
        return [key for (key,) in memory.execute("SELECT rowid FROM told WHERE told MATCH ? ORDER BY rowid", (asked,))]


def as_asked(term: str) -> str:
    """Return a term in the language of FTS5; of a Russian word what its cases share."""
    bare = term.replace('"', " ").rstrip("*")
    if term.endswith("*"):
        return f'"{bare}"*'
    if CYRILLIC.search(bare) and " " not in bare and len(bare) > BEGINNING:
        return f'"{bare[:-ENDING]}"*'
    return f'"{bare}"'
