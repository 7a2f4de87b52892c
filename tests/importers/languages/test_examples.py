"""The sentences beside the patterns of each language are read as they say, by these very patterns."""

import pytest

from importers.examples import check, not_compiled
from importers.grammar.patterns import Expression, Pattern, Patterns
from importers.grammar.rules import languages
from tests.importers.reading_fixture import shipped_lexicon


def test_a_pattern_that_cannot_be_compiled_is_told_with_its_file_and_line(monkeypatch: pytest.MonkeyPatch) -> None:
    vocabulary = shipped_lexicon().vocabulary("en")
    broken = Pattern("broken", "trade", Expression("(?:", "("), (), (), (), {}, "trade.toml, line 7")
    monkeypatch.setattr(vocabulary, "patterns", {"trade": Patterns([broken])})
    (told,) = not_compiled(vocabulary)
    assert told == "en/trade.toml, line 7, pattern 'broken': missing ), unterminated subpattern in '('"


@pytest.mark.parametrize("code", languages())
def test_all_that_a_language_says_of_its_patterns_holds(code: str) -> None:
    assert list(check(code, shipped_lexicon())) == []
