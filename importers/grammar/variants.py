"""Letters that are written in two ways and mean the same: traditional Chinese ones, which are read as simplified."""

import csv
import re
from functools import cache
from importlib.resources import files

IDEOGRAPH = re.compile("[\u4e00-\u9fff]")


@cache
def read_as() -> dict[int, str]:
    """Return which letter each of those that have another is read as."""
    lines = (files("importers") / "grammar" / "variants.csv").read_text(encoding="utf-8").splitlines()
    return {ord(letter): row["read_as"] for row in csv.DictReader(lines) for letter in row["written"]}


def in_one_writing(text: str) -> str:
    """Return a text, of the same length, in which no letter stands that is read as another."""
    return text.translate(read_as()) if not text.isascii() and IDEOGRAPH.search(text) else text
