"""Letters that are written in two ways and mean the same: traditional Chinese ones, and figures as wide as letters."""

import re
from functools import cache
from unicodedata import normalize

IDEOGRAPHS = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000))  # Unicode's CJK Unified Ideographs and Extension A
WIDE_FIGURES = (*range(0xFF10, 0xFF1A), 0xFF0E)  # from nought to nine, and the point
IDEOGRAPH = re.compile("[\u4e00-\u9fff]")


@cache
def read_as() -> dict[int, str]:
    """Return which letter each of those that have another is read as, by OpenCC's tables of single letters."""
    from opencc import OpenCC

    letters = [chr(number) for several in IDEOGRAPHS for number in several]
    simplified = OpenCC("t2s").convert("\n".join(letters)).split("\n")
    pairs = zip(letters, simplified, strict=True)
    figures = {wide: normalize("NFKC", chr(wide)) for wide in WIDE_FIGURES}
    return {ord(letter): other for letter, other in pairs if other != letter and len(other) == 1} | figures


def in_one_writing(text: str) -> str:
    """Return a text, of the same length, in which no letter stands that is read as another."""
    return text.translate(read_as()) if not text.isascii() and IDEOGRAPH.search(text) else text
