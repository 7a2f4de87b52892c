"""Pages that are nothing but a letter: whom it is to stands above, who signed it below."""

from tests.importers.reading_fixture import ReadText, sent, speaker_of


def test_a_letter_of_which_nobody_says_whose_it_is(read_text: ReadText) -> None:
    reading = read_text(
        "To the President of Turkmenistan",
        "Dear Mr. President,",
        "I congratulate you on your birthday.",
        on="2022-09-22",
    )
    assert sent(reading) == set()


LETTER = (
    "Dear Mr. President,",
    "On behalf of my people I congratulate you on your birthday.",
    "Our states are bound by an old friendship.",
)


def test_a_letter_that_its_signature_tells_the_writer_of(read_text: ReadText) -> None:
    reading = read_text("Letter to the President of Turkmenistan", *LETTER, "Vladimir Putin", on="2023-09-22")
    assert sent(reading) == {("vladimir-putin", "serdar-berdimuhamedov")}
    assert speaker_of(reading, "old friendship") == "vladimir-putin"


def test_a_letter_under_a_headline_that_tells_both(read_text: ReadText) -> None:
    reading = read_text("Letter from Vladimir Putin to Serdar Berdimuhamedov", *LETTER, on="2023-09-22")
    assert sent(reading) == {("vladimir-putin", "serdar-berdimuhamedov")}
    assert speaker_of(reading, "old friendship") == "vladimir-putin"


def test_a_letter_ends_where_its_quotation_does(read_text: ReadText) -> None:
    reading = read_text(
        "Vladimir Putin has sent a letter to Serdar Berdimuhamedov on his birthday.",
        '"Dear Mr. President,',
        "Our states are bound by an old friendship.",
        'I wish you health," the letter reads.',
        "Turkmenistan has some six million inhabitants.",
        on="2023-09-22",
    )
    assert speaker_of(reading, "old friendship") == "vladimir-putin"
    assert speaker_of(reading, "six million") is None


def test_a_letter_ends_where_its_writer_is_told_of(read_text: ReadText) -> None:
    reading = read_text(
        "Letter from Vladimir Putin to Serdar Berdimuhamedov",
        *LETTER,
        "Vladimir Putin visited Ashgabat in 2022.",
        on="2023-09-22",
    )
    assert speaker_of(reading, "visited Ashgabat") is None


def test_a_salutation_in_a_speech_is_no_letter(read_text: ReadText) -> None:
    reading = read_text("Speech by Vladimir Putin", "Dear friends,", "Our states are bound by friendship.")
    assert sent(reading) == set()
    assert speaker_of(reading, "bound by friendship") is None


def test_a_letter_whose_headline_tells_the_writer_and_whose_address_the_recipient(read_text: ReadText) -> None:
    reading = read_text(
        "Letter from Vladimir Putin",
        "His Excellency",
        "Serdar Berdimuhamedov",
        "President of Turkmenistan",
        *LETTER,
        "Vladimir Putin",
        on="2023-09-22",
    )
    assert sent(reading) == {("vladimir-putin", "serdar-berdimuhamedov")}
    assert speaker_of(reading, "old friendship") == "vladimir-putin"


def test_an_address_is_read_only_below_a_headline_that_tells_of_a_letter(read_text: ReadText) -> None:
    reading = read_text("Speech by Vladimir Putin", "Serdar Berdimuhamedov", *LETTER, on="2023-09-22")
    assert sent(reading) == set()


def test_a_letter_is_to_whom_it_stands_above_it_and_of_whom_signed_it(read_text: ReadText) -> None:
    reading = read_text(
        "To H.E. Mr. Ilham Aliyev, President of the Republic of Azerbaijan",
        "Your Excellency,",
        "It is my pleasure to congratulate you on the occasion of the Republic Day.",
        "Sincerely,",
        "Sergio Mattarella",
        "President of the Italian Republic",
        on="2022-05-28",
    )
    assert sent(reading) == {("sergio-mattarella", "ilham-aliyev")}
    assert speaker_of(reading, "my pleasure") == "sergio-mattarella"


def test_a_letter_is_to_whom_it_salutes(read_text: ReadText) -> None:
    reading = read_text(
        "Letter from the President of Turkiye",
        "Dear President Aliyev, my dear Brother,",
        "On the occasion of Independence Day, I congratulate you.",
        on="2022-05-28",
    )
    assert sent(reading) == {("recep-tayyip-erdogan", "ilham-aliyev")}
