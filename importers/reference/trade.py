"""Official trade figures, and goals set for trade."""

from decimal import Decimal, InvalidOperation

from importers.reference.records import Record, Rows
from models import TradeStatistic, TradeTarget, country_key
from models.trade import TARGET_FLOWS, TARGET_KINDS, TARGET_OUTCOMES, TRADE_BASES, TRADE_FLOWS


def amount(record: Record, column: str) -> Decimal:
    """Return an amount of money."""
    try:
        return Decimal(record.text(column))
    except InvalidOperation:
        raise ValueError(f"{column} is no amount: {record.text(column)!r}") from None


def trade_statistic(record: Record, rows: Rows) -> None:
    """Add an official figure. One with a source counts as looked up there, unless the record says that it was not."""
    reporter, partner, year = record.text("reporter"), record.text("partner"), record.number("year")
    flow, basis = record.one_of("flow", TRADE_FLOWS), record.one_of("basis", TRADE_BASES)
    issuer = record.text("issuer")
    value = amount(record, "value_usd")
    rows.add(
        TradeStatistic,
        (reporter, partner, year, flow, issuer, basis, f"{value:.2f}"),
        reporter_id=country_key(reporter),
        partner_id=country_key(partner),
        year=year,
        flow=flow,
        value_usd=value,
        issuer=issuer,
        basis=basis,
        note=record.optional("note"),
        source=record.optional("source"),
        verified=record.yes("verified") if record.optional("verified") else record.optional("source") is not None,
    )


def trade_target(record: Record, rows: Rows) -> None:
    """Add a goal set for the trade of two countries."""
    slug, parties = record.text("target_id"), sorted(record.several("parties"))
    if len(parties) != 2:
        raise ValueError(f"parties must name two countries, not {len(parties)}")
    rows.add(
        TradeTarget,
        (slug,),
        slug=slug,
        country_a_id=country_key(parties[0]),
        country_b_id=country_key(parties[1]),
        value_usd=amount(record, "value_usd"),
        flow=record.one_of("flow", TARGET_FLOWS),
        with_services=record.yes("with_services") if record.optional("with_services") else None,
        span_years=record.number("span_years"),
        base_year=record.number("base_year"),
        kind=record.one_of("kind", TARGET_KINDS),
        deadline=record.optional("wording_of_deadline"),
        set_year=record.number("set_year"),
        due_year=record.number("due_year"),
        reached_year=record.number("reached_year"),
        outcome=record.one_of_or_none("outcome", TARGET_OUTCOMES),
        outcome_source=record.optional("outcome_source"),
        note=record.optional("note"),
        **record.provenance(),
    )
