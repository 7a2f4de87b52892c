"""Patterns over rows of tags: what a language's files write is compiled to one `re` each, and matched here alone.

    <send>  <send:reply>  <send|wish>     a tag; with a meaning; one of several
    to  ,                                 a word, or a mark, as it stands in the text
    [x]  (x|y)  x*  x+                    optional, alternatives, repeated
    {sender:people}                       what is kept of a match, by name
    ..  ...                               a gap that ends at a clause; the first has nobody named in it
    _                                     words that nothing asks for
    !x                                    not followed by x
    ^  $                                  begin and end of the sentence

`<people>` may also be a rule, which stands for other words of a pattern and is written once in `[rules]`.
"""

import itertools
import math
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from operator import attrgetter
from typing import Any, NamedTuple

from importers.grammar.alphabet import FIRST, TAKEN, Alphabet, none_of, one_of

GAP = "gap"  # the tag of words that no pattern asks for
STOP, SOMEBODY = "stop", "person"  # the tags at which gaps end
WIDEST = 12  # tags in a gap, unless a language says otherwise
AGAIN = "__"  # between a name and its number, where several alternatives keep it
LETTER = re.compile(f"[{chr(FIRST)}-{TAKEN}]")
ONE_LETTER_EACH = re.compile(rf"\(\?:\[{LETTER.pattern}+\](?:\|\[{LETTER.pattern}+\])*\)")
KEPT = re.compile(r"\(\?P<(\w+)>")
TOKEN = re.compile(
    r"\s*(?:(?P<tag><[^<>\s]+>)|\{(?P<keep>\w+):(?P<kept>[\w|:-]+)\}|(?P<gap>\.\.\.?)|(?P<sign>[\[\]()|*+!^$_])"
    r"|(?P<word>[^\s\[\](){}<>|*+!^$_]+))"
)


Needs = list[frozenset[str]]  # sets of letters, of each of which a row must have one
MOST_CHOICES = 1000  # from alternatives to what all of them need


class PatternError(ValueError):
    """A pattern that cannot be compiled; tells what is wrong with it."""


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


@dataclass(frozen=True)
class Compiler:
    """Compiles the patterns of one language: over its alphabet, its rules, and where its gaps end."""

    alphabet: Alphabet
    rules: Mapping[str, str]
    widest: int = WIDEST
    of_rules: dict[str, str] = field(default_factory=dict)  # expressions, as many patterns ask for the same rules
    needs_of_rules: dict[str, Needs] = field(default_factory=dict)

    def compile(self, text: str) -> Expression:
        """Return the expression of a pattern. Raises PatternError where a part of it can be none."""
        return Expression("".join(self.expressions(text, ())), text)

    def expressions(self, text: str, within: tuple[str, ...]) -> Iterator[str]:
        """Yield the expression of each part of a pattern; `within` are the rules that it stands in."""
        is_refused = False
        for token in tokens(text):
            part = self.expression(token, within)
            if part == "!":
                is_refused = True
                continue
            yield f"(?!{part})" if is_refused else part
            is_refused = False

    def expression(self, token: re.Match[str], within: tuple[str, ...]) -> str:
        """Return the expression of one part."""
        if token["tag"]:
            return self.named(token["tag"][1:-1], within)
        if token["keep"]:
            return f"(?P<{token['keep']}>{self.named(token['kept'], within)})"
        if token["gap"]:
            stops = self.alphabet.having(STOP) + (self.alphabet.having(SOMEBODY) if token["gap"] == ".." else "")
            return f"{none_of(stops)}{{0,{self.widest}}}?"
        if token["sign"]:
            signs: dict[str, str] = {"[": "(?:", "]": ")?", "(": "(?:", "_": one_of(self.alphabet.having(GAP))}
            return signs.get(token["sign"], token["sign"])
        return self.letters(word_tag(token["word"]))

    def needs(self, text: str) -> tuple[frozenset[str], ...]:
        """Return sets of letters, of each of which whatever the pattern matches has one; the rarest first."""
        literals = self.alphabet.literals
        return tuple(
            sorted(without_wider(self.needed(text)), key=lambda need: (not need.isdisjoint(literals), len(need)))
        )

    def opening(self, text: str) -> frozenset[str]:
        """Return the letters with which a row must begin, none where the pattern may hold anywhere."""
        first, second, *rest = [*tokens(text), None, None]
        if first is None or second is None or first["sign"] != "^" or (rest[0] is not None and rest[0]["sign"] == "*"):
            return frozenset()
        needs = self.needed_by(second)
        is_whole = second["word"] or (
            second["tag"] and not any(name in self.rules for name in second["tag"][1:-1].split("|"))
        )
        return needs[0] if is_whole and needs and "|" not in top_level_signs(text) else frozenset()

    def needed(self, text: str) -> list[frozenset[str]]:
        """Return what each part of a pattern needs: nothing of what is optional, repeated from nought, or refused."""
        open_groups: list[list[list[Needs]]] = [[[]]]  # of each the alternatives, of each its parts
        refused: list[bool] = []
        is_refused = False
        for token in tokens(text):
            sign = token["sign"]
            if sign == "!":
                is_refused = True
                continue
            if sign and sign in "([":
                open_groups.append([[]])
                refused.append(is_refused)
            elif sign and sign in ")]":
                alternatives = open_groups.pop()
                counts = not refused.pop() and sign == ")"
                open_groups[-1][-1].append(of_one([flat(parts) for parts in alternatives]) if counts else [])
            elif sign == "|":
                open_groups[-1].append([])
            elif sign == "*":
                open_groups[-1][-1][-1] = []
            elif sign != "+":
                open_groups[-1][-1].append([] if is_refused else self.needed_by(token))
            is_refused = False
        return of_one([flat(parts) for parts in open_groups[0]])

    def needed_by(self, token: re.Match[str]) -> Needs:
        """Return what a part that is no group needs."""
        names = token["tag"][1:-1] if token["tag"] else token["kept"] or ""
        if token["word"]:
            names = word_tag(token["word"])
            return [frozenset(self.alphabet.having(names))]
        return of_one([self.needed_name(name) for name in names.split("|")]) if names else []

    def needed_name(self, name: str) -> Needs:
        """Return what a rule or a tag needs."""
        if name not in self.rules:
            return [frozenset(self.alphabet.having(name))]
        if name not in self.needs_of_rules:
            self.needs_of_rules[name] = self.needed(self.rules[name])
        return self.needs_of_rules[name]

    def named(self, names: str, within: tuple[str, ...]) -> str:
        """Return the expression of a rule or tag, or of several parted by bars."""
        found = []
        for name in names.split("|"):
            if name in within:
                raise PatternError(f"the rule {name!r} stands within itself")
            if name in self.rules:
                if name not in self.of_rules:
                    self.of_rules[name] = "".join(self.expressions(self.rules[name], (*within, name)))
                found.append(self.of_rules[name])
            else:
                found.append(self.letters(name))
        return f"(?:{'|'.join(found)})"

    def letters(self, name: str) -> str:
        """Return the class of letters of a tag. Raises PatternError where no word carries it."""
        letters = self.alphabet.having(name)
        if not letters:
            raise PatternError(f"no word carries {name.removeprefix('word:')!r}")
        return one_of(letters)


