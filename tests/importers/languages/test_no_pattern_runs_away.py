"""No pattern of a language takes ages over any row, as one would whose repeated parts can stand for one another."""

import random

import pytest

from importers import time_limit
from importers.grammar.patterns import Pattern
from importers.grammar.rules import languages
from tests.importers.reading_fixture import shipped_lexicon

LENGTH = 50  # tags: the square of it would be steps, two to the power of it never end
LIMIT = 5  # seconds; a pattern that does not run away takes some thousandths


def rows_for(pattern: Pattern) -> list[str]:
    """Return rows of the letters that a pattern asks for: of one, of three, and of all of them."""
    shuffled = random.Random(pattern.name)
    letters = sorted({letter for letter in pattern.match.compiled.pattern if "\ue000" <= letter < "\uf8ff"})
    some = shuffled.sample(letters, min(6, len(letters)))
    several = [letters, some[:3], some[3:] or some]
    return [letter * LENGTH for letter in some] + ["".join(shuffled.choices(few, k=LENGTH)) for few in several]


@pytest.mark.parametrize("code", languages())
def test_every_pattern_comes_to_an_end(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time_limit, "LONGEST", LIMIT)
    for patterns in shipped_lexicon().vocabulary(code).patterns.values():
        for pattern in patterns:
            with time_limit.time_limit():
                for row in rows_for(pattern):
                    list(pattern.match.compiled.finditer(row))
