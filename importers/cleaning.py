"""Cleaning: one rule for every text that comes from outside, so that it can be stored and its words be found."""

import hashlib
import re
import unicodedata

LINE_END = re.compile("[\r\x0b\x0c\u2028\u2029](?:(?<=\r)\n)?")
HALF = re.compile("[\ud800-\udfff]")  # half of a character, as JSON may write an emoji that was cut off
# Windows' quotation marks and dashes where a program took them for Latin-1; browsers read them so too.
WINDOWS = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
OF_WINDOWS = re.compile("[\x80-\x9f]")
SOFT_HYPHEN_AT_LINE_END = re.compile("\u00ad[ \t]*\n[ \t]*")
# Controls, soft hyphens, marks of direction, characters without width, and what is no character.
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064"
    "\u2066-\u206f\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
JOINER = re.compile("[\u200c\u200d](?<![\u0600-\u0dff].)")  # in the scripts of Iran and India these part letters
MAY_BE_BROKEN = re.compile(r"[-\u2010]\n[ \t]*[a-z]")
BROKEN_WORD = re.compile(r"(?<![^\W_])(?P<begun>[^\W_]{1,40})[-\u2010]\n[ \t]*(?P<ended>[a-z]+)")
WORD = re.compile(r"[^\W_]+")
NOT_SHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]")
LONGEST_LOCATOR = 1000  # characters; an index of PostgreSQL holds some 2,700 bytes


def cleaned(text: str) -> str:
    """Return a text with line ends as LF, composed accents, whole words, and nothing that is not seen."""
    text = LINE_END.sub("\n", text)
    if not text.isascii():
        if HALF.search(text):
            text = text.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")  # halves meet, or go
        if OF_WINDOWS.search(text):
            text = text.translate(WINDOWS)
        text = unicodedata.normalize("NFC", SOFT_HYPHEN_AT_LINE_END.sub("", text))
    text = JOINER.sub("", UNSEEN.sub("", text))
    return with_whole_words(text) if MAY_BE_BROKEN.search(text) else text


def with_whole_words(text: str) -> str:
    """Return a text in which no word is broken by the end of a line; it keeps the hyphen unless it stands elsewhere so.

    "co-" and "operation" are cooperation where the text has that word too; "long-" and "term" are long-term.
    """
    words = set(WORD.findall(text))

    def whole(match: re.Match[str]) -> str:
        together = match["begun"] + match["ended"]
        return together if together in words else f"{match['begun']}-{match['ended']}"

    return BROKEN_WORD.sub(whole, text)


def cleaned_line(text: str | None) -> str | None:
    """Return what a source says in a line, such as a title, with white space folded; None where nothing is left."""
    return None if text is None else " ".join(cleaned(text).split()) or None


def cleaned_locator(locator: str) -> str:
    r"""Return a locator that can be stored and shown: what is no character as \xff, a long one with a digest."""
    shown = NOT_SHOWN.sub(lambda match: escaped(ord(match[0])), locator)
    if len(shown) <= LONGEST_LOCATOR:
        return shown
    digest = hashlib.sha256(locator.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{shown[: LONGEST_LOCATOR - 20]}...{digest[:16]}"


def escaped(code: int) -> str:
    """Return a character as it is written in programs; of a file's name a byte that is no character as that byte."""
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"
    return ascii(chr(code))[1:-1]
