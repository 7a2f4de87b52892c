"""Doubts about what is put right: told before it is done, and no hindrance, since people may know better."""

import datetime
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, select

from importers.corrections.stored import Put
from importers.corrections.values import day, whole
from models import Exchange, Milestone, SourceReport, key_of

FAR = datetime.timedelta(days=366)
HIGHEST = 3_000  # no anniversary that anybody writes for is higher
OFF = 1  # years that a count may be off: the first day of a year, an observance that begins early


def doubts(connection: Connection, several: Sequence[Put], reports: Iterable[int]) -> Iterator[str]:
    """Yield in lines what is hardly right of corrections of these reports."""
    query = select(SourceReport.published_on).where(SourceReport.id.in_(list(reports)))
    days = sorted(one for one in connection.execute(query).scalars() if one is not None)
    for one in several:
        if one.property in ("exchanged_on", "published_on") and one.right_value and days:
            right = day(one.right_value)
            nearest = min(days, key=lambda other: abs(other - right) if right else FAR)
            if right and abs(nearest - right) > FAR:
                yield f"{one.right_value} is more than a year from the day of the report, {nearest}"
        if one.property == "ordinal" and one.right_value:
            yield from doubts_of_ordinal(connection, one, several, days)


def doubts_of_ordinal(
    connection: Connection, one: Put, several: Sequence[Put], days: Sequence[datetime.date]
) -> Iterator[str]:
    """Yield what is hardly right of a count: that it is too high, or far from the years since the milestone."""
    ordinal = whole(one.right_value) or 0
    if ordinal > HIGHEST:
        yield f"no anniversary is the {ordinal}th"
        return
    right = {other.property: other.right_value for other in several}
    milestone = select(Milestone.slug, Milestone.year)
    if right.get("milestone") or one.claim:
        milestone = milestone.where(Milestone.slug == (right.get("milestone") or one.claim))
    else:
        exchange = key_of("exchange", *one.exchange())
        milestone = milestone.join(Exchange, Exchange.milestone_id == Milestone.id).where(Exchange.id == exchange)
    began = connection.execute(milestone).first()
    year = whole(right.get("observed_year")) or one.occasion_year or (days[0].year if days else None)
    if began is not None and year is not None and abs(began.year + ordinal - year) > OFF:
        yield f"{began.slug} was in {began.year}, and in {year} {year - began.year} years ago, not {ordinal}"
