"""Amounts: what numbers, words for numbers, scales and currencies make together, as one tag each.

The file amounts.toml of a language says how they are put together; each of its patterns `makes` one kind of tag:

    amount    "$240.1 billion": its item is an Amount; keeps `value`, `currency`, and `low` for the lower end of a range
    quantity  the same without a currency
    percent   "26.3 percent": its item is a Share; keeps `value`, and `low`
    times     "2.5 times": its item is a Share, too: what is added, in percent; keeps `value`
    times_more  "more by 1.5 times", in languages that count what is added: its item is the Share of it; keeps `value`

In words.csv stand `number_word` (its meaning a number), `scale` (its meaning a factor, in figures: 1000000000) and
`currency` (its meaning a code of ISO 4217; the full names of currencies are added from Unicode's CLDR).
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from importers.grammar.alphabet import Sense
from importers.grammar.patterns import Match, Patterns, first_matches
from importers.grammar.tags import Row, Tag, replaced

DIGITS = 2  # behind the decimal point of an amount


class Amount(NamedTuple):
    """A sum of money; without a currency where none is told. `is_range`: `value` is the lower end of a range."""

    value: float
    currency: str | None
    is_range: bool = False


class Share(NamedTuple):
    """A part of a whole in percent; for "2.5 times" what is added to the whole. May be the lower end of a range."""

    percent: float
    is_range: bool = False


def with_amounts(row: Row, patterns: Patterns, made: Mapping[str, Sense]) -> Row:
    """Return a row in which what makes an amount, a quantity or a percentage is one tag."""
    found = []
    for match in first_matches(patterns, row.letters):
        makes = match.pattern.gives["makes"]
        item = amount_of(row, match) if makes in ("amount", "quantity") else share_of(row, match, makes)
        if item is not None:
            found.append((match.start, match.end, Tag(*row.span(match.start, match.end), made[makes], item)))
    return replaced(row, found)


def amount_of(row: Row, match: Match) -> Amount | None:
    """Return the amount that a match keeps."""
    value, is_range = lower_end(row, match)
    if value is None:
        return None
    kept = match.kept.get("currency")
    return Amount(round(value, DIGITS), row.tags[kept[0]].sense.one("currency") if kept else None, is_range)


def share_of(row: Row, match: Match, makes: str) -> Share | None:
    """Return the percentage that a match keeps; of times, what is added."""
    value, is_range = lower_end(row, match)
    if value is None:
        return None
    added = {"times": (value - 1) * 100, "times_more": value * 100}.get(makes, value)
    return Share(round(added, 3), is_range)


def lower_end(row: Row, match: Match) -> tuple[float | None, bool]:
    """Return the value that a match keeps, of a range its lower end, and whether it is one."""
    tags = row.tags[slice(*match.kept["value"])]
    value = value_of_tags(tags)
    if "low" not in match.kept or value is None:
        return value, False
    below = row.tags[slice(*match.kept["low"])]
    scale = next((tag for tag in tags if "scale" in tag.sense), None)
    if scale is not None and not any("scale" in tag.sense for tag in below):
        below = [*below, *(tag for tag in tags if "scale" in tag.sense)]  # "230 to 240 billion"
    low = value_of_tags(below)
    return (low, True) if low is not None and low < value else (value, False)


def value_of_tags(tags: Sequence[Tag]) -> float | None:
    """Return what numbers and scales are together: "2 billion 400 million", "two hundred and forty", "2.4 lakh crore".

    A scale counts for all smaller ones before it, and is added to larger ones.
    """
    parts: list[tuple[float, float]] = []  # a value, and its scale
    for tag in tags:
        if "scale" in tag.sense:
            scale, counted = float(tag.sense.one("scale")), 0.0
            while parts and parts[-1][1] < scale:
                counted += parts.pop()[0]
            parts.append(((counted or 1) * scale, scale))
        elif isinstance(tag.item, int | float):
            parts.append((tag.item, 1))
        elif "number_word" in tag.sense:
            parts.append((float(tag.sense.one("number_word")), 1))
    return sum(value for value, _ in parts) if parts else None
