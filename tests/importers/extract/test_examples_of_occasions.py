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
from importers.parse.report import parse
from importers.raw_report import RawReport
from tests.importers.reading_fixture import shipped_lexicon, vocabulary, written


def examples(kind: str, key: str) -> list[ParameterSet]:
    """Return the examples of the patterns of a kind, in every language."""
    return [pytest.param(code, name, text, id=f"{code}, {name}: {text}") for code, name, text in written(kind, key)]


def pattern(code: str, name: str) -> Pattern:
    """The pattern of occasions of this name."""
    return next(pattern for pattern in vocabulary(code).of("occasions") if pattern.name == name)


def read(example: str, code: str) -> tuple[list[View], dict[int, list[Observed]]]:
    """Read an example, of the day that stands before it in brackets, else of the year it expects."""
    text, _, expected = example.partition(" => ")
    dated = re.match(r"\[(\d{4}-\d\d-\d\d)\]\s*", text)
    years = re.findall(r"\b(?:19|20)\d\d\b", expected)
    day = datetime.date.fromisoformat(dated[1] if dated else f"{years[0] if years else 2024}-07-01")
    raw = RawReport("example.txt", text[dated.end() if dated else 0 :], published_on=day, language=code)
    lexicon = shipped_lexicon()
    parsed = parse(raw, lexicon)
    people, views = views_with_people(parsed, lexicon.knowledge)
    thread = Thread(people, frame_of(views, vocabulary(code).of("frames")))
    thread_through(views, thread, parsed)
    meaning = meaning_of(parsed, thread, day, lexicon.knowledge)
    return views, anniversaries_of(views, meaning, people.persons, vocabulary(code))


def told(observed: Observed) -> str:
    """An anniversary as examples write it: counted with its milestone and its year, else the occasion that it tells."""
    if observed.ordinal is None:
        return OF_MILESTONE.get(observed.kind or "", "")
    return f"{observed.ordinal} {observed.milestone or '-'} {observed.year}"


@pytest.mark.parametrize(("code", "name", "example"), examples("anniversaries", "reads"))
def test_examples_of_anniversaries_are_read_by_their_pattern(code: str, name: str, example: str) -> None:
    _, found = read(example, code)
    everything = [each for observed in found.values() for each in observed]
    expected = example.partition(" => ")[2]
    assert {told(each) for each in everything} == set(expected.split("; "))
    assert name in {each.read_by for each in everything}


@pytest.mark.parametrize(("code", "name", "example"), examples("anniversaries", "passes"))
def test_counter_examples_of_anniversaries_are_left_alone(code: str, name: str, example: str) -> None:
    _, found = read(example, code)
    assert name not in {each.read_by for observed in found.values() for each in observed}


@pytest.mark.parametrize(("code", "name", "example"), examples("occasions", "reads"))
def test_examples_of_occasions_are_read_by_their_pattern(code: str, name: str, example: str) -> None:
    views, _ = read(example, code)
    (occasion, _), *_ = [occasions_of(view, [], Patterns([pattern(code, name)])) for view in views]
    assert occasion is not None
    assert occasion.slug == example.partition(" => ")[2]
    assert first_pattern(views, code) == name


@pytest.mark.parametrize(("code", "name", "example"), examples("occasions", "passes"))
def test_counter_examples_of_occasions_are_left_alone(code: str, name: str, example: str) -> None:
    views, _ = read(example, code)
    assert not [match for view in views for match in pattern(code, name).matches(view.row.letters)]


def first_pattern(views: list[View], code: str) -> str | None:
    """The pattern that decides on the occasion of a text of one sentence."""
    patterns = vocabulary(code).of("occasions")
    return next((match.name for one in patterns for match in one.matches(views[0].row.letters)), None)
