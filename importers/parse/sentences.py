"""Sentences with their place in the text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from importers.grammar.rules import Language

LONGEST = 4000  # characters
SHORTEST = 12  # characters: less may be no more than the mark of an agency that a report ends
OPENING = "“«「『"
PAIRED = re.compile("[“«「『”»」』]")
MARK = re.compile(rf"(?P<opening>[{OPENING}]|(?<!\S)\"(?=\S))|[”»」』\"]")  # a straight one opens where a word begins


@dataclass(frozen=True)
class Endings:
    """How sentences end in a language, as [sentences] of its language.toml says."""

    marks: re.Pattern[str]  # one or more ends, with the closing quotes behind them
    wide: str  # ends behind which a sentence begins without a space
    joins: str  # marks behind an end that go on with the sentence: "...!", he wrote
    abbreviation: re.Pattern[str]
    unit: re.Pattern[str]  # abbreviations that may end a sentence: $240 bln.
    rest: re.Pattern[str]  # of an amount written as two: "2 bln. 842 mln"
    hour: re.Pattern[str]  # abbreviations that end one before a capital, unless a time zone is named
    zone: re.Pattern[str]
    closing: re.Pattern[str]  # what an agency closes a report with


@cache
def endings_of(language: Language) -> Endings:
    """Return how sentences end in a language."""
    settings = language.settings["sentences"]
    wide = settings.get("wide_ends", "")
    ends = re.escape(settings.get("ends", "") + wide)
    abbreviations, units = alternatives(settings, "abbreviations"), alternatives(settings, "units")
    return Endings(
        re.compile(rf"(?:[{ends}])[{ends}\"”’'»)\]」』]*"),
        wide,
        settings.get("joins", ""),
        re.compile(rf"(?:\b(?:{abbreviations}|{units})|(?<![^\W\d_])[^\W\d_])\.$"),
        re.compile(rf"\b(?:{units})\.$"),
        re.compile(rf"\s*\d+\s(?:{units})\b"),
        re.compile(rf"(?:{alternatives(settings, 'hours')})\.?$"),
        re.compile(rf"\s(?:\w+\s){{1,2}}(?:{alternatives(settings, 'zone_words')})\b|\s[^\W\d_a-z]{{2,4}}\b"),
        re.compile(rf"\W*(?:{alternatives(settings, 'closing')})?\W*", re.IGNORECASE),
    )


def alternatives(settings: Mapping[str, Any], key: str) -> str:
    """Return the expression for one of several words of the settings; it matches nothing where there are none."""
    return "|".join(map(re.escape, settings.get(key, ()))) or "(?!)"


class Sentence(NamedTuple):
    """A sentence: its place, the paragraph it is in, and whether a quotation is open where it begins and ends."""

    start: int
    end: int
    paragraph: int
    opens_quoted: bool
    closes_quoted: bool


def split_sentences(text: str, paragraphs: list[tuple[int, int]], endings: Endings) -> list[Sentence]:
    """Return the sentences of the paragraphs, given and returned as places in the text."""
    sentences = []
    quoted = False
    for number, (start, end) in enumerate(paragraphs):
        quoted = quoted and closes_first(text, start, paragraphs[-1][1])
        for first, last in pieces(text, start, end, endings):
            opens = quoted
            quoted = still_quoted(text[first:last], quoted)
            sentences.append(Sentence(first, last, number, opens, quoted))
    return sentences


def closes_first(text: str, start: int, end: int) -> bool:
    """Return whether a quotation open before a place goes on there: a mark closes more than is opened from there on."""
    depth = 0
    for mark in MARK.finditer(text, start, min(end, start + LONGEST)):
        depth += 1 if mark["opening"] else -1
        if depth < 0:
            return True
    return False


def pieces(text: str, start: int, end: int, endings: Endings) -> list[tuple[int, int]]:
    """Return the places of the sentences of one paragraph."""
    found: list[tuple[int, int]] = []
    first = start
    for match in endings.marks.finditer(text, start, end):
        if may_end(text, match, end, endings) and not goes_on(text, first, match, end, endings):
            first = add_piece(text, first, match.end(), found, endings)
    add_piece(text, first, end, found, endings)
    return found


def may_end(text: str, match: re.Match[str], end: int, endings: Endings) -> bool:
    """Return whether a mark stands where a sentence ends: before a space, or glued to the next, as pages store them."""
    last = match.end()
    following = text[last : last + 1]
    if match[0][0] in endings.wide:
        return not following or following not in endings.joins
    if last >= end or following.isspace():
        return True
    if following in '“"':
        following = text[last + 1 : last + 2]
    before = text[max(0, match.start() - 3) : match.start()]
    is_closed = match[0][-1] in '"”)]'
    is_acronym = len(before) == 3 and before.isalpha()  # "CCTV.The", but not "U.S.Army"
    return following.isupper() and (before[-1:].islower() or before[-1:].isdigit() or is_closed or is_acronym)


def goes_on(text: str, first: int, match: re.Match[str], end: int, endings: Endings) -> bool:
    """Return whether a sentence goes on behind a mark: that of an abbreviation, or of what somebody exclaimed."""
    mark, last = match.start(), match.end()
    following = text[last : last + 2].strip()[:1]
    is_unit = bool(endings.unit.search(text, max(first, mark - 8), mark + 1))
    if following.islower() and (text[mark] in "!?" or is_unit):
        return True
    if is_unit and endings.rest.match(text, last):
        return True
    if (
        is_unit
        or text[mark] != "."
        or last >= end
        or not endings.abbreviation.search(text, max(first, mark - 12), mark + 1)
    ):
        return False
    return not (following.isupper() and is_hour(text, mark, endings))


def is_hour(text: str, mark: int, endings: Endings) -> bool:
    """Return whether the full stop ends "a.m." or "p.m.", after which a capital begins a sentence, but no time zone."""
    return bool(endings.hour.search(text, max(0, mark - 5), mark)) and not endings.zone.match(text, mark + 1)


def add_piece(text: str, first: int, last: int, found: list[tuple[int, int]], endings: Endings) -> int:
    """Add the stretch without the white space around it, if anything is left; return where the next begins.

    What is longer than any sentence is parted at a space, so that the work on one sentence has a bound.
    """
    while last - first > LONGEST:
        space = text.rfind(" ", first + LONGEST // 2, first + LONGEST)
        middle = space if space > 0 else first + LONGEST
        add_stripped(text, first, middle, found, endings)
        first = middle
    add_stripped(text, first, last, found, endings)
    return last


def add_stripped(text: str, first: int, last: int, found: list[tuple[int, int]], endings: Endings) -> None:
    """Add a stretch without the white space around it, unless nothing is left or it only marks the end."""
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    if last > first and not (last - first < SHORTEST and endings.closing.fullmatch(text, first, last)):
        found.append((first, last))


def still_quoted(sentence: str, quoted: bool) -> bool:
    """Return whether a quotation is open after the sentence."""
    if '"' in sentence and sentence.count('"') % 2:
        quoted = not quoted
    marks = "" if sentence.isascii() else PAIRED.findall(sentence)
    return marks[-1] in OPENING if marks else quoted
