"""Claims put right: figures of trade, anniversaries and themes of sentences."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from importers.corrections.applying import Applying
from importers.corrections.places import Span
from importers.corrections.stored import Put
from importers.corrections.values import in_words, number, whole
from importers.reading import AnniversaryRead, Reading, ThemeRead, TradeRead

ClaimT = TypeVar("ClaimT", AnniversaryRead, TradeRead, ThemeRead)
Value = Callable[[str | None], Any]
WORDS: Value = lambda words: words  # noqa: E731

# Of each kind: what tells several at one place apart, and what may be put right, as the value that it is.
TRADE: dict[str, Value] = {
    "claim": WORDS, "flow": WORDS, "amount": number, "currency": WORDS, "percent": number, "year": whole,
    "country_a": WORDS, "country_b": WORDS,
}  # fmt: skip
ANNIVERSARY: dict[str, Value] = {"milestone": WORDS, "ordinal": whole, "observed_year": whole}
Known = Callable[[str], bool]


def put_claims_right(reading: Reading, at: Applying, is_milestone: Known) -> None:
    """Put right what the sentences claim, and add what was missed."""
    add_claims(reading, at)
    for told in reading.statements:
        told.trade = [now for one in told.trade for now in corrected(one, "claim", TRADE, at, "trade_figure")]
        told.anniversaries = [
            now
            for one in told.anniversaries
            for now in corrected(one, "milestone", ANNIVERSARY, at, "anniversary", is_milestone)
        ]
        told.themes = [now for one in told.themes for now in corrected(one, "theme", {}, at, "theme")]


def corrected(
    claim: ClaimT,
    name: str,
    values: dict[str, Value],
    at: Applying,
    fact: str,
    can: Known | None = None,
) -> Iterator[ClaimT]:
    """Yield a claim as the corrections of it have it, or nothing where it was none.

    It is checked where all of them hold, those that say that it is right as it was read too.
    """
    now, by = claim, getattr(claim, "read_by", None)
    names = {getattr(claim, name)}  # which it has had
    hold = []
    for one in corrections_at(at, fact, (claim.start_char, claim.end_char)):
        if one.claim not in names:
            continue
        if one.property == "exists":
            if one.right_value == "no" and at.holds(one, "yes", by=by):
                return
            continue
        read = (in_words(getattr(several, one.property)) for several in (claim, now))
        hold.append(at.holds(one, *read, by=by, can=can_be(one, name, can)))
        if hold[-1]:
            now = replace(now, **{one.property: values[one.property](one.right_value)})
            names.add(getattr(now, name))
    if hold and not isinstance(now, ThemeRead):
        now = replace(now, is_checked=all(hold))
    yield now


def can_be(one: Put, name: str, can: Known | None) -> Known | None:
    """Return what tells whether a value can stand: only of milestones, which must be known."""
    return can if one.property == name else None


def corrections_at(at: Applying, fact: str, span: Span) -> list[Put]:
    """Return the corrections of claims of a kind at a place; what was added comes before what is right of it."""
    return [one for one, place in at.placed(fact) if place == span]


def add_claims(reading: Reading, at: Applying) -> None:
    """Add the claims that reading missed to the sentences in which they stand."""
    for fact, of in (("trade_figure", "trade"), ("anniversary", "anniversaries"), ("theme", "themes")):
        for one, span in at.placed(fact):
            if one.property != "exists" or one.right_value != "yes":
                continue
            around = [told for told in reading.statements if told.start_char <= span[0] and span[1] <= told.end_char]
            there = [claim for told in around for claim in getattr(told, of) if is_of(claim, one, span)]
            if around and at.holds(one, "yes" if there else "no"):
                for told in around:
                    getattr(told, of).append(new_claim(one, span))


def is_of(claim: AnniversaryRead | TradeRead | ThemeRead, one: Put, span: Span) -> bool:
    """Return whether a claim is what a correction says was missed."""
    names: Sequence[str] = [getattr(claim, name) for name in ("claim", "milestone", "theme") if hasattr(claim, name)]
    return (claim.start_char, claim.end_char) == span and one.claim in names


def new_claim(one: Put, span: Span) -> AnniversaryRead | TradeRead | ThemeRead:
    """Return a claim that reading missed, of which nothing is known yet but where it stands and what it is."""
    if one.fact == "theme":
        return ThemeRead(one.claim or "", *span, None)
    if one.fact == "anniversary":
        return AnniversaryRead(one.claim, 1, None, *span, None, is_checked=True)
    nothing = (None,) * 7
    return TradeRead(one.claim or "", "total", *nothing, *span, None, is_checked=True)
