"""Words of a user's own, beside those in the files of a language."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, PrimaryKey


class Word(Base):
    """A word of a user's own that reading looks for: a phrase that carries a tag which patterns ask for."""

    __tablename__ = "word"
    __table_args__ = (
        UniqueConstraint("language", "tag", "meaning", "phrase"),
        {"comment": "A word of a user's own that reading looks for"},
    )

    id: Mapped[PrimaryKey]
    language: Mapped[str] = mapped_column(comment="ISO 639-1 code")
    tag: Mapped[str] = mapped_column(comment="The tag that patterns ask for")
    meaning: Mapped[str] = mapped_column(comment="What it means there, empty for tags without meanings")
    phrase: Mapped[str] = mapped_column(comment="The words as reports write them")
