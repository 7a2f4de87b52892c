"""Quotations: whether a sentence quotes, and where a quotation is open around it."""

import re

from importers.extract.view import View
from importers.grammar.tags import Tag

OPENING = frozenset("“«„「『")
CLOSED = re.compile(r"\S[”»\"](?!\w)")  # where a quotation ends
NAME = 4  # words of a name, at most: "Belt and Road", "One Belt, One Road"


def is_quoted_at(view: View, place: int) -> bool:
    """Return whether a place stands within words that this sentence, or one before it, begins to quote."""
    before = [tag for tag in view.row.tags if tag.end <= place and "quote" in tag.sense]
    if view.opens_quoted:
        return not before
    return len(before) == 1 and before[0].start == view.row.tags[0].start


def begins_quoted(view: View) -> bool:
    """Return whether a sentence begins with a quotation mark."""
    return view.text[0] in OPENING or view.text[0] == '"'


def leaves_open(view: View) -> bool:
    """Return whether a quotation goes on behind a sentence."""
    quotes = sum("quote" in tag.sense for tag in view.row.tags)
    return (quotes % 2 == 1) != view.opens_quoted


def mode_of(view: View) -> str:
    """Return whether a sentence quotes or reports; a name within quotation marks, or a word or two, is no quotation."""
    marks = [tag for tag in view.row.tags if "quote" in tag.sense]
    if view.opens_quoted or len(marks) % 2 or any(before_speech(view, mark) for mark in marks[::2]):
        return "direct"
    quoted = (
        view.text[first.end - view.start : last.start - view.start]
        for first, last in zip(marks[::2], marks[1::2], strict=True)
    )
    return "direct" if any(length_of(text) > NAME for text in quoted) else "indirect"


def before_speech(view: View, mark: Tag) -> bool:
    """Return whether a quotation mark opens what somebody says: at the beginning, or behind a colon or a comma.

    Behind "that" it does where the quotation ends the sentence; else it may be a name there.
    """
    place = view.row.tags.index(mark)
    before = view.row.tags[place - 1].sense if place else {}
    ends = "that" in before and sum("quote" in tag.sense for tag in view.row.tags[place:]) == 2
    return place == 0 or "colon" in before or "comma" in before or (ends and "quote" in view.row.tags[-1].sense)


def length_of(text: str) -> int:
    """Return how many words a text has; in a script without spaces two letters are taken for one."""
    return len(text.split()) if " " in text else len(text) // 2
