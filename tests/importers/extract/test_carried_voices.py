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


def test_what_a_speaker_had_done_before_is_background(read_text: ReadText) -> None:
    reading = read_text(
        "Ilham Aliyev wrote to Emomali Rahmon on his birthday.",
        "He said that the two are brothers. Aliyev had visited Dushanbe in spring.",
        on="2022-10-05",
    )
    assert speaker_of(reading, "the two are brothers") == "ilham-aliyev"
    assert speaker_of(reading, "had visited Dushanbe") is None


def test_words_of_a_quotation_that_somebody_else_ends_are_not_carried_on(read_text: ReadText) -> None:
    reading = read_text(
        "Ilham Aliyev received a warm letter from Emomali Rahmon on Monday.",
        '"You would be glad to read it. It came by night," Aliyev told reporters.',
        on="2022-10-05",
    )
    assert speaker_of(reading, "glad to read it") is None


def test_whoever_thanks_another_by_name_has_answered(read_text: ReadText) -> None:
    reading = read_text(
        "Emomali Rahmon has thanked Ilham Aliyev for offering help after the landslide.",
        "Aliyev sent Rahmon a message of sympathy on Saturday, the agency said.",
        "Rahmon said that his people would cope.",
        on="2023-02-19",
    )
    assert speaker_of(reading, "would cope") == "emomali-rahmon"
