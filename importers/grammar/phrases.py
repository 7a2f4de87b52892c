"""Phrases: all that is looked for in texts of a language, as a tree of their words, in small letters."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from importers.grammar.alphabet import Alphabet, Sense
from importers.grammar.inflection import Inflection
from importers.grammar.tags import CASE
from importers.grammar.variants import in_one_writing

SMALL, FREE, CAPITAL, EXACT = -1, 0, 1, 2  # as it stands: in small letters, anyhow, with a capital, in capitals
NO_CASES: frozenset[str] = frozenset()
BESIDE_DIGITS = frozenset({"currency", "scale", "period"})  # need no space: "240bn", "RM450"
WORDS = re.compile(r" ?[^\W_]+|.", re.DOTALL)  # each with the space before it, and all signs between them
SIGNS = re.compile(r" ?[a-z0-9]+|.", re.DOTALL)  # of a script without words
LONGER_IF_SMALL = "İ"  # the one letter whose small form is two; it stays as it is
SEPARATOR = "\x1e"  # between phrases that are folded together
PLAIN = (*zip("’‘ʼ\xa0\u202f\u2009‐‑‒–—•・ё", "'''   -----··е", strict=True),)


@dataclass(frozen=True)
class Script:
    """What a language's writing is like, as language.toml says."""

    has_words: bool = True  # whether spaces part words
    has_case: bool = True  # whether names are told by capitals
    name_joint: str = ""  # what stands between the names of a person, where no space does
    name_letters: frozenset[str] = frozenset()  # of names behind titles, where no capitals tell them

    def words(self, folded: str) -> list[str]:
        """Return all that a folded text is made of, in its order: words, with the space before, and other signs."""
        return (WORDS if self.has_words else SIGNS).findall(folded)


class Meaning(NamedTuple):
    """What a phrase means, written in one way: as a tag, and as marks of a kind and a value."""

    sense: Sense | None
    marks: tuple[tuple[str, str], ...]


NOTHING = Meaning(None, ())
Meanings = tuple[Meaning, Meaning, Meaning]  # of a phrase written FREE, CAPITAL, EXACT
Entry = tuple[str, str, int, bool]  # tag, meaning, how it is written, whether it is a mark
Entries = tuple[Entry, ...]


@dataclass(slots=True)
class Node:
    """Where the first words of phrases lead: what they mean where a phrase ends with them, and what may follow."""

    meanings: Meanings | None = None  # None: no phrase ends here
    only: Sense | None = None  # all that a word means that stands alone, however it is written: one tag
    may_touch_digits: bool = False
    may_be_glued: bool = False  # the next word of a text to it: "Xi Jinpingsaid"
    following: dict[str, "Node"] = field(default_factory=dict)
    names: tuple[str, ...] = ()  # of what may follow that to which a word may be glued

    def meaning(self, written: str) -> Meaning:
        """Return what a phrase means that ends here and is written so."""
        free, capital, exact = self.meanings or (NOTHING, NOTHING, NOTHING)
        if capital is free is exact or not written[0].isupper():
            return free
        return exact if written.isupper() else capital


