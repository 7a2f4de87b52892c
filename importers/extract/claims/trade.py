"""Trade: what a sentence claims on the size or the course of the goods trade of two countries.

Three files of a language tell it, each of which says at its head what its patterns give: trade.toml for what is claimed
with a number, flows.toml for what the number is of, periods.toml for when. amounts.toml makes the numbers before.
Their words in words.csv have these meanings: `flow` total, export or import; `move`, `moved`, `moving`, `updown`,
`comparative` and `against` growth or decline; `multiplied`, `multiple` a factor; `fraction` percent;
`relative_year` years from now; `period` the first and the last month, "1-6", "1-" for the year so far, "same" for the
one named before.
"""

import datetime
from collections.abc import Iterator, Sequence

from importers.extract.claims.trade_figures import AGAIN, COURSES, Figure, figures_in
from importers.extract.claims.trade_flows import Flow, flow_of
from importers.extract.claims.trade_parties import Parties, parties
from importers.extract.claims.trade_partners import by_partner, in_a_row
from importers.extract.claims.trade_periods import (
    Period,
    base_of,
    bases_in,
    distance,
    only_year,
    own_place,
    period_of,
    periods_in,
)
from importers.extract.claims.trade_spoken import Spoken
from importers.extract.view import View
from importers.grammar.patterns import Patterns
from importers.grammar.tags import Row
from importers.lexicon import Vocabulary
from importers.reading import TradeRead

CLOSING = ' "”»」』)'  # what may stand behind the mark of a question


def trade_of(
    view: View, flows: Sequence[Flow], spoken: Spoken, day: datetime.date | None, vocabulary: Vocabulary
) -> list[TradeRead]:
    """Return the claims on trade of a sentence, whose `flows` they are of, in the light of what is `spoken` of.

    `day` is that of the exchange.
    """
    is_asked = view.text.rstrip(CLOSING).endswith(("?", "？"))
    if is_asked or (not view.has("flow") and not spoken.before):
        return []
    figures = told(view.row, flows, vocabulary.of("trade"), currency_of(spoken.before))
    of_trade = [(figure, flow) for figure, flow in figures if flow is not None]
    partners = by_partner(of_trade, view.row)
    when = spoken.before or spoken.when
    periods = times_of(view, spoken, day, vocabulary)
    may_be_of_several_years = any(figure.claim in COURSES for figure, _ in of_trade)
    bases = bases_in(view.row, vocabulary.of("periods"), day) if may_be_of_several_years else []
    own = [(figure, place) for figure, _ in of_trade if (place := own_place(figure.match))]
    has_parts = any(flow.kind == "part" for flow in flows)
    found: list[TradeRead] = []
    for told_as, flow in of_trade:
        figure = aimed_at(told_as, periods, day)
        whole = spoken._replace(before=[*spoken.before, *found]) if has_parts else spoken
        of = parties(flow, flows, view.row, whole, partners.get(figure.at))
        is_one_of_several = figure.match.pattern.gives["claim"] == AGAIN
        if of is None or (is_one_of_several and figure.at not in partners and flow.kind != "partner"):
            continue
        if not of.is_part or is_smaller(figure, flow, of_trade, whole.before):
            others = [place for other, place in own if other is not told_as and is_apart(other, told_as)]
            period = period_of(figure.claim, figure.at, figure.match, others, periods, day, when)
            is_ahead = figure.claim in COURSES and day is not None and (period.year or 0) > day.year + 1
            if is_ahead:  # "to double trade by 2030" has not happened
                continue
            base = base_of(figure.at, figure.match, bases, period.year) if figure.claim in COURSES else None
            found.append(read(view.row, figure, of, period, base))
    return found


def times_of(view: View, spoken: Spoken, day: datetime.date | None, vocabulary: Vocabulary) -> list[Period]:
    """Return the times that a sentence names; "that year" is the one that the sentence before tells."""
    leads = bool(vocabulary.language.settings.get("times_lead"))
    return [
        (with_year_of(period, spoken.previous) if period.is_untold else period)._replace(leads=leads or period.leads)
        for period in periods_in(view.row, vocabulary.of("periods"), day, spoken.before or spoken.when)
    ]


