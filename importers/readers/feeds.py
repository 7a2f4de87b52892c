"""Feeds: RSS and Atom files, a report in each entry."""

import io
from collections.abc import Iterator
from typing import Any

from importers.raw_report import RawReport, Rejected
from importers.readers.days import day_of
from importers.readers.document import Document
from importers.readers.leads import with_lead
from importers.readers.markup import first_tag, plain_line, plain_text

ROOTS = ("rss", "feed", "rdf:rdf")


class Feed:
    """An RSS or Atom file."""

    name = "feed"
    holds_many = True

    def identifies(self, document: Document) -> bool:
        """Return whether its outermost element is that of a feed."""
        return first_tag(document.head)[0] in ROOTS

    def read(self, document: Document) -> Iterator[RawReport | Rejected]:
        """Yield the report of each entry: its whole content where the feed carries it, else its summary."""
        import feedparser

        feed = feedparser.parse(io.BytesIO(document.held().content or b""))
        outlet, language = plain_line(feed.feed.get("title")), feed.feed.get("language")
        for number, entry in enumerate(feed.entries, 1):
            locator = f"{document.locator}:{number}"
            title = plain_line(entry.get("title"))
            body, lead = (plain_text(markup) for markup in content_of(entry))
            if not body:
                yield Rejected(locator, "the entry has no text, only a link; import the page it links to")
                continue
            yield RawReport(
                locator=locator,
                text=with_lead(lead, body, title),
                title=title,
                url=entry.get("link") or None,
                outlet=outlet,
                published_on=day_of(entry.get("published") or entry.get("updated")),
                language=language,
            )


def content_of(entry: Any) -> tuple[str, str]:
    """Return the longest of what an entry gives as its content, and its summary where that is something else."""
    contents = [content.get("value") or "" for content in entry.get("content", ())]
    summary = entry.get("summary") or ""
    longest = max([*contents, summary], key=len)
    return longest, "" if longest == summary else summary
