"""Text from outside, safe to print: what a terminal would obey is shown instead."""

import re

# Control characters but for line ends and tabs, marks that turn the direction of writing, halves of characters.
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

# A spreadsheet takes a cell that begins so for a formula, wherever its text is from.
FORMULA = tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20")  # the last four as wide as Chinese characters


def printable(text: str) -> str:
    r"""Return text in which what a terminal would obey stands as it is written in Python: an escape as \x1b."""
    return OBEYED.sub(spelled, text)


def in_one_line(text: str) -> str:
    """Return text as a message has it: in one line, with nothing that a terminal would obey."""
    return printable(text.strip()).replace("\n", r"\n").replace("\t", r"\t")


def as_cell(text: str) -> str:
    """Return text as a cell that no spreadsheet takes for a formula, and no terminal for an order.

    An apostrophe before a text that would be a formula is what spreadsheets themselves take for "this is text".
    """
    return ("'" if text.startswith(FORMULA) else "") + printable(text)


def spelled(match: re.Match[str]) -> str:
    """Return a character as it is written in Python."""
    return match[0].encode("unicode_escape").decode()
