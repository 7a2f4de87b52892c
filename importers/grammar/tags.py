"""Tags: one pass over a text finds every word that anything asks for, and makes of each sentence a row of tags."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, NamedTuple

import ahocorasick

from importers.grammar.alphabet import Alphabet, Sense
from importers.grammar.inflection import Inflection
from importers.grammar.patterns import GAP

CASE = "case"  # the tag of what stands in a case of a noun
NO_CASES: frozenset[str] = frozenset()
NAME = "name"  # the tag of words in capitals that no list knows
WORD = re.compile(r"[^\W_]\.(?!\w)|[^\W_](?:[^\W_]|['’.‑-](?=[^\W_]))*")
TITLE = "title"  # the tag of words behind which a name may stand
SHORT_NAME = 4  # letters
SMALL, FREE, CAPITAL, EXACT = range(
    -1, 3
)  # how a phrase must be written: in small letters, anyhow, with a capital, in capitals


class Tag(NamedTuple):
    """A stretch of the text with what it may mean; `item` is what code has worked out of it: a person, a day."""

    start: int
    end: int
    sense: Sense
    item: Any = None


class Mark(NamedTuple):
    """A phrase of the reference data at a place: a milestone, a theme, an occasion. Marks may overlap, tags do not."""

    start: int
    end: int
    kind: str
    value: str


class Row(NamedTuple):
    """The tags of a sentence, and the same as letters for patterns."""

    tags: Sequence[Tag]
    letters: str

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the characters from one tag up to another, which is not included."""
        return self.tags[first].start, self.tags[last - 1].end

    def items(self, first: int, last: int) -> list[Any]:
        """Return what code has worked out of the tags in a stretch."""
        return [tag.item for tag in self.tags[first:last] if tag.item is not None]


@dataclass(frozen=True)
class Script:
    """What a language's writing is like, as language.toml says."""

    has_words: bool = True  # whether spaces part words
    has_case: bool = True  # whether names are told by capitals
    name_joint: str = ""  # what stands between the names of a person, where no space does
    name_letters: frozenset[str] = frozenset()  # of names behind titles, where no capitals tell them


class Entry(NamedTuple):
    """What the automaton knows of a phrase: its size, where words must begin and end, and what it means as written."""

    size: int
    begins_word: bool
    ends_word: bool
    upper: str
    meanings: tuple[tuple[Sense | None, tuple[tuple[str, str], ...]], ...]  # free, with a capital, all in capitals
    may_be_glued: bool
    may_touch_digits: bool


class Phrases:
    """The phrases of a lexicon under construction."""

    def __init__(self, alphabet: Alphabet, script: Script, inflection: Inflection | None = None) -> None:
        self.alphabet, self.script, self.inflection = alphabet, script, inflection
        self.entries: dict[str, dict[tuple[str, str, int, bool], None]] = defaultdict(dict)

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
        folded = fold(phrase.strip())
        if folded:
            self.entries[folded][(tag, meaning, how, is_mark)] = None

    def automaton(self) -> ahocorasick.Automaton:
        """Return the automaton that finds them all in one pass."""
        automaton = ahocorasick.Automaton()
        for phrase, entries in self.entries.items():
            automaton.add_word(phrase, self.entry(phrase, list(entries)))
        automaton.make_automaton()
        return automaton

    def entry(self, phrase: str, entries: list[tuple[str, str, int, bool]]) -> Entry:
        """Return what is known of a phrase."""
        is_word = self.script.has_words or phrase.isascii()
        written = [tuple(entry for entry in entries if fits(entry[2], how)) for how in (FREE, CAPITAL, EXACT)]
        meanings = {several: self.meaning(several) for several in dict.fromkeys(written)}  # mostly the same for all
        return Entry(
            len(phrase),
            is_word and phrase[0].isalnum(),
            is_word and phrase[-1].isalnum(),
            phrase.upper(),
            tuple(meanings[several] for several in written),
            self.script.has_words and " " in phrase and any(entry[0] == "leader" for entry in entries),
            any(entry[0] in BESIDE_DIGITS for entry in entries),
        )

    def meaning(
        self, entries: Sequence[tuple[str, str, int, bool]]
    ) -> tuple[Sense | None, tuple[tuple[str, str], ...]]:
        """Return what entries mean together: as a tag, and as marks."""
        meanings: dict[str, list[str]] = defaultdict(list)
        for tag, meaning, _, is_mark in entries:
            if not is_mark:
                meanings[tag].append(meaning)
        marks = tuple((tag, meaning) for tag, meaning, _, is_mark in entries if is_mark)
        return sense(self.alphabet, {tag: tuple(values) for tag, values in meanings.items()}), marks


