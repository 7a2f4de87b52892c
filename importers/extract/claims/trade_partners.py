"""Partners of trade: the country that a report calls its own, and several partners with a figure for each.

What a language gives (words.csv): `home`, words by which a journalist means the country of the outlet ("our country").
In flows.toml a pattern may keep `partners`, several countries; in trade.toml the claim "again" is that of the figure
right before: in a row of as many as there are partners, "to Japan, Peru and Fiji 5, 4 and 3 billion dollars", or with
a partner of its own, "to Japan by 5 and to Peru by 4 percent".
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from importers.extract.claims.trade_figures import AGAIN, Figure
from importers.extract.claims.trade_flows import Flow, listed_partners
from importers.grammar.alphabet import Sense
from importers.grammar.tags import Row

IN_A_ROW = 8  # tags from one figure of a row to the next, at most


def at_home(row: Row, country: str | None, made: Mapping[str, Sense]) -> Row:
    """Return the row with words for the journalist's own country as its name."""
    places = [place for place, tag in enumerate(row.tags) if "home" in tag.sense] if country else []
    if not places:
        return row
    sense = Sense(made["country"].letter, {"country": (country or "",)})
    tags = [tag._replace(sense=sense) if place in places else tag for place, tag in enumerate(row.tags)]
    return Row(tags, "".join([tag.sense.letter for tag in tags]))


def in_a_row(figures: Iterable[Figure]) -> Iterator[Figure]:
    """Yield figures in their order, those that make the claim of the one before with that claim, if it is as near."""
    last: Figure | None = None
    for figure in figures:
        is_as_before = last is not None and (figure.amount is None) == (last.amount is None)
        if figure.claim != AGAIN:
            last = figure
        elif last is not None and is_as_before and figure.at - last.at <= IN_A_ROW:
            last = figure._replace(claim=last.claim)
        else:
            continue
        yield last


def by_partner(of_trade: Sequence[tuple[Figure, Flow]], row: Row) -> dict[int, str]:
    """Return which of several partners each figure is of, by its place: where as many figures are told as partners."""
    found: dict[int, str] = {}
    for flow in {flow.start: flow for _, flow in of_trade if "partners" in flow.match.kept}.values():
        partners = listed_partners(flow, row)
        own = [figure for figure, other in of_trade if other is flow]
        for told in ([f for f in own if f.amount is not None], [f for f in own if f.percent is not None]):
            if len(told) == len(partners):
                found |= {figure.at: partner for figure, partner in zip(told, partners, strict=True)}
    return found
