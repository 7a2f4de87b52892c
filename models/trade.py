"""Trade: what statements claim of it, what the official figures are, and which goals were set."""

from decimal import Decimal

from sqlalchemy import CheckConstraint, Index, Numeric, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Checked, Note, PrimaryKey, Slug, Source, Verified, one_of, refers_to, supplied_by

TRADE_CLAIMS = ("level", "growth", "decline", "record", "target", "target_reached")
TRADE_FLOWS = ("total", "export", "import")
TRADE_BASES = ("calendar_year", "fiscal_year")
TARGET_FLOWS = (*TRADE_FLOWS, "additional_import")
TARGET_KINDS = ("signed", "stated", "wish", "forecast")
TARGET_OUTCOMES = ("in_time", "late", "missed")

# SQLite has no decimal type: its NUMERIC keeps whole amounts exactly, and percentages as floating point.
Amount = Numeric(24, 2).with_variant(Numeric(24, 2, asdecimal=False), "sqlite")
Percent = Numeric(9, 3).with_variant(Numeric(9, 3, asdecimal=False), "sqlite")


class TradeFigure(Base):
    """A claim on goods trade between countries in a statement."""

    __tablename__ = "trade_figure"
    __table_args__ = (
        UniqueConstraint("statement_id", "claim", "start_char"),
        Index(None, "country_a_id", "country_b_id", "year"),
        one_of("claim", TRADE_CLAIMS),
        one_of("flow", TRADE_FLOWS),
        CheckConstraint("amount >= 0", name="amount_not_negative"),
        CheckConstraint("percent >= 0", name="percent_not_negative"),
        CheckConstraint("length(currency) = 3 AND currency = upper(currency)", name="currency_is_iso4217"),
        CheckConstraint("amount IS NULL OR percent IS NULL", name="one_number"),
        CheckConstraint("year BETWEEN 1900 AND 2100", name="year_in_range"),
        CheckConstraint("base_year BETWEEN 1900 AND year - 2", name="base_year_before"),
        CheckConstraint("first_month BETWEEN 1 AND 12", name="first_month_in_year"),
        CheckConstraint("last_month BETWEEN coalesce(first_month, 13) AND 12", name="last_month_after_first"),
        CheckConstraint("end_char > start_char", name="ends_after_start"),
        {"comment": "A claim on goods trade between countries in a statement"},
    )

    id: Mapped[PrimaryKey]
    statement_id: Mapped[int] = refers_to("statement", "The statement", cascade=True, index=False)
    claim: Mapped[str] = mapped_column(comment="level, growth, decline, record, target or target_reached")
    flow: Mapped[str] = mapped_column(comment="total, or export or import as seen from country_a")
    amount: Mapped[Decimal | None] = mapped_column(
        Amount, comment="Amount in units of the currency; of a target_reached, the goal"
    )
    currency: Mapped[str | None] = mapped_column(comment="ISO 4217 code")
    percent: Mapped[Decimal | None] = mapped_column(Percent, comment="Growth or decline in percent, never negative")
    year: Mapped[int | None] = mapped_column(index=True, comment="The year that the figure is of")
    country_a_id: Mapped[int | None] = refers_to(
        "country", "One country; of an export or import, whose it is", index=False
    )
    country_b_id: Mapped[int | None] = refers_to("country", "The other country")
    start_char: Mapped[int] = mapped_column(comment="First character of the words in the body, counted from 0")
    end_char: Mapped[int] = mapped_column(comment="The character after the last one")
    first_month: Mapped[int | None] = mapped_column(
        comment="The first month that the figure is of; NULL where it is of the whole year"
    )
    last_month: Mapped[int | None] = mapped_column(
        comment="The last month that the figure is of; NULL where it is of the whole year, or of the year so far"
    )
    read_by: Mapped[str | None] = mapped_column(
        comment="Name of the pattern that read it, in the files of the report's language"
    )
    is_threshold: Mapped[bool | None] = mapped_column(
        comment="Whether the number is a bound that was passed: more than 200 billion, 230 to 240 billion"
    )
    is_checked: Mapped[Checked]
    base_year: Mapped[int | None] = mapped_column(
        comment="Of growth over several years, the year that it is counted from; NULL where that is the year before"
    )


