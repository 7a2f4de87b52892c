"""What a report tells of messages: the exchanges, and in which sentences."""

import re
from dataclasses import dataclass, field

from importers.extract.anniversaries import Anniversary
from importers.extract.printed_letter import PrintedLetter
from importers.reading import ExchangeRead

IN_MESSAGE = re.compile(
    r"\bin (?:it|these|(?:his|her|the|a|their|these) (?:\w+ ){0,2}"
    r"(?:messages?|letters?|telegrams?|cables?|greetings))\b",
    re.IGNORECASE,
)
OccasionTold = tuple[str, str | None, int | None]  # the occasion, and the milestone and ordinal of an anniversary


@dataclass
class Told:
    """The exchanges of a report, and in which sentence each was first told of."""

    exchanges: list[ExchangeRead] = field(default_factory=list)
    first_told: dict[int, list[int]] = field(default_factory=dict)  # sentence -> exchanges first told of in it
    later: dict[int, OccasionTold] = field(default_factory=dict)  # exchange -> the occasion by a later sentence
    row: tuple[str, list[Anniversary]] | None = None  # what tells of messages to or from leaders yet to be named
    of_another_time: set[int] = field(default_factory=set)  # sentences on earlier messages
    letter: PrintedLetter | None = None  # of which the page consists, where no sentence tells of any
    pairs: dict[int, list[tuple[str, str]]] = field(
        default_factory=dict
    )  # sentence -> senders and recipients it tells of
