"""What is wrong in a database: where, what, and what to do."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from models.printable import in_one_line

READ_AGAIN = "chancery import again --all reads all anew"
BY_HAND = "a row was changed outside Chancery; put it right in SQL, or restore a copy"


@dataclass(frozen=True)
class Wrong:
    """One thing that is wrong: the row or the report it is in, what is wrong with it, and what a person can do."""

    where: str
    what: str
    advice: str

    def __str__(self) -> str:
        """Return it in one line."""
        return in_one_line(f"{self.where}: {self.what}; {self.advice}")


Check = Callable[[Connection], Iterator[Wrong]]


def row_of(table: str, key: int, locator: str | None = None) -> str:
    """Return how a row is named to people: by its table and key, and the report it was read in."""
    return f"{table} {key}" + (f" of {locator}" if locator else "")