BESIDE_DIGITS = frozenset({"currency", "scale", "period"})  # need no space: "240bn", "RM450"


def fits(wanted: int, written: int) -> bool:
    """Return whether a phrase that must be written somehow is written so."""
    return wanted <= written if wanted != SMALL else written == FREE


OF_REFERENCE = frozenset({"leader", "family", "country", "pair", "capital", "outlet"})  # no pattern asks which


def sense(alphabet: Alphabet, meanings: dict[str, tuple[str, ...]]) -> Sense | None:
    """Return the sense of tags with their meanings, with its letter; None for no tag."""
    if not meanings:
        return None
    names = set(meanings)
    for tag, values in meanings.items():
        if tag not in OF_REFERENCE:
            names.update(f"{tag}:{part}" for value in values for part in value.split("|") if part)
    return Sense(alphabet.letter(names), meanings)


def fold(text: str) -> str:
    """Return the text as phrases are matched against it: small letters, plain quotes and spaces, of the same length."""
    folded = text.lower()
    if len(folded) != len(text):
        folded = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return folded.replace("\n", " ").replace("\t", " ") if folded.isascii() else folded.translate(PLAIN)


PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "\xa0": " ", "\u202f": " ", "\u2009": " ", "‐": "-", "‑": "-",
                       "‒": "-", "–": "-", "—": "-", "•": "·", "・": "·", "\n": " ", "\t": " ", "ё": "е"})  # fmt: skip


