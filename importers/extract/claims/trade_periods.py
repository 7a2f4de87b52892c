"""Periods: the year that a figure is of, and the months of it where it is not of the whole year."""

import datetime
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from importers.grammar.numbers import Date, number_in
from importers.grammar.patterns import Match, Patterns, first_matches
from importers.grammar.tags import Row
from importers.reading import Months, TradeRead

PARTING = {"stop": 20, "comma": 6, "and": 8}  # tags by which what parts clauses makes a period farther from a figure
NEAR = 12  # tags, and what parts clauses, between a growth and the year that it is counted from
BEFORE = 2  # the same for a period before its figure: "in 2022 240 billion" is rarer than "240 billion in 2022"
SETTLED_BY = 3  # the month from which a year without a word is the running one: before, what is told is of the last


class Period(NamedTuple):
    """A time that a sentence names at a place in a row; `years` from that of the figure before, where it is so told."""

    year: int | None
    months: Months | None
    start: int = 0
    end: int = 0
    is_due: bool = False
    is_prior: bool = False
    is_untold: bool = False  # of a year that another sentence tells: "that year"
    is_relative: bool = False  # to the day of the report: "this year"
    leads: bool = False  # it stands before the figures that it is of
    apart: tuple[tuple[int, int], ...] = ()  # the signs between clauses, and how far they part what stands about them


def periods_in(
    row: Row, patterns: Patterns, day: datetime.date | None, before: "Sequence[TradeRead | Period]"
) -> list[Period]:
    """Return the times that a sentence names, in their order."""
    apart = parting(row)
    found: list[Period] = []
    for match in first_matches(patterns, row.letters, lambda match: is_time(row, match)):
        kind = match.pattern.gives["is"]
        if kind not in ("period", "due"):
            continue
        months = months_of(row, match)
        year = year_of(row, match, day)
        if "months" in match.kept and months is None:  # the same months as those named before, or the same years
            named = [period.months for period in found if period.months]
            months = named[-1] if named else before[-1].months if before else None
            year = before[-1].year if year is None and before and not found else year
        if "following" in match.kept and found and found[-1].year:
            year = found[-1].year + 1
        is_untold = bool(match.pattern.gives.get("untold"))
        is_due, is_prior = kind == "due", "prior" in match.kept
        leads = begins_clause(row, match)
        is_relative = "word" in match.kept
        found.append(
            Period(year, months, match.start, match.end, is_due, is_prior, is_untold, is_relative, leads, apart)
        )
    return found


def begins_clause(row: Row, match: Match) -> bool:
    """Return whether a time stands behind a comma and goes on without one: "last year it fell, this year it rose"."""
    behind = row.tags[match.end : match.end + 1]
    is_behind_comma = match.start > 0 and "comma" in row.tags[match.start - 1].sense
    return is_behind_comma and any(not any(kind in tag.sense for kind in PARTING) for tag in behind)


def last_period(row: Row, patterns: Patterns, day: datetime.date | None) -> list[Period]:
    """Return the time that a sentence is of, the last that it names; none where it is of no year or of several."""
    found = [one for one in periods_in(row, patterns, day, ()) if one.year and not one.is_due and not one.is_prior]
    return found[-1:] if len({one.year for one in found}) == 1 else []


def only_year(row: Row) -> int | None:
    """Return the year that a sentence tells, None where it tells none or several."""
    years = {
        tag.item.year if isinstance(tag.item, Date) else tag.item
        for tag in row.tags
        if "year" in tag.sense or isinstance(tag.item, Date)
    } - {None}
    (year,) = years if len(years) == 1 else (None,)
    return year if isinstance(year, int) else None


def bases_in(row: Row, patterns: Patterns, day: datetime.date | None) -> list[Period]:
    """Return the years from which a sentence counts what has grown over several: since one, above one, in ten years."""
    found: list[Period] = []
    for match in first_matches(patterns, row.letters):
        year = number_in(row, match.kept.get("base"))
        if day and "span" in match.kept:
            tag = row.tags[match.kept["span"][0]]
            span = int(tag.sense.one("span") or 0) or number_in(row, match.kept["span"])
            year = day.year - span if span else None
        if year is not None:
            found.append(Period(year, None, match.start, match.end, apart=parting(row)))
    return found


def base_of(at: int, match: Match, bases: Sequence[Period], year: int | None) -> int | None:
    """Return the year from which a growth is counted, None where that is the year before, or not told near it."""
    near = min(bases, key=lambda base: distance(at, match, base), default=None)
    if near is None or near.year is None or year is None or distance(at, match, near) > NEAR:
        return None
    return near.year if near.year < year - 1 else None


def parting(row: Row) -> tuple[tuple[int, int], ...]:
    """Return the signs between the clauses of a row, and how far they part what stands about them.

    What stands between two countries parts none: "trade of China and Russia".
    """
    tags = row.tags
    lands = {at for at, tag in enumerate(tags) if "country" in tag.sense}
    return tuple(
        (at, PARTING[kind])
        for at, tag in enumerate(tags)
        for kind in PARTING
        if kind in tag.sense and not {at - 1, at + 1} <= lands
    )


def is_time(row: Row, match: Match) -> bool:
    """Return whether the dates that a match keeps are months, and not days on which something was done."""
    kept = [row.tags[match.kept[name][0]].item for name in ("first", "last") if name in match.kept]
    return all(not isinstance(item, Date) or item.day is None for item in kept)


