"""The year of a dateline that has none: which years the text names or counts to, and who was in office."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from itertools import islice

from importers.grammar.tags import Mark
from importers.knowledge import Knowledge
from importers.parse.dates import WrittenDate, weekday_number, years_of

YEAR = re.compile(r"(?<!by )(?<!until )(?<!till )\b(?:19[5-9]\d|20[0-4]\d)\b")  # a goal "by 2030" tells no day
EARLIEST = 1990  # datelines without a year are looked for from here on
FOUNDING = re.compile(r"\bfound(?:ing|ation)\b|\bindependence\b|\bnational day\b", re.IGNORECASE)
COUNTED_AT_MOST = 20  # anniversaries that vote on the year of a dateline
ORDINAL = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)\b[^.]{0,30}\banniversary\b", re.IGNORECASE)


def year_of_dateline(
    text: str, date: WrittenDate, tokens: list[Mark], knowledge: Knowledge, paragraphs: list[tuple[int, int]]
) -> int | None:
    """Return the year of a dateline that has none.

    Years vote that the text names or that follow from an anniversary told of and the milestone's year. Only those
    count in which the day fell on the weekday that the first paragraphs name, and in which most of the leaders named
    there were in office; where nobody votes, there must be a weekday and only one such year.
    """
    first, last = paragraphs[0][0] if paragraphs else 0, paragraphs[min(2, len(paragraphs) - 1)][1] if paragraphs else 0
    named = weekday_number(text, first, last)
    years = range(EARLIEST, knowledge.last_year + 1)
    leaders = {token.value for token in tokens if token.kind == "leader" and token.end <= last}
    of_weekday = years_of(date.month, date.day, named[0], years) if named else years
    possible = years_in_office(date, of_weekday, leaders, knowledge)
    votes = votes_on_year(text, date, tokens, knowledge, paragraphs[-1][1] if paragraphs else len(text))
    voted = {year: vote for year, vote in votes.items() if year in possible}
    if not voted:
        return possible[0] if named and len(possible) == 1 else None
    best = max(voted.values())
    return max(year for year, vote in voted.items() if vote == best)


def years_in_office(date: WrittenDate, years: Iterable[int], leaders: Iterable[str], knowledge: Knowledge) -> list[int]:
    """Return those of the years in which most of the leaders held an office on the day; all, if none ever did."""
    terms = [knowledge.leaders[slug].terms for slug in leaders]
    holders = Counter(dict.fromkeys(years, 0))
    for year in holders:
        day = date.on(year)
        holders[year] = sum(any(term.includes(day) for term in held) for held in terms) if day else -1
    most = max(holders.values(), default=0)
    return [year for year, count in holders.items() if count == most]


def votes_on_year(text: str, date: WrittenDate, tokens: list[Mark], knowledge: Knowledge, end: int) -> dict[int, float]:
    """Return the years that the text names up to `end`, or counts anniversaries to, with their weight."""
    votes: dict[int, float] = {}
    for match in YEAR.finditer(text, 0, end):
        year = int(match[0])
        votes[year] = votes.get(year, 0) + 1
        if date.month >= 11:
            votes[year - 1] = votes.get(year - 1, 0) + 0.5  # a New Year's greeting names the year to come
        elif date.month <= 3:
            votes[year + 1] = votes.get(year + 1, 0) + 0.5  # what is counted of a year is told early in the next
    for year in counted_years(text, tokens, knowledge):
        votes[year] = votes.get(year, 0) + 3
        if date.month >= 11:
            votes[year - 1] = votes.get(year - 1, 0) + 0.6
    return votes


def counted_years(text: str, tokens: list[Mark], knowledge: Knowledge) -> list[int]:
    """Return the years in which the anniversaries fall that the text tells of, by the dates of their milestones."""
    countries = {token.value for token in tokens if token.kind == "country"}
    relations = [slug for pair, slugs in knowledge.relations.items() if pair <= countries for slug in slugs]
    starts = [token.start for token in tokens]
    years = []
    for match in islice(ORDINAL.finditer(text), COUNTED_AT_MOST):
        for token in tokens[bisect_left(starts, match.start()) : bisect_left(starts, match.end() + 120)]:
            slugs: list[str] = []
            if token.kind == "milestone":
                slugs = [token.value]
            elif token.kind == "event" and token.value == "relations":
                slugs = relations[:6]
            elif token.kind == "country" and FOUNDING.search(text, match.start(), token.start):
                slugs = knowledge.foundings.get(token.value, [])[:3]
            years += [knowledge.milestones[slug].year + int(match[1]) for slug in slugs]
    return years
