"""Extraction: from a parsed report to everything it tells."""

import datetime
from collections import Counter

from importers.extract.address import form_of_address
from importers.extract.anniversaries import Anniversaries
from importers.extract.carried_voices import Voice
from importers.extract.exchanges import collect
from importers.extract.milestones import MilestoneWords
from importers.extract.observed_year import observed_year
from importers.extract.people import People
from importers.extract.sentence_view import SentenceView, views
from importers.extract.speakers import Speakers
from importers.extract.themes import themes_of
from importers.extract.told import Told
from importers.extract.trade import find_trade
from importers.lexicon import Lexicon
from importers.parse.dates import find_dates
from importers.parse.report import ParsedReport
from importers.reading import AnniversaryRead, Reading, StatementRead, TradeRead


def extract(parsed: ParsedReport, lexicon: Lexicon) -> Reading:
    """Return what the report tells. Never raises for any text."""
    day = parsed.published_on or stated_day(parsed)
    people = People(parsed.body, parsed.tokens, lexicon, day, home_of(parsed, lexicon))
    all_views = views(parsed, people)
    year = day.year if day else None
    of_all_named = pairs_of_all_named(people)
    drafts = Anniversaries(all_views, MilestoneWords(lexicon, of_all_named, year))
    told = collect(parsed, people, lexicon, all_views, drafts)
    pairs = [frozenset(c for slug in e.leaders if (c := people.persons[slug].country)) for e in told.exchanges]
    of_those_who_write = [pair for pair in pairs if len(pair) == 2] or of_all_named
    anniversaries = Anniversaries(all_views, MilestoneWords(lexicon, of_those_who_write, year))
    voices = Speakers(people, told, all_views).voices()
    reading = blank(parsed)
    reading.exchanges = told.exchanges
    reading.leaders = {slug: people.persons[slug].read() for e in told.exchanges for slug in e.leaders}
    reading.statements = statements(parsed, all_views, voices, anniversaries, told, people, lexicon)
    return reading


def stated_day(parsed: ParsedReport) -> datetime.date | None:
    """Return the latest whole date that the text names, for a page that tells no day of its own."""
    days = (date.on() for date in find_dates(parsed.body) if date.year)
    return max((day for day in days if day is not None), default=None)


def home_of(parsed: ParsedReport, lexicon: Lexicon) -> str | None:
    """Return the country in which the report was written: of its dateline, else of its outlet."""
    place = (parsed.dateline.place if parsed.dateline else "").casefold()
    return lexicon.capital_words.get(place) or lexicon.outlets.get(parsed.outlet or "")


def pairs_of_all_named(people: People) -> list[frozenset[str]]:
    """Return the pairs of countries of all who are named: for whom words are meant before it is known who writes."""
    countries = list(dict.fromkeys(p.country for p in people.persons.values() if p.country))[:6]
    return [frozenset((a, b)) for i, a in enumerate(countries) for b in countries[i + 1 :]]


def countries_most_named(parsed: ParsedReport) -> frozenset[str]:
    """Return the two countries that a report names most: whose trade a story without letters is about."""
    named = Counter(token.value for token in parsed.tokens if token.kind == "country")
    most = named.most_common(3)
    if len(most) < 2 or (len(most) == 3 and most[1][1] == most[2][1]):
        return frozenset()
    return frozenset(code for code, _ in most[:2])


def blank(parsed: ParsedReport) -> Reading:
    """Return a reading that tells what the page says of itself."""
    return Reading(
        locator=parsed.raw.locator,
        body=parsed.body,
        sha256=parsed.sha256,
        url=parsed.raw.url,
        headline=parsed.headline,
        dateline_place=parsed.dateline.place if parsed.dateline else None,
        published_on=parsed.published_on,
        published_basis=parsed.published_basis,
        language=parsed.language,
        outlet=parsed.outlet,
    )


def statements(
    parsed: ParsedReport,
    all_views: list[SentenceView],
    voices: list[Voice],
    anniversaries: Anniversaries,
    told: Told,
    people: People,
    lexicon: Lexicon,
) -> list[StatementRead]:
    """Return the sentences with whose words they are and what they claim."""
    found = []
    day = next((e.exchanged_on for e in told.exchanges if e.exchanged_on), None) or parsed.published_on
    pairs = [frozenset(c for slug in e.leaders if (c := people.persons[slug].country)) for e in told.exchanges]
    most_named = countries_most_named(parsed)
    before: TradeRead | None = None
    for view, voice in zip(all_views, voices, strict=True):
        own = [pairs[number] for number in voice.exchanges] or pairs[:1] or [most_named]
        trade: list[TradeRead] = []
        if before is not None or "trade noun" in view.by_kind:
            trade = find_trade(view, own[0], day, before)
        before = trade[0] if trade and "trade noun" in view.by_kind else None
        statement = StatementRead(
            view.start,
            view.end,
            voice.mode,
            len(view.text.split()),
            form_of_address(view.text),
            voice.speaker,
            voice.exchanges,
            trade=trade,
        )
        for told_of in anniversaries.of(view):
            year = observed_year(view, told_of, day, lexicon)
            statement.anniversaries.append(
                AnniversaryRead(told_of.milestone, told_of.ordinal, year, told_of.start, told_of.end)
            )
        if not (voice.joint and told.exchanges):
            statement.themes = themes_of(view, voice.speaker, trade, pairs, lexicon)
        found.append(statement)
    return found
