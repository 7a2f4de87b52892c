"""Records of reference files, and the rows of tables that they become."""

import csv
import datetime
import io
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TextIO

from importers.raw_report import UnreadableError
from importers.readers.encodings import decoded
from importers.readers.tables import delimiter_of
from importers.store import Row
from models import Base, key_of
from models.database import InputError

ENGLISH = "en"  # the language whose words stand in the records themselves


@dataclass
class Rows:
    """Rows by table and key. Adding a row whose natural key is there replaces it.

    Of the tables of words also which records' words are told here, each in a language: these are all of their words.
    """

    tables: dict[str, dict[int, Row]] = field(default_factory=lambda: defaultdict(dict))
    told: dict[str, set[tuple[int, str]]] = field(default_factory=lambda: defaultdict(set))

    def add(self, model: type[Base], natural_key: tuple[str | int | None, ...], **columns: Any) -> int:
        """Add the row of `model` with this natural key, and return its key."""
        key = key_of(model.__tablename__, *natural_key)
        self.tables[model.__tablename__][key] = {"id": key, **columns}
        return key

    def tell(self, model: type[Base], record: int, language: str) -> None:
        """Note that the words of the record in this language stand among the rows of `model`, all of them."""
        self.told[model.__tablename__].add((record, language))

    def of(self, model: type[Base]) -> Iterable[Row]:
        """Return the rows of a table."""
        return self.tables[model.__tablename__].values()


class Record:
    """One line of a reference file, with the columns read as what they are. Raises ValueError naming the column."""

    def __init__(self, columns: dict[str, str | None], line: int) -> None:
        self.columns = columns
        self.line = line

    def text(self, column: str) -> str:
        """Return what stands in a column that must not be empty."""
        value = self.optional(column)
        if value is None:
            raise ValueError(f"{column} is empty")
        return value

    def optional(self, column: str) -> str | None:
        """Return what stands in the column, None where nothing does."""
        return (self.columns.get(column) or "").strip() or None

    def one_of(self, column: str, values: Sequence[str]) -> str:
        """Return what stands in a column that must hold one of several words."""
        value = self.text(column)
        if value not in values:
            raise ValueError(f"{column} is {value!r}, none of {', '.join(values)}")
        return value

    def one_of_or_none(self, column: str, values: Sequence[str]) -> str | None:
        """Return what stands in a column that may hold one of several words, None where nothing does."""
        return None if self.optional(column) is None else self.one_of(column, values)

    def several(self, column: str) -> list[str]:
        """Return the values of a column that holds several, parted by semicolons."""
        return list(dict.fromkeys(part.strip() for part in (self.columns.get(column) or "").split(";") if part.strip()))

    def number(self, column: str) -> int | None:
        """Return a whole number."""
        value = self.optional(column)
        if value is None:
            return None
        try:
            return int(value)
        except ValueError:
            raise ValueError(f"{column} is no whole number: {value!r}") from None

    def date(self, column: str) -> datetime.date | None:
        """Return a date written as YYYY-MM-DD."""
        value = self.optional(column)
        if value is None:
            return None
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            raise ValueError(f"{column} is no date as YYYY-MM-DD: {value!r}") from None

    def yes(self, column: str) -> bool:
        """Return whether a yes-or-no column says yes; empty is no."""
        return (self.optional(column) or "no").casefold() in ("yes", "true", "1")

    def provenance(self) -> Row:
        """Return the columns that say where the record is from, and whether it was looked up there."""
        return {"source": self.optional("source"), "verified": self.yes("verified")}


Subject = Callable[[Record, Rows], None]


def read_records(file: TextIO, delimiter: str = ",") -> Iterator[Record]:
    """Yield the records of a CSV file that names its columns in the first line, each with the line it begins at."""
    reader = csv.DictReader(file, delimiter=delimiter)
    begins = 2
    for columns in reader:
        yield Record(columns, begins)
        begins = reader.line_num + 1


def records_of(content: bytes) -> tuple[list[str], Iterator[Record]]:
    """Return the columns' names and the records of a user's CSV file. Raises InputError where it is no table."""
    try:
        text = decoded(content).removeprefix("\ufeff")
    except UnreadableError as error:
        raise InputError(f"the file cannot be read: {error}") from None
    first = text.partition("\n")[0]
    delimiter = delimiter_of(first)
    names = [name.strip() for name in next(csv.reader([first], delimiter=delimiter), [])]
    return names, read_records(io.StringIO(text, newline=""), delimiter)
