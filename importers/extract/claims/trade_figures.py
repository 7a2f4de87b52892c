"""Figures of trade: the claims of a row that have a number, and what number each has."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from importers.grammar.amounts import Amount, Share
from importers.grammar.patterns import Match, Patterns
from importers.grammar.tags import Row, Tag

AGAIN = "again"  # the claim of a number that makes the one before again, of another partner
LEAST = 100_000  # a sum below is no figure of the trade of countries
COURSES = ("growth", "decline")
OF_PERCENT = ("course", *COURSES)
FACTORS = ("times", "multiple", "multiplied")  # tags of how many times as much


class Figure(NamedTuple):
    """A claim at a place in a row: the number that it is made with, and the pattern that read it."""

    claim: str
    amount: float | None
    currency: str | None
    percent: float | None
    is_threshold: bool
    at: int  # the tag of its number
    match: Match


def figures_in(row: Row, patterns: Patterns, currency: str | None) -> Iterator[Figure]:
    """Yield the figures of a row; the first pattern that keeps a number has it."""
    taken: set[int] = set()
    for pattern in patterns.able(set(row.letters)):
        for match in pattern.matches(row.letters):
            at = match.kept["number" if "number" in match.kept else "move"][0]
            if at in taken:
                continue
            figure = figure_of(row, match, at, currency)
            if figure is not None:
                taken.add(at)
                yield figure


def figure_of(row: Row, match: Match, at: int, told_in: str | None) -> Figure | None:
    """Return the claim of a match, None where its number can be no figure of trade; `told_in` is another's currency."""
    tag, claim = row.tags[at], match.pattern.gives["claim"]
    is_bound = "bound" in match.kept or "past" in row.tags[match.kept.get("reached", (at, at))[0]].sense.get(
        "reached", ()
    )
    if isinstance(tag.item, Amount):
        if claim in OF_PERCENT or (claim != "none" and tag.item.value < LEAST):
            return None
        currency = tag.item.currency or currency_before(row, at) or told_in
        if currency is None and claim != "none":
            return None
        return Figure(claim, tag.item.value, currency, None, is_bound or tag.item.is_range, at, match)
    share = share_of(tag)
    if claim == "course":
        move = row.tags[match.kept["move"][0]] if "move" in match.kept else None
        claim = course_of(move, share)
    if share is not None and share.percent < 0:
        share = Share(-share.percent, share.is_range)
    elif share is not None and claim == "decline" and any(name in tag.sense for name in FACTORS):
        share = Share(round(100 - 100 / (1 + share.percent / 100), 1), share.is_range)  # to a third: by 66.7 percent
    percent = share.percent if share is not None and claim in (*OF_PERCENT, AGAIN) else None
    return Figure(claim, None, None, percent, is_bound or (share is not None and share.is_range), at, match)


def currency_before(row: Row, at: int) -> str | None:
    """Return the currency of the amount before a quantity: "from 190 billion dollars to 240 billion"."""
    amounts = (tag.item.currency for tag in reversed(row.tags[:at]) if isinstance(tag.item, Amount))
    return next((currency for currency in amounts if currency), None)


def share_of(tag: Tag) -> Share | None:
    """Return the percentage of a tag: as worked out, or as the meaning of its word has it."""
    if isinstance(tag.item, Share):
        return tag.item
    if isinstance(tag.item, int | float) and "percent" in tag.sense:
        return Share(float(tag.item))
    if "fraction" in tag.sense:
        return Share(float(tag.sense.one("fraction")))
    factor = tag.sense.one("multiplied") or tag.sense.one("multiple")
    return Share(round((float(factor) - 1) * 100, 1)) if factor else None


def course_of(move: Tag | None, share: Share | None) -> str:
    """Return whether trade is told to grow or to decline: by the word for its move, else by the number itself."""
    meanings: Mapping[str, tuple[str, ...]] = move.sense if move is not None else {}
    told_by = [value for values in meanings.values() for value in values if value in ("growth", "decline")]
    if told_by:
        return told_by[0]
    return "decline" if share is not None and share.percent < 0 else "growth"
