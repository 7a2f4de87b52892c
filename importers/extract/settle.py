"""Settling: messages put together by pair, with the occasion, the day and the year that the whole report tells."""

import datetime
from collections.abc import Callable, Sequence

from importers.extract.days import day_told
from importers.extract.occasions import Occasion
from importers.extract.thread import Sent
from importers.extract.view import View
from importers.knowledge import Knowledge
from importers.reading import ExchangeRead, MessageRead

Find = Callable[[View], Occasion | None]


def settle(
    sent: Sequence[Sent],
    views: Sequence[View],
    published: datetime.date | None,
    occasion: Find,
    knowledge: Knowledge,
) -> list[ExchangeRead]:
    """Return the exchanges of a report: each pair once, in the order in which it is told of."""
    by_index = {view.index: view for view in views}
    told: dict[tuple[str, str], list[Sent]] = {}
    for one in sent:
        told.setdefault(one.pair, []).append(one)
    general = report_occasion(views, occasion)
    day, basis = report_day(views, sent, published)
    found = []
    for pair, several in told.items():
        own = next((o for s in several if (o := occasion(by_index[s.sentence]))), None)
        chosen = own or general or Occasion("other")
        dated = [day_told(by_index[s.sentence], published) for s in several]
        on, why = next(((d, b) for d, b in dated if d), (day, basis))
        exchange = ExchangeRead(
            chosen.slug, year_of(chosen, on, knowledge), on, why, pair, milestone=chosen.milestone, ordinal=chosen.ordinal
        )
        for one in several:
            in_body = one.evidence != "headline"
            exchange.messages.setdefault(
                one.sender,
                MessageRead(
                    one.sender, one.recipient, one.start if in_body else None, one.end if in_body else None, one.pattern, one.evidence
                ),
            )
        found.append(exchange)
    return found


def report_occasion(views: Sequence[View], occasion: Find) -> Occasion | None:
    """Return the occasion that the headline or the first sentences tell of."""
    return next((found for view in views[:8] if (found := occasion(view))), None)


def report_day(
    views: Sequence[View], sent: Sequence[Sent], published: datetime.date | None
) -> tuple[datetime.date | None, str | None]:
    """Return the day for messages whose own sentence tells none: that of another, else the page's."""
    telling = {one.sentence for one in sent}
    for view in views:
        if view.index in telling or 0 <= view.index < 2:
            day, _ = day_told(view, published)
            if day:
                return day, "inferred"
    return published, "published" if published else None


def year_of(occasion: Occasion, day: datetime.date | None, knowledge: Knowledge) -> int | None:
    """Return the year greeted or observed: New Year's is the one to come, of all else the year of the day."""
    if day is not None:
        return day.year + 1 if occasion.slug == "new-year" and day.month >= 10 else day.year
    if occasion.milestone and occasion.ordinal:
        return knowledge.milestones[occasion.milestone].year + occasion.ordinal
    return None
