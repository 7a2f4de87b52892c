"""Settling: the occasion, day and year of exchanges that only the whole report tells."""

import datetime
import re

from importers.extract.anniversaries import Anniversaries
from importers.extract.occasions import INCIDENTAL, OF_MILESTONE, occasion_of
from importers.extract.sentence_view import SentenceView
from importers.extract.told import OccasionTold, Told
from importers.lexicon import Lexicon
from importers.parse.dates import A_WEEKDAY, find_dates, weekday_number
from importers.parse.report import ParsedReport, said_day
from importers.reading import ExchangeRead

NEW_YEAR = re.compile(r"\bnew year,? (20\d\d)\b|\b(20\d\d) new year\b", re.IGNORECASE)
DATED = re.compile(r"\b(?:message|letter|telegram|cable|card|reply)s?,?\s+(?:was |were )?dated\b", re.IGNORECASE)
SENT_ON = re.compile(  # "Kim sent the message Friday", of messages told of before
    r"\b(?:sent|dispatched|exchanged|delivered|wrote|dated) (?:(?:the|this|his|her|their|these|them|it)\b)[^.;,]{0,30}?"
    rf"(?P<day>(?:on )?{A_WEEKDAY})\b"
)
THANKS_FOR = re.compile(
    r"\b(?:thank\w*|grat(?:itude|eful)|appreciat\w+)\b.{0,120}\b(?:greet|congrat|wish|felicit|condol|sympath)",
    re.IGNORECASE | re.DOTALL,
)
THANKS = ("hank", "rat", "ppreciat")


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
                or told.later.get(number)
                or report_occasion(parsed, lexicon, all_views, anniversaries)
            )
        if exchange.occasion == "visit-thanks":
            answered = occasion_answered(lexicon, all_views, anniversaries)
            if answered:
                exchange.occasion, exchange.milestone, exchange.ordinal = answered
        if exchange.exchanged_on is None:
            exchange.exchanged_on, exchange.date_basis = day, basis
        if exchange.date_basis == "weekday":
            exchange.exchanged_on = on_the_day_itself(exchange, lexicon)
        exchange.occasion_year = year_of(exchange, parsed, anniversaries, lexicon)


def occasion_answered(
    lexicon: Lexicon, all_views: list[SentenceView], anniversaries: Anniversaries
) -> OccasionTold | None:
    """Return the occasion of the greetings for which a reply thanks."""
    for view in all_views[:8]:
        if any(word in view.text for word in THANKS) and THANKS_FOR.search(view.text):
            occasion, milestone, ordinal = occasion_of(view.text, anniversaries.of(view), lexicon)
            if occasion and occasion not in INCIDENTAL:
                return occasion, milestone, ordinal
    return None


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
    for told_day in (dated_day, weekday_told):
        day, basis = told_day(parsed, all_views[:6])
        if day:
            return day, basis
    if parsed.published_on:
        return parsed.published_on, "published"
    for view in all_views[:3]:
        for date in find_dates(parsed.body, view.start, view.end):
            if date.year:
                return date.on(), "stated"
    return None, None


def dated_day(parsed: ParsedReport, views: list[SentenceView]) -> tuple[datetime.date | None, str | None]:
    """Return the day of "the message, dated March 29"."""
    for view in views:
        dated = DATED.search(view.text) if " dated" in view.text else None
        for date in find_dates(parsed.body, view.start + dated.end(), view.end)[:1] if dated else ():
            return date.on(parsed.published_on.year if parsed.published_on else None), "stated"
    return None, None


def weekday_told(parsed: ParsedReport, views: list[SentenceView]) -> tuple[datetime.date | None, str | None]:
    """Return the day of "sent the message on Friday", else that of the first weekday told, near the page's day."""
    if parsed.published_on is None:
        return None, None
    for view in views:
        sent = SENT_ON.search(view.text)
        if sent:
            return said_day(parsed, view.start + sent.start("day"), view.end)
    for view in views:
        if weekday_number(parsed.body, view.start, view.end):
            day, basis = said_day(parsed, view.start, view.end)
            if day and -3 <= (parsed.published_on - day).days <= 7:
                return day, basis
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
