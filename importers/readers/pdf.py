"""PDF: a page printed by a browser, or a readout published as PDF."""

import io
import re
from collections.abc import Iterator

from importers.page_words import one_of_words
from importers.raw_report import RawReport, UnreadableError
from importers.readers.document import Document

# What a browser prints above and below each page: the moment and the title; the address and the number of the page.
ADDRESS = re.compile(r"(?P<url>(?:https?://|file:///)\S+?)(?:\s+\d+\s*/\s*\d+)?")
MARGIN = re.compile(
    rf"\d+(?:\s*/\s*\d+)?|{one_of_words('page_numbers')}"
    r"|\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+\d{1,2}:\d\d(?:\s*[AaPp][Mm])?\b.{0,200}"
)
MARGIN_LINES = 2


class Pdf:
    """A PDF file."""

    name = "PDF"
    holds_many = False

    def identifies(self, document: Document) -> bool:
        """Return whether the mark of PDF stands near its beginning."""
        return b"%PDF-" in document.head[:1024]

    def read(self, document: Document) -> Iterator[RawReport]:
        """Yield the one report in it. Raises UnreadableError for one that is encrypted or of pictures only."""
        import pypdf

        reader = pypdf.PdfReader(io.BytesIO(document.held().content or b""))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError("it is encrypted; save it without a password")
        pages = [page.extract_text().splitlines() for page in reader.pages]
        text = "\n".join("\n".join(without_margins(page)) for page in pages).strip()
        if not text:
            raise UnreadableError("there is no text in it, only pictures; run text recognition on it first")
        title = reader.metadata.title if reader.metadata else None
        yield RawReport(document.locator, text, title=title or None, url=document.url or printed_address(pages))


def without_margins(lines: list[str]) -> list[str]:
    """Return the lines of a page without what the browser printed above and below."""
    lines = [line for line in lines if line.strip()]
    last = len(lines) - MARGIN_LINES
    return [line for n, line in enumerate(lines) if not ((n < MARGIN_LINES or n >= last) and is_margin(line.strip()))]


def is_margin(line: str) -> bool:
    """Return whether the browser printed the line."""
    return bool(ADDRESS.fullmatch(line) or MARGIN.fullmatch(line))


def printed_address(pages: list[list[str]]) -> str | None:
    """Return the address of the page as the browser printed it."""
    for lines in pages:
        for line in (line.strip() for line in [*lines[:MARGIN_LINES], *lines[-MARGIN_LINES:]]):
            match = ADDRESS.fullmatch(line)
            if match and match["url"].startswith("http") and "…" not in line and "..." not in line:
                return match["url"]
    return None
