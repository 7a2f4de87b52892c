"""The alphabet: letters for the sets of tags that patterns ask for, and for no others."""

import pytest

from importers.grammar.alphabet import FIRST, TAKEN, Alphabet
from importers.grammar.rules import languages
from tests.importers.reading_fixture import shipped_lexicon


def test_what_no_pattern_asks_for_makes_no_letter_of_its_own() -> None:
    alphabet = Alphabet({"send", "send:reply", "currency"})
    euro, dollar = alphabet.letter(["currency", "currency:EUR"]), alphabet.letter(["currency", "currency:USD"])
    assert euro == dollar == alphabet.having("currency")
    assert alphabet.letter(["send"]) != alphabet.letter(["send", "send:reply"])
    assert alphabet.having("currency:EUR") == ""


def test_more_sets_than_letters_are_told() -> None:
    names = [str(number) for number in range(ord(TAKEN) - FIRST + 1)]
    alphabet = Alphabet(set(names))
    with pytest.raises(OverflowError, match="there are more sets of tags than the 6399 letters"):
        for name in names:
            alphabet.letter([name])


@pytest.mark.parametrize("code", languages())
def test_no_language_comes_near_the_end_of_the_letters(code: str) -> None:
    senses = shipped_lexicon().vocabulary(code).made.values()
    assert max(ord(sense.letter) for sense in senses) - FIRST < (ord(TAKEN) - FIRST) / 2