def top_level_signs(text: str) -> set[str]:
    """Return the signs of a pattern that stand in none of its groups."""
    found, depth = set(), 0
    for token in tokens(text):
        sign = token["sign"] or ""
        depth += (sign in ("(", "[")) - (sign in (")", "]"))
        if sign and not depth:
            found.add(sign)
    return found


def flat(parts: Sequence[Needs]) -> Needs:
    """Return what parts that stand one behind the other need together."""
    return [need for part in parts for need in part]


def of_one(alternatives: Sequence[Needs]) -> Needs:
    """Return what is needed where one of several holds: whichever it is, a letter of one need of each."""
    choices = math.prod(map(len, alternatives))
    if choices > MOST_CHOICES:
        return [frozenset[str]().union(*(min(needs, key=len) for needs in alternatives))]
    return without_wider({frozenset[str]().union(*choice) for choice in itertools.product(*alternatives)})


def without_wider(needs: Iterable[frozenset[str]]) -> Needs:
    """Return needs without those that another one implies; fewest letters first."""
    found = sorted(set(needs), key=lambda need: (len(need), sorted(need)))
    return [need for place, need in enumerate(found) if not any(other < need for other in found[:place])]


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


def word_tag(word: str) -> str:
    """Return the tag of a word that stands in a pattern itself."""
    return f"word:{word.casefold()}"


@cache
def tokens(text: str) -> tuple[re.Match[str], ...]:
    """Return the parts of a pattern. Raises PatternError where something is no part of any."""
    found: list[re.Match[str]] = []
    place = 0
    while place < len(text.rstrip()):
        token = TOKEN.match(text, place)
        if token is None:
            raise PatternError(f"cannot be read from {text[place : place + 20]!r} on")
        found.append(token)
        place = token.end()
    return tuple(found)


def names_in(text: str) -> Iterator[str]:
    """Yield the tags and rules that a pattern asks for, tags with their meanings, words as their tags."""
    for token in tokens(text):
        named = token["tag"][1:-1] if token["tag"] else token["kept"] or ""
        yield from named.split("|") if named else ()
        if token["word"]:
            yield word_tag(token["word"])


def words_in(text: str) -> Iterator[str]:
    """Yield the words that stand in a pattern themselves."""
    for token in tokens(text):
        if token["word"]:
            yield token["word"]


def first_matches(patterns: Patterns, letters: str, wanted: Callable[[Match], bool] = lambda _: True) -> list[Match]:
    """Return the matches in a row: patterns in their order, none over a stretch that an earlier one has taken."""
    found: list[Match] = []
    for pattern in patterns.able(set(letters)):
        own = [match for match in pattern.matches(letters) if wanted(match)]
        for match in own:
            letters = letters[: match.start] + TAKEN * (match.end - match.start) + letters[match.end :]
        found += own
    return sorted(found, key=attrgetter("start")) if found else found
