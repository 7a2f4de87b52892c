"""Themes, how they are put into words, and where statements touch them."""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Key, Language, Note, PrimaryKey, Slug, Source, Verified, one_of, refers_to, supplied_by

THEME_KINDS = ("topic", "formulation", "institution", "programme", "meeting")


class Theme(Base):
    """Something leaders write of: a topic, a set formulation, an institution, a programme, a series of meetings."""

    __tablename__ = "theme"
    __table_args__ = (one_of("kind", THEME_KINDS), {"comment": "Something leaders write of"})

    id: Mapped[PrimaryKey]
    slug: Mapped[Slug]
    kind: Mapped[str] = mapped_column(comment="topic, formulation, institution, programme or meeting")
    name: Mapped[str] = mapped_column(comment="English name")
    definition: Mapped[str | None] = mapped_column(comment="What counts as this theme")
    parent_id: Mapped[int | None] = refers_to("theme", "The wider theme")
    source: Mapped[Source]
    verified: Mapped[Verified]
    note: Mapped[Note]
    supplied_by: Mapped[str] = supplied_by("theme")


class ThemePhrase(Base):
    """How a theme is put into words."""

    __tablename__ = "theme_phrase"
    __table_args__ = (
        UniqueConstraint("theme_id", "language", "phrase"),
        {"comment": "How a theme is put into words"},
    )

    id: Mapped[PrimaryKey]
    theme_id: Mapped[int] = refers_to("theme", "The theme", cascade=True)
    phrase: Mapped[str] = mapped_column(comment="The words, matched without regard to case at word boundaries")
    needs_pair: Mapped[bool] = mapped_column(
        comment="Whether the words mean this theme only between leaders of its parties"
    )
    language: Mapped[Language]
    supplied_by: Mapped[str] = supplied_by("theme_phrase")


class ThemeParty(Base):
    """A country whose programme or meeting series a theme is."""

    __tablename__ = "theme_party"
    __table_args__ = (
        UniqueConstraint("theme_id", "country_id"),
        {"comment": "A country whose programme or meeting series a theme is"},
    )

    id: Mapped[PrimaryKey]
    theme_id: Mapped[int] = refers_to("theme", "The theme", cascade=True, index=False)
    country_id: Mapped[int] = refers_to("country", "The country")


class ThemeMention(Base):
    """A place where a statement touches a theme."""

    __tablename__ = "theme_mention"
    __table_args__ = (
        UniqueConstraint("statement_id", "theme_id", "start_char"),
        Index(None, "theme_id", "message_id", "statement_id"),
        Index(None, "message_id", "theme_id", "source_report_id"),
        CheckConstraint("end_char > start_char", name="ends_after_start"),
        CheckConstraint("ordinal > 0", name="ordinal_positive"),
        {"comment": "A place where a statement touches a theme"},
    )

    id: Mapped[PrimaryKey]
    statement_id: Mapped[int] = refers_to("statement", "The statement", cascade=True, index=False)
    theme_id: Mapped[int] = refers_to("theme", "The theme", index=False)
    start_char: Mapped[int] = mapped_column(comment="First character of the words in the body, counted from 0")
    end_char: Mapped[int] = mapped_column(comment="The character after the last one")
    ordinal: Mapped[int | None] = mapped_column(comment="Which meeting of a series, where the words say so")
    message_id: Mapped[int | None] = refers_to(
        "message",
        "The message of the statement, here too so that the themes of messages are found quickly",
        index=False,
    )
    source_report_id: Mapped[int | None] = mapped_column(
        Key,
        comment="The report of the statement, here too so that those that touch a theme of a message are found quickly",
    )
