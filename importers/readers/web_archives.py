"""Web archives: WARC files, of which only pages are taken that may tell of an exchange."""

import io
import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from importers.raw_report import Rejected
from importers.readers.document import LARGEST_REPORT, Document

# Words of which a page that tells of an exchange has one of each kind: what was sent, and who sends such things.
SENT = (
    *("congratulat", "greeting", "felicitat", "condolence", "telegram", "well-wishes", "well wishes"),
    *("messages? (?:of|to|from)", "letters? (?:of|to|from)", r"exchanged? (?:\w+ )*messages"),
    *("贺电", "致电", "поздрав", "Поздрав"),
)
SENDERS = (
    *("president", "premier", "prime minister", "chancellor", "head of state", "general secretary", "chairman"),
    *("king", "queen", "emperor", "emir", "sultan", "主席", "总理", "президент", "Президент"),
)
SENT_WORDS, SENDER_WORDS = (re.compile("|".join(words).encode(), re.IGNORECASE) for words in (SENT, SENDERS))
BEGINNING = b"WARC/"
PAGES = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")


def holds_pages(head: bytes) -> bool:
    """Return whether a file that begins so is a web archive, as it is or compressed."""
    if head.startswith(b"\x1f\x8b"):
        with suppress(zlib.error):
            head = zlib.decompressobj(wbits=31).decompress(head, len(BEGINNING))
    return head.startswith(BEGINNING)


class WebArchive:
    """A WARC file. A compressed one comes here through the reader of compressed files."""

    name = "web archive"
    holds_many = True

    def identifies(self, document: Document) -> bool:
        """Return whether it begins with a WARC record."""
        return document.head.startswith(BEGINNING)

    def read(self, document: Document) -> Iterator[Document | Rejected]:
        """Yield the pages that may tell of an exchange."""
        from warcio.archiveiterator import ArchiveIterator

        with document.open() as file:
            for record in ArchiveIterator(file):
                page = page_of(record)
                if page is not None:
                    url = record.rec_headers.get_header("WARC-Target-URI")
                    found_at = f"{document.locator}!{url} {record.rec_headers.get_header('WARC-Date')}"
                    yield document.part(url, io.BytesIO(page), locator=found_at, url=url, only_exchanges=True)


def page_of(record: Any) -> bytes | None:
    """Return the content of a record that is a page which may tell of an exchange."""
    if record.rec_type not in ("response", "resource"):
        return None
    if record.http_headers is not None and record.http_headers.get_statuscode() != "200":
        return None
    headers = record.http_headers or record.rec_headers
    if (headers.get_header("Content-Type") or "text/html").partition(";")[0].strip().lower() not in PAGES:
        return None
    content: bytes = record.content_stream().read(LARGEST_REPORT)
    is_one = content.startswith(b"%PDF-") or (SENT_WORDS.search(content) and SENDER_WORDS.search(content))
    return content if is_one else None
