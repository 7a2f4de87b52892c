"""The cost of reading grows with the length of a text, not with its square: steps are counted, not seconds."""

import sys
from collections.abc import Callable

import pytest

from importers.lexicon import Lexicon, build_lexicon
from importers.raw_report import RawReport
from importers.read_report import read_report
from importers.reference.load import shipped_rows

SHORT, LONG = 10_000, 40_000  # characters
OPEN_END = "the harvest was good and the villages along the river were calm and "
TEXTS = {
    "without full stops": OPEN_END,
    "of ordinals": "the 5th and the 6th and the 75th anniversary of the bridge and ",
    "with open quotation marks": "“the road is long and the river is wide and ",
    "of names": "Minister Anna Berg and Minister Ole Lund and Minister Kai Holm and ",
}


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    """Return the lexicon of the shipped reference data."""
    return build_lexicon(shipped_rows())


def calls(work: Callable[[], object]) -> int:
    """Return how many functions a piece of work calls."""
    counted = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return counted


def cost(text: str, size: int, lexicon: Lexicon) -> int:
    """Return how many calls it takes to read a text that is repeated up to a size."""
    report = RawReport(locator="long", text=(text * (size // len(text) + 1))[:size])
    return calls(lambda: read_report(report, lexicon))


@pytest.mark.parametrize("kind", TEXTS)
def test_a_text_four_times_as_long_costs_about_four_times_as_much(kind: str, lexicon: Lexicon) -> None:
    """Whatever is never closed or ended in a text makes no sentence dearer by what stands before it."""
    cost(TEXTS[kind], 1000, lexicon)  # what is made once
    assert cost(TEXTS[kind], LONG, lexicon) < 5 * cost(TEXTS[kind], SHORT, lexicon)
