"""Encodings: how the bytes of a text stand for characters."""

import codecs
import re

from importers.raw_report import UnreadableError

MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
LOOKED_AT = 64 * 1024  # bytes by which an encoding is told
HIGH = re.compile(rb"[\x80-\xff]")
LATIN = (
    "iso8859",
    "iso-8859",
    "windows-1252",
    "ascii",
    "utf",
)  # what is taken for them is Windows' own, which has more
OF_ONE_BYTE = (*LATIN, "windows", "mac")
# Two bytes from A1 on for a character, of which an English text has few besides marks: no statistics tell these.
PAIRED = ("gb2312", "euc_kr", "big5")
MARKS_OF_PRINT = re.compile("[“”‘’—―…·、。\uff0c《》「」\uff08\uff09\uff1a\uff1b]")
OF_EAST_ASIA = re.compile("[\u3000-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff00-\uffee“”‘’—―…·]+")
CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")  # but for the escape of terminals
CONTROL_RATIO = 20  # characters for one such
MOST_CONTROL = 4  # such characters at the beginning of a text; what has more of them is no text


def decoded(content: bytes) -> str:
    """Return the text of a file. Raises UnreadableError where it is empty, or no text."""
    if not content.strip():
        raise UnreadableError("the file is empty")
    encoding = encoding_of(content)
    text = content.decode(encoding, "replace").removeprefix("\ufeff")
    controls = len(CONTROL.findall(text[:4000]))
    if controls > MOST_CONTROL or controls * CONTROL_RATIO > len(text):
        raise UnreadableError("the file is no text: it has bytes that stand for no characters")
    return text


def encoding_of(content: bytes) -> str:
    """Return the encoding of a text, or its beginning: by its mark, by its zeros, UTF-8, or what is likeliest."""
    for mark, encoding in MARKS.items():
        if content.startswith(mark):
            return encoding
    if wide := without_mark(content[:LOOKED_AT]):
        return wide
    if is_utf_8(content):
        return "utf-8"
    first = HIGH.search(content)
    at = max(0, first.start() - LOOKED_AT // 2) if first else 0
    return likeliest(content[at : at + LOOKED_AT])


def without_mark(head: bytes) -> str | None:
    """Return which UTF-16 it is, where every other byte is zero, as with letters of Europe."""
    if len(head) < 4 or b"\x00" not in head:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    many = len(head) * 0.35  # of which half are at even places
    if odd > many and even <= len(head) // 50:
        return "utf-16-le"
    return "utf-16-be" if even > many and odd <= len(head) // 50 else None


def is_utf_8(content: bytes) -> bool:
    """Return whether all is UTF-8, but for a character that the end may cut."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > 0 and len(content) - error.start < 4 and error.reason == "unexpected end of data"
    return True


def likeliest(sample: bytes) -> str:
    """Return the encoding that a text is likeliest in, which is in none of Unicode's."""
    import chardet

    found = (chardet.detect(sample)["encoding"] or "cp1252").lower()
    if found.startswith(OF_ONE_BYTE) and (encoding := paired(sample)):
        return encoding
    return found if not found.startswith(LATIN) and decodes(sample, found) else "cp1252"


def paired(sample: bytes) -> str | None:
    """Return the encoding of East Asia in which all that is no ASCII is a mark of print or a character of theirs."""
    for encoding in PAIRED:
        try:
            text = sample.decode("gb18030" if encoding == "gb2312" else encoding)
            sample.decode(encoding)
        except UnicodeDecodeError:
            continue
        beyond = re.sub("[\x00-\x7f]+", "", text)
        if MARKS_OF_PRINT.search(beyond) and OF_EAST_ASIA.fullmatch(beyond):
            return "gb18030" if encoding == "gb2312" else encoding
    return None


def decodes(sample: bytes, encoding: str) -> bool:
    """Return whether a sample, whose last character may be cut, is text in an encoding that Python knows."""
    try:
        codecs.getincrementaldecoder(encoding)().decode(sample)
    except (LookupError, UnicodeDecodeError):
        return False
    return True
