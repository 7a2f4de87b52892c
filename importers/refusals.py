"""Refusals: where the database refuses a batch, the reports for which it does are found, and all others loaded."""

from collections.abc import Sequence

from sqlalchemy import Connection
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, StatementError

from importers.accounts import Sketch
from importers.load import load
from importers.outcomes import Counts, Found
from importers.raw_report import Rejected

OF_A_ROW = ("22", "23", "54")  # classes of PostgreSQL's errors: data, integrity, limits of the program


def load_all(
    connection: Connection, founds: Sequence[Found], run: int, remembered: dict[int, Sketch]
) -> tuple[Counts, dict[Found, Rejected]]:
    """Load the reports that the database takes; return what this counts, and why it refuses the others."""
    try:
        with connection.begin_nested():
            return load(connection, founds, run, remembered), {}
    except (StatementError, UnicodeError, OverflowError) as error:
        if not is_of_a_row(error):
            raise first_failure(error) from None
        if len(founds) == 1:
            return Counts(), {founds[0]: Rejected(founds[0].locator, f"the database refuses it: {first_line(error)}")}
    middle = len(founds) // 2
    counts, refused = load_all(connection, founds[:middle], run, remembered)
    others, more = load_all(connection, founds[middle:], run, remembered)
    return counts.and_those(others), refused | more


def is_of_a_row(error: Exception) -> bool:
    """Return whether a row is at fault: not the disk, not the connection, not the program."""
    if not isinstance(error, DBAPIError):
        return isinstance(cause_of(error), UnicodeError | OverflowError)
    state = getattr(error.orig, "sqlstate", None)
    return str(state).startswith(OF_A_ROW) if state else isinstance(error, DataError | IntegrityError)


def cause_of(error: Exception) -> BaseException:
    """Return the driver's own error."""
    return (error.orig if isinstance(error, StatementError) else None) or error


def first_line(error: Exception) -> str:
    """Return what the driver says, in one line."""
    return str(cause_of(error)).strip().splitlines()[0]


def first_failure(error: Exception) -> Exception:
    """Return what failed first: a full disk takes the savepoint with it, and going back to that fails as well."""
    first, before = error, error.__context__
    while before is not None:
        first = before if isinstance(before, StatementError) else first
        before = before.__context__
    return first
