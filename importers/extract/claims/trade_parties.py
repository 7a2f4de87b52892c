"""Whose trade a figure is of: the two countries, by its words, its sentence, and what the report speaks of."""

import itertools
from collections.abc import Container, Sequence
from typing import NamedTuple

from importers.extract.claims.trade_flows import (
    Flow,
    countries_in,
    countries_of_people,
    course_in,
    named_in,
    partners_of,
)
from importers.extract.claims.trade_spoken import Spoken
from importers.grammar.tags import Row
from importers.reading import TradeRead

ANOTHER = frozenset({"colon", "stop"})  # tags behind which a sentence speaks of something else
OTHERS = frozenset({"countries_at_large", "gateway"})  # tags of more than one country, and of less
AT_START = 2  # tags in which a sentence names its subject


class Parties(NamedTuple):
    """Whose trade: the flow as seen from country_a."""

    flow: str
    country_a: str
    country_b: str
    is_part: bool = False  # of the trade of the two told before: only a smaller sum can be that


def parties(flow: Flow, flows: Sequence[Flow], row: Row, spoken: Spoken, partner: str | None = None) -> Parties | None:
    """Return whose trade it is, as far as the words or the exchange settle it, else None; of several one `partner`."""
    before = spoken.before
    if flow.kind == "before":
        first, second = (before[0].country_a, before[0].country_b) if before else (None, None)
        return Parties(before[0].flow, first, second) if first and second else None
    if flow.kind == "partner":
        return with_another(flow, flows, row, spoken)
    if flow.kind == "part":
        return part_of(flow, row, before)
    if "partners" in flow.match.kept and partner is None:
        return None
    named = named_in(flow, row) | ({"partner": partner} if partner else {})
    partners = {partner for other in flows for partner in partners_of(other, row)}  # of the one whose trade is told
    course = course_in(flow, row)
    if course != "total":
        return one_way(flow, flows, row, spoken, named, [c for c in subjects_in(row, flow) if c not in partners])
    countries = two_of(flow, row, spoken, list(dict.fromkeys(named.values())), partners)
    if len(countries) != 2:
        return None
    first, second = sorted(countries)
    return Parties(course, first, second)


def two_of(flow: Flow, row: Row, spoken: Spoken, named: list[str], partners: Container[str]) -> list[str]:
    """Return the two countries whose trade it is of which the words for it name some, none or all."""
    if not named:
        is_ours = "ours" in flow.match.kept
        is_of_others = is_of_others_told_of(flow, row, is_ours=is_ours)
        return [] if is_of_others else the_two(row, spoken, partners, is_ours=is_ours)
    if len(named) > 1:
        return named
    (country,) = named
    if "ours" in flow.match.kept and spoken.own not in (None, country):
        return [country, str(spoken.own)]  # "our trade with Russia"
    if country in spoken.pair:
        return list(spoken.pair)
    others = [other for other in countries_in(row, flow.start) if other not in partners and other != country]
    if others:
        return [country, *others]  # "China says that trade with Russia has grown"
    if spoken.own in (None, country) and country in spoken.two:
        return list(spoken.two)
    # "trade with Russia has grown, China's president said"; "China's trade has grown. Trade with Russia rose too."
    return [country, *(other for other in (spoken.own, spoken.owner) if other not in (None, country))][:2]


def the_two(row: Row, spoken: Spoken, partners: Container[str], *, is_ours: bool) -> list[str]:
    """Return the two countries of trade that names none itself, an empty list where they are not settled.

    They are those that the sentence names, other than as two partners of one country, those who write, those of whose
    trade the sentence before tells, or, where it speaks of "the two", those that the sentences just before name.
    """
    named = countries_in(row)
    if len(named) < 2:  # "the presidents of India and Russia"
        named = list(dict.fromkeys([*named, *countries_of_people(row)]))
    is_all = len(named) == 2 and set(named).issuperset(countries_of_people(row))
    if is_all and not (spoken.pair and is_ours):
        return [] if all(country in partners for country in named) else named
    if spoken.pair:
        return list(spoken.pair)
    told = {(claim.country_a, claim.country_b) for claim in spoken.before if claim.country_a and claim.country_b}
    if len(told) == 1:
        return [country for country in told.pop() if country]
    previous = spoken.previous
    before = countries_in(previous.row) if previous is not None and previous.has("flow") else []
    if len(before) == 2:
        return before
    if spoken.topic and spoken.topic.issuperset(named) and not names_others(row, spoken.topic):
        return list(spoken.topic)
    means_the_two = is_ours or any("ours" in tag.sense for tag in row.tags)
    two = spoken.here or spoken.two or spoken.recent
    return list(two) if means_the_two and (spoken.here or two.issuperset(named)) else []


def is_of_others_told_of(flow: Flow, row: Row, *, is_ours: bool) -> bool:
    """Return whether trade that names no country itself stands behind a group of countries, or a part of one.

    Or right behind short names that may mean several pairs.
    """
    before = list(itertools.takewhile(lambda tag: not ANOTHER & tag.sense.keys(), reversed(row.tags[: flow.start])))
    is_unsettled = bool(before) and len(before[0].sense.get("pair", ())) > 1
    is_ours = is_ours or any("ours" in tag.sense for tag in row.tags[flow.start : flow.end])
    return is_unsettled or (not is_ours and any(OTHERS & tag.sense.keys() for tag in before))


def names_others(row: Row, topic: frozenset[str]) -> bool:
    """Return whether a sentence speaks of other countries, or of the world, than those of which the report tells."""
    return not topic.issuperset(countries_of_people(row)) or any(
        name in tag.sense for tag in row.tags for name in ("countries_at_large", "world_trade")
    )


