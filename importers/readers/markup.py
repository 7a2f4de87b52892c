"""Text out of a piece of markup, such as the content of a feed's entry; whole pages are read by `web_pages`."""

import re
from html.parser import HTMLParser

MARKUP = re.compile(
    r"</?(?:p|br|div|span|a|b|i|em|strong|h[1-6]|ul|li|table|td|blockquote|article|section)\b[^>]*>", re.IGNORECASE
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
SILENT = frozenset(("script", "style", "template", "noscript"))


def looks_like_markup(text: str) -> bool:
    """Return whether a text is written in HTML."""
    return MARKUP.search(text) is not None


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
