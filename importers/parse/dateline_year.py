"""The year of a dateline that has none: which years the text names or counts to, and who was in office."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from importers.grammar.tags import Tag
from importers.knowledge import Knowledge
from importers.page_words import words_of_pages
from importers.parse.dates import WrittenDate, years_of
from importers.parse.tagged import Tagged

NOT_BEHIND = "".join(f"(?<!{re.escape(words)})" for words in words_of_pages("before_goals"))
YEAR = re.compile(rf"{NOT_BEHIND}(?<![^\W_])(?:19[5-9]\d|20[0-4]\d)(?!\d)(?![a-zA-Z])")  # a goal "by 2030" tells no day
EARLIEST = 1990  # datelines without a year are looked for from here on
COUNTED_AT_MOST = 20  # anniversaries that vote on the year of a dateline
NEAR, BEHIND = 30, 120  # characters from a count to the word for an anniversary, and from there to what is counted


def year_of_dateline(
    tagged: Tagged, date: WrittenDate, knowledge: Knowledge, paragraphs: list[tuple[int, int]]
) -> int | None:
    """Return the year of a dateline that has none.

    Years vote that the text names or that follow from an anniversary told of and the milestone's year. Only those
    count in which the day fell on the weekday that the first paragraphs name, and in which most of the leaders named
    there were in office; where nobody votes, there must be a weekday and only one such year.
    """
    first, last = paragraphs[0][0] if paragraphs else 0, paragraphs[min(2, len(paragraphs) - 1)][1] if paragraphs else 0
    named = [tag.sense.one("weekday") for tag in tagged.tags_in(first, last) if "weekday" in tag.sense]
    years = range(EARLIEST, knowledge.last_year + 1)
    leaders = {tag.sense.one("leader") for tag in tagged.tags_in(0, last) if "leader" in tag.sense}
    of_weekday = years_of(date.month, date.day, int(named[0]), years) if named else years
    possible = years_in_office(date, of_weekday, leaders, knowledge)
    votes = votes_on_year(tagged, date, knowledge, paragraphs[-1][1] if paragraphs else len(tagged.text))
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


def votes_on_year(tagged: Tagged, date: WrittenDate, knowledge: Knowledge, end: int) -> dict[int, float]:
    """Return the years that the text names up to `end`, or counts anniversaries to, with their weight."""
    votes: defaultdict[int, float] = defaultdict(float)
    compared = {tag.end for tag in tagged.tags if "compared" in tag.sense}
    for match in YEAR.finditer(tagged.text, 0, end):
        year = int(match[0])
        if compared & {match.start() - 1, match.start()}:  # "8 percent up on 2017"
            votes[year + 1] += 1
            continue
        votes[year] += 1
        if date.month >= 11:
            votes[year - 1] += 0.5  # a New Year's greeting names the year to come
        else:  # what is counted of a year is told early in the next, and compared with throughout it
            votes[year + 1] += 0.5 if date.month <= 3 else 0.25
    for year in counted_years(tagged, knowledge):
        votes[year] += 3
        if date.month >= 11:
            votes[year - 1] += 0.6
    return votes


def counted_years(tagged: Tagged, knowledge: Knowledge) -> list[int]:
    """Return the years in which the anniversaries fall that the text tells of, by the dates of their milestones."""
    countries = {tag.sense.one("country") for tag in tagged.tags if "country" in tag.sense}
    relations = [slug for pair, slugs in knowledge.relations.items() if pair <= countries for slug in slugs]
    years = []
    for count, end in islice(counts(tagged), COUNTED_AT_MOST):
        told = [mark.value for mark in tagged.marks_in(count.start, end + BEHIND) if mark.kind == "milestone"]
        of = tagged.tags_in(count.start, end + BEHIND)
        if any("relations" in tag.sense.get("event", ()) for tag in of):
            told += relations[:6]
        founded = next(
            (tag.end for tag in of if "founding" in tag.sense or "state" in tag.sense.get("event", ())), None
        )
        for tag in of if founded is not None else ():
            told += knowledge.foundings.get(tag.sense.one("country"), [])[:3]
        years += [knowledge.milestones[slug].year + int(count.item) for slug in told]
    return years


def counts(tagged: Tagged) -> Iterator[tuple[Tag, int]]:
    """Yield each ordinal or number that counts an anniversary named behind it, and where that word ends."""
    for place, tag in enumerate(tagged.tags):
        if "anniversary" in tag.sense:
            before = reversed(tagged.tags[max(0, place - 4) : place])
            count = next((one for one in before if isinstance(one.item, int) and tag.start - one.end <= NEAR), None)
            if count is not None:
                yield count, tag.end
