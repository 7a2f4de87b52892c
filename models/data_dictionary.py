"""The data dictionary: what every table, every view and every column is, for tools that show no comments."""

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, PrimaryKey, one_of

RELATION_KINDS = ("table", "view")


class DataDictionary(Base):
    """A table or view, or a column of one. `chancery init` writes the rows anew from models and saved reports."""

    __tablename__ = "data_dictionary"
    __table_args__ = (
        UniqueConstraint("relation", "position"),
        one_of("kind", RELATION_KINDS),
        CheckConstraint("(position = 0) = (column_name IS NULL)", name="position_0_is_the_relation"),
        {"comment": "What every table, view and column is"},
    )

    id: Mapped[PrimaryKey]
    relation: Mapped[str] = mapped_column(comment="Name of the table or view")
    kind: Mapped[str] = mapped_column(comment="table or view")
    position: Mapped[int] = mapped_column(comment="Place of the column, from 1; 0 for the table or view itself")
    column_name: Mapped[str | None] = mapped_column(comment="Name of the column; NULL for the table or view itself")
    type: Mapped[str | None] = mapped_column(
        comment="text, integer, bigint, numeric, boolean, date or timestamp; NULL where it is not known"
    )
    description: Mapped[str | None] = mapped_column(comment="What it is; NULL where nobody has said")
