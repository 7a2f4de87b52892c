"""Pages that are nothing but a letter: whom it is to stands above, who signed it below."""

import pytest

from tests.importers.reading_fixture import ReadText, sent, speaker_of, the_exchange


@pytest.mark.parametrize(
    ("above", "salutation", "below"),
    [
        (
            ["OFFICIAL NEWS", "To His Excellency Mr. Serdar Berdimuhamedov, President of Turkmenistan"],
            "Dear Mr. President,",
            ["Narendra Modi", "Prime Minister of the Republic of India"],
        ),
        (["H.E. Mr. Serdar Berdimuhamedov", "President of Turkmenistan"], "Your Excellency,", ["Narendra Modi"]),
        (["Letter to the President of Turkmenistan"], "Esteemed Mr. President!", ["Sincerely,", "Narendra Modi"]),
        (["PRESS RELEASES"], "Dear President Berdimuhamedov:", ["Narendra Modi, Prime Minister of India"]),
    ],
)
def test_a_letter_printed_in_full(read_text: ReadText, above: list[str], salutation: str, below: list[str]) -> None:
    reading = read_text(
        *above,
        salutation,
        "It is my pleasure to congratulate you on your birthday.",
        "The road between the two seas is being built.",
        *below,
        on="2022-09-22",
    )
    assert sent(reading) == {("narendra-modi", "serdar-berdimuhamedov")}
    assert the_exchange(reading).occasion == "birthday"
    assert speaker_of(reading, "The road between") == "narendra-modi"


def test_a_letter_of_which_nobody_says_whose_it_is(read_text: ReadText) -> None:
    reading = read_text(
        "To the President of Turkmenistan",
        "Dear Mr. President,",
        "I congratulate you on your birthday.",
        on="2022-09-22",
    )
    assert sent(reading) == set()
