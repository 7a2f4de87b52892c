"""The sentences beside the patterns of each language are read as they say, by these very patterns."""

import pytest

from importers.examples import check
from importers.grammar.rules import languages
from tests.importers.reading_fixture import shipped_lexicon


@pytest.mark.parametrize("code", languages())
def test_all_that_a_language_says_of_its_patterns_holds(code: str) -> None:
    assert list(check(code, shipped_lexicon())) == []