def year_of(row: Row, match: Match, day: datetime.date | None) -> int | None:
    """Return the year that a match tells; of a fiscal year, "2022-23", that in which it ends."""
    kept = match.kept
    dates = [row.tags[kept[name][0]].item for name in ("first", "last") if name in kept]
    year = number_in(row, kept.get("year")) or next((d.year for d in dates if isinstance(d, Date) and d.year), None)
    if year is not None:
        ends = number_in(row, kept.get("ends"))
        return year + 1 if ends is not None and ends % 100 == (year + 1) % 100 else year
    if day is None:
        return None
    if match.pattern.gives.get("end") == "day":
        return day.year
    if match.pattern.gives.get("end") == "decade":
        return day.year - day.year % -10
    if match.pattern.gives["is"] == "due" and "count" in kept:
        return day.year + (number_in(row, kept["count"]) or 0)
    if "word" in kept:
        return day.year + int(row.tags[kept["word"][0]].sense.one("relative_year"))
    return None


def months_of(row: Row, match: Match) -> Months | None:
    """Return the first and the last month that a match tells; None for a whole year."""
    kept = match.kept
    if "months" in kept:
        first, dash, last = row.tags[kept["months"][0]].sense.one("period").partition("-")
        return (int(first), int(last) if last else None) if dash else None
    if "count" in kept:
        count = number_in(row, kept["count"]) or 0
        return (1, count) if 0 < count < 12 else None
    if "first" not in kept:
        return None
    first_month, last_month = (
        month_in(row, kept[name][0]) for name in ("first", "last" if "last" in kept else "first")
    )
    is_part = first_month <= last_month and (first_month, last_month) != (1, 12)
    return (first_month, last_month) if is_part else None


def month_in(row: Row, at: int) -> int:
    """Return the month of a tag: of a date, or of the name of one."""
    tag = row.tags[at]
    if isinstance(tag.item, Date):
        return tag.item.month or 0
    return int(tag.sense.one("month") or tag.item or 0)


def period_of(
    claim: str,
    at: int,
    match: Match,
    others: Sequence[tuple[int, int]],
    periods: Sequence[Period],
    day: datetime.date | None,
    before: "Sequence[TradeRead | Period]",
) -> Period:
    """Return the time of a figure: the one within its own words, else the nearest that is no other figure's own."""
    is_target = claim == "target"
    own = list(usable(at, match, others, periods, is_target=is_target, day=day))
    if own and not is_target and own[0].is_prior:
        main = period_of(claim, at, match, others, [p for p in periods if not p.is_prior], day, before)
        return Period(main.year - 1 if main.year else None, main.months)
    if own and own[0].is_untold and not is_target:
        return Period(None, own[0].months)
    dated = next((period.year for period in own if period.year and may_tell_year(period, own[0])), None)
    told = {(period.year, period.months) for period in before}
    carried, carried_months = told.pop() if len(told) == 1 else (None, None)  # of several times none goes on
    months = own[0].months if own else carried_months
    if dated is not None or is_target:
        return Period(dated, months)
    if day is None:
        return Period(None if own and (own[0].is_relative or not own[0].months) else carried, months)
    if before and (carried is None or carried <= day.year):
        return Period(carried, months)
    if own and own[0].months and max(own[0].months[0], own[0].months[1] or 0) > day.month:
        return Period(day.year - 1, months)  # "in the first ten months", told in May
    return Period(day.year if day.month >= SETTLED_BY or own else day.year - 1, months)


def may_tell_year(period: Period, nearest: Period) -> bool:
    """Return whether the year of a period may be that of the nearest one: a part of a year is of that year alone.

    "Last year", in a report of no day, is of no year told beside it.
    """
    return period is nearest or not (nearest.is_relative or (period.months and nearest.months))


def usable(
    at: int,
    match: Match,
    others: Sequence[tuple[int, int]],
    periods: Sequence[Period],
    *,
    is_target: bool,
    day: datetime.date | None,
) -> Iterator[Period]:
    """Yield the times that a figure may be of, the nearest first; `others` are those that other figures keep."""
    for period in sorted(periods, key=lambda period: distance(at, match, period)):
        is_own = keeps(match, period)
        is_later = period.year is not None and day is not None and period.year > day.year
        if is_own or not (
            any(first < period.end and period.start < last for first, last in others)
            or (is_target and not (period.is_due or is_later or (day and period.year == day.year)))
            or (not is_target and period.is_due and is_later)
            or (match.pattern.gives["claim"] == "record" and period.is_prior)
            or (period.leads and any(at < place < period.start for place, _ in period.apart))
        ):
            yield period


def keeps(match: Match, period: Period) -> bool:
    """Return whether the words of a figure keep a time as its own."""
    place = own_place(match)
    return place is not None and period.start < place[1] and place[0] < period.end


def own_place(match: Match) -> tuple[int, int] | None:
    """Return where a figure keeps its own year, None where it has none."""
    return next((match.kept[name] for name in ("year", "prior") if name in match.kept), None)


def distance(at: int, match: Match, period: Period) -> int:
    """Return how far a time stands from a figure, in tags; its own is nearest, one of another clause farther."""
    if keeps(match, period):
        return -1
    is_behind = period.start > at
    first, last = (at + 1, period.start) if is_behind else (period.end, at)
    between = sum(cost for place, cost in period.apart if first <= place < last)
    if not is_behind:  # "Last year, trade came to": what begins a sentence is parted by a comma
        between -= sum(cost for place, cost in period.apart if place == period.end < last)
    return max(0, last - first) + between + (0 if is_behind else BEFORE)