class Tagger:
    """Finds tags and marks in texts of one language."""

    def __init__(self, automaton: ahocorasick.Automaton, alphabet: Alphabet, script: Script) -> None:
        self.automaton, self.script = automaton, script
        self.gap = Sense(alphabet.letter([GAP]), {GAP: ()})
        self.name = Sense(alphabet.letter([NAME]), {NAME: ()})

    def find(self, text: str) -> tuple[list[Tag], list[Mark]]:
        """Return the tags, leftmost and longest first, none over another, and all marks, in their order."""
        folded = fold(text)
        tags: list[Tag] = []
        marks: list[Mark] = []
        glued: dict[int, Tag] = {}  # by their ends: names to which a page has glued the next word
        behind: list[Tag] = []
        size = len(text)
        for last, entry in self.automaton.iter(folded):
            length, begins_word, ends_word, upper, meanings, may_be_glued, may_touch_digits = entry
            end = last + 1
            start = end - length
            if begins_word and start:  # written out, as most of what is found lies within other words
                before = text[start - 1]
                is_within = before.isalnum() and not (before.islower() and text[start].isupper())
                if is_within and start not in glued and not (may_touch_digits and before.isdigit()):
                    continue
            how = FREE
            if text[start].isupper():
                how = EXACT if text[start:end] == upper else CAPITAL
            meaning, marked = meanings[how]
            if ends_word and end < size and within_word(text, end):
                if may_touch_digits and text[end].isdigit() and meaning is not None:
                    tags.append(Tag(start, end, meaning))
                if may_be_glued and how and meaning:
                    glued[end] = Tag(start, end, meaning)
                continue
            if meaning is not None:
                (behind if start in glued else tags).append(Tag(start, end, meaning))
            if marked:
                marks += [Mark(start, end, kind, value) for kind, value in marked]
        for tag in behind:
            tags += [glued[tag.start], tag]
        return without_overlaps(tags), sorted(marks)

    def row(self, text: str, start: int, end: int, tags: Iterable[Tag]) -> Row:
        """Return the row of a stretch, of the tags in it and the words between them."""
        whole: list[Tag] = []
        place = start
        for tag in self.without_letters_of_names(text, tags) if self.script.name_letters else tags:
            if tag.start > place:
                whole += self.between(text, place, tag.start, whole)
            whole.append(tag)
            place = tag.end
        whole += self.between(text, place, end, whole)
        if not self.script.has_words:
            whole = joined_gaps(whole)
        return Row(whole, "".join([tag.sense.letter for tag in whole]))

    def between(self, text: str, first: int, last: int, before: Sequence[Tag]) -> Iterator[Tag]:
        """Yield tags for words that no phrase covers: names by their capitals or behind a title, the rest as gaps."""
        if last - first < 2 and not text[first:last].isalnum():
            return
        if not self.script.has_case:
            if before and before[-1].end == first and TITLE in before[-1].sense:
                while first < last and text[first].isspace():
                    first += 1
                end = self.name_end(text, first, last)
                if end > first:
                    yield Tag(first, end, self.name)
                first = end
            begun = self.name_start(text, first, last)
            if WORD.search(text, first, begun):
                yield Tag(first, begun, self.gap)
            if begun < last:
                yield Tag(begun, last, self.name)
            return
        opened = None
        for word in WORD.finditer(text, first, last):
            if text[word.start()].isupper():
                if opened is not None:
                    yield Tag(*opened, self.gap)
                    opened = None
                yield Tag(word.start(), word.end(), self.name)
            else:
                opened = (opened[0] if opened else word.start(), word.end())
        if opened is not None:
            yield Tag(*opened, self.gap)

    def without_letters_of_names(self, text: str, tags: Iterable[Tag]) -> Iterator[Tag]:
        """Yield the tags but those within a name behind a title: words of one letter, and names before its last one."""
        end = joint = -1
        for tag in tags:
            is_letter = tag.end - tag.start == 1 and tag.end <= end
            if is_letter or (tag.end <= joint and "leader" not in tag.sense):
                continue
            yield tag
            end, joint = tag.end, -1
            if TITLE in tag.sense:
                while end < len(text) and text[end] in self.script.name_letters:
                    end += 1
                joint = text.rfind(self.script.name_joint, tag.end, end) if self.script.name_joint else -1

    def name_end(self, text: str, first: int, last: int) -> int:
        """Return where a name ends that no list knows, behind a title, in a script without capitals.

        It is made of letters that foreign names are written with, or all up to the next tag, if that is short.
        """
        end = first
        while end < last and text[end] in self.script.name_letters:
            end += 1
        if end - first < 2:
            end = last if 2 <= last - first <= SHORT_NAME and text[first:last].isalpha() else first
        return end

    def name_start(self, text: str, first: int, last: int) -> int:
        """Return where given names begin that end right before a known family name, with the sign between names."""
        start = last
        if self.script.name_joint and text.endswith(self.script.name_joint, first, last):
            while start > first and text[start - 1] in self.script.name_letters:
                start -= 1
        return start


def within_word(text: str, place: int) -> bool:
    """Return whether a place lies within a word; a change from small letters to a capital parts glued words."""
    before, after = text[place - 1], text[place]
    return before.isalnum() and after.isalnum() and not (before.islower() and after.isupper())


def joined_gaps(tags: Sequence[Tag]) -> list[Tag]:
    """Return the tags with each stretch of words that nothing asks for as one."""
    joined: list[Tag] = []
    for tag in tags:
        is_gap = GAP in tag.sense and len(tag.sense.meanings) == 1
        if is_gap and joined and joined[-1].sense.letter == tag.sense.letter:
            joined[-1] = joined[-1]._replace(end=tag.end)
        else:
            joined.append(tag)
    return joined


def without_overlaps(tags: list[Tag]) -> list[Tag]:
    """Return the tags without those that overlap one that begins before, or as early and is longer."""
    tags.sort(key=lambda tag: (tag.start, -tag.end))
    kept: list[Tag] = []
    end = -1
    for tag in tags:
        if tag.start >= end:
            kept.append(tag)
            end = tag.end
    return kept


by_start = attrgetter("start")
