"""How a message calls the one written to."""

import pytest

from importers.extract.address import PATTERNS, form_of_address
from models.statement import FORMS_OF_ADDRESS


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
def test_the_warmest_form_counts(sentence: str, form: str | None) -> None:
    assert form_of_address(sentence) == form


def test_every_form_that_is_stored_is_looked_for() -> None:
    assert tuple(PATTERNS) == FORMS_OF_ADDRESS
