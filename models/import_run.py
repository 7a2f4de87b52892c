"""Imports: when they ran, what they brought, and what they could not read."""

import datetime

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Key, PrimaryKey, refers_to


class ImportRun(Base):
    """One import of reports. Runs are numbered as they come."""

    __tablename__ = "import_run"
    __table_args__ = (
        CheckConstraint("ended_at >= started_at", name="ends_after_start"),
        {"comment": "One import of reports"},
    )

    id: Mapped[int] = mapped_column(Key, primary_key=True, autoincrement=False, comment="Number of the import, from 1")
    started_at: Mapped[datetime.datetime] = mapped_column(comment="When it began, UTC")
    ended_at: Mapped[datetime.datetime | None] = mapped_column(comment="When it ended, UTC; NULL if it was cut off")
    version: Mapped[str] = mapped_column(comment="Version of Chancery that read the reports")
    inserted: Mapped[int] = mapped_column(comment="Reports that were new")
    updated: Mapped[int] = mapped_column(comment="Reports known before that gained a locator")
    unchanged: Mapped[int] = mapped_column(comment="Reports known before, as they were")
    rejected: Mapped[int] = mapped_column(comment="What could not be read")
    left_out: Mapped[int] = mapped_column(
        default=0, server_default="0", comment="Pages of web archives that tell of no exchange"
    )


class Rejection(Base):
    """Something that could not be read, kept aside with the reason until a later import reads it."""

    __tablename__ = "rejection"
    __table_args__ = (
        UniqueConstraint("locator"),
        {"comment": "Something that could not be read, and why"},
    )

    id: Mapped[PrimaryKey]
    locator: Mapped[str] = mapped_column(comment="The path, the place in an archive, or the address")
    reason: Mapped[str] = mapped_column(comment="Why it could not be read, and what to do")
    import_run_id: Mapped[int] = refers_to("import_run", "The import that last met it")
