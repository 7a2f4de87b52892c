"""Plain text and Markdown, with an optional head of metadata between lines of three hyphens."""

import datetime
import re
from collections.abc import Iterator

from importers.raw_report import RawReport, UnreadableError
from importers.readers.document import HEAD, Document

METADATA = re.compile(r"\A\ufeff?---[ \t]*\r?\n(?P<head>.*?)^---[ \t]*\r?\n\s*", re.DOTALL | re.MULTILINE)
LINE = re.compile(r"^(?P<name>[A-Za-z_]+)\s*:\s*(?P<value>.*?)\s*$", re.MULTILINE)
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")
MOST_CONTROL = 4  # such characters at the beginning of a text; what has more of them is no text
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


def decoded(content: bytes) -> str:
    """Return the text of a file: UTF-8, or UTF-16 with its mark, or else Windows-1252. Raises UnreadableError."""
    if not content.strip():
        raise UnreadableError("the file is empty")
    for encoding in ("utf-16",) if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError as error:
            if len(content) < HEAD or error.end < len(content):
                continue
            text = content[: error.start].decode(encoding)  # the head of a longer text, cut within a character
        if "\x00" in text or len(CONTROL.findall(text[:4000])) > MOST_CONTROL:
            break
        return text
    raise UnreadableError("the file is no text: it has bytes that stand for no characters")


def read_text(content: bytes, locator: str, url: str | None = None) -> RawReport:
    """Return the report in a text file. Raises UnreadableError where it is empty or no text."""
    text = decoded(content)
    head = METADATA.match(text)
    if head is None:
        return RawReport(locator=locator, text=text, url=url)
    values = {m["name"].lower(): m["value"].strip("\"'") for m in LINE.finditer(head["head"])}
    body = text[head.end() :]
    if not body.strip():
        raise UnreadableError("there is no text below the head")
    return RawReport(
        locator=locator,
        text=body,
        title=values.get("title") or None,
        url=values.get("url") or url,
        outlet=values.get("outlet") or None,
        published_on=date_of(values.get("date")),
        language=values.get("language") or None,
    )


def date_of(value: str | None) -> datetime.date | None:
    """Return the date of a head, written as YYYY-MM-DD. Raises UnreadableError for anything else."""
    if not value:
        return None
    try:
        return datetime.date.fromisoformat(value[:10])
    except ValueError:
        raise UnreadableError(f"the head's date is no date as YYYY-MM-DD: {value!r}") from None
