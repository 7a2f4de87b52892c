"""Reading: what the stored reports were read with, and what the last reading again changed."""

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, PrimaryKey, one_of, refers_to

CHANGES = ("new", "gone", "different")
FACT_KINDS = ("report", "exchange", "message", "speaker", "anniversary", "trade", "theme")


class ReadingBasis(Base):
    """What some of the stored reports were read with: the rules of a version, and reference data.

    Reading again compares today's with all that stand here, reads what a difference can touch, and leaves only today's.
    """

    __tablename__ = "reading_basis"
    __table_args__ = (
        UniqueConstraint("rules_sha256", "reference_sha256", "phrases_sha256"),
        {"comment": "What some of the stored reports were read with"},
    )

    id: Mapped[PrimaryKey]
    rules_sha256: Mapped[str] = mapped_column(
        comment="SHA-256 of the program that reads and the files of its languages; unknown for reports of old versions"
    )
    reference_sha256: Mapped[str] = mapped_column(comment="SHA-256 of the reference data, but for a user's own phrases")
    phrases_sha256: Mapped[str] = mapped_column(comment="SHA-256 of a user's own phrases")


class ReadingPhrase(Base):
    """A phrase of a user's own that reports were read with: it acts only where it stands."""

    __tablename__ = "reading_phrase"
    __table_args__ = (
        UniqueConstraint("reading_basis_id", "kind", "meaning", "language", "phrase"),
        {"comment": "A phrase of a user's own that reports were read with"},
    )

    id: Mapped[PrimaryKey]
    reading_basis_id: Mapped[int] = refers_to("reading_basis", "With what else", cascade=True, index=False)
    kind: Mapped[str] = mapped_column(comment="theme_phrase or word")
    meaning: Mapped[str] = mapped_column(comment="What it means there, with all that decides where it counts")
    language: Mapped[str] = mapped_column(comment="ISO 639-1 code of the language that the words are of")
    phrase: Mapped[str] = mapped_column(comment="The words")


class ReadingChange(Base):
    """A fact that the last reading again found new, gone or different in a report."""

    __tablename__ = "reading_change"
    __table_args__ = (
        one_of("fact_kind", FACT_KINDS),
        one_of("change", CHANGES),
        CheckConstraint("end_char > start_char", name="ends_after_start"),
        {"comment": "A fact that the last reading again found new, gone or different in a report"},
    )

    id: Mapped[PrimaryKey]
    source_report_id: Mapped[int] = refers_to("source_report", "The report", cascade=True)
    fact_kind: Mapped[str] = mapped_column(comment="report, exchange, message, speaker, anniversary, trade or theme")
    change: Mapped[str] = mapped_column(comment="new, gone or different")
    read_before: Mapped[str | None] = mapped_column(comment="What was read before; NULL where the fact is new")
    read_now: Mapped[str | None] = mapped_column(comment="What is read now; NULL where the fact is gone")
    start_char: Mapped[int | None] = mapped_column(
        comment="First character of the sentence that tells it in the body; NULL where it is no sentence's"
    )
    end_char: Mapped[int | None] = mapped_column(comment="The character after the last one")
