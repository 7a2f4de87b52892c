"""Places in a text as people can keep them: words, and which of the places where they stand is meant.

The same report may stand in other line widths elsewhere, so neither the number of a character nor a line would last.
"""

import re
from collections.abc import Iterator

Span = tuple[int, int]


def folded(words: str) -> str:
    """Return words with their white space folded, as the digest of a report takes them."""
    return " ".join(words.split())


def places_where(body: str, words: str) -> Iterator[Span]:
    """Yield the places of a text where words stand to the letter, but for white space."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    for match in re.finditer(f"(?=({pattern}))", body) if pattern else ():
        yield match.span(1)


def place_of(body: str, quote: str | None, occurrence: int | None) -> Span | None:
    """Return the place that is meant, None where the words do not stand there so often."""
    for number, span in enumerate(places_where(body, quote or ""), 1):
        if number == occurrence:
            return span
    return None


def occurrence_of(body: str, start: int, end: int) -> int:
    """Return which of the places where its words stand a place of the text is, from 1."""
    places = [span for span, _ in places_where(body, body[start:end])]
    return places.index(start) + 1