def is_smaller(figure: Figure, flow: Flow, of_trade: Sequence[tuple[Figure, Flow]], told: Sequence[TradeRead]) -> bool:
    """Return whether a part of trade is smaller than the whole that was told; of a percentage, the sum beside it."""
    sums = [one for one, of in of_trade if of.start == flow.start and one.amount is not None]
    wholes = [claim for claim in told if claim.flow == "total" and claim.amount is not None]
    return bool(sums) and all(
        any(whole.currency == one.currency and one.amount < whole.amount for whole in wholes)  # type: ignore[operator]
        for one in (sums if figure.amount is None else [figure])
    )


def is_apart(one: Figure, other: Figure) -> bool:
    """Return whether a figure keeps its year from another: of two sums each has its own; sum and growth share one.

    That of a sum with which another is compared is no other's. A goal is reached in the year of the sum
    that reaches it.
    """
    if "target_reached" in (one.claim, other.claim):
        return False
    return (one.amount is None) == (other.amount is None) or bool(one.match.pattern.gives.get("compared"))


def with_year_of(period: Period, previous: View | None) -> Period:
    """Return "that year" as the year that the sentence before tells, if it tells just one."""
    year = only_year(previous.row) if previous is not None else None
    return period._replace(year=year, is_untold=year is None)


def aimed_at(figure: Figure, periods: Sequence[Period], day: datetime.date | None) -> Figure:
    """Return a figure, as a goal where it is a level by a time that lies ahead: "they agreed on 5 billion by 2030".

    What is "reached" in such a time is a goal, too. In a report without a day, "by 2030" tells a time ahead.
    """
    nearest = min(periods, key=lambda period: distance(figure.at, figure.match, period), default=None)
    if nearest is None or nearest.end > figure.at:
        return figure
    if not nearest.is_due if day is None else (nearest.year or 0) <= day.year:
        return figure
    is_aimed_at = figure.claim == "target_reached" or (figure.claim == "level" and nearest.is_due)
    return figure._replace(claim="target") if is_aimed_at else figure


def currency_of(before: Sequence[TradeRead]) -> str | None:
    """Return the currency in which the sentence before told of trade, None where in none or in several."""
    told_in = {claim.currency for claim in before if claim.currency}
    return min(told_in) if len(told_in) == 1 else None


def told(
    row: Row, flows: Sequence[Flow], patterns: Patterns, currency: str | None
) -> Iterator[tuple[Figure, Flow | None]]:
    """Yield the figures of a row in their order, each with what it is of, None where that is no trade.

    `currency` is that of sums which tell none.

    A plain claim, which has no number, counts only where no other is made of trade, "any" or of the same "claim".
    """
    figures = list(in_a_row(sorted(figures_in(row, patterns, currency), key=lambda figure: figure.at)))
    governed = [(figure, flow_of(figure.at, figure.match, flows, row)) for figure in figures if figure.claim != "none"]
    made = [figure.claim for figure, flow in governed if flow is not None and "plain" not in figure.match.pattern.gives]
    for figure, flow in governed:
        plain = figure.match.pattern.gives.get("plain")
        if not (made if plain == "any" else plain is not None and figure.claim in made):
            yield figure, flow


def read(row: Row, figure: Figure, of: Parties, period: Period, base: int | None) -> TradeRead:
    """Return a claim as a plain fact; `base` is the year that a growth over several is counted from."""
    tag = row.tags[figure.at]
    return TradeRead(
        claim=figure.claim,
        flow=of.flow,
        amount=figure.amount,
        currency=figure.currency,
        percent=figure.percent,
        year=period.year,
        months=None if figure.claim.startswith("target") else period.months,
        country_a=of.country_a,
        country_b=of.country_b,
        start_char=tag.start,
        end_char=tag.end,
        read_by=figure.match.name,
        is_threshold=figure.is_threshold,
        base_year=base,
    )
