"""Occasions, exchanges, their messages, and which report tells of which exchange."""

import datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import (
    Base,
    Checked,
    Language,
    Note,
    PrimaryKey,
    Slug,
    Source,
    Verified,
    one_of,
    refers_to,
    supplied_by,
)

EVIDENCE = ("message", "greeting", "headline")
DATE_BASES = ("stated", "weekday", "inferred", "published")


class Occasion(Base):
    """What leaders write for: New Year, an anniversary, an election, a loss."""

    __tablename__ = "occasion"
    __table_args__ = ({"comment": "What leaders write for"},)

    id: Mapped[PrimaryKey]
    slug: Mapped[Slug]
    name: Mapped[str] = mapped_column(comment="English name")
    usual_dates: Mapped[str | None] = mapped_column(comment="When such messages are usually sent")
    source: Mapped[Source]
    verified: Mapped[Verified]
    note: Mapped[Note]


class OccasionPhrase(Base):
    """How reports put an occasion into words."""

    __tablename__ = "occasion_phrase"
    __table_args__ = (
        UniqueConstraint("occasion_id", "language", "phrase"),
        {"comment": "How reports put an occasion into words"},
    )

    id: Mapped[PrimaryKey]
    occasion_id: Mapped[int] = refers_to("occasion", "The occasion", cascade=True)
    phrase: Mapped[str] = mapped_column(comment="The words, matched without regard to case at word boundaries")
    language: Mapped[Language]
    supplied_by: Mapped[str] = supplied_by("occasion_phrase")


class Exchange(Base):
    """One occasion of one year between two leaders, however many reports tell of it.

    Its identity is the occasion, the year and the pair; the day may be corrected without making a second exchange.
    """

    __tablename__ = "exchange"
    __table_args__ = (
        UniqueConstraint("occasion_id", "occasion_year", "leader_a_id", "leader_b_id"),
        Index(None, "leader_a_id", "leader_b_id", "written_year", "exchanged_on"),
        Index(None, "leader_a_id", "leader_b_id", "occasion_id", "occasion_year"),
        CheckConstraint("leader_a_id <> leader_b_id", name="two_leaders"),
        CheckConstraint("ordinal > 0", name="ordinal_positive"),
        CheckConstraint("occasion_year BETWEEN 1900 AND 2100", name="occasion_year_in_range"),
        {"comment": "One occasion of one year between two leaders"},
    )

    id: Mapped[PrimaryKey]
    occasion_id: Mapped[int] = refers_to("occasion", "What they wrote for", index=False)
    occasion_year: Mapped[int | None] = mapped_column(
        index=True, comment="The year greeted or observed; NULL where it cannot be told"
    )
    exchanged_on: Mapped[datetime.date | None] = mapped_column(
        index=True, comment="The day that most accounts give, the earliest of equals"
    )
    leader_a_id: Mapped[int] = refers_to("leader", "The leader whose slug sorts first", index=False)
    leader_b_id: Mapped[int] = refers_to("leader", "The other leader")
    milestone_id: Mapped[int | None] = refers_to("milestone", "The milestone whose anniversary is the occasion")
    ordinal: Mapped[int | None] = mapped_column(comment="Which anniversary of the milestone")
    written_year: Mapped[int | None] = mapped_column(
        index=True,
        comment="Year of writing: of the day, or of the occasion where the day is not known; triggers keep it",
    )


class Message(Base):
    """One direction of an exchange, also where no report tells what it says."""

    __tablename__ = "message"
    __table_args__ = (
        UniqueConstraint("exchange_id", "sender_id"),
        Index(None, "sender_id", "recipient_id", "written_year"),
        CheckConstraint("sender_id <> recipient_id", name="two_leaders"),
        {"comment": "One direction of an exchange"},
    )

    id: Mapped[PrimaryKey]
    exchange_id: Mapped[int] = refers_to("exchange", "The exchange", cascade=True, index=False)
    sender_id: Mapped[int] = refers_to("leader", "Who wrote", index=False)
    recipient_id: Mapped[int] = refers_to("leader", "Who was written to")
    sent_on: Mapped[datetime.date | None] = mapped_column(
        comment="The day that most accounts give for the message, the earliest of equals"
    )
    written_year: Mapped[int | None] = mapped_column(
        index=True,
        comment="Year of writing: of the day, or of the occasion where the day is not known; triggers keep it",
    )


class ExchangeReport(Base):
    """A report that tells of an exchange as its news, with the day that this report gives."""

    __tablename__ = "exchange_report"
    __table_args__ = (
        UniqueConstraint("exchange_id", "source_report_id"),
        one_of("date_basis", DATE_BASES),
        {"comment": "A report that tells of an exchange"},
    )

    id: Mapped[PrimaryKey]
    exchange_id: Mapped[int] = refers_to("exchange", "The exchange", cascade=True, index=False)
    source_report_id: Mapped[int] = refers_to("source_report", "The report", cascade=True)
    exchanged_on: Mapped[datetime.date | None] = mapped_column(comment="The day of the exchange by this report")
    date_basis: Mapped[str | None] = mapped_column(
        comment="What that day rests on: stated, weekday, inferred or published"
    )
    milestone_id: Mapped[int | None] = refers_to("milestone", "The milestone by this report")
    ordinal: Mapped[int | None] = mapped_column(comment="Which anniversary of it by this report")


class MessageReport(Base):
    """A report that says that a message was sent."""

    __tablename__ = "message_report"
    __table_args__ = (
        UniqueConstraint("message_id", "source_report_id"),
        Index(None, "message_id", "source_report_id", "statement_count"),
        one_of("evidence", EVIDENCE),
        {"comment": "A report that says that a message was sent"},
    )

    id: Mapped[PrimaryKey]
    message_id: Mapped[int] = refers_to("message", "The message", cascade=True, index=False)
    source_report_id: Mapped[int] = refers_to("source_report", "The report", cascade=True)
    read_by: Mapped[str | None] = mapped_column(
        comment="Name of the pattern that read it, in the files of the report's language"
    )
    evidence: Mapped[str | None] = mapped_column(
        comment="What the message rests on: message (its channel is named), greeting (good wishes alone) or headline"
    )
    statement_id: Mapped[int | None] = refers_to(
        "statement", "The sentence that tells of it; NULL where only a headline does"
    )
    statement_count: Mapped[int] = mapped_column(
        default=0, server_default="0", comment="Number of the report's statements that tell words of the message"
    )
    is_checked: Mapped[Checked]
    sent_on: Mapped[datetime.date | None] = mapped_column(comment="The day of the message by this report")
