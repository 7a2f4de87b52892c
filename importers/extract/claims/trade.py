"""Trade: what a sentence claims on the trade of two countries."""

import datetime
from collections.abc import Sequence

from importers.extract.view import View
from importers.grammar.patterns import Pattern
from importers.knowledge import Knowledge
from importers.reading import TradeRead


def trade_of(
    view: View,
    pair: frozenset[str],
    day: datetime.date | None,
    before: Sequence[TradeRead],
    knowledge: Knowledge,
    patterns: Sequence[Pattern],
) -> list[TradeRead]:
    """Return the claims on trade of a sentence; `pair` are the countries of those who write, `before` those of the sentence before."""
    return []
