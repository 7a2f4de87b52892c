"""Applying: the corrections that may be of one report, and what became of each in it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from importers.corrections.met import Met
from importers.corrections.places import Span, place_of
from importers.corrections.stored import Corrections, ExchangeKey, Put


@dataclass
class Applying:
    """The corrections that may be of one report, and what became of those met there."""

    corrections: Corrections
    sha256: str
    body: str
    met: dict[int, Met] = field(default_factory=dict)
    places: dict[int, Span | None] = field(init=False)

    def __post_init__(self) -> None:
        """Look for the places once."""
        own = self.corrections.of_report.get(self.sha256, ())
        self.places = {one.id: place_of(self.body, one.quote, one.occurrence) for one in own}

    def own(self, fact: str) -> list[Put]:
        """Return the corrections of facts of a kind that are of this report alone."""
        return [one for one in self.corrections.of_report.get(self.sha256, ()) if one.fact == fact]

    def of_exchange(self, fact: str, exchange: ExchangeKey) -> list[Put]:
        """Return those of an exchange or its messages, those of this report alone last."""
        everywhere = self.corrections.of_exchange.get(exchange, ())
        return [one for one in (*everywhere, *self.own(fact)) if one.fact == fact and one.exchange() == exchange]

    def placed(self, fact: str) -> Iterator[tuple[Put, Span]]:
        """Yield the corrections of facts of a kind that stand at a place of this report, with the place."""
        for one in self.own(fact):
            span = self.places[one.id]
            if span is not None:
                yield one, span

    def holds(
        self, one: Put, *read: str | None, by: str | None = None, can: Callable[[str], bool] | None = None
    ) -> bool:
        """Note and return whether a correction holds where these values were read, the last of them now.

        `by` is the pattern that read them, which erred unless it was found right; `can` tells of what is right whether
        it can stand there.
        """
        is_right_there = can is None or one.right_value is None or can(one.right_value)
        holds = one.read_value in read and is_right_there
        erred = None if one.right_value == one.read_value else by
        self.met[one.id] = Met(holds or (one.id in self.met and self.met[one.id].holds), read[-1], erred)
        return holds

    def note_unmet(self) -> None:
        """Note of the corrections of this report alone those whose fact is not read any more."""
        for one in self.corrections.of_report.get(self.sha256, ()):
            self.met.setdefault(one.id, Met(holds=False, read=None))
