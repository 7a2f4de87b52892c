"""Differences between two readings as a table for spreadsheets."""

import csv
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from importers.differences import Difference
from models.database import InputError
from models.printable import as_cell

COLUMNS = (  # as the saved report reading-changes has them
    "change", "fact_kind", "read_before", "read_now", "quote", "outlet", "headline", "url", "published_on", "locator",
    "source_report_id",
)  # fmt: skip


@contextmanager
def written_to(file: str | None) -> Iterator[Callable[[Sequence[Difference]], None]]:
    """Give what writes differences into a CSV file, or nowhere.

    Raises InputError where it cannot be written, or has the name of a file of another kind.
    """
    if file is None:
        yield lambda differences: None
        return
    if Path(file).suffix.lower() != ".csv":
        raise InputError(f"{file} does not end in .csv, which is what is written")
    with writable(file) as opened:
        writer = csv.writer(opened, lineterminator="\n")
        writer.writerow(COLUMNS)
        yield lambda differences: writer.writerows(map(cells, differences))


def writable(file: str) -> TextIO:
    """Return a file opened for writing. Raises InputError where it cannot be."""
    try:
        return Path(file).open("w", encoding="utf-8", newline="")
    except OSError as error:
        raise InputError(f"{file} cannot be written: {error.strerror or error}") from None


def cells(difference: Difference) -> list[str]:
    """Return a difference as a row."""
    told = (difference.change, difference.kind, difference.read_before, difference.read_now, difference.quote)
    day = difference.published_on.isoformat() if difference.published_on else None
    source = (difference.outlet, difference.headline, difference.url, day, difference.locator)
    return [*(as_cell(text or "") for text in (*told, *source)), str(difference.report)]
