"""Milestones: dated events that anniversaries count from, and where statements tell of an anniversary."""

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Checked, Language, Note, PrimaryKey, Slug, Source, Verified, refers_to, supplied_by


class Milestone(Base):
    """A dated event that anniversaries count from. Where only the year is known, month and day are NULL."""

    __tablename__ = "milestone"
    __table_args__ = (
        CheckConstraint("month BETWEEN 1 AND 12", name="month_in_range"),
        CheckConstraint("day BETWEEN 1 AND 31", name="day_in_range"),
        CheckConstraint("day IS NULL OR month IS NOT NULL", name="day_has_month"),
        CheckConstraint("year BETWEEN 1 AND 2100", name="year_in_range"),
        {"comment": "A dated event that anniversaries count from"},
    )

    id: Mapped[PrimaryKey]
    slug: Mapped[Slug]
    kind: Mapped[str] = mapped_column(
        comment="diplomatic_relations, treaty, partnership, state_founded, party_founded, war_end ..."
    )
    name: Mapped[str] = mapped_column(comment="English name")
    year: Mapped[int] = mapped_column(comment="Year of the event")
    month: Mapped[int | None] = mapped_column(comment="Month, where known")
    day: Mapped[int | None] = mapped_column(comment="Day of the month, where known")
    source: Mapped[Source]
    verified: Mapped[Verified]
    note: Mapped[Note]
    supplied_by: Mapped[str] = supplied_by("milestone")


class MilestoneParty(Base):
    """A country whose milestone it is."""

    __tablename__ = "milestone_party"
    __table_args__ = (
        UniqueConstraint("milestone_id", "country_id"),
        {"comment": "A country whose milestone it is"},
    )

    id: Mapped[PrimaryKey]
    milestone_id: Mapped[int] = refers_to("milestone", "The milestone", cascade=True, index=False)
    country_id: Mapped[int] = refers_to("country", "The country")


class MilestonePhrase(Base):
    """How a milestone is put into words."""

    __tablename__ = "milestone_phrase"
    __table_args__ = (
        UniqueConstraint("milestone_id", "language", "phrase"),
        {"comment": "How a milestone is put into words"},
    )

    id: Mapped[PrimaryKey]
    milestone_id: Mapped[int] = refers_to("milestone", "The milestone", cascade=True)
    phrase: Mapped[str] = mapped_column(comment="The words, matched without regard to case at word boundaries")
    needs_pair: Mapped[bool] = mapped_column(
        comment="Whether the words mean this milestone only between leaders of its parties"
    )
    language: Mapped[Language]
    supplied_by: Mapped[str] = supplied_by("milestone_phrase")


class AnniversaryMention(Base):
    """An ordinal anniversary told of in a statement."""

    __tablename__ = "anniversary_mention"
    __table_args__ = (
        UniqueConstraint("statement_id", "milestone_id", "ordinal", "start_char"),
        CheckConstraint("ordinal > 0", name="ordinal_positive"),
        CheckConstraint("end_char > start_char", name="ends_after_start"),
        {"comment": "An ordinal anniversary told of in a statement"},
    )

    id: Mapped[PrimaryKey]
    statement_id: Mapped[int] = refers_to("statement", "The statement", cascade=True, index=False)
    milestone_id: Mapped[int | None] = refers_to(
        "milestone", "The milestone; NULL where the text names none that is known"
    )
    ordinal: Mapped[int] = mapped_column(comment="Which anniversary")
    observed_year: Mapped[int | None] = mapped_column(comment="The year in which it falls, as the text has it")
    start_char: Mapped[int] = mapped_column(comment="First character of the words in the body, counted from 0")
    end_char: Mapped[int] = mapped_column(comment="The character after the last one")
    read_by: Mapped[str | None] = mapped_column(
        comment="Name of the pattern that read it, in the files of the report's language"
    )
    is_checked: Mapped[Checked]
