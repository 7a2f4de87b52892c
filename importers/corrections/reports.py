"""Reports put right: who published them, and when."""

from collections.abc import Callable
from dataclasses import replace

from importers.corrections.applying import Applying
from importers.corrections.values import day, in_words
from importers.knowledge import Knowledge
from importers.lexicon import Lexicon
from importers.raw_report import RawReport
from importers.read_report import read_report
from importers.reading import Reading


def put_report_right(raw: RawReport, reading: Reading, at: Applying, lexicon: Lexicon) -> Reading:
    """Return the reading of a report by the outlet and of the day that people say.

    With another day it is read anew, as of a source that tells it: who held an office hangs on it, and which year.
    """
    right = {}
    for one in at.own("report"):
        if at.holds(one, in_words(getattr(reading, one.property)), can=can_be(one.property, lexicon.knowledge)):
            right[one.property] = one.right_value
    if "published_on" in right:
        reading = read_report(replace(raw, published_on=day(right["published_on"])), lexicon)
    if "outlet" in right:
        reading.outlet = right["outlet"]
    return reading


def can_be(name: str, knowledge: Knowledge) -> Callable[[str], bool] | None:
    """Return what tells whether a value can stand: only of outlets, which must be known."""
    return knowledge.outlets.__contains__ if name == "outlet" else None
