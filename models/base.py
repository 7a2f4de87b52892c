"""What all models share: the metadata with its naming convention, recurring columns, keys derived from natural keys."""

import datetime
import hashlib
from collections.abc import Iterable
from typing import Annotated, Any

from sqlalchemy import BigInteger, CheckConstraint, Date, DateTime, ForeignKey, Integer, MetaData, Text, false
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, mapped_column
from sqlalchemy.sql.elements import conv

NAMING_CONVENTION = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
}

# SQLite makes a column the table's own key only if its type is spelled INTEGER; PostgreSQL needs 8 bytes for ours.
Key = BigInteger().with_variant(Integer, "sqlite")

KEY_BITS = 53  # the integers that JSON, JavaScript and spreadsheets keep exactly
OWN_BITS = 37  # of the key of a part; the 16 before them are its whole's


class Base(DeclarativeBase):
    """The registry of all tables."""

    metadata = MetaData(naming_convention=NAMING_CONVENTION)
    type_annotation_map = {str: Text, int: Integer, datetime.date: Date, datetime.datetime: DateTime(timezone=True)}  # noqa: RUF012 - read once by SQLAlchemy


def key_of(table: str, *natural_key: str | int | None) -> int:
    """Return the key of the row of `table` with this natural key: a positive integer below 2**53.

    The key is derived, not counted, so the same facts have the same keys in every database, whatever the order and
    the number of imports, and rows can refer to each other before any of them is stored.
    """
    text = "\x1f".join([table, *("" if part is None else str(part) for part in natural_key)])
    digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return (int.from_bytes(digest, "big") >> (64 - KEY_BITS)) or 1


def key_within(whole: int, table: str, *natural_key: str | int | None) -> int:
    """Return the key of a row that is part of another row: derived in the same way, but for the first bits.

    Those are the whole's, so that the rows of one report lie side by side in their table and its indexes: a database
    of any size then stores, finds and joins them in a few pages, where keys in no order take a page for each row.
    """
    own = key_of(table, whole, *natural_key) & ((1 << OWN_BITS) - 1)
    return whole >> OWN_BITS << OWN_BITS | own or 1


def one_of(column: str, values: Iterable[str], *, name: str | None = None) -> CheckConstraint:
    """Return the named CHECK that `column` holds one of `values` (or NULL, where the column allows it)."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=name or f"{column}_known")


def refers_to(table: str, comment: str, *, cascade: bool = False, index: bool = True) -> MappedColumn[Any]:
    """Return a mapped column that refers to the key of `table`; with `cascade`, rows go when that row goes."""
    return mapped_column(
        Key, ForeignKey(f"{table}.id", ondelete="CASCADE" if cascade else None), index=index, comment=comment
    )


def supplied_by(table: str) -> Mapped[str]:
    """Return the mapped column that says who supplied a row of `table`.

    Its CHECK stands in the column, where SQLite can add it to a table with rows.
    """
    allowed = CheckConstraint(
        "supplied_by IN ('chancery', 'user', 'report')", name=conv(f"ck_{table}_supplied_by_known")
    )
    return mapped_column(
        Text,
        allowed,
        default="chancery",
        server_default="chancery",
        comment="chancery (ships with it), user (imported from a file of theirs) or report (read from a report only)",
    )


PrimaryKey = Annotated[
    int, mapped_column(Key, primary_key=True, autoincrement=False, comment="Key, derived from the natural key")
]
Slug = Annotated[
    str, mapped_column(Text, unique=True, comment="The name of the row in saved reports, filters and reference files")
]
Language = Annotated[
    str, mapped_column(Text, server_default="en", comment="ISO 639-1 code of the language that the words are of")
]
Source = Annotated[str | None, mapped_column(Text, comment="Where the row was looked up")]
Verified = Annotated[
    bool, mapped_column(comment="Whether the source gives the row; false where it is from general knowledge")
]
Checked = Annotated[
    bool,
    mapped_column(
        default=False, server_default=false(), comment="Whether a person put it right, or looked and found it right"
    ),
]
Note = Annotated[str | None, mapped_column(Text, comment="What a user of the row should know")]
