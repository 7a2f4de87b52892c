"""Sentences with their place in the text."""

import re
from typing import NamedTuple

# An end may be followed by no space at all: stored pages glue sentences ("their countries.In a dispatch").
END = re.compile(
    r"""(?:[.!?…]["”’'»)\]]*(?=\s|$|(?<=[a-z0-9\]"”)][.!?])["“]?[A-Z]|(?<=[.!?]["”])[A-Z])|[。！？][」”]*)"""
)
ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sen|Rep|Gov|St|Jr|Sr|No|Nos|vs|etc|approx|Amb|Rt|Hon|Fr|Rev|bln|mln|pct"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
    r"|Mon|Tue|Wed|Thu|Fri|Sat|Sun|a\.m|p\.m|i\.e|e\.g|U\.S"
    r"|U\.K|U\.N|U\.A\.E|D\.P\.R\.K)"
    r"|(?<![A-Za-z])[A-Z])\.$"
)
TIME_OF = re.compile(r"\s(?:[A-Z]\w+\s){1,2}time\b|\s[A-Z]{2,4}\b")
UNIT = re.compile(r"\b(?:bln|mln|pct|bn|mn)\.$")
END_MARK = re.compile(r"\W*(?:enditem|ends?|0|item)?\W*", re.IGNORECASE)
LONGEST = 4000  # characters
OPENING, CLOSING = "“«", "”»"


class Sentence(NamedTuple):
    """A sentence: its place, the paragraph it is in, and whether a quotation is open where it begins and ends."""

    start: int
    end: int
    paragraph: int
    opens_quoted: bool
    closes_quoted: bool


def split_sentences(text: str, paragraphs: list[tuple[int, int]]) -> list[Sentence]:
    """Return the sentences of the paragraphs, given and returned as places in the text."""
    sentences = []
    for number, (start, end) in enumerate(paragraphs):
        quoted = False
        for first, last in pieces(text, start, end):
            opens = quoted
            quoted = still_quoted(text[first:last], quoted)
            sentences.append(Sentence(first, last, number, opens, quoted))
    return sentences


def pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the places of the sentences of one paragraph."""
    found: list[tuple[int, int]] = []
    first = start
    for match in END.finditer(text, start, end):
        last = match.end()
        mark = match.start()
        goes_on = text[last : last + 2].strip()[:1].islower()
        if goes_on and (text[mark] in "!?" or UNIT.search(text, max(first, mark - 5), mark + 1)):
            continue  # "We agree!" he wrote
        if UNIT.search(text, max(first, mark - 5), mark + 1):
            first = add_piece(text, first, last, found)
            continue  # "$240 bln. Exports rose"
        if text[mark] == "." and ABBREVIATION.search(text, max(first, mark - 12), mark + 1) and last < end:
            following = text[last : last + 2].strip()
            if not (
                text[mark - 1 : mark].islower() and len(following) and following[0].isupper() and is_time(text, mark)
            ):
                continue
        first = add_piece(text, first, last, found)
    add_piece(text, first, end, found)
    return found


def is_time(text: str, mark: int) -> bool:
    """Return whether the full stop ends "a.m." or "p.m.", after which a capital begins a sentence, but no time zone."""
    return text[mark - 3 : mark] in ("a.m", "p.m") and not TIME_OF.match(text, mark + 1)


def add_piece(text: str, first: int, last: int, found: list[tuple[int, int]]) -> int:
    """Add the stretch without the white space around it, if anything is left; return where the next begins.

    What is longer than any sentence is parted at a space, so that the work on one sentence has a bound.
    """
    while last - first > LONGEST:
        space = text.rfind(" ", first + LONGEST // 2, first + LONGEST)
        middle = space if space > 0 else first + LONGEST
        add_stripped(text, first, middle, found)
        first = middle
    add_stripped(text, first, last, found)
    return last


def add_stripped(text: str, first: int, last: int, found: list[tuple[int, int]]) -> None:
    """Add a stretch without the white space around it, unless nothing is left or it only marks the end."""
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    if last > first and not (last - first < 12 and END_MARK.fullmatch(text, first, last)):
        found.append((first, last))


def still_quoted(sentence: str, quoted: bool) -> bool:
    """Return whether a quotation is open after the sentence."""
    if '"' in sentence and sentence.count('"') % 2:
        quoted = not quoted
    opened = max(sentence.rfind(mark) for mark in OPENING)
    closed = max(sentence.rfind(mark) for mark in CLOSING)
    if opened >= 0 or closed >= 0:
        return opened > closed
    return quoted