class Phrases:
    """The phrases of a lexicon under construction."""

    def __init__(self, alphabet: Alphabet, script: Script, inflection: Inflection | None = None) -> None:
        self.alphabet, self.script, self.inflection = alphabet, script, inflection
        self.entries: dict[str, dict[Entry, None]] = defaultdict(dict)
        self.made: dict[Entries, Meaning] = {}

    def add(
        self,
        phrase: str,
        tag: str,
        meaning: str = "",
        *,
        cased: bool = False,
        is_small: bool = False,
        is_mark: bool = False,
    ) -> None:
        """Add a phrase, in all its forms where the language inflects it.

        A cased one must begin with a capital, a small one must not; a short one in capitals stands so.
        """
        forms = self.inflection.forms(phrase, tag) if self.inflection else {phrase: NO_CASES}
        self.add_forms(forms, tag, meaning, cased=cased, is_small=is_small, is_mark=is_mark)

    def add_forms(
        self, forms: Mapping[str, frozenset[str]], tag: str, meaning: str = "", *,
        cased: bool = False, is_small: bool = False, is_mark: bool = False,
    ) -> None:  # fmt: skip
        """Add the forms of a phrase, each with the cases that it may be."""
        for form, cases in forms.items():
            self.add_form(form, tag, meaning, cased=cased, is_small=is_small, is_mark=is_mark)
            for case in () if is_mark else sorted(cases):
                self.add_form(form, CASE, case, cased=cased, is_small=is_small, is_mark=False)

    def add_form(self, phrase: str, tag: str, meaning: str, *, cased: bool, is_small: bool, is_mark: bool) -> None:
        """Add one phrase as it is written."""
        how = SMALL if is_small and self.script.has_case else FREE
        if self.script.has_case and phrase.isupper() and len(phrase) <= 6 and len(phrase) > 1:
            how = EXACT
        elif cased and self.script.has_case:
            how = CAPITAL
        self.entries[phrase.strip()][(tag, meaning, how, is_mark)] = None

    def folded(self) -> Iterator[tuple[str, Entries]]:
        """Yield each phrase as texts are matched against it, with all that it means; folded all at once."""
        together: dict[str, dict[Entry, None]] = {}
        for phrase, entries in zip(
            fold(SEPARATOR.join(self.entries)).split(SEPARATOR), self.entries.values(), strict=True
        ):
            if phrase:
                together[phrase] = {**together[phrase], **entries} if phrase in together else entries
        return ((phrase, tuple(entries)) for phrase, entries in together.items())

    def tree(self) -> Node:
        """Return all phrases as a tree: a node below which the first words of phrases lead on."""
        root = Node()
        known: dict[Entries, tuple[Meanings, bool, bool]] = {}  # all forms of a name mean the same in a case
        for phrase, entries in self.folded():
            *before, last = self.script.words(phrase)
            node = root
            for word in before:
                node = node.following.setdefault(word, Node())
            end = node.following.setdefault(last, Node())
            if entries not in known:
                tags = {tag for tag, _, _, _ in entries}
                known[entries] = self.meanings(entries), not tags.isdisjoint(BESIDE_DIGITS), "leader" in tags
            end.meanings, end.may_touch_digits, is_of_leader = known[entries]
            end.may_be_glued = is_of_leader and self.script.has_words and " " in phrase
            if end.may_be_glued:
                node.names = tuple(sorted((*node.names, last), key=len, reverse=True))
        for node in root.following.values():
            if node.meanings and node.meanings[0] is node.meanings[1] is node.meanings[2]:
                node.only = None if node.meanings[0].marks else node.meanings[0].sense
        return root

    def meanings(self, entries: Entries) -> Meanings:
        """Return what a phrase means by how it is written: freely, with a capital, in capitals."""
        written = [tuple(entry for entry in entries if fits(entry[2], how)) for how in (FREE, CAPITAL, EXACT)]
        free, capital, exact = map(self.meaning, written)  # mostly the same for all
        return free, capital, exact

    def meaning(self, entries: Entries) -> Meaning:
        """Return what entries mean together, the very same for the same: names mean nothing in small letters."""
        if entries not in self.made:
            self.made[entries] = self.made_of(entries)
        return self.made[entries]

    def made_of(self, entries: Entries) -> Meaning:
        """Make what entries mean together."""
        meanings: dict[str, list[str]] = defaultdict(list)
        for tag, meaning, _, is_mark in entries:
            if not is_mark:
                meanings[tag].append(meaning)
        marks = tuple((tag, meaning) for tag, meaning, _, is_mark in entries if is_mark)
        return Meaning(sense(self.alphabet, {tag: tuple(values) for tag, values in meanings.items()}), marks)


def fits(wanted: int, written: int) -> bool:
    """Return whether a phrase that must be written somehow is written so."""
    return wanted <= written if wanted != SMALL else written == FREE


def sense(alphabet: Alphabet, meanings: dict[str, tuple[str, ...]]) -> Sense | None:
    """Return the sense of tags with their meanings, with its letter; None for no tag."""
    if not meanings:
        return None
    names = set(meanings)
    for tag, values in meanings.items():
        names.update(f"{tag}:{part}" for value in values for part in value.split("|") if part)
    return Sense(alphabet.letter(names), meanings)


def fold(text: str) -> str:
    """Return a text as phrases are matched against it, of the same length: small letters, plain signs, one writing."""
    folded = text.lower()
    if len(folded) != len(text):
        folded = LONGER_IF_SMALL.join(part.lower() for part in text.split(LONGER_IF_SMALL))
    folded = folded.replace("\n", " ").replace("\t", " ")
    if not folded.isascii():
        for written, plain in PLAIN:
            folded = folded.replace(written, plain)
    return in_one_writing(folded)
