"""Exchanges: the messages that sentences tell of, put together by pair, with their occasion, day and year."""

import datetime
import re

from importers.extract.anniversaries import Anniversaries
from importers.extract.correspondence import Correspondence, Telling
from importers.extract.occasion_of_row import opens_row, says_only
from importers.extract.occasions import INCIDENTAL, occasion_of, only_mentions
from importers.extract.people import People
from importers.extract.printed_letter import printed_letter
from importers.extract.sentence_view import SentenceView, headline_view
from importers.extract.settling import settle
from importers.extract.told import IN_MESSAGE, Told
from importers.lexicon import Lexicon
from importers.parse.dates import DAY
from importers.parse.report import ParsedReport, said_day
from importers.reading import ExchangeRead

SAME_DAY = re.compile(r"\b(?:the\s+)?same\s+day\b|\bthat\s+day\b", re.IGNORECASE)
OF_THANKS = re.compile(
    r"\b(?:message|letter|cable|telegram)s? of (?:thanks|gratitude|appreciation)\b(?!.*\bfor (?:his|her|the))"
)
YESTERDAY, TODAY = re.compile(r"\byesterday\b", re.IGNORECASE), re.compile(r"\btoday\b", re.IGNORECASE)


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
    if parsed.headline and opens_row(parsed.headline):
        told.row = (parsed.headline, [])
    for view in all_views:
        telling = correspondence.tell(view)
        if telling is None:
            if correspondence.opened_by is view and opens_row(view.text):
                told.row = (view.text, anniversaries.of(view))
            continue
        add_telling(telling, view, parsed, lexicon, told, known, anniversaries)
    told.of_another_time = correspondence.of_another_time
    if not told.exchanges:
        told.letter = printed_letter(parsed, people)
        view_of_it = next((v for v in all_views if told.letter and v.start >= told.letter.start), None)
        if told.letter and view_of_it:
            pair = (told.letter.signatory, told.letter.recipient)
            add_telling(Telling([pair]), view_of_it, parsed, lexicon, told, known, anniversaries)
    if not told.exchanges:
        for telling, view in quoting(all_views, people):
            add_telling(telling, view, parsed, lexicon, told, known, anniversaries)
    if not told.exchanges and not correspondence.talks:
        headline = headline_view(parsed, people)
        telling = Correspondence(parsed, people).tell(headline) if headline else None
        if headline and telling:
            add_telling(telling, headline, parsed, lexicon, told, known, anniversaries)
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
    if occasion[0] and told.row and says_only(view, anniversaries.of(view), lexicon):
        of_row = occasion_of(*told.row, lexicon)
        occasion = of_row if of_row[0] else occasion
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
