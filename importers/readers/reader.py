"""What every reader meets: it recognises one form in which reports are kept, and takes the reports out of it."""

from collections.abc import Iterator
from typing import Protocol

from importers.raw_report import ColumnsUsed, LeftOut, RawReport, Rejected
from importers.readers.document import Document

Part = RawReport | Rejected | Document | ColumnsUsed | LeftOut


class Reader(Protocol):
    """A reader of one format. A new format is a new file with one of these, and a line in `formats.READERS`."""

    name: str
    """What people call the format."""

    holds_many: bool
    """Whether one file holds many reports. Those that hold one are opened by the processes that read in parallel."""

    def identifies(self, document: Document) -> bool:
        """Return whether the document is of this format, by its content and its name."""

    def read(self, document: Document) -> Iterator[Part]:
        """Yield the reports in the document, documents within it, and what cannot be read. Raises UnreadableError."""
