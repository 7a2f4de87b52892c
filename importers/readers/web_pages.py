"""Web pages: saved by a browser, as HTML or as one file with all its pictures (MHTML), or fetched."""

import datetime
import email
import email.policy
import re
from collections.abc import Iterator
from email.message import EmailMessage

from importers.raw_report import RawReport, UnreadableError
from importers.readers.document import Document
from importers.readers.linked_data import LinkedData
from importers.readers.markup import WIDE_MARK, first_tag

TAGS = [
    "html",
    "head",
    "body",
    "meta",
    "title",
    "link",
    "script",
    "style",
    "base",
    "div",
    "article",
    "section",
    "main",
    "header",
    "nav",
    "table",
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "span",
    "center",
    "font",
]
# The address that a browser, or an extension of one, writes into a page that it saves.
SAVED_FROM = re.compile(
    rb"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(?P<url>https?://[^\s>]+)", re.IGNORECASE
)
MAIL_LINE = re.compile(rb"[A-Za-z-]+:|[ \t]")
MAIL_HEAD = b"mime-version:"


class WebPage:
    """An HTML page."""

    name = "web page"
    holds_many = False

    def identifies(self, document: Document) -> bool:
        """Return whether its first tag is one of HTML."""
        return first_tag(document.head)[0] in TAGS

    def read(self, document: Document) -> Iterator[RawReport]:
        """Yield the report on the page. Raises UnreadableError where the page has none."""
        yield read_page(document.held().content or b"", document.locator, document.url)


class SavedPage:
    """A page saved by a browser as one file, in the form of a mail with parts."""

    name = "web page saved as one file"
    holds_many = False

    def identifies(self, document: Document) -> bool:
        """Return whether it has the head of a mail whose parts belong together."""
        for line in document.head.splitlines():
            if line.lower().startswith(MAIL_HEAD):
                return b"multipart/related" in document.head[:4000].lower()
            if not MAIL_LINE.match(line):
                return False
        return False

    def read(self, document: Document) -> Iterator[RawReport]:
        """Yield the report on the page. Raises UnreadableError where the page has none."""
        message = email.message_from_bytes(document.held().content or b"", policy=email.policy.default)
        for part in message.walk():
            if part.get_content_type() == "text/html" and isinstance(part, EmailMessage):
                url = message["Snapshot-Content-Location"] or part["Content-Location"]
                yield read_page(part.get_payload(decode=True), document.locator, str(url) if url else document.url)
                return
        raise UnreadableError("there is no page in it")


def read_page(content: object, locator: str, url: str | None) -> RawReport:
    """Return the report on a page. Raises UnreadableError where there is none."""
    import trafilatura

    assert isinstance(content, bytes)  # noqa: S101 - a part of type text is never itself made of parts
    saved_from = SAVED_FROM.search(content[:4000])
    url = url or (saved_from["url"].decode("ascii", "ignore") if saved_from else None)
    if content[:2] not in WIDE_MARK:
        content = content[first_tag(content)[1] :]  # comments above the page hide it from who reads it
    told = LinkedData(content)
    # A day is taken from what the page says of itself only; looked for in its text, it might be that of another report.
    page = trafilatura.bare_extraction(
        content if told.is_of_article else told.rest,
        url=url,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if page is None or isinstance(page, dict) or not page.text:
        raise UnreadableError("no report was found on the page")
    day = told.day_of(page.title or "") or (datetime.date.fromisoformat(page.date) if page.date else None)
    return RawReport(
        locator=locator,
        text=page.text,
        title=page.title or None,
        url=url or page.url or None,
        outlet=page.sitename or None,
        published_on=day,
        language=page.language or None,
    )
