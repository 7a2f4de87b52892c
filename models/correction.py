"""Corrections: what people put right, kept apart from what is read."""

import datetime

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, PrimaryKey, one_of, refers_to

CORRECTED_FACTS = (
    "report", "exchange", "message", "statement", "trade_figure", "anniversary", "theme", "leader"
)  # fmt: skip


class Correction(Base):
    """What a person put right: one property of one fact, named by what it is known by, never by a key of a row.

    It refers to no other table, so that no import, no undoing and no reading again can take it along. Places in a text
    are quotes with their number among the same words, since the same text may stand in other line widths.
    """

    __tablename__ = "correction"
    __table_args__ = (
        one_of("fact", CORRECTED_FACTS),
        CheckConstraint("length(report_sha256) = 64", name="report_sha256_length"),
        CheckConstraint("occurrence >= 1", name="occurrence_from_one"),
        CheckConstraint("(quote IS NULL) = (occurrence IS NULL)", name="place_is_whole"),
        {"comment": "What a person put right: one property of one fact"},
    )

    id: Mapped[PrimaryKey]
    fact: Mapped[str] = mapped_column(
        comment="Kind of the fact: report, exchange, message, statement, trade_figure, anniversary, theme or leader"
    )
    report_sha256: Mapped[str | None] = mapped_column(
        index=True, comment="Digest of the report that tells it (source_report.sha256); NULL where it holds in all"
    )
    locator: Mapped[str | None] = mapped_column(comment="Where that report was found, for people; it decides nothing")
    quote: Mapped[str | None] = mapped_column(comment="The words of the report that tell it, white space folded")
    occurrence: Mapped[int | None] = mapped_column(
        comment="Which of the places in the report where these words stand, from 1"
    )
    claim: Mapped[str | None] = mapped_column(
        comment="Of a trade figure its claim, of an anniversary its milestone, of a theme the theme, as read"
    )
    occasion: Mapped[str | None] = mapped_column(comment="Slug of the occasion of the exchange")
    occasion_year: Mapped[int | None] = mapped_column(comment="Its year; NULL where it could not be told")
    leader_a: Mapped[str | None] = mapped_column(comment="Slug of the leader of the pair whose slug sorts first")
    leader_b: Mapped[str | None] = mapped_column(comment="Slug of the other leader of the pair")
    sender: Mapped[str | None] = mapped_column(comment="Slug of the sender of the message")
    leader: Mapped[str | None] = mapped_column(comment="Slug of the leader")
    property: Mapped[str] = mapped_column(
        comment="What of the fact was put right: exists, occasion, exchanged_on, speaker, amount, same_as ..."
    )
    read_value: Mapped[str | None] = mapped_column(
        comment="What the machine read; the correction holds only while it still does. NULL for nothing"
    )
    right_value: Mapped[str | None] = mapped_column(comment="What is right; NULL for nothing")
    why: Mapped[str] = mapped_column(comment="Why")
    source: Mapped[str | None] = mapped_column(comment="What it rests on: a document, an address")
    made_by: Mapped[str] = mapped_column(comment="Who put it right")
    made_at: Mapped[datetime.datetime] = mapped_column(comment="When, UTC")


class CorrectionReport(Base):
    """A report in whose reading a correction was met: it holds there, or something else is read by now.

    These rows are made with each reading, like all else that a report tells.
    """

    __tablename__ = "correction_report"
    __table_args__ = (
        UniqueConstraint("correction_id", "source_report_id"),
        {"comment": "A report in whose reading a correction was met"},
    )

    id: Mapped[PrimaryKey]
    correction_id: Mapped[int] = refers_to("correction", "The correction", cascade=True, index=False)
    source_report_id: Mapped[int] = refers_to("source_report", "The report", cascade=True)
    is_applied: Mapped[bool] = mapped_column(
        comment="Whether it holds there; false where something else is read than what was corrected"
    )
    read_now: Mapped[str | None] = mapped_column(comment="What is read there now; NULL for nothing")
    read_by: Mapped[str | None] = mapped_column(
        comment="Name of the pattern that read what was corrected, in the files of the report's language"
    )
    exchange_id: Mapped[int | None] = refers_to(
        "exchange", "Of a day or a milestone of an exchange, the exchange: whether it holds is settled there"
    )
