"""Flows of trade: what the figures of a sentence are of, and between which countries."""

import itertools
from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple

from importers.extract.claims.trade_periods import Period
from importers.extract.people import Mention
from importers.extract.view import View
from importers.grammar.patterns import Match, Patterns, first_matches
from importers.grammar.tags import Row
from importers.reading import TradeRead

FAR = 24  # tags between trade and a figure of it that stands behind
AT_START = 2  # tags in which a sentence names its subject
NEAR = 6  # the same where the figure stands before
JUST_BEFORE = 3  # sentences back in which the two may be named of whom "the two countries" speaks
BEGINNING = 2  # sentences, the headline among them
IN_PARAGRAPH = 8  # the same within the paragraph
NAMED = ("owner", "partner", "first", "second")


class Flow(NamedTuple):
    """What a figure may be of, at a place in a row: "trade", "part", "other", or "before" as the patterns call it."""

    kind: str
    start: int
    end: int
    match: Match


class Parties(NamedTuple):
    """Whose trade: the flow as seen from country_a."""

    flow: str
    country_a: str
    country_b: str
    is_part: bool = False  # of the trade of the two told before: only a smaller sum can be that


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


def two_told_of(
    views: Sequence[View], lands: Mapping[str, str | None], organizations: frozenset[str]
) -> frozenset[str]:
    """Return the two countries that the beginning of a report names, if it names no other to its end."""
    named = [countries_of(view, lands) - organizations for view in views]
    every, first = frozenset().union(*named), frozenset().union(*named[:BEGINNING])
    return first if len(first) == 2 and first == every else frozenset()


def countries_of(view: View, lands: Mapping[str, str | None]) -> frozenset[str]:
    """Return the countries that a sentence names, and those of its people."""
    of_people = {c for each in view.mentions() for c in (*each.countries, *map(lands.get, each.slugs)) if c}
    return frozenset(of_people.union(countries_in(view.row)))


def two_spoken_of(
    views: Sequence[View], paragraph: int, lands: Mapping[str, str | None], organizations: frozenset[str]
) -> frozenset[str]:
    """Return the two countries that one of the last sentences names together, if none behind it names another.

    `paragraph` is where they are spoken of: one farther back counts within it. `lands` are the countries of the people.
    """
    named: set[str] = set()
    for back, view in enumerate(reversed(views[-IN_PARAGRAPH:])):
        if back >= JUST_BEFORE and view.paragraph != paragraph:
            break
        own = countries_of(view, lands) - organizations
        named |= own
        if len(named) > 2 or len(own) == 2:
            return frozenset(named) if len(named) == 2 else frozenset()
    return frozenset()


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


def flows_in(row: Row, patterns: Patterns) -> list[Flow]:
    """Return what a sentence tells of that has a size, in the order of the row."""
    matches = first_matches(patterns, row.letters)
    return [Flow(match.pattern.gives["is"], match.start, match.end, match) for match in matches]


def flow_of(at: int, match: Match, flows: Sequence[Flow], row: Row) -> Flow | None:
    """Return the trade that a figure is of: within its words, else the last before, else the next behind."""
    within = [flow for flow in flows if match.start <= flow.start and flow.end <= match.end and flow.kind != "other"]
    if within:
        return min(within, key=lambda flow: abs(flow.start - at))
    if any(flow.kind == "other" and match.start <= flow.start < match.end for flow in flows):
        return None
    before = [flow for flow in flows if flow.end <= at or flow.start < at]
    if before:
        last = before[-1]
        return last if last.kind != "other" and at - last.end <= FAR else None
    behind = next((flow for flow in flows if flow.start >= at), None)
    if behind is None or behind.kind == "other" or behind.start - at > NEAR:
        return None
    is_parted = any("stop" in tag.sense for tag in row.tags[at : behind.start])
    return None if is_parted else behind


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
        return the_two(row, spoken, is_ours="ours" in flow.match.kept)
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
    if country in spoken.two:
        return list(spoken.two)
    if spoken.owner and spoken.owner != country:
        return [country, spoken.owner]  # "China's trade has grown. Trade with Russia rose by 8 percent."
    return named


