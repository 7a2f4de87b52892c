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


def test_what_stands_behind_a_quotation_is_the_journalists(read_text: ReadText) -> None:
    reading = read_text(
        "Xi Jinping sent a message of condolence to Narendra Modi over a collapsed bridge.",
        '"I was shocked to learn of it," Xi said. Divers went on with their search in the river.',
        on="2022-11-01",
    )
    assert speaker_of(reading, "I was shocked") == "xi-jinping"
    assert speaker_of(reading, "went on with their search") is None


def test_a_message_to_one_of_several_senders_is_nobodys_words(read_text: ReadText) -> None:
    reading = read_text(
        "In separate messages to Hassan Rouhani, Ilham Aliyev and Emomali Rahmon said that ties had grown.",
        on="2020-02-11",
    )
    assert speaker_of(reading, "ties had grown") is None


def test_a_quotation_goes_on_that_the_sentence_of_the_sending_opens(read_text: ReadText) -> None:
    reading = read_text(
        'Alexander Lukashenko sent a letter to Serdar Berdimuhamedov, which read: "Your work goes on. Be well."',
        on="2022-09-22",
    )
    assert speaker_of(reading, "Be well") == "alexander-lukashenko"


def test_what_somebody_else_does_is_not_what_the_last_speaker_says(read_text: ReadText) -> None:
    sent = "Xi Jinping sent a letter to Vladimir Putin. Xi said that trade had grown."
    reading = read_text(f"{sent} It would grow further. Putin flew to Kazan in October.", on="2024-10-25")
    assert [one.speaker for one in reading.statements] == [None, "xi-jinping", "xi-jinping", None]
    sent = "Си Цзиньпин направил послание Владимиру Путину. Си Цзиньпин отметил, что торговля выросла."
    russian = read_text(f"{sent} В октябре Путин посетил Казань.", on="2024-10-25")
    assert [one.speaker for one in russian.statements] == [None, "xi-jinping", None]
