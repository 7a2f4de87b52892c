"""Each example of anniversaries and of occasions is read by its own pattern, each counter-example is left alone."""

import datetime
import re

import pytest
from _pytest.mark import ParameterSet

from importers.extract.claims.anniversaries import Observed, anniversaries_of
from importers.extract.frames import frame_of
from importers.extract.occasions import OF_MILESTONE, occasions_of
from importers.extract.report import meaning_of, thread_through
from importers.extract.thread import Thread
from importers.extract.view import View, views_with_people
from importers.grammar.patterns import Pattern, Patterns
from importers.grammar.rules import languages
from importers.lexicon import Vocabulary
from importers.parse.report import parse
from importers.raw_report import RawReport
from tests.importers.reading_fixture import shipped_lexicon


def examples(kind: str, key: str) -> list[ParameterSet]:
    """Return the examples of the patterns of a kind, in every language."""
    vocabularies = [shipped_lexicon().vocabulary(code) for code in languages()]
    return [
        pytest.param(vocabulary, pattern, text, id=f"{vocabulary.language.code}, {pattern.name}: {text}")
        for vocabulary in vocabularies
        for pattern in vocabulary.of(kind)
        for text in getattr(pattern, key)
    ]


def read(example: str, vocabulary: Vocabulary) -> tuple[list[View], dict[int, list[Observed]]]:
    """Read an example, of the day that stands before it in brackets, else of the year it expects."""
    text, _, expected = example.partition(" => ")
    dated = re.match(r"\[(\d{4}-\d\d-\d\d)\]\s*", text)
    years = re.findall(r"\b(?:19|20)\d\d\b", expected)
    day = datetime.date.fromisoformat(dated[1] if dated else f"{years[0] if years else 2024}-07-01")
    raw = RawReport(
        "example.txt", text[dated.end() if dated else 0 :], published_on=day, language=vocabulary.language.code
    )
    lexicon = shipped_lexicon()
    parsed = parse(raw, lexicon)
    people, views = views_with_people(parsed, lexicon.knowledge)
    thread = Thread(people, frame_of(views, vocabulary.of("frames")))
    thread_through(views, thread, parsed)
    meaning = meaning_of(parsed, thread, day, lexicon.knowledge)
    return views, anniversaries_of(views, meaning, people.persons, vocabulary)


def told(observed: Observed) -> str:
    """An anniversary as examples write it: counted with its milestone and its year, else the occasion that it tells."""
    if observed.ordinal is None:
        return OF_MILESTONE.get(observed.kind or "", "")
    return f"{observed.ordinal} {observed.milestone or '-'} {observed.year}"


@pytest.mark.parametrize(("vocabulary", "pattern", "example"), examples("anniversaries", "reads"))
def test_examples_of_anniversaries_are_read_by_their_pattern(
    vocabulary: Vocabulary, pattern: Pattern, example: str
) -> None:
    _, found = read(example, vocabulary)
    everything = [each for observed in found.values() for each in observed]
    expected = example.partition(" => ")[2]
    assert {told(each) for each in everything} == set(expected.split("; "))
    assert pattern.name in {each.read_by for each in everything}


@pytest.mark.parametrize(("vocabulary", "pattern", "example"), examples("anniversaries", "passes"))
def test_counter_examples_of_anniversaries_are_left_alone(
    vocabulary: Vocabulary, pattern: Pattern, example: str
) -> None:
    _, found = read(example, vocabulary)
    assert pattern.name not in {each.read_by for observed in found.values() for each in observed}


@pytest.mark.parametrize(("vocabulary", "pattern", "example"), examples("occasions", "reads"))
def test_examples_of_occasions_are_read_by_their_pattern(
    vocabulary: Vocabulary, pattern: Pattern, example: str
) -> None:
    views, _ = read(example, vocabulary)
    (occasion, _), *_ = [occasions_of(view, [], Patterns([pattern])) for view in views]
    assert occasion is not None
    assert occasion.slug == example.partition(" => ")[2]
    assert first_pattern(views, vocabulary) == pattern.name


@pytest.mark.parametrize(("vocabulary", "pattern", "example"), examples("occasions", "passes"))
def test_counter_examples_of_occasions_are_left_alone(vocabulary: Vocabulary, pattern: Pattern, example: str) -> None:
    views, _ = read(example, vocabulary)
    assert not [match for view in views for match in pattern.matches(view.row.letters)]


def first_pattern(views: list[View], vocabulary: Vocabulary) -> str | None:
    """The pattern that decides on the occasion of a text of one sentence."""
    patterns = vocabulary.of("occasions")
    return next((match.name for pattern in patterns for match in pattern.matches(views[0].row.letters)), None)
