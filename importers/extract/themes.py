"""Themes: which of them a sentence touches, by the phrases of the reference data."""

import re
from collections.abc import Iterable

from importers.extract.ordinals import ORDINAL_WORDS, WORDED
from importers.lexicon import Lexicon, Token
from importers.reading import ThemeRead

MEETING_ORDINAL = re.compile(rf"\b(?:(\d{{1,3}})(?:st|nd|rd|th)|({WORDED}))\s+(?:[\w-]+\s+){{0,3}}$", re.IGNORECASE)


def find_themes(text: str, tokens: Iterable[Token], pairs: list[frozenset[str]], lexicon: Lexicon) -> list[ThemeRead]:
    """Return the themes that the tokens of a sentence touch, the first place of each.

    Words that mean a programme only between its parties count where the leaders who write are of these. A phrase that
    is the beginning or the middle of a longer formulation is not the shorter one ("strategic partnership of
    coordination"), and a topic within a formulation is none ("positive energy").
    """
    usable = [t for t in tokens if t.kind == "theme" or (t.kind == "pair theme" and of_pair(t, pairs, lexicon))]
    formulations = [t for t in usable if lexicon.theme_kinds[t.value] == "formulation"]
    found: dict[str, ThemeRead] = {}
    for token in usable:
        if any(hides(other, token, lexicon) for other in formulations):
            continue
        is_meeting = lexicon.theme_kinds[token.value] == "meeting"
        ordinal = ordinal_before(text, token) if is_meeting else None
        if is_meeting and ordinal is None and not lexicon.theme_parties.get(token.value):
            continue  # "the BRICS summit" without its number speaks of BRICS
        known = found.get(token.value)
        if known is None or (known.ordinal is None and ordinal):
            found[token.value] = ThemeRead(token.value, token.start, token.end, ordinal)
    return list(found.values())


def of_pair(token: Token, pairs: list[frozenset[str]], lexicon: Lexicon) -> bool:
    """Return whether leaders of the theme's parties write in this report."""
    parties = lexicon.theme_parties.get(token.value, frozenset())
    return any(parties <= pair for pair in pairs)


def hides(longer: Token, token: Token, lexicon: Lexicon) -> bool:
    """Return whether a longer formulation makes a shorter one another."""
    if longer.value == token.value or longer.end - longer.start <= token.end - token.start:
        return False
    if not longer.start <= token.start <= token.end <= longer.end:
        return False
    kind = lexicon.theme_kinds[token.value]
    return kind == "topic" or (kind == "formulation" and token.end < longer.end)


def ordinal_before(text: str, token: Token) -> int | None:
    """Return the ordinal right before a meeting: "the 25th regular meeting"."""
    match = MEETING_ORDINAL.search(text, max(0, token.start - 40), token.start)
    if match is None:
        return None
    return int(match[1]) if match[1] else ORDINAL_WORDS.get(match[2].lower())
