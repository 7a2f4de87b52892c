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
    """A stretch of imports each of which could not read something, for the same reason; or could again, or it was gone.

    It is kept aside as long as no later import found nothing wrong there. What each import found stays, so that an
    import can be taken back.
    """

    __tablename__ = "rejection"
    __table_args__ = (
        CheckConstraint("last_run_id >= first_run_id", name="last_after_first"),
        {"comment": "What imports could not read, and why, and that later ones could"},
    )

    id: Mapped[PrimaryKey]
    locator: Mapped[str] = mapped_column(index=True, comment="The path, the place in an archive, or the address")
    reason: Mapped[str | None] = mapped_column(
        comment="Why it could not be read, and what to do; NULL where nothing was wrong any more"
    )
    first_run_id: Mapped[int] = refers_to("import_run", "The first import that found so", index=False)
    last_run_id: Mapped[int] = refers_to("import_run", "The last import that did, and each between them", index=False)


class WebArchive(Base):
    """A web archive that an import went through to its end, and all of which it could read.

    As long as neither the file nor what decides which pages to leave out is another, it need not be gone through again.
    """

    __tablename__ = "web_archive"
    __table_args__ = (
        UniqueConstraint("locator", "import_run_id"),
        {"comment": "A web archive that an import went through to its end"},
    )

    id: Mapped[PrimaryKey]
    import_run_id: Mapped[int] = refers_to("import_run", "The import", cascade=True, index=False)
    locator: Mapped[str] = mapped_column(comment="The path of the file")
    content_sha256: Mapped[str] = mapped_column(comment="SHA-256 of the file's bytes")
    rules_sha256: Mapped[str] = mapped_column(
        comment="SHA-256 of the program and the reference data by which pages were left out"
    )
    left_out: Mapped[int] = mapped_column(comment="Pages that tell of no exchange")
