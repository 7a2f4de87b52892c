"""Exchanges: the messages that sentences tell of, put together by pair, with their occasion, day and year."""

import datetime
import re
from dataclasses import dataclass, field

from importers.extract.anniversaries import Anniversaries
from importers.extract.correspondence import Correspondence, Telling
from importers.extract.occasions import INCIDENTAL, OF_MILESTONE, occasion_of, only_mentions
from importers.extract.people import People
from importers.extract.sentence_view import SentenceView, headline_view
from importers.lexicon import Lexicon
from importers.parse.dates import DAY, find_dates, weekday_number
from importers.parse.report import ParsedReport, said_day
from importers.reading import ExchangeRead

SAME_DAY = re.compile(r"\b(?:the\s+)?same\s+day\b|\bthat\s+day\b", re.IGNORECASE)
NEW_YEAR = re.compile(r"\bnew year,? (20\d\d)\b|\b(20\d\d) new year\b", re.IGNORECASE)
IN_MESSAGE = re.compile(
    r"\bin (?:it|these|(?:his|her|the|a|their|these) (?:\w+ ){0,2}"
    r"(?:messages?|letters?|telegrams?|cables?|greetings))\b",
    re.IGNORECASE,
)
DATED = re.compile(r"\b(?:message|letter|telegram|cable|card|reply)s?,?\s+(?:was |were )?dated\b", re.IGNORECASE)
OF_THANKS = re.compile(
    r"\b(?:message|letter|cable|telegram)s? of (?:thanks|gratitude|appreciation)\b(?!.*\bfor (?:his|her|the))"
)
SENT_ON = re.compile(  # "Kim sent the message Friday", of messages told of before
    r"\b(?:sent|dispatched|exchanged|delivered|wrote|dated) (?:(?:the|this|his|her|their|these|them|it)\b)[^.;,]{0,30}?"
    r"(?P<day>(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
THANKS_FOR = re.compile(
    r"\bthank\w*\b.{0,120}\b(?:greet|congrat|wish|felicit|condol|sympath)", re.IGNORECASE | re.DOTALL
)
YESTERDAY, TODAY = re.compile(r"\byesterday\b", re.IGNORECASE), re.compile(r"\btoday\b", re.IGNORECASE)


OccasionTold = tuple[str, str | None, int | None]  # the occasion, and the milestone and ordinal of an anniversary


@dataclass
class Told:
    """The exchanges of a report, and in which sentence each was first told of."""

    exchanges: list[ExchangeRead] = field(default_factory=list)
    first_told: dict[int, list[int]] = field(default_factory=dict)  # sentence -> exchanges first told of in it
    later: dict[int, OccasionTold] = field(default_factory=dict)  # exchange -> the occasion by a later sentence
    pairs: dict[int, list[tuple[str, str]]] = field(
        default_factory=dict
    )  # sentence -> senders and recipients it tells of


def collect(
    parsed: ParsedReport,
    people: People,
    lexicon: Lexicon,
    all_views: list[SentenceView],
    anniversaries: Anniversaries,
) -> Told:
    """Return the exchanges that the report tells of as its news."""
    correspondence, told = Correspondence(parsed, people), Told()
    known: dict[tuple[str, str], int] = {}
    for view in all_views:
        telling = correspondence.tell(view)
        if telling is None:
            continue
        add_telling(telling, view, parsed, lexicon, told, known, anniversaries)
    if not told.exchanges:
        for telling, view in quoting(all_views, people):
            add_telling(telling, view, parsed, lexicon, told, known, anniversaries)
    if not told.exchanges and not correspondence.talks:
        view = headline_view(parsed, people)
        telling = Correspondence(parsed, people).tell(view) if view else None
        if view and telling:
            add_telling(telling, view, parsed, lexicon, told, known, anniversaries)
    settle(parsed, told, lexicon, all_views, anniversaries)
    return told


def quoting(all_views: list[SentenceView], people: People) -> list[tuple[Telling, SentenceView]]:
    """Return the messages of a text cut off at its beginning: "Xi said in his message", "Hamid said in his message".

    Only where exactly two leaders are named at all, so that it is clear who wrote to whom.
    """
    leaders = [slug for slug, person in people.persons.items() if person.roles]
    if len(leaders) != 2:
        return []
    found = []
    for view in all_views:
        match = IN_MESSAGE.search(view.text)
        writer = next((m.slug for m in view.named() if match and abs(m.start - view.start - match.start()) < 80), None)
        if writer in leaders:
            other = next(slug for slug in leaders if slug != writer)
            found.append((Telling([(writer, other)]), view))
    return found


def add_telling(
    telling: Telling,
    view: SentenceView,
    parsed: ParsedReport,
    lexicon: Lexicon,
    told: Told,
    known: dict[tuple[str, str], int],
    anniversaries: Anniversaries,
) -> None:
    """Enter the messages that a sentence tells of, into exchanges known before or new ones."""
    told.pairs[view.index] = telling.pairs
    keys = [(min(pair), max(pair)) for pair in telling.pairs]
    wanted = any(key not in known or not told.exchanges[known[key]].occasion for key in keys)
    occasion = occasion_of(view.text, anniversaries.of(view), lexicon) if wanted else (None, None, None)
    is_weak = telling.goes_on or (
        (occasion[0] in INCIDENTAL and not OF_THANKS.search(view.text))
        or only_mentions(view.text, view.start, anniversaries.of(view))
    )
    for key, pair in zip(keys, telling.pairs, strict=True):
        if key not in known:
            day, basis = day_of(view, parsed, told)
            known[key] = len(told.exchanges)
            told.exchanges.append(ExchangeRead("", None, day, basis, key))
            if occasion[0] and not is_weak:
                exchange = told.exchanges[-1]
                exchange.occasion, exchange.milestone, exchange.ordinal = occasion[0], *occasion[1:]
            told.first_told.setdefault(view.index, []).append(known[key])
        if occasion[0]:
            told.later.setdefault(known[key], (occasion[0], *occasion[1:]))
        exchange = told.exchanges[known[key]]
        exchange.messages.add(pair)
        if exchange.exchanged_on is None:
            exchange.exchanged_on, exchange.date_basis = day_of(view, parsed, told)


def day_of(view: SentenceView, parsed: ParsedReport, told: Told) -> tuple[datetime.date | None, str | None]:
    """Return the day that a sentence gives for the messages it tells of, and its basis."""
    day, basis = said_day(parsed, view.start, view.end, of_source=False)
    if day and parsed.published_on and not -3 <= (parsed.published_on - day).days <= 45:
        day, basis = None, None  # a date of something else: of the event commemorated, say
    if day:
        return day, basis
    if SAME_DAY.search(view.text) and told.exchanges:
        return told.exchanges[-1].exchanged_on, told.exchanges[-1].date_basis
    if parsed.published_on and YESTERDAY.search(view.text):
        return parsed.published_on - DAY, "weekday"
    if parsed.published_on and TODAY.search(view.text):
        return parsed.published_on, "weekday"
    return None, None


def settle(
    parsed: ParsedReport,
    told: Told,
    lexicon: Lexicon,
    all_views: list[SentenceView],
    anniversaries: Anniversaries,
) -> None:
    """Give each exchange what only the whole report tells: its occasion, its day, its year."""
    if not told.exchanges:
        return
    day, basis = report_day(parsed, all_views, told)
    before = occasion_before(parsed, told, lexicon, all_views, anniversaries)
    for number, exchange in enumerate(told.exchanges):
        if not exchange.occasion:
            first = next((e for e in told.exchanges if e.occasion), None)
            another = (first.occasion, first.milestone, first.ordinal) if first else None
            exchange.occasion, exchange.milestone, exchange.ordinal = (
                (another if first and first.milestone else None)
                or before
                or another
                or answered(told.later.get(number), lexicon, all_views, anniversaries)
                or report_occasion(parsed, lexicon, all_views, anniversaries)
            )
        if exchange.exchanged_on is None:
            exchange.exchanged_on, exchange.date_basis = day, basis
        if exchange.date_basis == "weekday":
            exchange.exchanged_on = on_the_day_itself(exchange, lexicon)
        exchange.occasion_year = year_of(exchange, parsed, anniversaries, lexicon)


def answered(
    told: OccasionTold | None, lexicon: Lexicon, all_views: list[SentenceView], anniversaries: Anniversaries
) -> OccasionTold | None:
    """Return the occasion that a later sentence gave; of a reply, that of the greetings for which it thanks."""
    if told and told[0] == "visit-thanks":
        for view in all_views[:8]:
            occasion, milestone, ordinal = occasion_of(view.text, anniversaries.of(view), lexicon)
            if occasion and occasion not in INCIDENTAL and THANKS_FOR.search(view.text):
                return occasion, milestone, ordinal
    return told


def occasion_before(
    parsed: ParsedReport, told: Told, lexicon: Lexicon, all_views: list[SentenceView], anniversaries: Anniversaries
) -> OccasionTold | None:
    """Return the occasion that the sentence before the first messages told of, or the headline, gives."""
    first = max(0, min(told.first_told))
    for view in all_views[max(0, first - 1) : first]:
        occasion, milestone, ordinal = occasion_of(view.text, anniversaries.of(view), lexicon)
        if occasion:
            return occasion, milestone, ordinal
    headline = occasion_of(parsed.headline, [], lexicon)[0] if parsed.headline else None
    return report_occasion(parsed, lexicon, all_views, anniversaries) if headline else None


def report_occasion(
    parsed: ParsedReport, lexicon: Lexicon, all_views: list[SentenceView], anniversaries: Anniversaries
) -> tuple[str, str | None, int | None]:
    """Return the occasion that headline or first sentences tell of, for exchanges whose own sentence does not."""
    if parsed.headline:
        occasion = occasion_of(parsed.headline, [], lexicon)[0]
        if occasion:
            told = next((a for a in anniversaries.all() if a.milestone), None)
            same = told and told.milestone and OF_MILESTONE.get(lexicon.milestones[told.milestone].kind) == occasion
            return occasion, told.milestone if told and same else None, told.ordinal if told and same else None
    for view in all_views[:8]:
        occasion, milestone, ordinal = occasion_of(view.text, anniversaries.of(view), lexicon)
        if occasion:
            return occasion, milestone, ordinal
    return "other", None, None


def report_day(
    parsed: ParsedReport, all_views: list[SentenceView], told: Told
) -> tuple[datetime.date | None, str | None]:
    """Return the day for exchanges whose own sentence gives none: another exchange's, a weekday told, the page's."""
    for exchange in told.exchanges:
        if exchange.exchanged_on:
            return exchange.exchanged_on, "inferred"
    for view in all_views[:6]:
        dated = DATED.search(view.text) if " dated" in view.text else None
        for date in find_dates(parsed.body, view.start + dated.end(), view.end)[:1] if dated else ():
            return date.on(parsed.published_on.year if parsed.published_on else None), "stated"
    for view in all_views[:6]:
        sent = SENT_ON.search(view.text) if parsed.published_on else None
        if sent:
            return said_day(parsed, view.start + sent.start("day"), view.end)
    for view in all_views[:6]:
        if parsed.published_on and weekday_number(parsed.body, view.start, view.end):
            day, basis = said_day(parsed, view.start, view.end)
            if day and -3 <= (parsed.published_on - day).days <= 7:
                return day, basis
    if parsed.published_on:
        return parsed.published_on, "published"
    for view in all_views[:3]:
        for date in find_dates(parsed.body, view.start, view.end):
            if date.year:
                return date.on(), "stated"
    return None, None


def on_the_day_itself(exchange: ExchangeRead, lexicon: Lexicon) -> datetime.date | None:
    """Return the day of the anniversary where a weekday may mean it: pages are stamped some days early or late."""
    day = exchange.exchanged_on
    milestone = lexicon.milestones.get(exchange.milestone or "")
    if day is None or milestone is None or not milestone.month or not milestone.day or not exchange.ordinal:
        return day
    try:
        itself = datetime.date(milestone.year + exchange.ordinal, milestone.month, milestone.day)
    except ValueError:
        return day
    return itself if itself.weekday() == day.weekday() and abs((itself - day).days) <= 7 else day


def year_of(exchange: ExchangeRead, parsed: ParsedReport, anniversaries: Anniversaries, lexicon: Lexicon) -> int | None:
    """Return the year greeted or observed: New Year's is the one to come, of all else the year of the day.

    Where no day is known, the year follows from the anniversary counted, or from "New Year 2026".
    """
    day = exchange.exchanged_on or parsed.published_on
    if day is not None:
        return day.year + 1 if exchange.occasion == "new-year" and day.month >= 10 else day.year
    if exchange.milestone and exchange.ordinal:
        return lexicon.milestones[exchange.milestone].year + exchange.ordinal
    if exchange.occasion == "new-year":
        named = NEW_YEAR.search(parsed.body) or NEW_YEAR.search(parsed.headline or "")
        return int(named[1] or named[2]) if named else None
    return next(
        (lexicon.milestones[a.milestone].year + a.ordinal for a in anniversaries.all() if a.milestone),
        None,
    )
