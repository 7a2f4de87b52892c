"""Occasions: the words by which each language tells them are the phrases that the database lists."""

import pytest

from importers.grammar.rules import languages, load_language
from importers.reference.load import shipped_rows
from models import Occasion, OccasionPhrase
from tests.importers.reference.shipped import lines_of, repeated


@pytest.mark.parametrize("language", languages())
def test_words_of_an_occasion_are_of_one_that_is_listed_and_of_no_other(language: str) -> None:
    told = [word for word in load_language(language).words if word.tag == "occasion"]
    assert {word.meaning for word in told} <= {line["occasion_id"] for line in lines_of("occasions")}
    assert repeated([word.phrase.casefold() for word in told]) == []


@pytest.mark.parametrize(
    ("language", "phrase", "slug"),
    [("en", "re-election", "election"), ("zh", "逝世", "condolence"), ("ru", "День Победы", "victory-day")],
)
def test_a_word_of_an_occasion_is_a_phrase_in_the_database(language: str, phrase: str, slug: str) -> None:
    rows = shipped_rows()
    slugs = {row["id"]: row["slug"] for row in rows.of(Occasion)}
    told = {(row["language"], row["phrase"]): slugs[row["occasion_id"]] for row in rows.of(OccasionPhrase)}
    assert told[language, phrase] == slug
