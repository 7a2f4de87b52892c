"""Compiles patterns to one `re` each, and works out what a row must have for each to hold."""

import itertools
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from importers.grammar.alphabet import Alphabet, none_of, one_of
from importers.grammar.patterns import Expression
from importers.grammar.syntax import GAP, SOMEBODY, STOP, PatternError, tokens, top_level_signs, word_tag

WIDEST = 12  # tags in a gap, unless a language says otherwise
MOST_CHOICES = 1000  # from alternatives to what all of them need
Needs = list[frozenset[str]]  # sets of letters, of each of which a row must have one


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
