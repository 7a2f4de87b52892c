"""Publishers and the reports they publish, with the stored text that all evidence points into."""

import datetime

from sqlalchemy import CheckConstraint, UniqueConstraint, true
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Key, Language, PrimaryKey, Slug, Source, Verified, one_of, refers_to, supplied_by

OUTLET_KINDS = ("agency", "newspaper", "broadcaster", "government", "other")
PUBLISHED_BASES = ("metadata", "page", "dateline", "inferred")


class Outlet(Base):
    """A publisher of reports."""

    __tablename__ = "outlet"
    __table_args__ = (one_of("kind", OUTLET_KINDS), {"comment": "A publisher of reports"})

    id: Mapped[PrimaryKey]
    slug: Mapped[Slug]
    name: Mapped[str] = mapped_column(comment="Usual English name")
    kind: Mapped[str] = mapped_column(comment="agency, newspaper, broadcaster, government or other")
    country_id: Mapped[int | None] = refers_to("country", "The country it publishes from")
    domain: Mapped[str | None] = mapped_column(comment="Main internet domain")
    source: Mapped[Source]
    verified: Mapped[Verified]


class OutletName(Base):
    """A name by which reports of a language call an outlet; in English, besides the usual one."""

    __tablename__ = "outlet_name"
    __table_args__ = (
        UniqueConstraint("outlet_id", "language", "name"),
        {"comment": "A name by which reports call an outlet, besides the usual one in English"},
    )

    id: Mapped[PrimaryKey]
    outlet_id: Mapped[int] = refers_to("outlet", "The outlet", cascade=True)
    language: Mapped[Language]
    name: Mapped[str] = mapped_column(comment="The name as reports write it")
    supplied_by: Mapped[str] = supplied_by("outlet_name")


class OutletMark(Base):
    """What proves in a text or an address that the outlet is its publisher: a domain, or words such as (Xinhua)."""

    __tablename__ = "outlet_mark"
    __table_args__ = (
        UniqueConstraint("kind", "mark", "outlet_id"),
        one_of("kind", ("domain", "marker")),
        {"comment": "What proves that an outlet is the publisher of a text"},
    )

    id: Mapped[PrimaryKey]
    outlet_id: Mapped[int] = refers_to("outlet", "The outlet", cascade=True)
    kind: Mapped[str] = mapped_column(comment="domain (of an address) or marker (in the text)")
    mark: Mapped[str] = mapped_column(comment="The domain or the words")


class SourceReport(Base):
    """One report as published. Its body never changes: statements and claims point at characters of it."""

    __tablename__ = "source_report"
    __table_args__ = (
        CheckConstraint("length(sha256) = 64", name="sha256_length"),
        CheckConstraint("length(body) > 0", name="body_not_empty"),
        one_of("published_basis", PUBLISHED_BASES),
        {"comment": "One report as published"},
    )

    id: Mapped[PrimaryKey]
    sha256: Mapped[str] = mapped_column(
        unique=True, comment="SHA-256 of the body with white space folded: what decides that a report is new"
    )
    locator: Mapped[str] = mapped_column(comment="Where it was read from: a path, a place in an archive, or an address")
    outlet_id: Mapped[int | None] = refers_to("outlet", "The publisher; NULL where neither text nor source tells")
    url: Mapped[str | None] = mapped_column(comment="Address of the page, where known")
    headline: Mapped[str | None] = mapped_column(comment="Headline")
    dateline_place: Mapped[str | None] = mapped_column(comment="City of the dateline")
    published_on: Mapped[datetime.date | None] = mapped_column(index=True, comment="Day of publication")
    published_basis: Mapped[str | None] = mapped_column(
        comment="What published_on rests on: metadata, page, dateline or inferred"
    )
    language: Mapped[str | None] = mapped_column(comment="ISO 639-1 code of the language")
    body: Mapped[str] = mapped_column(
        comment="The text, with line ends as LF; offsets of statements count its characters from 0"
    )
    account_id: Mapped[int | None] = refers_to(
        "source_report",
        "The report that stands for all that carry this same text or nearly; its own key where it stands alone",
    )
    import_run_id: Mapped[int] = refers_to("import_run", "The import that brought it")
    is_current: Mapped[bool] = mapped_column(
        default=True,
        server_default=true(),
        comment="Whether its source still says so; a text that was edited since is kept, but tells nothing any more",
    )


class ReportLocator(Base):
    """A place where a report was found, and what the source says of it there.

    A text found in two places is one report with two locators. The report takes text and metadata from the locator
    that sorts first; where a source says something else from time to time, from what was found there last.
    """

    __tablename__ = "report_locator"
    __table_args__ = (
        UniqueConstraint("locator", "content_sha256"),
        CheckConstraint("length(content_sha256) = 64", name="content_sha256_length"),
        {"comment": "A place where a report was found, and what the source says of it there"},
    )

    id: Mapped[PrimaryKey]
    source_report_id: Mapped[int] = refers_to("source_report", "The report found there", cascade=True)
    locator: Mapped[str] = mapped_column(comment="A path, a place in an archive, or an address")
    content_sha256: Mapped[str] = mapped_column(
        comment="SHA-256 of what was read there: of a file's bytes, of a record's fields"
    )
    title: Mapped[str | None] = mapped_column(comment="Title that the source gives")
    url: Mapped[str | None] = mapped_column(comment="Address that the source gives")
    outlet: Mapped[str | None] = mapped_column(comment="Outlet that the source gives")
    published_on: Mapped[datetime.date | None] = mapped_column(comment="Day of publication that the source gives")
    language: Mapped[str | None] = mapped_column(comment="Language that the source gives")
    body: Mapped[str | None] = mapped_column(
        comment="The text as it stands there, where it differs in white space; NULL where it is the report's"
    )
    origin: Mapped[int | None] = mapped_column(
        Key,
        index=True,
        comment="Of what it is a version: of a file, or of the record of an address in a file; what is found of it last"
        " stands for it. NULL where a place is a number only, which may be another's tomorrow",
    )


class Sighting(Base):
    """A stretch of imports each of which met a report at a place.

    What an import met is known to the last place, so that it can be taken back, and a folder that is imported again and
    again makes the stretch longer, not the table.
    """

    __tablename__ = "sighting"
    __table_args__ = (
        UniqueConstraint("report_locator_id", "first_run_id"),
        CheckConstraint("last_run_id >= first_run_id", name="last_after_first"),
        {"comment": "A stretch of imports each of which met a report at a place"},
    )

    id: Mapped[PrimaryKey]
    report_locator_id: Mapped[int] = refers_to("report_locator", "The place", cascade=True, index=False)
    first_run_id: Mapped[int] = refers_to("import_run", "The import that met it there first", index=False)
    last_run_id: Mapped[int] = refers_to("import_run", "The last import that did, and each between them", index=False)
