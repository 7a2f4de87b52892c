"""Background: whether a sentence is of other times than its report, by the words of the language that say when."""

import datetime

from importers.extract.days import near
from importers.extract.view import View
from importers.grammar.numbers import Date, number_in
from importers.grammar.patterns import Match, Patterns, first_matches
from importers.grammar.tags import Tag

ASIDE = ("comma", "bracket", "dash")  # behind which a date is of what is remembered: "the treaty, October 1, 1949"


def is_background(view: View, published: datetime.date | None, patterns: Patterns) -> bool:
    """Return whether all that a sentence dates lies before the news that its report tells."""
    dated = [
        (tag.item, before is not None and any(name in before.sense for name in ASIDE))
        for before, tag in zip([None, *view.row.tags], view.row.tags, strict=False)
        if isinstance(tag.item, Date)
    ]
    if published is None or any(near(date, published) for date, _ in dated if date.day):
        return False
    if any(date.year and is_earlier(date.year, date.month, published) for date, is_aside in dated if not is_aside):
        return True
    return any(is_of_past(view, match, published) for match in first_matches(patterns, view.row.letters))


def is_of_past(view: View, match: Match, published: datetime.date) -> bool:
    """Return whether what a match keeps lies before the news."""
    if "past" in match.kept:
        return True
    year = number_in(view.row, match.kept.get("year"))
    month = month_of(view.row.tags[match.kept["month"][0]]) if "month" in match.kept else None
    return is_earlier(year, month, published)


def month_of(tag: Tag) -> int | None:
    """Return the month of a tag: of a date, or of the name of one."""
    return tag.item.month if isinstance(tag.item, Date) else int(tag.sense.one("month"))


def is_earlier(year: int | None, month: int | None, published: datetime.date) -> bool:
    """Return whether a year, or a month, ended well before the day: news may be of the month before."""
    if month is None:
        return year is not None and (year < published.year - 1 or (year < published.year and published.month > 2))
    months = (published.year - (year or published.year)) * 12 + published.month - month
    return months > 1 if year else months % 12 > 1
