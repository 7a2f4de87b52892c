"""Each example of the patterns on trade is read by its own pattern, and each counter-example is left alone by it."""

from collections.abc import Iterator

import pytest

from importers.examples import described
from importers.reading import TradeRead
from tests.importers.reading_fixture import read_paragraphs, vocabulary, written

KINDS = ("trade", "flows", "periods")


def claims_in(sentence: str, code: str) -> list[TradeRead]:
    reading = read_paragraphs(sentence, on="2023-12-31", language=code)
    return [claim for statement in reading.statements for claim in statement.trade]


def examples(key: str) -> Iterator[object]:
    for kind in KINDS:
        for code, name, text in written(kind, key):
            yield pytest.param(code, kind, name, text, id=f"{code} {name}: {text}")


@pytest.mark.parametrize(("code", "kind", "name", "example"), list(examples("reads")))
def test_examples_are_read(code: str, kind: str, name: str, example: str) -> None:
    sentence, _, expected = example.partition(" => ")
    claims = claims_in(sentence, code)
    assert sorted(map(described, claims)) == sorted(expected.split("; "))
    if kind == "trade":
        assert name in {claim.read_by for claim in claims}


@pytest.mark.parametrize(("code", "kind", "name", "text"), list(examples("passes")))
def test_counter_examples_are_left_alone(code: str, kind: str, name: str, text: str) -> None:
    sentence, _, others = text.partition(" => ")
    claims = claims_in(sentence, code)
    takes = [p for p in vocabulary(code).of(kind) if p.name == name and is_refusal(p.gives)]
    if takes:
        assert sorted(map(described, claims)) == sorted(other for other in others.split("; ") if other)
    else:
        assert name not in {claim.read_by for claim in claims}


def is_refusal(gives: object) -> bool:
    """Whether a pattern takes what is no claim on trade, so that its `passes` make none."""
    return isinstance(gives, dict) and (gives.get("claim") == "none" or gives.get("is") == "other")
