"""Each example of amounts is read by its own pattern, and each counter-example is left alone, in every language."""

from collections.abc import Iterator

import pytest
from _pytest.mark import ParameterSet

from importers.grammar.amounts import Amount, amount_of, share_of, value_of_tags
from importers.grammar.patterns import first_matches
from importers.lexicon import Vocabulary
from importers.parse.tagged import tag, with_dates
from tests.importers.reading_fixture import vocabulary, written

Made = list[tuple[str, str]]


def made_of(text: str, words: Vocabulary) -> Iterator[tuple[str, str]]:
    """Yield the pattern that made each amount of a text, and the amount as examples write it."""
    tagged = tag(text, words)
    row = with_dates(words.tagger.row(text, 0, len(text), tagged.tags), words)
    for match in first_matches(words.of("amounts"), row.letters):
        makes = match.pattern.gives["makes"]
        item = amount_of(row, match) if makes in ("amount", "quantity") else share_of(row, match, makes)
        if isinstance(item, Amount):
            yield match.name, f"{item.value:.15g} {item.currency or ''}".strip()
        elif item is not None:
            yield match.name, f"{item.percent:.15g}"


def examples(key: str) -> list[ParameterSet]:
    """Return the examples of the patterns of amounts, in every language."""
    return [pytest.param(code, name, text, id=f"{code}: {text}") for code, name, text in written("amounts", key)]


@pytest.mark.parametrize(("code", "name", "example"), examples("reads"))
def test_examples_are_read_by_their_pattern(code: str, name: str, example: str) -> None:
    text, _, expected = example.partition(" => ")
    assert list(made_of(text, vocabulary(code))) == [(name, expected)]


@pytest.mark.parametrize(("code", "name", "text"), examples("passes"))
def test_counter_examples_are_left_alone(code: str, name: str, text: str) -> None:
    assert name not in [found for found, _ in made_of(text, vocabulary(code))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("240 110 million", 240.11e9),
        ("240\u00a0110 million", 240.11e9),
        ("240\u202f110 million", 240.11e9),
        ("1 trillion 690 billion", 1.69e12),
        ("two hundred thousand", 200e3),
        ("forty-two", 42),
        ("2.4 lakh crore", 2.4e12),
        ("1,234.5 million", 1234.5e6),
        ("240,11 billion", 240.11e9),
    ],
)
def test_numbers_and_scales_make_one_value(text: str, value: float) -> None:
    assert value_of_tags(tag(text, vocabulary("en")).tags) == pytest.approx(value)
