"""Joined names: names of several parts with a sign between them, in a script without capitals: 约翰·德拉马尼·马哈马.

Their letters are words elsewhere, so that tags within them mean nothing. Between two signs all letters are of the name;
before the first and behind the last those that foreign names are written with.
"""

import re
from collections import deque
from collections.abc import Iterable

from importers.grammar.alphabet import Sense
from importers.grammar.phrases import PLAIN, Script
from importers.grammar.tags import Tag

LONGEST = 4  # letters of a part between two signs
HYPHEN = "[-\u2010\u2011\uff0d]"
AHEAD = ("country", "title")  # what a name may stand right behind


class JoinedNames:
    """Finds such names in texts of one language, and puts them in the place of the tags within them."""

    def __init__(self, script: Script, sense: Sense) -> None:
        self.sense = sense
        signs = {script.name_joint, *(written for written, plain in PLAIN if plain == script.name_joint)}
        joint, letters = (f"[{re.escape(''.join(sorted(each)))}]" for each in (signs, script.name_letters - signs))
        part = rf"{joint}\w{{1,{LONGEST}}}(?={joint})|{joint}{letters}+"
        first = rf"{letters}+(?:{HYPHEN}{letters}+)*"  # of names such as Jean-Luc
        self.pattern = re.compile(rf"(?=\w){first}(?:(?:{part})+{joint}?|{joint})")

    def put_into(self, text: str, start: int, end: int, tags: Iterable[Tag]) -> list[Tag]:
        """Return the tags of a stretch with each name of several parts as one, and a known family name behind it."""
        rest, whole = deque(tags), []
        for name in self.pattern.finditer(text, start, end):
            first, last = name.span()
            while rest and rest[0].end <= first:
                whole.append(rest.popleft())
            kept = []
            while rest and rest[0].start < last:
                tag = rest.popleft()
                kept += [tag] if is_beside(tag, first, last) else []
            first = max([first, *(tag.end for tag in kept if tag.start <= first)])
            last = min([last, *(tag.start for tag in kept if tag.start > first)])
            whole += [tag for tag in kept if tag.start < first]
            if last - first > 1:
                whole.append(Tag(first, last, self.sense))
            whole += [tag for tag in kept if tag.start >= last]
        return [*whole, *rest]


def is_beside(tag: Tag, first: int, last: int) -> bool:
    """Return whether a tag at a name stays: what reaches over its ends, or stands before it, and a known name in it."""
    if tag.start < first or tag.end > last or "leader" in tag.sense:
        return True
    return tag.end == last if "family" in tag.sense else tag.start == first and any(one in tag.sense for one in AHEAD)
