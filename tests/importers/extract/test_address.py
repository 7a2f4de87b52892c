"""How a message calls the one written to."""

import pytest

from models.statement import FORMS_OF_ADDRESS
from tests.importers.reading_fixture import ReadText, shipped_lexicon, statement_of


@pytest.mark.parametrize(
    ("sentence", "form"),
    [
        ("In the letter he called the king his dear friend.", "dear friend"),
        ("My dear and esteemed friend, I wish you health.", "dear friend"),
        ("“Dear Comrade President, old friend of our people”, the message begins.", "old friend"),
        ("He thanked his good friend for the visit.", "friend"),
        ("I wish my dear brother, the Emir, every success.", "brother"),
        ("Comrade General Secretary, I congratulate you.", "comrade"),
        ("He was a true friend of Russia, the president wrote.", None),
        ("Friendly relations between brotherly peoples grow, said the president.", None),
    ],
)
def test_the_warmest_form_counts(read_text: ReadText, sentence: str, form: str | None) -> None:
    reading = read_text("Vladimir Putin sent a letter to Xi Jinping.", sentence, on="2022-12-31")
    assert statement_of(reading, sentence[:20]).address == form


def test_every_form_that_is_stored_is_looked_for() -> None:
    words = shipped_lexicon().vocabulary("en").language.words
    assert {word.meaning for word in words if word.tag == "address"} == set(FORMS_OF_ADDRESS)
