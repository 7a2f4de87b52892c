"""Settling: messages put together by pair, with the occasion, the day and the year that the whole report tells."""

import datetime
from collections.abc import Collection, Iterator, Mapping, Sequence

from importers.extract.days import day_told, on_the_day_itself
from importers.extract.occasions import OTHER, Occasion, Told
from importers.extract.thread import Sent
from importers.extract.view import View
from importers.knowledge import Knowledge
from importers.reading import ExchangeRead, MessageRead

OPENING = 8  # sentences in which a report tells what its messages are for
LUNAR_NEW_YEAR = ((1, 21), (2, 21))  # month and day between which it falls
OF_LUNAR_CALENDAR = frozenset({"CN", "HK", "KP", "KR", "MN", "SG", "TW", "VN"})  # where it is the New Year greeted
AHEAD = datetime.timedelta(days=60)  # by which a letter may come before the day that it is for
FOLLOWING = 2  # sentences behind that which tells of a message, in which it may be told what it is for


def settle(
    sent: Sequence[Sent],
    opened: Collection[int],
    views: Sequence[View],
    published: datetime.date | None,
    told: Mapping[int, Told],
    knowledge: Knowledge,
    countries: Mapping[str, str | None],
    *,
    is_digest: bool = False,
) -> list[ExchangeRead]:
    """Return the exchanges of a report: each pair once, in the order in which it is told of.

    `opened` are the sentences that open a row of letters. `told` are the occasions of its sentences, by their index;
    those of a digest tell nothing of one another, and a line that does not tell for what a letter was is left out: the
    report itself tells it, and the line would enter it a second time. `countries` are those of the people.
    """
    by_index = {view.index: view for view in views}
    pairs: dict[tuple[str, str], list[Sent]] = {}
    for one in sent:
        pairs.setdefault(one.pair, []).append(one)
    lands = {pair: frozenset(country for slug in pair if (country := countries[slug])) for pair in pairs}
    telling = {one.sentence for one in sent}.union(opened)
    clauses = {one.sentence: one.clause for one in reversed(sent)}
    day, basis = report_day(views, telling, published, clauses)
    found: list[ExchangeRead] = []
    spoken_of = letters_by_sender(views, sent) if pairs else {}
    for pair, several in pairs.items():
        own = [one.sentence for one in several]
        letters = [[view for view in spoken_of.get(one.sender, ()) if view.index > one.sentence] for one in several]
        dated = [
            day_told(by_index[one.sentence], published, one.clause, behind)
            for one, behind in zip(several, letters, strict=True)
        ]
        on, why = next(((d, b) for d, b in dated if d), (day, basis))
        within = {index: told[index] for index in own} if is_digest else told
        candidates = occasions_around(own, telling, within, is_apart=begins_apart(by_index, min(own)))
        chosen = likeliest([one for one in candidates if not is_to_come(one, on, knowledge)])
        if chosen == Occasion(OTHER) and is_digest:
            continue
        if chosen == Occasion(OTHER):
            chosen = of_letters_before(found, several) or chosen
        chosen = own_relations(chosen, lands[pair], set(lands.values()), knowledge)
        milestone = knowledge.milestones.get(chosen.milestone or "")
        dated_on = on
        if why == "weekday" and milestone and chosen.ordinal:
            on = on_the_day_itself(on, milestone, chosen.ordinal)
        chosen = by_calendar(chosen, on, lands[pair])
        year = year_of(chosen, on, knowledge)
        exchange = ExchangeRead(chosen.slug, year, on, why, pair, milestone=chosen.milestone, ordinal=chosen.ordinal)
        for one, (told_on, _) in zip(several, dated, strict=True):
            sent_on = on if told_on == dated_on else told_on
            exchange.messages.setdefault(one.sender, message(one, sent_on))
        found.append(exchange)
    return found


def letters_by_sender(views: Sequence[View], sent: Sequence[Sent]) -> dict[str, list[View]]:
    """Return by sender the sentences that speak of a message and name nobody but one who writes, and whom to."""
    found: dict[str, list[View]] = {}
    for view in views:
        if view.has("message"):
            named = {slug for one in view.mentions() for slug in one.slugs}
            writers = {one.sender for one in sent if named == set(one.pair)} if len(named) == 2 else named
            if len(writers) == 1:
                found.setdefault(writers.pop(), []).append(view)
    return found


def of_letters_before(found: Sequence[ExchangeRead], several: Sequence[Sent]) -> Occasion | None:
    """Return what the letters told of before to the same recipient are for: a row of them is for one occasion."""
    recipients = {one.recipient for one in several}
    told = (each for each in reversed(found) if any(m.recipient in recipients for m in each.messages.values()))
    before = next(told, None)
    return Occasion(before.occasion, before.milestone, before.ordinal) if before else None


