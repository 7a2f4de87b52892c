"""Patterns, compiled, and their matches on rows of letters: the only engine."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from operator import attrgetter
from typing import Any, NamedTuple

from importers.grammar.alphabet import FIRST, TAKEN
from importers.grammar.syntax import PatternError

AGAIN = "__"  # between a name and its number, where several alternatives keep it
LETTER = re.compile(f"[{chr(FIRST)}-{TAKEN}]")
ONE_LETTER_EACH = re.compile(rf"\(\?:\[{LETTER.pattern}+\](?:\|\[{LETTER.pattern}+\])*\)")
KEPT = re.compile(r"\(\?P<(\w+)>")


class Match(NamedTuple):
    """Where a pattern holds in a row: from which tag up to which, and the same of what it keeps."""

    pattern: "Pattern"
    start: int
    end: int
    kept: dict[str, tuple[int, int]]

    @property
    def name(self) -> str:
        """The name of the pattern, which stays with the fact."""
        return self.pattern.name


@dataclass(frozen=True)
class Expression:
    """The expression of a pattern, compiled when it is first held against a row: few reports ask for most of them."""

    written: str
    text: str  # of the pattern, to tell where the expression is none

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression as `re` has it. Raises PatternError where it is none."""
        try:
            return re.compile(numbered(merged(self.written)), re.DOTALL)
        except re.error as error:
            raise PatternError(f"{error.msg} in {self.text!r}") from None


@dataclass(frozen=True)
class Pattern:
    """One pattern of a language's file, with what proves it, and what it gives to those who ask."""

    name: str
    kind: str
    match: Expression
    unless: tuple[Expression, ...]
    reads: tuple[str, ...]
    passes: tuple[str, ...]
    gives: Mapping[str, Any] = field(hash=False)
    where: str = ""
    needs: tuple[frozenset[str], ...] = ()  # sets of letters, of each of which a row must have one for it to hold
    opening: frozenset[str] = frozenset()  # letters of which a row must begin with one; none: it may hold anywhere

    @cached_property
    def keeps(self) -> list[tuple[str, int]]:
        """What a match keeps, by name, each with the number of its group."""
        return [(name.partition(AGAIN)[0], group) for name, group in self.match.compiled.groupindex.items()]

    def matches(self, letters: str) -> Iterator[Match]:
        """Yield where the pattern holds in a row of letters, from left to right, without overlaps."""
        for found in self.match.compiled.finditer(letters):
            if found.end() > found.start() and not self.refused(letters, found):
                spans = found.regs
                kept = {name: spans[group] for name, group in self.keeps if spans[group][0] >= 0}
                yield Match(self, found.start(), found.end(), kept)

    def refused(self, letters: str, found: re.Match[str]) -> bool:
        """Return whether an exception of the pattern holds where it does."""
        return any(
            but.start() < found.end() and but.end() > found.start()
            for exception in self.unless
            for but in exception.compiled.finditer(letters)
        )


@dataclass(frozen=True, eq=False)
class Patterns:
    """Patterns of one kind in their order, by what they need: of most of them a row has not even the rarest letter.

    `late` are letters that code makes of others: whether they come to stand in a row, its words do not tell.
    """

    every: Sequence[Pattern] = ()
    late: frozenset[str] = frozenset()

    def __iter__(self) -> Iterator[Pattern]:
        """Yield all patterns."""
        return iter(self.every)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.every)

    @cached_property
    def by_letter(self) -> "Index":
        """What each needs: sets of letters, of each of which a row must have one."""
        return Index([pattern.needs for pattern in self.every])

    @cached_property
    def by_word(self) -> "Index":
        """What each needs of the words of a text, whatever is made of them."""
        return Index([[need for need in one.needs if need.isdisjoint(self.late)] for one in self.every])

    def able(self, letters: Collection[str]) -> list[Pattern]:
        """Return those that may hold in a row with these letters, in their order."""
        return [self.every[place] for place in self.by_letter.able(letters)]

    def able_by_words(self, letters: Collection[str]) -> list[Pattern]:
        """Return those that may hold where words of these letters stand, whatever is made of them."""
        return [self.every[place] for place in self.by_word.able(letters)]


@cache
def giving(patterns: Patterns, key: str, value: str) -> Patterns:
    """Return those of the patterns that give this value of a key, in their order."""
    return Patterns([pattern for pattern in patterns if pattern.gives[key] == value])


class Index:
    """Tells of many things that need letters which have all that they need, by the rarest letters of each."""

    def __init__(self, needs: Sequence[Sequence[frozenset[str]]]) -> None:
        self.by_letter: dict[str, list[int]] = {}
        self.rest = [needed[1:] for needed in needs]
        self.always = [place for place, needed in enumerate(needs) if not needed]
        for place, needed in enumerate(needs):
            for letter in needed[0] if needed else ():
                self.by_letter.setdefault(letter, []).append(place)
        self.asked = frozenset(self.by_letter)

    def able(self, letters: Collection[str]) -> list[int]:
        """Return the places of what has all that it needs in these letters, in their order."""
        met = self.asked.intersection(letters)
        if not met:
            return self.always
        found = [*self.always, *{place for letter in met for place in self.by_letter[letter]}]
        return sorted(place for place in found if all_met(self.rest[place], letters))


def all_met(needs: Sequence[frozenset[str]], letters: Collection[str]) -> bool:
    """Return whether letters have one of each need."""
    for need in needs:  # noqa: SIM110 (a generator would take twice the time)
        if need.isdisjoint(letters):
            return False
    return True


def merged(expression: str) -> str:
    """Return the expression with alternatives of a letter each as one class.

    Where they share letters, a repeated group would else try each way of sharing out a long row between them.
    """
    count = 1
    while count:
        expression, count = ONE_LETTER_EACH.subn(
            lambda group: f"[{''.join(dict.fromkeys(LETTER.findall(group[0])))}]", expression
        )
    return expression


def numbered(expression: str) -> str:
    """Return the expression with names that are kept in several alternatives told apart, as `re` wants them."""
    seen: Counter[str] = Counter()

    def told_apart(group: re.Match[str]) -> str:
        seen[group[1]] += 1
        return group[0] if seen[group[1]] == 1 else f"(?P<{group[1]}{AGAIN}{seen[group[1]]}>"

    return KEPT.sub(told_apart, expression)


def first_matches(patterns: Patterns, letters: str, wanted: Callable[[Match], bool] = lambda _: True) -> list[Match]:
    """Return the matches in a row: patterns in their order, none over a stretch that an earlier one has taken."""
    found: list[Match] = []
    for pattern in patterns.able(set(letters)):
        own = [match for match in pattern.matches(letters) if wanted(match)]
        for match in own:
            letters = letters[: match.start] + TAKEN * (match.end - match.start) + letters[match.end :]
        found += own
    return sorted(found, key=attrgetter("start")) if found else found
