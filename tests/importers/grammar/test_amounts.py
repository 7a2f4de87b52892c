"""Each example of amounts is read by its own pattern, and each counter-example is left alone, in every language."""

from collections.abc import Iterator

import pytest

from importers.grammar.amounts import Amount, amount_of, share_of, value_of_tags
from importers.grammar.patterns import Pattern, first_matches
from importers.grammar.rules import languages
from importers.lexicon import Vocabulary
from importers.parse.tagged import tag, with_dates
from tests.importers.reading_fixture import shipped_lexicon

Made = list[tuple[str, str]]


def patterns() -> list[tuple[Vocabulary, Pattern]]:
    vocabularies = [shipped_lexicon().vocabulary(code) for code in languages()]
    return [(vocabulary, pattern) for vocabulary in vocabularies for pattern in vocabulary.of("amounts")]


def made_of(text: str, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """Yield the pattern that made each amount of a text, and the amount as examples write it."""
    tagged = tag(text, vocabulary)
    row = with_dates(vocabulary.tagger.row(text, 0, len(text), tagged.tags), vocabulary)
    for match in first_matches(vocabulary.of("amounts"), row.letters):
        makes = match.pattern.gives["makes"]
        item = amount_of(row, match) if makes in ("amount", "quantity") else share_of(row, match, makes)
        if isinstance(item, Amount):
            yield match.name, f"{item.value:.15g} {item.currency or ''}".strip()
        elif item is not None:
            yield match.name, f"{item.percent:.15g}"


EXAMPLES = [
    pytest.param(vocabulary, pattern.name, example, id=f"{vocabulary.language.code}: {example}")
    for vocabulary, pattern in patterns()
    for example in pattern.reads
]
COUNTER_EXAMPLES = [
    pytest.param(vocabulary, pattern.name, text, id=f"{vocabulary.language.code}: {text}")
    for vocabulary, pattern in patterns()
    for text in pattern.passes
]


@pytest.mark.parametrize(("vocabulary", "name", "example"), EXAMPLES)
def test_examples_are_read_by_their_pattern(vocabulary: Vocabulary, name: str, example: str) -> None:
    text, _, expected = example.partition(" => ")
    assert list(made_of(text, vocabulary)) == [(name, expected)]


@pytest.mark.parametrize(("vocabulary", "name", "text"), COUNTER_EXAMPLES)
def test_counter_examples_are_left_alone(vocabulary: Vocabulary, name: str, text: str) -> None:
    assert name not in [found for found, _ in made_of(text, vocabulary)]


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
    vocabulary = shipped_lexicon().vocabulary("en")
    assert value_of_tags(tag(text, vocabulary).tags) == pytest.approx(value)
