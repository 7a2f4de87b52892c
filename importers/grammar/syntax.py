"""The syntax of patterns over rows of tags: what a language's files may write in them.

    <send>  <send:reply>  <send|wish>     a tag; with a meaning; one of several
    to  ,                                 a word, or a mark, as it stands in the text
    [x]  (x|y)  x*  x+                    optional, alternatives, repeated
    {sender:people}                       what is kept of a match, by name
    ..  ...                               a gap that ends at a clause; the first has nobody named in it
    _                                     words that nothing asks for
    !x                                    not followed by x
    ^  $                                  begin and end of the sentence

`<people>` may also be a rule, which stands for other words of a pattern and is written once in `[rules]`.
"""

import re
from collections.abc import Iterator
from functools import cache

GAP = "gap"  # the tag of words that no pattern asks for
STOP, SOMEBODY = "stop", "person"  # the tags at which gaps end
TOKEN = re.compile(
    r"\s*(?:(?P<tag><[^<>\s]+>)|\{(?P<keep>\w+):(?P<kept>[\w|:-]+)\}|(?P<gap>\.\.\.?)|(?P<sign>[\[\]()|*+!^$_])"
    r"|(?P<word>[^\s\[\](){}<>|*+!^$_]+))"
)


class PatternError(ValueError):
    """A pattern that cannot be compiled; tells what is wrong with it."""


def word_tag(word: str) -> str:
    """Return the tag of a word that stands in a pattern itself."""
    return f"word:{word.casefold()}"


@cache
def tokens(text: str) -> tuple[re.Match[str], ...]:
    """Return the parts of a pattern. Raises PatternError where something is no part of any."""
    found: list[re.Match[str]] = []
    place = 0
    while place < len(text.rstrip()):
        token = TOKEN.match(text, place)
        if token is None:
            raise PatternError(f"cannot be read from {text[place : place + 20]!r} on")
        found.append(token)
        place = token.end()
    return tuple(found)


def names_in(text: str) -> Iterator[str]:
    """Yield the tags and rules that a pattern asks for, tags with their meanings, words as their tags."""
    for token in tokens(text):
        named = token["tag"][1:-1] if token["tag"] else token["kept"] or ""
        yield from named.split("|") if named else ()
        if token["word"]:
            yield word_tag(token["word"])


def words_in(text: str) -> Iterator[str]:
    """Yield the words that stand in a pattern themselves."""
    for token in tokens(text):
        if token["word"]:
            yield token["word"]


def top_level_signs(text: str) -> set[str]:
    """Return the signs of a pattern that stand in none of its groups."""
    found, depth = set(), 0
    for token in tokens(text):
        sign = token["sign"] or ""
        depth += (sign in ("(", "[")) - (sign in (")", "]"))
        if sign and not depth:
            found.add(sign)
    return found
