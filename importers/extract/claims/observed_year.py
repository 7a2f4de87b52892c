"""The year in which an anniversary is told to fall.

What a language gives (words.csv): `year_word`, whose meaning is the number of years from the report's: "1" next year,
"0" this year, "-1" last year; `years_ahead`, words behind a number of years to come: "years from now",
and `ago`, words behind one of years past.
"""

from collections.abc import Iterator, Sequence

from importers.grammar.numbers import Date, number_in
from importers.grammar.tags import Row, Tag

NEAR = 3  # a year within so many of the report's may be one observed
OPENING = 3  # tags in which a sentence opens with a year
AHEAD = 5  # years before an anniversary in which it is spoken of as one to come


def observed_year(row: Row, place: int, ordinal: int | None, counted: int | None, year: int | None) -> int | None:
    """Return the year of an anniversary: as the sentence says, else as the count gives near the report's `year`.

    `place` is where it stands in the text, `counted` the milestone's year and the ordinal. Of an event that nobody
    knows, other years that the sentence names leave open which it is, but one with which the sentence opens.
    """
    named = [told for tag in row.tags if (told := year_of(tag)) is not None]
    if counted is not None and counted in named:
        return counted
    opening = next((told for tag in row.tags[:OPENING] if (told := year_of(tag)) is not None), None)
    if year is None:
        return counted if counted is not None else opening
    is_near = counted is not None and abs(counted - year) <= 1
    parts = [tag.start for tag in row.tags if "apart" in tag.sense or "stop" in tag.sense]
    told_by = list(cues(row, year))
    near = [(tag, told) for tag, told in told_by if not is_parted(tag.start, place, parts)]
    cue = min(((abs(tag.start - place), told) for tag, told in near), default=(0, None))[1]
    if cue is None and counted is None:
        is_of_today = all(abs(told - year) <= 1 or abs(told + (ordinal or 0) - year) <= 1 for told in named)
        leading = next((told for tag, told in told_by if tag in row.tags[:OPENING]), None)
        return leading or (year if is_of_today else opening)
    if cue is None:
        return counted if counted is not None and counted - year <= AHEAD else year
    is_of_something_else = counted is not None and abs(cue - counted) > 1
    is_ahead = any("year_word" in tag.sense and tag.sense.one("year_word") == "1" for tag in row.tags)
    return counted if is_near and (is_of_something_else or not (named or is_ahead)) else cue


def is_parted(first: int, second: int, parts: Sequence[int]) -> bool:
    """Return whether the sentence turns to something else between two places."""
    return any(min(first, second) < part < max(first, second) for part in parts)


def year_of(tag: Tag) -> int | None:
    """Return the year that a tag names."""
    if isinstance(tag.item, Date):
        return tag.item.year
    return tag.item if "year" in tag.sense and isinstance(tag.item, int) else None


def cues(row: Row, year: int) -> Iterator[tuple[Tag, int]]:
    """Yield the tags that tell a year near the report's, each with it."""
    for tag in row.tags:
        named = year_of(tag)
        if named is not None and -NEAR <= named - year <= AHEAD:
            yield tag, named
        elif "year_word" in tag.sense:
            yield tag, year + int(tag.sense.one("year_word"))
    for place, tag in enumerate(row.tags[1:]):
        years = number_in(row, (place, place + 1)) if "years_ahead" in tag.sense or "ago" in tag.sense else None
        if years:
            yield tag, year + years if "years_ahead" in tag.sense else year - years
