"""Feeds: RSS and Atom files, a report in each entry."""

import io
import re
from collections.abc import Iterator
from typing import Any

from importers.raw_report import RawReport, Rejected
from importers.readers.columns import day_of
from importers.readers.document import Document
from importers.readers.markup import text_of_markup

ROOT = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*<(?:rss|feed|rdf:RDF)[\s>]",
    re.DOTALL | re.IGNORECASE,
)


class Feed:
    """An RSS or Atom file."""

    name = "feed"
    holds_many = True

    def identifies(self, document: Document) -> bool:
        """Return whether its outermost element is that of a feed."""
        return ROOT.match(document.head) is not None

    def read(self, document: Document) -> Iterator[RawReport | Rejected]:
        """Yield the report of each entry: its whole content where the feed carries it, else its summary."""
        import feedparser

        feed = feedparser.parse(io.BytesIO(document.held().content or b""))
        outlet, language = feed.feed.get("title"), (feed.feed.get("language") or "")[:2].lower() or None
        for number, entry in enumerate(feed.entries, 1):
            locator = f"{document.locator}:{number}"
            markup = content_of(entry)
            if not markup:
                yield Rejected(locator, "the entry has no text, only a link; import the page it links to")
                continue
            yield RawReport(
                locator=locator,
                text=text_of_markup(markup),
                title=entry.get("title") or None,
                url=entry.get("link") or None,
                outlet=outlet or None,
                published_on=day_of(entry.get("published") or entry.get("updated")),
                language=language,
            )


def content_of(entry: Any) -> str:
    """Return the longest of what an entry gives as its content."""
    contents = [content.get("value") or "" for content in entry.get("content", ())]
    return max([*contents, entry.get("summary") or ""], key=len)
