"""Countries and the names by which reports call them."""

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Language, Note, PrimaryKey, Source, Verified, key_of, one_of, refers_to, supplied_by

COUNTRY_KINDS = ("country", "organization")
COUNTRY_NAME_KINDS = ("name", "adjective", "demonym", "capital", "short", "compound")


class Country(Base):
    """A country of ISO 3166, or an organization that writes and trades like one (United Nations, ASEAN).

    Organizations bear the codes that ISO 3166 reserves for them (UN, EU) or leaves to users (XA to XZ).
    """

    __tablename__ = "country"
    __table_args__ = (
        one_of("kind", COUNTRY_KINDS),
        CheckConstraint("length(code) = 2 AND code = upper(code)", name="code_is_alpha2"),
        CheckConstraint("length(alpha3) = 3 AND alpha3 = upper(alpha3)", name="alpha3_is_alpha3"),
        CheckConstraint("correlates_of_war_number BETWEEN 2 AND 999", name="correlates_of_war_number_in_range"),
        {"comment": "A country of ISO 3166, or an organization that writes and trades like one"},
    )

    id: Mapped[PrimaryKey]
    code: Mapped[str] = mapped_column(unique=True, comment="ISO 3166-1 alpha-2 code")
    alpha3: Mapped[str | None] = mapped_column(unique=True, comment="ISO 3166-1 alpha-3 code; NULL for organizations")
    correlates_of_war_number: Mapped[int | None] = mapped_column(
        comment="Country number of the Correlates of War data sets"
    )
    kind: Mapped[str] = mapped_column(comment="country or organization")
    name: Mapped[str] = mapped_column(comment="Usual English name")
    demonym: Mapped[str | None] = mapped_column(comment="Usual English adjective, as in: Maldivian")
    source: Mapped[Source]
    verified: Mapped[Verified]
    note: Mapped[Note]


class CountryName(Base):
    """A word by which reports of a language call a country: a name, an adjective, its people, or its capital.

    What is short for a country in compounds stands apart: one Chinese character, which several countries may share, and
    the first half of a Russian adjective of two countries.
    """

    __tablename__ = "country_name"
    __table_args__ = (
        UniqueConstraint("country_id", "language", "kind", "name"),
        one_of("kind", COUNTRY_NAME_KINDS),
        {"comment": "A word by which reports call a country"},
    )

    id: Mapped[PrimaryKey]
    country_id: Mapped[int] = refers_to("country", "The country", cascade=True)
    kind: Mapped[str] = mapped_column(
        comment="name, adjective, demonym (the people), capital, short (in compounds, may be several countries')"
        " or compound (the first half of an adjective of two countries)"
    )
    name: Mapped[str] = mapped_column(comment="The word or words")
    language: Mapped[Language]
    supplied_by: Mapped[str] = supplied_by("country_name")


def country_key(code: str | None) -> int | None:
    """Return the key of the country with this code."""
    return None if code is None else key_of("country", code)
