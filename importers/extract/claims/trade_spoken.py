"""What a report speaks of by a sentence, as far as it bears on whose trade that tells of."""

from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple

from importers.extract.claims.trade_flows import Flow, countries_in, named_in
from importers.extract.claims.trade_periods import Period
from importers.extract.view import View
from importers.grammar.tags import Row
from importers.reading import TradeRead

JUST_BEFORE = 3  # sentences back in which the two may be named of whom "the two countries" speaks
BEGINNING = 2  # sentences, the headline among them
IN_PARAGRAPH = 8  # the same within the paragraph


class Spoken(NamedTuple):
    """Of whom a report speaks by a sentence, as far as it bears on whose trade that tells of."""

    pair: frozenset[str] = frozenset()  # the countries of those who write
    before: Sequence[TradeRead] = ()  # the claims of the sentence before
    previous: View | None = None  # that sentence
    two: frozenset[str] = frozenset()  # the two countries that the sentences just before name together
    own: str | None = None  # the country of who speaks
    owner: str | None = None  # the country of whose trade the report told last
    when: Sequence[Period] = ()  # the time of which it told last
    here: frozenset[str] = frozenset()  # the two countries that the sentence names, as those of people too
    topic: frozenset[str] | None = None  # the two of whose trade alone the report has told so far
    recent: frozenset[str] = frozenset()  # the two of whose trade alone the sentences just before tell


def two_told_of(named: Sequence[frozenset[str]]) -> frozenset[str]:
    """Return the two countries that the beginning of a report names, if it names no other to its end.

    `named` are those that each sentence names.
    """
    every, first = frozenset().union(*named), frozenset().union(*named[:BEGINNING])
    return first if len(first) == 2 and first == every else frozenset()


def two_spoken_of(views: Sequence[View], named: Sequence[frozenset[str]], paragraph: int) -> frozenset[str]:
    """Return the two countries that one of the last sentences names together, if none behind it names another.

    `named` are those that each sentence names, `paragraph` is where they are spoken of: one farther back counts within
    it.
    """
    met: set[str] = set()
    last = zip(reversed(views[-IN_PARAGRAPH:]), reversed(named[-IN_PARAGRAPH:]), strict=True)
    for back, (view, own) in enumerate(last):
        if back >= JUST_BEFORE and view.paragraph != paragraph:
            break
        met |= own
        if len(met) > 2 or len(own) == 2:
            return frozenset(met) if len(met) == 2 else frozenset()
    return frozenset()


def countries_of(view: View, lands: Mapping[str, str | None]) -> frozenset[str]:
    """Return the countries that a sentence names, and those of its people."""
    of_people = {c for each in view.mentions() for c in (*each.countries, *map(lands.get, each.slugs)) if c}
    return frozenset(of_people.union(countries_in(view.row)))


def owner_spoken_of(before: str | None, row: Row, flows: Sequence[Flow]) -> str | None:
    """Return the country of whose trade a report told last, by the end of a sentence; `before` is that by its start.

    Where it told of the trade of two others since, there is none.
    """
    for flow in flows:
        kept = flow.match.kept
        if "owner" in kept:
            before = named_in(flow, row)["owner"]
        elif "first" in kept and before not in named_in(flow, row).values():
            before = None
    return before


def topic_of(
    topic: frozenset[str] | None, row: Row, flows: Sequence[Flow], told: Sequence[TradeRead]
) -> frozenset[str] | None:
    """Return the two of whose trade alone a report has told by the end of a sentence; None where also of others'.

    `topic` are those by its start, empty where it has told of none.
    """
    owners = {claim.country_a for claim in told}
    if any(is_of_others(flow, row, owners) for flow in flows):
        return None
    named = (frozenset(named_in(flow, row).values()) for flow in flows if flow.kind == "trade")
    pairs = {pair for pair in named if len(pair) == 2}
    pairs |= {frozenset((claim.country_a, claim.country_b)) for claim in told if claim.country_a and claim.country_b}
    return min(pairs, default=topic) if len(pairs | ({topic} - {frozenset()})) < 2 else None


def is_of_others(flow: Flow, row: Row, owners: Container[str | None]) -> bool:
    """Return whether a sentence tells of trade that is not of two countries; `owners` are those of whose it tells.

    "Trade ties" and "talks on trade" are of nobody's.
    """
    if flow.kind == "part":
        return named_in(flow, row)["owner"] not in owners
    words = row.tags[flow.start : flow.end]
    return (
        flow.kind == "other"
        and any("flow" in tag.sense for tag in words)
        and not any("field" in tag.sense for tag in words)
    )


def pair_told(before: Sequence[Sequence[TradeRead]]) -> frozenset[str]:
    """Return the two of whose trade alone the last sentences tell."""
    claims = [claim for told in before for claim in told if claim.country_a and claim.country_b]
    pairs = {frozenset((str(claim.country_a), str(claim.country_b))) for claim in claims}
    return pairs.pop() if len(pairs) == 1 else frozenset()
