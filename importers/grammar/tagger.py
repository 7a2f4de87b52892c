"""The tagger: one pass over a text finds every word that anything asks for, and sentences become rows of tags."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from importers.grammar.alphabet import Alphabet, Sense
from importers.grammar.joined_names import JoinedNames
from importers.grammar.phrases import Node, Script, fold
from importers.grammar.syntax import GAP
from importers.grammar.tags import Mark, Row, Tag

NAME = "name"  # the tag of words in capitals that no list knows
FAMILY = "family"  # the tag of the family name of a leader
PAIR = "pair"  # the tag of two countries by a letter of each
TITLE = "title"  # the tag of words behind which a name may stand
SHORT_NAME = 4  # letters
LONGEST = 30  # words of a phrase, and what stands between them
WITH_CASE = [chr(code) for code in range(0x2100)]  # letters of scripts that have capitals
CAPITALS = "".join(letter for letter in WITH_CASE if letter.isupper())
SMALL = "".join(letter for letter in WITH_CASE if letter.islower())
GLUED = re.compile(f"[{SMALL}](?=[{CAPITALS}])")  # words that a page has glued: "PresidentXi"
INITIAL = re.compile(rf"(?<!\w)[{CAPITALS}]\.\s?(?:[{CAPITALS}]\.\s?)?[{CAPITALS}][{SMALL}]")  # "V. Novak", "A.B.Novak"
BESIDE_DIGIT = re.compile(r"(?<=\d)(?=[^\W\d_])|(?<=[^\W\d_])(?=\d)")
TOUCHING = re.compile(rf"{GLUED.pattern}|\d(?:(?=[^\W\d_])|(?<=[^\W\d_]\d))")  # where a word may fall into several
WORD = r"(?:[^\W_]\.(?!\w)|[^\W_](?:[^\W_]|['’.‑-](?=[^\W_]))*)"
CAPITAL_WORD, SMALL_WORD = rf"(?=[{CAPITALS}]){WORD}", rf"(?![{CAPITALS}]){WORD}"
UNLISTED = re.compile(rf"(?P<name>{CAPITAL_WORD})|{SMALL_WORD}(?:[\W_]+{SMALL_WORD})*")
ANY_WORD = re.compile(WORD)


class Words(NamedTuple):
    """A text as words, in small letters, and what stands between them; `starts` are their places, and the end."""

    text: str
    words: list[str]
    starts: list[int]
    cuts: frozenset[int]  # places where digits and letters meet

    def from_part(self, last: int, begun: int) -> "Words":
        """Return the words from a part of one on, of which the first letters are left out; enough for any phrase."""
        rest, place = self.words[last][begun:], self.starts[last] + begun
        following = self.words[last + 1 : last + 1 + LONGEST]
        starts = [place, *self.starts[last + 1 : last + 2 + LONGEST]]
        return Words(self.text, [rest, *following, ""], starts, self.cuts)


class Tagger:
    """Finds tags and marks in texts of one language."""

    def __init__(self, tree: Node, alphabet: Alphabet, script: Script) -> None:
        self.tree, self.script = tree, script
        self.gap = Sense(alphabet.letter([GAP]), {GAP: ()})
        self.name = Sense(alphabet.letter([NAME]), {NAME: ()})
        self.known = frozenset(map(str.lstrip, words_below(tree)))
        self.joined = JoinedNames(script, self.name) if script.name_letters and script.name_joint else None

    def find(self, text: str) -> tuple[list[Tag], list[Mark]]:
        """Return the tags, leftmost and longest first, none over another, and all marks, in their order."""
        whole = self.words(text)
        _, words, starts, cuts = whole
        nodes = map(self.tree.following.get, map(str.lstrip, words))
        tags: list[Tag] = []
        marks: list[Mark] = []
        end = 0
        for place, node in enumerate(nodes):
            if node is None:
                continue
            if node.only is not None and words[place + 1] not in node.following and not cuts:  # most words
                start = starts[place]
                if start >= end:
                    end = starts[place + 1]
                    tags.append(Tag(start + text[start].isspace(), end, node.only))
                continue
            found = self.longest(whole, place, node, marks)
            if found and found[0].start >= end:
                tags += found
                end = found[-1].end
        if self.script.name_letters:
            tags = list(self.without_parts_of_names(text, tags))
        if self.script.has_case:
            tags = [Tag(tag.start, tag.end, self.name) if is_initial(text, tag) else tag for tag in tags]
        return tags, sorted(marks)

    def without_parts_of_names(self, text: str, tags: Iterable[Tag]) -> Iterator[Tag]:
        """Yield the tags but family names that stand within longer names, in a script where no space parts them."""
        end = 0
        for tag in tags:
            before = text[tag.start - 1] if tag.start > end else self.script.name_joint
            is_within = before != self.script.name_joint and before in self.script.name_letters
            if not (is_within and FAMILY in tag.sense and len(tag.sense) == 1):
                yield tag
            end = tag.end

    def words(self, text: str) -> Words:
        """Return the words of a text; those that it has glued together, or to a number, as if a space parted them."""
        words = self.script.words(fold(text))
        starts = list(accumulate(map(len, words), initial=0))
        parted: list[str] = []
        places: list[int] = []
        cuts: list[int] = []
        done = 0
        for place in dict.fromkeys(bisect_right(starts, met.start()) - 1 for met in TOUCHING.finditer(text)):
            within = self.parting(text, words[place].lstrip(), starts[place + 1])
            if within:
                first, *others = [fold(text[at:to]) for at, to in pairwise([starts[place], *within, starts[place + 1]])]
                parted += [*words[done:place], first, *(f" {other}" for other in others)]
                places += [*starts[done : place + 1], *within]
                cuts += [at for at in within if text[at].isdigit() or text[at - 1].isdigit()]
                done = place + 1
        return Words(text, [*parted, *words[done:], ""], [*places, *starts[done:]], frozenset(cuts))

    def parting(self, text: str, word: str, end: int) -> list[int]:
        """Return the places where a word falls into several: behind a small letter, or beside a unit of a number."""
        if word in self.known:
            return []
        start = end - len(word)
        places = [met.end() for met in GLUED.finditer(text, start, end)]
        units = [node for part in BESIDE_DIGIT.split(word) if (node := self.tree.following.get(part))]
        if any(unit.may_touch_digits for unit in units):
            places += [start + met.start() for met in BESIDE_DIGIT.finditer(word)]
        return sorted(set(places))

    def longest(self, whole: Words, place: int, node: Node, marks: list[Mark]) -> list[Tag]:
        """Return the longest tag that begins with a word, which leads to a node, and add all marks that begin there.

        Two tags, where a page has glued the next word to a name.
        """
        text, words, starts, cuts = whole
        start, last = starts[place] + text[starts[place]].isspace(), place + 1
        found: list[Tag] = []
        while True:
            end = starts[last]
            if node.meanings and not (cuts and (start in cuts or end in cuts) and not node.may_touch_digits):
                sense, marked = node.meaning(text[start:end])
                if sense is not None:
                    found = [Tag(start, end, sense)]
                if marked:
                    marks += [Mark(start, end, kind, value) for kind, value in marked]
            following = node.following.get(words[last])
            if following is None:
                return self.glued(whole, start, last, node, marks) or found if node.names else found
            node, last = following, last + 1

    def glued(self, whole: Words, start: int, last: int, node: Node, marks: list[Mark]) -> list[Tag]:
        """Return a name that ends within a word, and what the rest of that word begins; nothing where it is not so."""
        for name in node.names:
            behind = whole.from_part(last, len(name)) if whole.words[last].startswith(name) else None
            then = self.tree.following.get(behind.words[0]) if behind else None
            written = whole.text[start : whole.starts[last] + len(name)]
            sense = node.following[name].meaning(written).sense
            is_acronym = written.isupper() and whole.text[start + len(written) :][:1].isupper()  # "LIUNA" is no Li
            if behind and then and sense and written[0].isupper() and not is_acronym:
                found = self.longest(behind, 0, then, marks)
                return [Tag(start, start + len(written), sense), *found] if found else []
        return []

    def row(self, text: str, start: int, end: int, tags: Iterable[Tag]) -> Row:
        """Return the row of a stretch, of the tags in it and the words between them."""
        between = self.unlisted if self.script.has_case else self.unlisted_without_case
        whole: list[Tag] = []
        place = start
        if self.joined:
            tags = self.joined.put_into(text, start, end, self.without_letters_of_names(text, tags))
        for tag in tags:
            if tag.start > place:
                whole += between(text, place, tag.start, whole)
            whole.append(tag)
            place = tag.end
        whole += between(text, place, end, whole)
        if not self.script.has_words:
            whole = joined_gaps(whole)
        return Row(whole, "".join([tag.sense.letter for tag in whole]))

    def unlisted(self, text: str, first: int, last: int, before: Sequence[Tag]) -> Iterable[Tag]:
        """Return tags for words that no phrase covers: names by their capitals, the rest as gaps."""
        if last - first == 1 and not text[first].isalnum():
            return ()
        return [
            Tag(found.start(), found.end(), self.name if found["name"] else self.gap)
            for found in UNLISTED.finditer(text, first, last)
        ]

    def unlisted_without_case(self, text: str, first: int, last: int, before: Sequence[Tag]) -> Iterator[Tag]:
        """Yield tags for words that no phrase covers: names behind a title, the rest as gaps."""
        if before and before[-1].end == first and TITLE in before[-1].sense:
            while first < last and text[first].isspace():
                first += 1
            end = self.name_end(text, first, last)
            if end > first:
                yield Tag(first, end, self.name)
            first = end
        if ANY_WORD.search(text, first, last):
            yield Tag(first, last, self.gap)

    def without_letters_of_names(self, text: str, tags: Iterable[Tag]) -> Iterator[Tag]:
        """Yield the tags but those within a name behind a title: letters, two countries, names before its last one."""
        end = joint = -1
        for tag in tags:
            is_part = tag.end <= end and (tag.end - tag.start == 1 or PAIR in tag.sense)
            if is_part or (tag.end <= joint and "leader" not in tag.sense):
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


def is_initial(text: str, tag: Tag) -> bool:
    """Return whether a tag is a letter that a given name is shortened to: no preposition, no unit."""
    return tag.end - tag.start <= 2 and INITIAL.match(text, tag.start) is not None


def words_below(node: Node) -> Iterator[str]:
    """Yield all words of the phrases that lead on from a node."""
    remaining = [node]
    while remaining:
        following = remaining.pop().following
        yield from following
        remaining += following.values()


def joined_gaps(tags: Sequence[Tag]) -> list[Tag]:
    """Return the tags with each stretch of words that nothing asks for as one."""
    joined: list[Tag] = []
    for tag in tags:
        is_gap = GAP in tag.sense and len(tag.sense) == 1
        if is_gap and joined and joined[-1].sense.letter == tag.sense.letter:
            joined[-1] = joined[-1]._replace(end=tag.end)
        else:
            joined.append(tag)
    return joined
