"""Spellings: what names are compared by that are written in more than one way."""

import re
import unicodedata

LETTERS = str.maketrans(
    {"\u0131": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ə": "a"}
)
DOUBLED = re.compile(r"(.)\1+")


def normalised(name: str) -> str:
    """Return what two spellings of a name have in common.

    Letters without accents, however these are stored, without case, hyphens, apostrophes, points and blanks. In Latin
    letters y is i and doubled ones count once, as transliterations differ: Zelensky, Zelenskyy and Zelenskiy are one.
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    letters = "".join(c for c in plain.translate(LETTERS) if c.isalnum())
    return DOUBLED.sub(r"\1", letters.replace("y", "i")) if letters.isascii() else letters