def one_way(
    flow: Flow, flows: Sequence[Flow], row: Row, spoken: Spoken, named: dict[str, str], others: Sequence[str]
) -> Parties | None:
    """Return whose export or import it is, and with whom; None where it is one country's with all the world.

    `others` are the countries of the sentence that are no partners.
    """
    is_ours, course = "ours" in flow.match.kept, course_in(flow, row)
    earlier = [other for other in flows if other.start < flow.start]
    if not named and not is_ours:  # "exports to Russia rose, while imports fell"
        told = [other for other in earlier if len(named_in(other, row)) == 2]
        whole = [other for other in earlier if other.kind == "part"]
        if whole and (not told or told[-1].start < whole[-1].start):
            part = part_of(whole[-1], row, spoken.before)
            return part._replace(flow=course) if part else None
        named = named_in(told[-1], row) if told and "owner" in told[-1].match.kept else {}
        named = named or (partner_told(earlier, row) if earlier else as_before(row, spoken))
    owner = named.get("owner") or named.get("first")
    partner = named.get("partner") or named.get("second")
    if owner is None and partner is not None and not is_ours:
        owner = owner_told(earlier, row, partner)
    if owner is None and partner is not None:
        spoken = spoken._replace(pair=frozenset(), two=frozenset()) if is_ours else spoken
        owner = owner_with(
            partner, course, row, spoken, [other for other in others if other != partner and not is_ours]
        )
    return Parties(course, owner, partner) if owner and partner else None


def owner_told(earlier: Sequence[Flow], row: Row, partner: str) -> str | None:
    """Return whose trade with a partner the sentence told last: "sales to India rose, those from India fell"."""
    told = [named_in(other, row) for other in earlier if other.kind == "trade"]
    owners = [named["owner"] for named in told if named.get("partner") == partner and "owner" in named]
    return owners[-1] if owners else None


def partner_told(earlier: Sequence[Flow], row: Row) -> dict[str, str]:
    """Return the partner of the flow before, where it names no more: "exports to India rose, while imports fell"."""
    named = named_in(earlier[-1], row) if earlier[-1].kind == "trade" else {}
    return named if named.keys() == {"partner"} else {}


def as_before(row: Row, spoken: Spoken) -> dict[str, str]:
    """Return whose exports or imports the sentence before told, in a report of two countries alone: "Imports rose"."""
    told = {(claim.country_a, claim.country_b) for claim in spoken.before if claim.flow != "total"}
    owner, partner = told.pop() if len(told) == 1 else (None, None)
    if not owner or not partner or spoken.topic != frozenset((owner, partner)) or names_others(row, spoken.topic):
        return {}
    return {"owner": owner, "partner": partner} if spoken.topic.issuperset(countries_in(row)) else {}


def owner_with(partner: str, course: str, row: Row, spoken: Spoken, others: Sequence[str]) -> str | None:
    """Return whose trade with a partner it is where its words do not say: whom the sentence begins with, or the other.

    `others` are the countries that it names besides; where it does not begin with them, they must agree. Exports of one
    country in the sentence before go on: "Korean exports to the US rose. Exports to China fell."
    """
    first = next(iter(countries_in(row, AT_START)), None)
    if first is not None and first in others:
        return first
    owners = {claim.country_a for claim in spoken.before if claim.flow == course}
    if len(owners) == 1 and not owners & {partner, None} and not spoken.pair:
        return owners.pop()
    other = next((two - {partner} for two in (spoken.pair, spoken.two) if partner in two), frozenset(others))
    if len(other) == 1:
        return min(other)
    return spoken.owner if spoken.owner != partner else None


def subjects_in(row: Row, flow: Flow) -> list[str]:
    """Return the countries that a row names before a flow, and who says it: "exports to Russia grew, China said"."""
    behind = [
        tag.sense.one("country")
        for tag, following in itertools.pairwise(row.tags[flow.end :])
        if "country" in tag.sense and "say" in following.sense
    ]
    return list(dict.fromkeys([*countries_in(row, flow.start), *behind]))


def part_of(flow: Flow, row: Row, before: Sequence[TradeRead]) -> Parties | None:
    """Return the exports or imports of one of the two whose trade as a whole was told just before."""
    owner = named_in(flow, row)["owner"]
    pairs = {frozenset((claim.country_a, claim.country_b)) for claim in before if claim.flow == "total"}
    if len(pairs) != 1 or owner not in (pair := pairs.pop()):
        return None
    partner = next((country for country in pair if country not in (owner, None)), None)
    return Parties(course_in(flow, row), owner, partner, is_part=True) if partner else None


def with_another(flow: Flow, flows: Sequence[Flow], row: Row, spoken: Spoken) -> Parties | None:
    """Return the trade of the owner with another partner, as the figures before are of: "next come Peru, 3 billion"."""
    earlier = [other for other in flows if other.start < flow.start and other.kind == "trade"][-1:]
    told = parties(earlier[0], flows, row, spoken) if earlier else None
    owner = (named_in(earlier[0], row).get("owner") if earlier else None) or spoken.owner
    before = [claim for claim in spoken.before if owner in (claim.country_a, claim.country_b)]
    course = told.flow if told else before[0].flow if before else None
    partner = named_in(flow, row)["partner"]
    if course is None or owner is None or owner == partner or (told and owner not in told[1:]):
        return None
    first, second = sorted((owner, partner)) if course == "total" else (owner, partner)
    return Parties(course, first, second)
