"""Statements: the sentences of reports, with their place in the stored body."""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, PrimaryKey, one_of, refers_to

STATEMENT_MODES = ("direct", "indirect", "narrated")
FORMS_OF_ADDRESS = ("dear friend", "old friend", "friend", "brother", "comrade")  # the warmest first
ADDRESSED = text("address IS NOT NULL")


class Statement(Base):
    """A sentence of a report: of a message, or the journalist's own (no message).

    A sentence that belongs to messages to several recipients stands once for each of them.
    `substr(body, start_char + 1, end_char - start_char)` of the report is the quote, on every engine.
    """

    __tablename__ = "statement"
    __table_args__ = (
        UniqueConstraint("source_report_id", "start_char", "end_char", "message_id"),
        Index(None, "message_id", "source_report_id", "mode", "word_count"),
        Index(None, "message_id", "address", sqlite_where=ADDRESSED, postgresql_where=ADDRESSED),
        one_of("mode", STATEMENT_MODES),
        one_of("address", FORMS_OF_ADDRESS),
        CheckConstraint("start_char >= 0", name="start_not_negative"),
        CheckConstraint("end_char > start_char", name="ends_after_start"),
        {"comment": "A sentence of a report, with its place in the body"},
    )

    id: Mapped[PrimaryKey]
    source_report_id: Mapped[int] = refers_to("source_report", "The report", cascade=True, index=False)
    message_id: Mapped[int | None] = refers_to(
        "message", "The message it tells the words of; NULL where the journalist speaks", index=False
    )
    start_char: Mapped[int] = mapped_column(comment="First character in the body, counted from 0")
    end_char: Mapped[int] = mapped_column(comment="The character after the last one")
    mode: Mapped[str] = mapped_column(
        comment="direct (quoted words), indirect (reported speech) or narrated (told by the journalist)"
    )
    word_count: Mapped[int] = mapped_column(
        default=0, server_default="0", comment="Number of its words, parted by spaces"
    )
    address: Mapped[str | None] = mapped_column(
        comment="The warmest form of address in it: dear friend, old friend, friend, brother or comrade; NULL if none"
    )
    quoted_word_count: Mapped[int] = mapped_column(
        default=0,
        server_default="0",
        comment="Number of its words in quotation marks, parted by spaces; 0 where it is no direct speech",
    )
    read_by: Mapped[str | None] = mapped_column(
        comment="Name of the pattern that tells whose words it gives; NULL where none does"
    )
    speaker_id: Mapped[int | None] = refers_to(
        "leader", "Whose words it tells: who sent the message, or wrote to somebody who is no leader; NULL for nobody's"
    )
