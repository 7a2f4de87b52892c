"""Pages that are nothing but a letter: whom it is to stands above, who signed it below."""

from tests.importers.reading_fixture import ReadText, sent


def test_a_letter_of_which_nobody_says_whose_it_is(read_text: ReadText) -> None:
    reading = read_text(
        "To the President of Turkmenistan",
        "Dear Mr. President,",
        "I congratulate you on your birthday.",
        on="2022-09-22",
    )
    assert sent(reading) == set()
