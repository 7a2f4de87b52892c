"""Text from outside, safe to print: what a terminal would obey is shown instead."""

import re

# Control characters but for line ends and tabs, marks that turn the direction of writing, halves of characters.
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str) -> str:
    r"""Return text in which what a terminal would obey stands as it is written in Python: an escape as \x1b."""
    return OBEYED.sub(spelled, text)


def in_one_line(text: str) -> str:
    """Return text as a message has it: in one line, with nothing that a terminal would obey."""
    return printable(text.strip()).replace("\n", r"\n").replace("\t", r"\t")


def spelled(match: re.Match[str]) -> str:
    """Return a character as it is written in Python."""
    return match[0].encode("unicode_escape").decode()
