"""The alphabet of a language: each set of tags that a word can carry is one letter, so that patterns are plain `re`."""

import re
from collections.abc import Container, Iterable, Mapping
from functools import cached_property

TAKEN = "\uf8ff"  # stands in a row where an earlier pattern has read already; no part of a pattern holds there
FIRST = 0xE000  # private use: no letter can be mistaken for a word of a text


class Sense(dict[str, tuple[str, ...]]):
    """What a phrase may mean: for each tag its meanings. `letter` stands for the set of tags in rows."""

    def __init__(self, letter: str, meanings: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__(meanings)
        self.letter = letter

    def one(self, tag: str) -> str:
        """Return the first meaning of a tag, "" where it has none."""
        return self[tag][0] if self.get(tag) else ""


class Alphabet:
    """Gives a letter to every set of tags that is met while a lexicon is built, and classes of letters to patterns.

    Only what patterns ask for counts: what none asks for would make classes longer, and letters run out.
    """

    def __init__(self, asked: Container[str]) -> None:
        self.asked = asked
        self.letters: dict[frozenset[str], str] = {}
        self.by_name: dict[str, str] = {}

    def letter(self, names: Iterable[str]) -> str:
        """Return the letter of a set of names; a name is a tag, or a tag with a meaning: "send", "send:reply".

        Raises OverflowError where more sets are met than there are letters.
        """
        key = frozenset(name for name in names if name in self.asked)
        if key not in self.letters:
            letter = chr(FIRST + len(self.letters))
            if letter >= TAKEN:
                raise OverflowError(f"there are more sets of tags than the {len(self.letters)} letters that rows have")
            self.letters[key] = letter
            for name in key:
                self.by_name[name] = self.by_name.get(name, "") + self.letters[key]
        return self.letters[key]

    @cached_property
    def literals(self) -> frozenset[str]:
        """All letters of words that stand in patterns themselves: mostly those that stand in every sentence."""
        return frozenset("".join(letters for name, letters in self.by_name.items() if name.startswith("word:")))

    def having(self, name: str) -> str:
        """Return all letters whose set has the name, "" for none."""
        return self.by_name.get(name, "")


def one_of(letters: str) -> str:
    """Return the expression for one of the letters; it matches nothing where there are none."""
    return f"[{re.escape(letters)}]" if letters else "(?!)"


def none_of(letters: str) -> str:
    """Return the expression for any letter but these, where nothing has been read yet."""
    return f"[^{re.escape(letters + TAKEN)}]"
