"""Web archives: WARC files, of which only pages are taken that may tell of an exchange."""

import io
import re
from collections.abc import Iterator
from typing import Any

from importers.raw_report import Rejected
from importers.readers.document import LARGEST_REPORT, Document

# Words of which a page that tells of an exchange has one of each kind: what was sent, and who sends such things.
SENT = re.compile(
    rb"congratulat|greeting|felicitat|condolence|telegram|messages? (?:of|to|from)|letters? (?:of|to|from)|exchanged? (?:\w+ )*messages"
    rb"|well[- ]?wishes|\xe8\xb4\xba\xe7\x94\xb5|\xe8\x87\xb4\xe7\x94\xb5|\xd0\xbf\xd0\xbe\xd0\xb7\xd0\xb4\xd1\x80\xd0\xb0\xd0\xb2",  # 贺电, 致电, поздрав
    re.IGNORECASE,
)
SENDERS = re.compile(
    rb"president|premier|prime minister|chancellor|king|queen|emperor|emir|sultan|general secretary|head of state|chairman"
    rb"|\xe4\xb8\xbb\xe5\xb8\xad|\xe6\x80\xbb\xe7\x90\x86|\xd0\xbf\xd1\x80\xd0\xb5\xd0\xb7\xd0\xb8\xd0\xb4\xd0\xb5\xd0\xbd\xd1\x82",  # 主席, 总理, президент
    re.IGNORECASE,
)
PAGES = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")


class WebArchive:
    """A WARC file. A compressed one comes here through the reader of compressed files."""

    name = "web archive"
    holds_many = True

    def identifies(self, document: Document) -> bool:
        """Return whether it begins with a WARC record."""
        return document.head.startswith(b"WARC/")

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
    is_one = content.startswith(b"%PDF-") or (SENT.search(content) and SENDERS.search(content))
    return content if is_one else None
