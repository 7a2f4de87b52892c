"""Text out of a piece of markup, such as the content of a feed's entry; whole pages are read by `web_pages`."""

import re
from html import unescape
from html.parser import HTMLParser

MARKUP = re.compile(
    r"</?(?:p|br|div|span|a|b|i|em|strong|h[1-6]|ul|li|table|td|blockquote|article|section)\b[^<>]*>", re.IGNORECASE
)
BLOCKS = frozenset(
    [
        "p",
        "br",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "table",
        "tr",
        "blockquote",
        "article",
        "section",
        "header",
        "footer",
        "figure",
        "hr",
    ]
)
ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
ESCAPED_AT_MOST = 3  # times; what feeds escape once too often is read as if they had not
BEFORE_TAG = {b"<?": b"?>", b"<!--": b"-->", b"<!D": b">", b"<!d": b">"}
TAG = re.compile(rb"<(?:!doctype\s+(?=html))?([A-Za-z][A-Za-z0-9:]{0,30})(?=[\s/>])", re.IGNORECASE)
WIDE_MARK = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
SILENT = frozenset(("script", "style", "template", "noscript"))


def first_tag(head: bytes) -> tuple[str, int]:
    """Return the name of the first tag of a page or a feed, in small letters, and where it begins; "" for none.

    What may stand before it, comments and instructions, is passed over one by one: any number takes its length in time.
    """
    if head[:2] in WIDE_MARK:
        head = head[2:].decode(WIDE_MARK[head[:2]], "ignore").encode()
    at = 3 if head.startswith(b"\xef\xbb\xbf") else 0
    while True:
        at = len(head) - len(head[at:].lstrip())
        if match := TAG.match(head, at):
            return match[1].decode().lower(), at
        ends = next((end for begin, end in BEFORE_TAG.items() if head.startswith(begin, at)), None)
        if ends is None:
            return "", 0
        end = head.find(ends, at + 2)
        if end < 0:
            return "", 0
        at = end + len(ends)


def looks_like_markup(text: str) -> bool:
    """Return whether a text is written in HTML."""
    return MARKUP.search(text) is not None


def plain_text(text: str) -> str:
    """Return a text without mark-up and entities, however often they were escaped."""
    for _ in range(ESCAPED_AT_MOST):
        if looks_like_markup(text):
            text = text_of_markup(text)
        elif ENTITY.search(text):
            text = unescape(text)
        else:
            break
    return text.strip()


def plain_line(text: str | None) -> str | None:
    """Return a title or a name without mark-up and entities; None where nothing is left."""
    return " ".join(plain_text(text).split()) or None if text else None


class Words(HTMLParser):
    """The words of a piece of HTML, its blocks on lines of their own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, _attributes: object) -> None:
        """Begin a line at a block."""
        self.silent += tag in SILENT
        if tag in BLOCKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End a line at a block."""
        self.silent = max(0, self.silent - (tag in SILENT))
        if tag in BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        """Take words, unless they are a script's."""
        if not self.silent:
            self.pieces.append(re.sub(r"\s+", " ", data))


def text_of_markup(markup: str) -> str:
    """Return the text of a piece of HTML, a paragraph a block."""
    words = Words()
    words.feed(markup)
    words.close()
    lines = (line.strip() for line in "".join(words.pieces).split("\n"))
    return "\n\n".join(line for line in lines if line)
