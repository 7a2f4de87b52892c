"""The thread of trade through a report: what it has told of trade by a sentence, and what the sentence claims."""

import dataclasses
import datetime
from collections.abc import Mapping, Sequence

from importers.extract.claims.trade import trade_of
from importers.extract.claims.trade_flows import Flow, flows_in
from importers.extract.claims.trade_partners import at_home
from importers.extract.claims.trade_periods import Period, last_period, only_year
from importers.extract.claims.trade_spoken import (
    JUST_BEFORE,
    Spoken,
    countries_of,
    owner_spoken_of,
    pair_told,
    topic_of,
    two_spoken_of,
    two_told_of,
)
from importers.extract.view import View
from importers.lexicon import Vocabulary
from importers.reading import TradeRead


class TradeThread:
    """What the sentences of a report have told of trade so far; they are handed on to it in their order."""

    def __init__(
        self,
        views: Sequence[View],
        lands: Mapping[str, str | None],
        organizations: frozenset[str],
        day: datetime.date | None,
        vocabulary: Vocabulary,
    ) -> None:
        """Begin with a report's sentences, the countries of its people, and the day of what it tells."""
        self.views, self.day, self.vocabulary = views, day, vocabulary
        is_of_trade = any(view.has("flow") for view in views)  # else nobody asks
        self.named = [countries_of(view, lands) - organizations for view in views] if is_of_trade else []
        self.topic: frozenset[str] | None = two_told_of(self.named)
        self.owner: str | None = None
        self.when: Sequence[Period] = ()
        self.told: list[list[TradeRead]] = []  # by sentence

    def pass_headline(self, view: View) -> None:
        """Note of whose trade a headline speaks; it makes no claim."""
        flows = flows_in(view.row, self.vocabulary.of("flows")) if view.has("flow") else []
        self.topic = topic_of(self.topic, view.row, flows, ())
        self.note(view, flows)

    def asks(self, view: View) -> bool:
        """Return whether a sentence may claim something of trade: it speaks of it, or goes on with the one before."""
        return view.has("flow") or bool(self.told and self.told[-1])

    def claims(self, place: int, pair: frozenset[str], speaker: str | None, home: str | None) -> list[TradeRead]:
        """Return what the sentence at a place claims.

        `pair` are the countries of those whose letter it is of, `speaker` that of who speaks, `home` the journalist's.
        """
        view, before = self.views[place], self.told[-1] if self.told else []
        if not self.asks(view):
            self.note(view, [])
            self.told.append([])
            return []
        spoken = self.spoken_of(place, pair, speaker, before)
        view = dataclasses.replace(view, row=at_home(view.row, home, self.vocabulary.made))
        flows = flows_in(view.row, self.vocabulary.of("flows"))
        found = trade_of(view, flows, spoken, self.day, self.vocabulary)
        self.topic = topic_of(self.topic, view.row, flows, found)
        self.note(view, flows)
        self.told.append(found)
        return found

    def spoken_of(self, place: int, pair: frozenset[str], speaker: str | None, before: Sequence[TradeRead]) -> Spoken:
        """Return of whom the report speaks by the sentence at a place."""
        view = self.views[place]
        two = two_spoken_of(self.views[:place], self.named[:place], view.paragraph)
        here = self.named[place] if len(self.named[place]) == 2 else frozenset()
        recent = pair_told(self.told[-JUST_BEFORE:])
        previous = self.views[place - 1] if place else None
        return Spoken(pair, before, previous, two, speaker, self.owner, self.when, here, self.topic, recent)

    def note(self, view: View, flows: Sequence[Flow]) -> None:
        """Note of whose trade a sentence has told last, and of what time."""
        if view.has("flow"):
            self.owner = owner_spoken_of(self.owner, view.row, flows)
            self.when = last_period(view.row, self.vocabulary.of("periods"), self.day) or self.when
        elif only_year(view.row) not in (None, *(period.year for period in self.when)):
            self.when = ()
