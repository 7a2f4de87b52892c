"""Trade: what a sentence claims of the size or the course of goods trade between countries."""

import datetime
import re

from importers.extract.not_trade import is_cooperation
from importers.extract.sentence_view import SentenceView
from importers.extract.trade_amounts import amounts, goals_to_multiply
from importers.extract.trade_course import courses, percents, records
from importers.extract.trade_figure import FigureFound
from importers.extract.trade_months import months_of
from importers.extract.trade_year import year_cues, year_of
from importers.lexicon import Token, longest
from importers.reading import Months, TradeRead

IN_MONEY = re.compile(r"\s?(?:dollars?\b|\$)")  # "40 billion U.S. dollars"
OF_THE_PAIR = re.compile(r"\b(?:(?:the two|both|our|their) (?:countries|nations|sides|states|economies)|bilateral)\b")


def find_trade(
    view: SentenceView, pair: frozenset[str], day: datetime.date | None, before: TradeRead | None
) -> list[TradeRead]:
    """Return the claims on trade of a sentence.

    `pair` are the countries of the leaders who write; `before` is the first claim of the sentence
    before, if it made one: figures of this one may be of the same trade and year.
    """
    text, start, end = view.body, view.start, view.end
    nouns = longest([t for t in view.by_kind.get("trade noun", ()) if not is_cooperation(text, t)])
    if not nouns and before is None:
        return []
    found = list(amounts(text, start, end))
    found += [*percents(text, start, end, view.tokens, nouns), *records(text, view.tokens, nouns, found)]
    found += goals_to_multiply(text, start, end, nouns, found)
    if not found and nouns:
        found = courses(text, end, view.tokens, nouns)
    claims = []
    for figure in found:
        years = year_cues(text, start, end, figure)
        year = year_of(text, figure, years, day, before)
        months = months_of(text, start, end, figure, years, before.months if before else None)
        claims.append(claim_of(view, figure, nouns, pair, year, months))
    return claims


def claim_of(
    view: SentenceView,
    figure: FigureFound,
    nouns: list[Token],
    pair: frozenset[str],
    year: int | None,
    months: Months | None,
) -> TradeRead:
    """Return the claim that a figure makes, of the trade of two countries in a year, or in some months of it."""
    flow, countries = parties(view, nouns, figure.start, pair)
    is_percent = figure.claim in ("growth", "decline")
    return TradeRead(
        claim=figure.claim,
        flow=flow,
        amount=None if is_percent else figure.number,
        currency=figure.currency,
        percent=figure.number if is_percent else None,
        year=year,
        months=months,
        country_a=countries[0] if countries else None,
        country_b=countries[1] if len(countries) > 1 else None,
        start_char=figure.start,
        end_char=figure.end,
    )


def parties(view: SentenceView, nouns: list[Token], place: int, pair: frozenset[str]) -> tuple[str, list[str]]:
    """Return the flow, and the two countries, the one whose export or import it is first."""
    flow = min(nouns, key=lambda n: abs(n.start - place)).value if nouns else "total"
    own = [t for t in view.by_kind.get("country", ()) if not IN_MONEY.match(view.body, t.end)]
    named = list(dict.fromkeys(t.value for t in own))
    if pair and set(named) != pair and OF_THE_PAIR.search(view.text):
        named = []  # "trade between the two countries", whoever else the sentence names
    countries = named[:2] if len(named) == 2 else sorted(pair)
    if len(named) == 1 and named[0] in pair:
        countries = [named[0], *sorted(pair - {named[0]})]
    if flow == "total":
        return flow, sorted(countries[:2])
    other = {"export": "to ", "import": "from "}[flow]  # before the country that is not the one whose flow it is
    partner = next((t.value for t in own if view.before(t.start, 10).endswith(other)), None)
    return flow, sorted(countries[:2], key=lambda country: country == partner)
