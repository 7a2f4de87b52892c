"""Plain text and Markdown, with an optional head of metadata between lines of three hyphens, as YAML or nearly."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from importers.raw_report import RawReport, UnreadableError
from importers.readers.columns import usual_columns, written
from importers.readers.days import day_of
from importers.readers.document import Document
from importers.readers.encodings import decoded
from importers.readers.leads import with_lead

FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
LARGEST_HEAD = 20_000  # characters
LINE = re.compile(r"^(?P<name>[A-Za-z_]+)\s*:\s*(?P<value>.*?)\s*$", re.MULTILINE)
NO_REPORTS = {
    ".css",
    ".js",
    ".mjs",
    ".map",
    ".svg",
    ".py",
    ".sh",
    ".sql",
    ".xml",
    ".xsl",
    ".log",
    ".ini",
    ".toml",
    ".yaml",
    ".yml",
}


class Text:
    """Plain text and Markdown."""

    name = "text"
    holds_many = False

    def identifies(self, document: Document) -> bool:
        """Return whether it is text, and by its name no program or style sheet."""
        if document.suffix in NO_REPORTS:
            return False
        try:
            decoded(document.head)
        except UnreadableError:
            return False
        return True

    def read(self, document: Document) -> Iterator[RawReport]:
        """Yield the one report in it."""
        yield read_text(document.held().content or b"", document.locator, document.url)


def read_text(content: bytes, locator: str, url: str | None = None) -> RawReport:
    """Return the report in a text file. Raises UnreadableError where it is empty or no text."""
    text = decoded(content).replace("\r\n", "\n").replace("\r", "\n")
    head, body = parted(text)
    if head is None:
        return RawReport(locator=locator, text=text, url=url)
    if not body.strip():
        raise UnreadableError("there is no text below the head")
    values = values_of(head)
    columns = usual_columns(tuple(values))
    found = {field: next(filter(None, (written(values[name]) for name in columns[field])), None) for field in columns}
    day = day_of(found["published_on"])
    if found["published_on"] and day is None:
        raise UnreadableError(f"the head's date is no date as YYYY-MM-DD: {found['published_on']!r}")
    for name in reversed(columns["lead"]):
        body = with_lead(written(values[name]), body, found["title"])
    return RawReport(
        locator=locator,
        text=body,
        title=found["title"],
        url=found["url"] or url,
        outlet=found["outlet"],
        published_on=day,
        language=found["language"],
    )


def parted(text: str) -> tuple[str | None, str]:
    """Return the head of a text and what stands below it; no head where it does not begin with one."""
    first = FENCE.match(text)
    last = FENCE.search(text, first.end(), LARGEST_HEAD) if first else None
    if first is None or last is None:
        return None, text
    return text[first.end() : last.start()], text[last.end() :].lstrip()


def values_of(head: str) -> Mapping[str, Any]:
    """Return what a head says, by name: as YAML, or, as people write a colon in a title, line by line."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the same, written in C

    lines = {match["name"].lower(): match["value"].strip("\"'") for match in LINE.finditer(head)}
    try:
        values = None if "&" in head and "*" in head else yaml.load(head, loader)  # noqa: S506 - only strings
    except (yaml.YAMLError, RecursionError):
        return lines
    return {str(name).lower(): value for name, value in values.items()} if isinstance(values, dict) else lines
