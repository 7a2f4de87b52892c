"""Web archives: WARC files, of which only pages are taken that may tell of an exchange."""

import io
import re
import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr, suppress
from typing import Any, BinaryIO

from importers.raw_report import LeftOut, Rejected
from importers.readers.document import LARGEST_REPORT, Document

# Words of which a page that tells of an exchange has one of each kind: what was sent, and who sends such things.
SENT = (
    *("congratulat", "greeting", "felicitat", "condolence", "telegram", "well-wishes", "well wishes"),
    *("messages? (?:of|to|from)", "letters? (?:of|to|from)", r"exchanged? (?:\w{1,30} ){0,6}messages"),
    *("贺电", "致电", "поздрав", "Поздрав"),
)
SENDERS = (
    *("president", "premier", "prime minister", "chancellor", "head of state", "general secretary", "chairman"),
    *("king", "queen", "emperor", "emir", "sultan", "主席", "总理", "президент", "Президент"),
)
SENT_WORDS, SENDER_WORDS = (re.compile("|".join(words).encode(), re.IGNORECASE) for words in (SENT, SENDERS))
BEGINNING = b"WARC/"
RECORD = re.compile(rb"^WARC/1\.[01]\r?$", re.MULTILINE)
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

    def read(self, document: Document) -> Iterator[Document | Rejected | LeftOut]:
        """Yield the pages that may tell of an exchange; at the end, how many others there are."""
        left_out = 0
        with document.open() as file:
            for record, is_shorter in records_in(file):
                url = record.rec_headers.get_header("WARC-Target-URI") or "no address"
                found_at = f"{document.locator}!{url} {record.rec_headers.get_header('WARC-Date')}"
                if is_shorter:
                    yield Rejected(found_at, "it is longer than its head says; what is beyond is lost")
                if is_shorter or not is_page(record):
                    continue
                page = record.content_stream().read(LARGEST_REPORT + 1)
                reason = what_is_wrong(page)
                if reason:
                    yield Rejected(found_at, reason)
                elif not may_tell(page):
                    left_out += 1
                else:
                    yield document.part(url, io.BytesIO(page), locator=found_at, url=url, only_exchanges=True)
        if left_out:
            yield LeftOut(document.locator, left_out)


def records_in(file: BinaryIO) -> Iterator[tuple[Any, bool]]:
    """Yield the records of a web archive, and once more those behind whose end stands what should be part of them."""
    from warcio.archiveiterator import ArchiveIterator

    records, before, wrong = ArchiveIterator(file), None, 0
    while True:
        with redirect_stderr(io.StringIO()):  # where it would warn
            record = next(records, None)
        if records.err_count > wrong and before is not None:
            wrong = records.err_count
            yield before, True
        if record is None:
            return
        yield record, False
        before = record


def is_page(record: Any) -> bool:
    """Return whether a record is a page that was found."""
    if record.rec_type not in ("response", "resource"):
        return False
    if record.http_headers is not None and record.http_headers.get_statuscode() != "200":
        return False
    headers = record.http_headers or record.rec_headers
    return (headers.get_header("Content-Type") or "text/html").partition(";")[0].strip().lower() in PAGES


def what_is_wrong(page: bytes) -> str | None:
    """Return what is wrong with the length of a page, None where nothing is."""
    if RECORD.search(page):
        return "another record stands within it: its head tells a wrong length, and what follows is lost"
    return (
        f"it is larger than {LARGEST_REPORT // 1_000_000} MB, which no report is"
        if len(page) > LARGEST_REPORT
        else None
    )


def may_tell(page: bytes) -> bool:
    """Return whether a page may tell of an exchange, or is one that this is not told of by its bytes."""
    return page.startswith(b"%PDF-") or bool(SENT_WORDS.search(page) and SENDER_WORDS.search(page))
