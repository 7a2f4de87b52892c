"""The words of pages around a report, as page.toml of each language lists them: a page may mix languages.

In a phrase `#` is a number; at its end `..` stands for up to 40 characters more and `...` for up to 120, with a space
before them where a word ends.
"""

import re
from functools import cache
from typing import Any

from importers.grammar.rules import languages, load_settings

GAPS = {"...": 120, "..": 40}  # characters; the longer sign first


@cache
def pages() -> list[dict[str, Any]]:
    """Return what page.toml of each language says."""
    return [load_settings(code)["page"] for code in languages()]


@cache
def words_of_pages(key: str) -> tuple[str, ...]:
    """Return what the pages of all languages have under a key, such as "credits"."""
    return tuple(word for page in pages() for word in page.get(key, ()))


def one_of_words(key: str) -> str:
    """Return the expression for one of the words of a key, the longest first; where there are none, for nothing."""
    phrases = sorted(words_of_pages(key), key=len, reverse=True)
    return f"(?:{'|'.join(map(expression, phrases)) or '(?!)'})"


def expression(phrase: str) -> str:
    """Return the expression for a phrase, with the gap that it may end in."""
    gap, width = next(((gap, width) for gap, width in GAPS.items() if phrase.endswith(gap)), ("", 0))
    words = phrase.removesuffix(gap)
    end = r"\b" if words.endswith(" ") and words[-2].isalnum() else ""
    more = f".{{0,{width}}}" if gap else ""
    return r"\s+".join(map(re.escape, words.split())).replace(r"\#", r"\d+") + end + more
