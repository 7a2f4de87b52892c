"""Leaders, the names they go by, the offices of countries, and who held which office when."""

import datetime

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Language, Note, PrimaryKey, Slug, Source, Verified, one_of, refers_to, supplied_by

GENDERS = ("f", "m")
OFFICE_ROLES = ("head_of_state", "head_of_government", "party_leader", "monarch", "other")
RELATIONS = ("spouse", "parent", "child", "sibling", "namesake")
LEADER_NAME_KINDS = ("full", "variant", "family")


class Leader(Base):
    """A person who writes or is written to.

    A leader whom no reference data knows is entered as provisional when a report names them, and stays so until a
    reference file or a user confirms them. Relatives and namesakes of leaders who are in the news have rows of their
    own, so that they are not taken for the leaders.
    """

    __tablename__ = "leader"
    __table_args__ = (
        one_of("gender", GENDERS),
        CheckConstraint("died_on > born_on", name="died_after_birth"),
        CheckConstraint("wikidata_id LIKE 'Q%'", name="wikidata_id_is_item"),
        {"comment": "A person who writes or is written to"},
    )

    id: Mapped[PrimaryKey]
    slug: Mapped[Slug]
    full_name: Mapped[str] = mapped_column(comment="Usual full name in English reports")
    native_name: Mapped[str | None] = mapped_column(comment="Full name in the native script")
    is_family_name_first: Mapped[bool] = mapped_column(comment="Whether the family name stands first in full_name")
    gender: Mapped[str | None] = mapped_column(comment="f or m: whom he and she may mean; NULL where unknown")
    wikidata_id: Mapped[str | None] = mapped_column(unique=True, comment="Wikidata item, where it was looked up")
    country_id: Mapped[int | None] = refers_to("country", "The country led; NULL where the report does not tell")
    provisional: Mapped[bool] = mapped_column(comment="Read from a report, in no reference data, to be confirmed")
    source: Mapped[Source]
    verified: Mapped[Verified]
    note: Mapped[Note]
    supplied_by: Mapped[str] = supplied_by("leader")
    born_on: Mapped[datetime.date | None] = mapped_column(comment="Day of birth, where known")
    died_on: Mapped[datetime.date | None] = mapped_column(comment="Day of death, where known")


class LeaderRelation(Base):
    """Whose relative or namesake somebody is who is in the news, and easily taken for the leader."""

    __tablename__ = "leader_relation"
    __table_args__ = (
        UniqueConstraint("leader_id", "related_to_id"),
        one_of("relation", RELATIONS),
        CheckConstraint("leader_id <> related_to_id", name="two_people"),
        {"comment": "Whose relative or namesake somebody is who is in the news, and easily taken for the leader"},
    )

    id: Mapped[PrimaryKey]
    leader_id: Mapped[int] = refers_to("leader", "The relative or namesake", cascade=True, index=False)
    relation: Mapped[str] = mapped_column(comment="spouse, parent, child, sibling or namesake")
    related_to_id: Mapped[int] = refers_to("leader", "The leader whose spouse, parent and so on it is", cascade=True)


class LeaderName(Base):
    """A name that a leader goes by, in a language."""

    __tablename__ = "leader_name"
    __table_args__ = (
        UniqueConstraint("leader_id", "language", "name"),
        one_of("kind", LEADER_NAME_KINDS),
        {"comment": "A name that a leader goes by, in a language"},
    )

    id: Mapped[PrimaryKey]
    leader_id: Mapped[int] = refers_to("leader", "The leader", cascade=True)
    name: Mapped[str] = mapped_column(comment="The name as written")
    language: Mapped[Language]
    kind: Mapped[str] = mapped_column(comment="full, variant, or family (the short name of a second mention)")
    supplied_by: Mapped[str] = supplied_by("leader_name")


class Office(Base):
    """An office of a country, such as its presidency."""

    __tablename__ = "office"
    __table_args__ = (
        one_of("role", OFFICE_ROLES),
        CheckConstraint("holders >= 1", name="holders_positive"),
        {"comment": "An office of a country"},
    )

    id: Mapped[PrimaryKey]
    slug: Mapped[Slug]
    country_id: Mapped[int] = refers_to("country", "The country, or the organization, of the office")
    title: Mapped[str] = mapped_column(comment="Usual English title")
    role: Mapped[str] = mapped_column(comment="head_of_state, head_of_government, party_leader, monarch or other")
    holders: Mapped[int] = mapped_column(comment="How many hold it at a time")
    source: Mapped[Source]
    verified: Mapped[Verified]
    note: Mapped[Note]
    supplied_by: Mapped[str] = supplied_by("office")


class OfficeTitle(Base):
    """A title by which reports of a language call an office; in English, besides the usual one."""

    __tablename__ = "office_title"
    __table_args__ = (
        UniqueConstraint("office_id", "language", "title"),
        {"comment": "A title by which reports call an office, besides the usual one in English"},
    )

    id: Mapped[PrimaryKey]
    office_id: Mapped[int] = refers_to("office", "The office", cascade=True)
    title: Mapped[str] = mapped_column(comment="The title as reports write it")
    language: Mapped[Language]
    supplied_by: Mapped[str] = supplied_by("office_title")


class Tenure(Base):
    """The time in which a leader held an office, from the first day to the day of handover, which is not included.

    Triggers, which a migration makes, refuse two leaders on one day in an office that is held by one.
    """

    __tablename__ = "tenure"
    __table_args__ = (
        UniqueConstraint("leader_id", "office_id", "started_on"),
        CheckConstraint("ended_on > started_on", name="ends_after_start"),
        {"comment": "The time in which a leader held an office"},
    )

    id: Mapped[PrimaryKey]
    leader_id: Mapped[int] = refers_to("leader", "Who held the office", cascade=True)
    office_id: Mapped[int] = refers_to("office", "The office held", cascade=True)
    started_on: Mapped[datetime.date] = mapped_column(comment="First day in office")
    ended_on: Mapped[datetime.date | None] = mapped_column(
        comment="Day of handover, not included; NULL while in office"
    )
    is_acting: Mapped[bool] = mapped_column(comment="Whether the office was held for the time being")
    source: Mapped[Source]
    verified: Mapped[Verified]
    note: Mapped[Note]
    supplied_by: Mapped[str] = supplied_by("tenure")
