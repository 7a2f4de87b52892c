"""The course of trade: growth and decline, in percent or without a number, and records."""

import re
from collections.abc import Iterator, Sequence

from importers.extract.not_trade import is_course_of_another
from importers.extract.trade_figure import CLAUSE, FigureFound
from importers.lexicon import Token, longest

PERCENT = re.compile(r"(?P<number>\d+(?:[.,]\d+)?)\s?(?:%|per\s?cent\b|pct\b|percentage\s+points)", re.IGNORECASE)
# "rose by a quarter", "fell by two thirds"
PART = re.compile(
    r"\bby (?:about |nearly |almost |over |more than |roughly |some )?(?:half|(?:(?P<count>a|one|two|three)[ -])"
    r"(?P<part>third|quarter|fifth|tenth)s?)\b(?! of (?:a|one)\b| (?:percent|per cent))",
    re.IGNORECASE,
)
COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3}
PARTS = {"third": 100 / 3, "quarter": 25.0, "fifth": 20.0, "tenth": 10.0}
PART_OF_VERB = re.compile(
    r"\b(?:mak\w+|made|step\w*|sets?|tak\w+|took|buil\w+|open\w*)\s$", re.IGNORECASE
)  # "makes up"
MORE_OR_LESS = re.compile(r"\s+(more|higher|less|lower)\b", re.IGNORECASE)
RECORD_WORDS = frozenset(["record", "records", "peak", "new heights", "a new height"])
MOVED = (
    r"(?:grew|rose|increased|jumped|surged|soared|climbed|expanded|swelled|fell|declined|dropped|decreased|shrank"
    r"|slumped|plunged|plummeted|contracted|slipped|halved|doubled|tripled|trebled|quadrupled|multiplied)\b"
)
HAS = r"(?:(?:has|have|had|more than|nearly|almost|roughly) ){0,2}"
PLAIN_GROWTH = re.compile(
    rf"^\W{{0,3}}(?:(?:\w+\W+){{0,3}}?(?:{HAS}{MOVED}"
    r"|(?:(?:has|have|had) (?:\w+ )?(?:grown|risen|fallen|shrunk)|kept growing|continue[sd] to grow"
    r"|(?:is|keeps) growing)\b)"
    r"|(?:(?:of|between|from|with|to) (?:the )?(?:two |both )?(?:[\w-]+ ){1,2}?){1,2}?(?:and (?:the )?[\w-]+ )?"
    rf"{HAS}{MOVED})",
    re.IGNORECASE,
)
TIMES_WHAT = re.compile(
    r"\b(?:(?:twice|double|thrice|(?:two|three|four|five|six|seven|eight|nine|ten|\d+) times)\s+(?:what it was"
    r"|as (?:much|large|high|big|great)|(?:the|its|their) (?:level|volume|figure|size|value)|that of|more than in)"
    r"|(?:two|three|four|five|six|ten)-?fold)\b",
    re.IGNORECASE,
)
RECORD_KEPT = re.compile(r"\W*(?:of|kept|-keeping|in the)\b")  # a record of something, no new high


def percents(text: str, start: int, end: int, tokens: Sequence[Token], nouns: Sequence[Token]) -> Iterator[FigureFound]:
    """Yield growth and decline told in percent."""
    moves = [t for t in tokens if t.kind == "rise" and not PART_OF_VERB.search(text, max(0, t.start - 9), t.start)]
    parts = PART.finditer(text, start, end) if moves and text.find(" by ", start, end) >= 0 else ()
    for match in (*PERCENT.finditer(text, start, end), *parts):
        number, behind = share_of(match), MORE_OR_LESS.match(text, match.end())
        if behind:
            claim = "growth" if behind[1].lower() in ("more", "higher") else "decline"
            yield FigureFound(claim, number, None, match.start(), behind.end())
            continue
        near = [t for t in moves if t.start < match.start() and match.start() - t.end <= 60] or [
            t for t in moves if 0 <= t.start - match.end() <= 30
        ]
        if near and not is_course_of_another(text, start, match.start(), nouns):
            move = min(near, key=lambda t: abs(match.start() - t.end))
            yield FigureFound(move.value, number, None, match.start(), match.end())


def share_of(match: re.Match[str]) -> float:
    """Return the percentage that "12.4%", "half" or "a quarter" means, to one decimal place."""
    if match.re is PERCENT:
        return float(match["number"].replace(",", "."))
    if match["part"] is None:
        return 50.0
    return round(COUNTS[match["count"].lower()] * PARTS[match["part"].lower()], 1)


def records(
    text: str, tokens: Sequence[Token], nouns: Sequence[Token], found_amounts: Sequence[FigureFound]
) -> list[FigureFound]:
    """Return the records claimed, one a clause; where the sentence names no trade, those right before an amount."""
    found: list[FigureFound] = []
    for token in longest([t for t in tokens if t.kind == "record"]):
        word = text[token.start : token.end].lower()
        carried = not nouns and any(0 <= amount.start - token.end <= 12 for amount in found_amounts)
        if not carried and min((abs(token.start - n.end) for n in nouns), default=141) > 140:
            continue
        if word in RECORD_WORDS and RECORD_KEPT.match(text, token.end, token.end + 12):
            continue
        if all(CLAUSE.search(text, other.end, token.start) for other in found):
            found.append(FigureFound("record", None, None, token.start, token.end))
    return found


def courses(text: str, end: int, tokens: Sequence[Token], nouns: Sequence[Token]) -> list[FigureFound]:
    """Return growth and decline told without a number, of trade itself."""
    for noun in nouns:
        match = PLAIN_GROWTH.match(text[noun.end : min(end, noun.end + 70)])
        last = noun.end + match.end() + 8 if match else 0
        move = next((t for t in tokens if t.kind == "rise" and noun.end <= t.start < last), None)
        if move:
            return [FigureFound(move.value, None, None, noun.start, move.end)]
        times = TIMES_WHAT.search(text, noun.end, min(end, noun.end + 90))
        if times and not CLAUSE.search(text, noun.end, times.start()):
            return [FigureFound("growth", None, None, times.start(), times.end())]
    return []
