"""Whose words sentences tell that name no speaker."""

from tests.importers.reading_fixture import ReadText, speaker_of


def test_a_letter_goes_on_from_its_salutation(read_text: ReadText) -> None:
    reading = read_text(
        "Kim Jong Un sent a congratulatory message to Nguyen Phu Trong on Saturday.",
        "The message said:",
        "Comrade General Secretary,",
        "I send you warm greetings.",
        "The congress of your Party opened a new road.",
        on="2021-01-30",
    )
    assert speaker_of(reading, "opened a new road") == "kim-jong-un"


def test_words_of_a_quotation_that_somebody_else_ends_are_not_carried_on(read_text: ReadText) -> None:
    reading = read_text(
        "Ilham Aliyev received a warm letter from Emomali Rahmon on Monday.",
        '"You would be glad to read it. It came by night," Aliyev told reporters.',
        on="2022-10-05",
    )
    assert speaker_of(reading, "glad to read it") is None