def one_way(
    flow: Flow, flows: Sequence[Flow], row: Row, spoken: Spoken, named: dict[str, str], others: Sequence[str]
) -> Parties | None:
    """Return whose export or import it is, and with whom; None where it is one country's with all the world.

    `others` are the countries of the sentence that are no partners.
    """
    is_ours, course = "ours" in flow.match.kept, course_in(flow, row)
    if not named and not is_ours:  # "exports to Russia rose, while imports fell"
        earlier = [other for other in flows if other.start < flow.start]
        told = [other for other in earlier if len(named_in(other, row)) == 2]
        whole = [other for other in earlier if other.kind == "part"]
        if whole and not told:
            part = part_of(whole[-1], row, spoken.before)
            return part._replace(flow=course) if part else None
        named = named_in(told[-1], row) if told and "owner" in told[-1].match.kept else {}
    owner = named.get("owner") or named.get("first")
    partner = named.get("partner") or named.get("second")
    if owner is None and partner is not None:
        spoken = spoken._replace(pair=frozenset(), two=frozenset()) if is_ours else spoken
        owner = owner_with(partner, row, spoken, [other for other in others if other != partner and not is_ours])
    return Parties(course, owner, partner) if owner and partner else None


def owner_with(partner: str, row: Row, spoken: Spoken, others: Sequence[str]) -> str | None:
    """Return whose trade with a partner it is where its words do not say: whom the sentence begins with, or the other.

    `others` are the countries that it names besides; where it does not begin with them, they must agree.
    """
    first = next(iter(countries_in(row, AT_START)), None)
    if first is not None and first in others:
        return first
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


def course_in(flow: Flow, row: Row) -> str:
    """Return whether the words for a flow mean all trade, exports or imports."""
    return row.tags[flow.match.kept["flow"][0]].sense.one("flow")


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


def partners_of(flow: Flow, row: Row) -> list[str]:
    """Return the countries with which the words for a flow say that somebody trades."""
    partner = named_in(flow, row).get("partner")
    return [*listed_partners(flow, row), *([partner] if partner else [])]


def listed_partners(flow: Flow, row: Row) -> list[str]:
    """Return the several countries that the words for a flow list as partners, in their order."""
    first, last = flow.match.kept.get("partners", (0, 0))
    return countries_in(Row(row.tags[first:last], row.letters[first:last]))


def named_in(flow: Flow, row: Row) -> dict[str, str]:
    """Return the countries that the words for a flow name, by their part in it."""
    kept = flow.match.kept
    tags = {name: row.tags[kept[name][0]] for name in NAMED if name in kept}
    within = row.tags[kept["flow"][0]].sense.one("partner") if "flow" in kept else ""
    named = {name: tag.sense.one("country") or tag.sense.one("capital") for name, tag in tags.items()}
    return named | ({"partner": within} if within else {})


def the_two(row: Row, spoken: Spoken, *, is_ours: bool) -> list[str]:
    """Return the two countries of trade that names none itself, an empty list where they are not settled.

    They are those that the sentence names, those who write, those of whose trade the sentence before tells, or, where
    it speaks of "the two", those that the sentences just before name together.
    """
    named = countries_in(row)
    if len(named) < 2:  # "the presidents of India and Russia"
        named = list(dict.fromkeys([*named, *countries_of_people(row)]))
    is_all = len(named) == 2 and set(named).issuperset(countries_of_people(row))
    if is_all and not (spoken.pair and is_ours):
        return named
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
    return list(two) if means_the_two and two.issuperset(named) else []


def names_others(row: Row, topic: frozenset[str]) -> bool:
    """Return whether a sentence speaks of other countries, or of the world, than those of which the report tells."""
    return not topic.issuperset(countries_of_people(row)) or any(
        name in tag.sense for tag in row.tags for name in ("countries_at_large", "world_trade")
    )


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
    """Return whether a sentence tells of trade that is not of two countries; `owners` are those of whose it tells."""
    if flow.kind == "part":
        return named_in(flow, row)["owner"] not in owners
    return flow.kind == "other" and any("flow" in tag.sense for tag in row.tags[flow.start : flow.end])


def countries_of_people(row: Row) -> list[str]:
    """Return the countries in the titles of the people whom a row names, in their order."""
    return [country for tag in row.tags if isinstance(tag.item, Mention) for country in tag.item.countries]


def countries_in(row: Row, end: int | None = None) -> list[str]:
    """Return the countries that a row names, in their order; short names only where they tell which.

    Those before a tag, if one is given.
    """
    found: dict[str, None] = {}
    for tag in row.tags[:end]:
        if "country" in tag.sense:
            found[tag.sense.one("country")] = None
        pairs = tag.sense.get("pair", ())
        found |= dict.fromkeys(pairs[0].split("|") if len(pairs) == 1 else ())
    return list(found)