def own_relations(
    occasion: Occasion, pair: frozenset[str], pairs: Collection[frozenset[str]], knowledge: Knowledge
) -> Occasion:
    """Return the occasion with the relations of these two countries, where it is told with those of another pair.

    One writes to the leaders of six countries for the same anniversary of the relations with each.
    """
    told = knowledge.milestones.get(occasion.milestone or "")
    if told is None or told.kind != "diplomatic_relations" or pair == told.parties or told.parties not in pairs:
        return occasion
    years = {slug: knowledge.milestones[slug].year for slug in knowledge.relations.get(pair, ())}
    return occasion._replace(milestone=next((slug for slug, year in years.items() if year == told.year), None))


def by_calendar(occasion: Occasion, day: datetime.date | None, pair: frozenset[str]) -> Occasion:
    """Return the Lunar New Year where two countries that keep it greet a New Year in its season."""
    if occasion.slug != "new-year" or day is None or not pair <= OF_LUNAR_CALENDAR:
        return occasion
    is_lunar = LUNAR_NEW_YEAR[0] <= (day.month, day.day) <= LUNAR_NEW_YEAR[1]
    return occasion._replace(slug="spring-festival") if is_lunar else occasion


def message(sent: Sent, sent_on: datetime.date | None) -> MessageRead:
    """Return one direction of an exchange; a headline beside the text is no evidence in it."""
    start, end = (None, None) if sent.evidence == "headline" else (sent.start, sent.end)
    return MessageRead(sent.sender, sent.recipient, start, end, sent.pattern, sent.evidence, sent_on)


def begins_apart(views: Mapping[int, View], first: int) -> bool:
    """Return whether a sentence begins a paragraph, so that the one before it may be the end of another letter."""
    return first - 1 not in views or views[first].paragraph != views[first - 1].paragraph


def likeliest(candidates: Sequence[Occasion]) -> Occasion:
    """Return what messages are for, of all that the sentences around them tell, the likeliest first."""
    plain = (occasion for occasion in candidates if occasion.rank != "incidental")
    return next(plain, None) or next(iter(candidates), None) or Occasion(OTHER)


def is_to_come(occasion: Occasion, day: datetime.date | None, knowledge: Knowledge) -> bool:
    """Return whether an anniversary is of a year to come: a letter may look ahead to it, and is for something else."""
    milestone = knowledge.milestones.get(occasion.milestone or "")
    if day is None or milestone is None or not occasion.ordinal:
        return False
    return milestone.year + occasion.ordinal > (day + AHEAD).year


def occasions_around(
    sentences: Sequence[int], telling: set[int], told: Mapping[int, Told], *, is_apart: bool
) -> Iterator[Occasion]:
    """Yield what messages told of in these sentences may be for, the likeliest first.

    Their own words; the sentence before; earlier messages, as a row of letters shares the occasion of its opening (and
    before the sentence before, where that ends another paragraph); the headline; the sentences behind, up to the next
    message; what is said in their own; the opening of the report, where they are told of near it.
    """
    first = min(sentences)
    earlier = sorted((at for at in telling if at < first), reverse=True)
    before = (*earlier, first - 1) if is_apart else (first - 1, *earlier)
    for index in (*sentences, *before, -1):
        if index in told and (own := told[index].own) and (index in sentences or own.slug != OTHER):
            yield own
    for index in range(first + 1, first + 1 + FOLLOWING):
        if index in telling and index not in sentences:
            break
        if index in told:
            yield from named(told[index])
    is_news = first < OPENING  # far below, a message is told of beside other news, which the opening is of
    for index in (*sentences, *range(-1, OPENING if is_news else 0)):
        is_near = index <= first or index in sentences
        if index in told and (is_near or index not in telling):
            yield from (each for each in named(told[index]) if is_near or each.rank != "incidental")


def named(told: Told) -> Iterator[Occasion]:
    """Yield the occasions of a sentence that have a name of their own: others may be spoken of in passing."""
    yield from (occasion for occasion in told if occasion and occasion.slug != OTHER)


def report_day(
    views: Sequence[View],
    telling: set[int],
    published: datetime.date | None,
    clauses: Mapping[int, tuple[int, int]],
) -> tuple[datetime.date | None, str | None]:
    """Return the day for messages whose own sentence tells none: that of another, else the page's.

    `clauses` are those that tell of a message, by sentence.
    """
    for view in views:
        is_lead = published is not None and 0 <= view.index < 2 and not view.has("disaster")
        if view.index in telling or is_lead:
            day, basis = day_told(view, published, clauses.get(view.index, (0, 0)))
            if day:
                return day, "inferred" if basis == "stated" else basis
    return published, "published" if published else None


def year_of(occasion: Occasion, day: datetime.date | None, knowledge: Knowledge) -> int | None:
    """Return the year greeted or observed: New Year's is the one to come, of all else the year of the day."""
    if day is not None:
        return day.year + 1 if occasion.slug == "new-year" and day.month >= 10 else day.year
    if occasion.milestone and occasion.ordinal:
        return knowledge.milestones[occasion.milestone].year + occasion.ordinal
    return occasion.year