class TradeStatistic(Base):
    """An official figure of goods trade. Sources that differ are rows of their own."""

    __tablename__ = "trade_statistic"
    __table_args__ = (
        UniqueConstraint("reporter_id", "partner_id", "year", "flow", "issuer", "basis", "value_usd"),
        one_of("flow", TRADE_FLOWS),
        one_of("basis", TRADE_BASES),
        CheckConstraint("value_usd >= 0", name="value_not_negative"),
        CheckConstraint("year BETWEEN 1900 AND 2100", name="year_in_range"),
        CheckConstraint("reporter_id <> partner_id", name="two_countries"),
        {"comment": "An official figure of goods trade"},
    )

    id: Mapped[PrimaryKey]
    reporter_id: Mapped[int] = refers_to("country", "Whose statistics", index=False)
    partner_id: Mapped[int] = refers_to("country", "With whom")
    year: Mapped[int] = mapped_column(comment="Calendar year, or the year in which the fiscal year ends")
    flow: Mapped[str] = mapped_column(comment="total, export or import as seen from the reporter")
    value_usd: Mapped[Decimal] = mapped_column(Amount, comment="US dollars")
    issuer: Mapped[str] = mapped_column(comment="The office that issued the figure")
    basis: Mapped[str] = mapped_column(comment="calendar_year or fiscal_year")
    source: Mapped[Source]
    verified: Mapped[Verified]
    note: Mapped[Note]
    supplied_by: Mapped[str] = supplied_by("trade_statistic")


class TradeTarget(Base):
    """A goal set for the trade of two countries: what is to be counted, who set it how, and how it ended.

    A goal is measured by the total of a year, unless its flow, its span or its base year says otherwise.
    """

    __tablename__ = "trade_target"
    __table_args__ = (
        one_of("flow", TARGET_FLOWS),
        one_of("kind", TARGET_KINDS),
        one_of("outcome", TARGET_OUTCOMES),
        CheckConstraint("span_years >= 1", name="span_of_years"),
        CheckConstraint("base_year BETWEEN 1900 AND 2100", name="base_year_in_range"),
        CheckConstraint("value_usd >= 0", name="value_not_negative"),
        CheckConstraint("due_year >= set_year", name="due_after_set"),
        CheckConstraint("country_a_id <> country_b_id", name="two_countries"),
        {"comment": "A goal set for the trade of two countries"},
    )

    id: Mapped[PrimaryKey]
    slug: Mapped[Slug]
    country_a_id: Mapped[int] = refers_to("country", "The country whose code sorts first")
    country_b_id: Mapped[int] = refers_to("country", "The other country")
    value_usd: Mapped[Decimal] = mapped_column(Amount, comment="US dollars, of the years of the span together")
    deadline: Mapped[str | None] = mapped_column(comment="The deadline in words")
    set_year: Mapped[int | None] = mapped_column(comment="Year in which the goal was set")
    due_year: Mapped[int | None] = mapped_column(comment="Year by which it was to be reached")
    reached_year: Mapped[int | None] = mapped_column(comment="First year whose trade reached it; NULL if none yet")
    source: Mapped[Source]
    verified: Mapped[Verified]
    note: Mapped[Note]
    flow: Mapped[str] = mapped_column(
        comment="total, or export, import or additional_import (beyond those of the base year) as seen from country_a"
    )
    with_services: Mapped[bool | None] = mapped_column(
        comment="Whether services count as well as goods; NULL where it is not said"
    )
    span_years: Mapped[int] = mapped_column(comment="Of how many years together the amount is")
    base_year: Mapped[int | None] = mapped_column(comment="The year that an additional amount is counted from")
    kind: Mapped[str] = mapped_column(
        comment="signed in a document of both, stated by leaders, a wish of one of them, or a forecast"
    )
    outcome: Mapped[str | None] = mapped_column(
        comment="in_time, late or missed; NULL while it is not due, or where no figure says"
    )
    outcome_source: Mapped[str | None] = mapped_column(comment="What the outcome rests on")
