"""A figure of trade as its words give it, before it is known of which year and whose trade it is."""

import re
from typing import NamedTuple

CLAUSE = re.compile(r"[;:]|,\s+(?:while|whereas|and)\b|\bwhile\b|\bwhereas\b")


class FigureFound(NamedTuple):
    """A claim at a place in the text, with its number: an amount in units of the currency, else percent."""

    claim: str
    number: float | None
    currency: str | None
    start: int
    end: int
