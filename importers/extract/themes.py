"""Themes: which of them a sentence touches, by the phrases of the reference data."""

import re
from collections.abc import Iterable

from importers.extract.ordinals import ORDINAL_WORDS, WORDED
from importers.extract.sentence_view import SentenceView
from importers.lexicon import Lexicon, Token
from importers.reading import ThemeRead, TradeRead

OF_TRADE = "trade-economy"  # what every claim on trade touches, in whatever words

MEETING_ORDINAL = re.compile(rf"\b(?:(\d{{1,3}})(?:st|nd|rd|th)|({WORDED}))\s+(?:[\w-]+\s+){{0,3}}$", re.IGNORECASE)

# What a leader is called to their face: the journalist's "Comrade" is a title.
FORMS_OF_ADDRESS = frozenset(["comrades", "dear-friend"])
# A topic in the name of an office or a building, or a word of a longer one, or somebody's own energy, is none.
IN_A_NAME = re.compile(
    r"(?:\b(?:Minist(?:er|ers|ry)|Palace|Department|Secretary|House) (?:of|for) (?:the )?|[Nn]on-)\Z"
)
OFFICE_BEHIND = re.compile(r" (?:Minist(?:er|ers|ry)|Secretary|Department)\b")
HEAD_OF_IT = re.compile(
    r" (?:Vice[- ])?(?:President|Chair(?:man|woman|person)?|Chief|Commissioner|Secretary[- ]General)\b"
)
HEADED_BY = re.compile(r"\b(?:President|Chair(?:man|woman|person)?|Head|Secretary[- ]General) of (?:the )?\Z")
PERSONAL = re.compile(r"\b(?:health|inexhaustible|boundless|vital|vigou?r|strength|full of|tireless)\b[\w ,]{0,25}\Z")
OF_PEOPLE = re.compile(r" of the (?:\w+ )?people\b")
UP_TO_NAME = re.compile(r"(?:\s(?:the|his|her|[A-Z][\w.-]+))*\s")  # "met the Russian ... Putin"


def themes_of(
    view: SentenceView, speaker: str | None, trade: list[TradeRead], pairs: list[frozenset[str]], lexicon: Lexicon
) -> list[ThemeRead]:
    """Return the themes that a sentence of a speaker touches by its phrases, and by its claims on `trade`."""
    touched = [*view.by_kind.get("theme", ()), *view.by_kind.get("pair theme", ()), *before_a_leader(view)]
    found = find_themes(view.body, touched, pairs, lexicon) if touched else []
    if speaker is None:
        found = [theme for theme in found if theme.theme not in FORMS_OF_ADDRESS]
    if trade and OF_TRADE in lexicon.theme_kinds and all(theme.theme != OF_TRADE for theme in found):
        found.append(ThemeRead(OF_TRADE, trade[0].start_char, trade[0].end_char, None))
    return found


def before_a_leader(view: SentenceView) -> list[Token]:
    """Return the words that mean a theme where a leader is named right after them: "met President Putin"."""
    return [
        token._replace(kind="theme")
        for token in view.by_kind.get("theme before leader", ())
        if any(
            0 <= mention.start - token.end <= 30 and UP_TO_NAME.fullmatch(view.body, token.end, mention.start)
            for mention in view.mentions
        )
    ]


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
        kind = lexicon.theme_kinds[token.value]
        if (kind == "topic" and is_no_topic(text, token)) or (kind == "institution" and is_of_head(text, token)):
            continue
        is_meeting = kind == "meeting"
        ordinal = ordinal_before(text, token) if is_meeting else None
        if is_meeting and ordinal is None and not lexicon.theme_parties.get(token.value):
            continue  # "the BRICS summit" without its number speaks of BRICS
        known = found.get(token.value)
        if known is None or (known.ordinal is None and ordinal):
            found[token.value] = ThemeRead(token.value, token.start, token.end, ordinal)
    return list(found.values())


def is_no_topic(text: str, token: Token) -> bool:
    """Return whether a word stands in a name ("the Ministry of Culture"), or is of a person ("health and energy")."""
    before = text[max(0, token.start - 40) : token.start]
    if IN_A_NAME.search(before) or (text[token.start].isupper() and OFFICE_BEHIND.match(text, token.end)):
        return True
    return token.value == "energy" and (
        PERSONAL.search(before) is not None or OF_PEOPLE.match(text, token.end) is not None
    )


def is_of_head(text: str, token: Token) -> bool:
    """Return whether an institution is only named for who heads it: "European Council President Costa"."""
    return bool(HEAD_OF_IT.match(text, token.end) or HEADED_BY.search(text[max(0, token.start - 40) : token.start]))


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
