"""All formats: which reader a document is for, and the reports in it, however deep they lie."""

from collections.abc import Iterator
from dataclasses import replace

from importers.cleaning import cleaned_locator
from importers.raw_report import ColumnsUsed, LeftOut, RawReport, Rejected, UnreadableError, origin_key, sha256
from importers.readers.archives import Tar, Zip
from importers.readers.compressed import Compressed
from importers.readers.document import Document, Work
from importers.readers.feeds import Feed
from importers.readers.pdf import Pdf
from importers.readers.reader import Part, Reader
from importers.readers.records import Records
from importers.readers.tables import Table
from importers.readers.text import Text
from importers.readers.web_archives import WebArchive
from importers.readers.web_pages import SavedPage, WebPage
from importers.readers.workbooks import Workbook
from models.extras import how_to_install

READERS: tuple[Reader, ...] = (
    Pdf(), WebPage(), SavedPage(), Feed(), Records(), Table(), WebArchive(), Compressed(), Workbook(), Zip(),
    Tar(),
)  # fmt: skip
TEXT: Reader = Text()  # for what no other reader claims
REJECTED_AT_MOST = 10_000  # of one document, unless more are read
Found = Work | Rejected | ColumnsUsed | LeftOut
OF_NAME = {reader.name: reader for reader in (*READERS, TEXT)}


def reader_of(document: Document) -> Reader:
    """Return the reader of the document's format. Raises UnreadableError where none claims it, or two do."""
    if not document.head.strip():
        raise UnreadableError("the file is empty")
    claiming = [reader for reader in READERS if reader.identifies(document)]
    if len(claiming) > 1:
        raise UnreadableError(f"it could be of several formats: {', '.join(reader.name for reader in claiming)}")
    if claiming:
        return claiming[0]
    if TEXT.identifies(document):
        return TEXT
    raise UnreadableError(
        "its format is not known; reports are read from text, web pages, PDF, JSON, CSV, XLSX, feeds, archives"
    )


def work_in(document: Document) -> Iterator[Found]:
    """Yield the reports in the document and the documents that hold one; of what cannot be read, the reason."""
    try:
        reader = reader_of(document)
        if not reader.holds_many:
            yield document.held(reader.name)
            return
        yield from with_an_end(part for whole in reader.read(document) for part in work_of(whole, document.locator))
        if document.broken:
            yield Rejected(document.locator, reason_of(document.broken))
    except Exception as error:  # whatever a file does to a reader, the rest goes on
        yield Rejected(document.locator, reason_of(document.broken or error))


def with_an_end(parts: Iterator[Found]) -> Iterator[Found]:
    """Yield the parts of a document. Raises UnreadableError where so many cannot be read that it is no export."""
    read = rejected = 0
    for part in parts:
        read += isinstance(part, Work)
        rejected += isinstance(part, Rejected)
        yield part
        if rejected > max(REJECTED_AT_MOST, read):
            raise UnreadableError(f"more than {REJECTED_AT_MOST} of its records cannot be read; the rest is left")


def work_of(part: Part, container: str) -> Iterator[Found]:
    """Yield the work that a part of a document makes."""
    if isinstance(part, Document):
        yield from work_in(part)
    elif isinstance(part, RawReport) and not part.text.strip():
        yield Rejected(part.locator, "there is no text in it")
    elif isinstance(part, RawReport):
        origin = origin_key(container, part.url) if part.url else None
        yield replace(part.fingerprinted(), locator=cleaned_locator(part.locator), origin=origin)
    else:
        yield part


def raw_report(work: Work) -> RawReport:
    """Return the one report of a document, cleaned. Raises UnreadableError, or what its format's library raises."""
    if isinstance(work, RawReport):
        return work.cleaned()
    parts = list((OF_NAME.get(work.format) or reader_of(work)).read(work))
    if len(parts) != 1 or not isinstance(parts[0], RawReport):
        raise UnreadableError("there is no text in it")
    return parts[0].cleaned()


def content_digest(work: Work) -> str:
    """Return the digest of what was found at the work's locator."""
    if isinstance(work, RawReport):
        return work.content_sha256
    assert work.content is not None  # noqa: S101 - work_in holds it
    return sha256(work.content)


def reason_of(error: BaseException) -> str:
    """Return why something could not be read, in one line."""
    if isinstance(error, ModuleNotFoundError):
        return f"reading it needs the package {error.name}; install it with: {how_to_install('formats')}"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    words = " ".join(str(error).split())[:300]
    if isinstance(error, UnreadableError):
        return words
    return f"{type(error).__name__}: {words}" if words else type(error).__name__
