"""Flows of trade: what the figures of a sentence are of, and which countries its words name."""

from collections.abc import Sequence
from typing import NamedTuple

from importers.extract.persons import Mention
from importers.grammar.patterns import Match, Patterns, first_matches
from importers.grammar.tags import Row

FAR = 24  # tags between trade and a figure of it that stands behind
NEAR = 6  # the same where the figure stands before
NAMED = ("owner", "partner", "first", "second")


class Flow(NamedTuple):
    """What a figure may be of, at a place in a row: "trade", "other" and so on, as the patterns call it in `is`."""

    kind: str
    start: int
    end: int
    match: Match


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


def course_in(flow: Flow, row: Row) -> str:
    """Return whether the words for a flow mean all trade, exports or imports."""
    return row.tags[flow.match.kept["flow"][0]].sense.one("flow")


def named_in(flow: Flow, row: Row) -> dict[str, str]:
    """Return the countries that the words for a flow name, by their part in it."""
    kept = flow.match.kept
    tags = {name: row.tags[kept[name][0]] for name in NAMED if name in kept}
    within = row.tags[kept["flow"][0]].sense.one("partner") if "flow" in kept else ""
    named = {
        name: tag.sense.one("country") or tag.sense.one("capital") or tag.sense.one("side")
        for name, tag in tags.items()
    }
    return named | ({"partner": within} if within else {})


def partners_of(flow: Flow, row: Row) -> list[str]:
    """Return the countries with which the words for a flow say that somebody trades."""
    partner = named_in(flow, row).get("partner")
    return [*listed_partners(flow, row), *([partner] if partner else [])]


def listed_partners(flow: Flow, row: Row) -> list[str]:
    """Return the several countries that the words for a flow list as partners, in their order."""
    first, last = flow.match.kept.get("partners", (0, 0))
    return countries_in(Row(row.tags[first:last], row.letters[first:last]))


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
