"""Whom sentences say is speaking: passives, relative clauses, messages, others than the leaders."""

import pytest

from tests.importers.reading_fixture import ReadText, speaker_of

LEAD = "Kazakh President Kassym-Jomart Tokayev and Turkish President Recep Tayyip Erdogan exchanged letters on Monday."
TOKAYEV, ERDOGAN = "kassym-jomart-tokayev", "recep-tayyip-erdogan"


@pytest.mark.parametrize(
    ("sentence", "snippet", "speaker"),
    [
        ("Tokayev's letter, published by his office on Monday, said that the steppe is wide.", "steppe", TOKAYEV),
        ('"The steppe is wide," Tokayev\'s message runs.', "steppe", TOKAYEV),
        ("Tokayev, in a letter dated May 3, stressed that the steppe is wide.", "steppe", TOKAYEV),
        ("Tokayev in his warm letter to Erdogan remarked that the steppe is wide.", "steppe", TOKAYEV),
        ("The text of Erdogan's reply has not been published.", "reply", None),
        ("Tokayev told reporters that he would go fishing.", "fishing", None),
        ("Erdogan told his ministry to look into the matter.", "look into", None),
    ],
)
def test_who_is_said_to_speak(read_text: ReadText, sentence: str, snippet: str, speaker: str | None) -> None:
    assert speaker_of(read_text(LEAD, sentence, on="2022-05-16"), snippet) == speaker


def test_a_relative_clause_tells_what_its_head_says(read_text: ReadText) -> None:
    reading = read_text(
        "Emomali Rahmon received a birthday letter from Ilham Aliyev, who proposed that trade be doubled.",
        on="2022-10-05",
    )
    assert speaker_of(reading, "trade be doubled") == "ilham-aliyev"


def test_calling_somebody_something_tells_what_a_message_says(read_text: ReadText) -> None:
    reading = read_text(
        "Ilham Aliyev sent birthday greetings to Emomali Rahmon, calling him a brother.", on="2022-10-05"
    )
    assert speaker_of(reading, "calling him a brother") == "ilham-aliyev"


def test_it_goes_on_with_what_a_message_said(read_text: ReadText) -> None:
    reading = read_text(
        "Kim Jong Un sent a reply to Nguyen Phu Trong on Tuesday.",
        "The message said that friendship had stood the test. It noted that both parties go one way.",
        "According to the message, more visits will follow.",
        on="2021-02-03",
    )
    assert speaker_of(reading, "both parties go one way") == "kim-jong-un"
    assert speaker_of(reading, "more visits will follow") == "kim-jong-un"


def test_reads_the_message_to(read_text: ReadText) -> None:
    reading = read_text(
        "Vladimir Putin has sent New Year greetings to foreign leaders.",
        "In a message to Ilham Aliyev, the Russian leader spoke of trust.",
        '"Our sons serve side by side," reads the letter to President of Tajikistan Emomali Rahmon.',
        on="2022-12-30",
    )
    assert speaker_of(reading, "serve side by side") == "vladimir-putin"


@pytest.mark.parametrize(
    ("snippet", "sentences"),
    [
        ("Roads decide", "“Roads decide,” said a former Indian diplomat. “Follow the trucks.”"),
        ("Follow the trucks", "“Roads decide,” said a former Indian diplomat. “Follow the trucks.”"),
        ("did not mention", "Aliyev did not mention the dispute over water."),
        ("drawn closer", "The two leaders have drawn closer since their summit last May."),
    ],
)
def test_what_neither_of_them_said(read_text: ReadText, snippet: str, sentences: str) -> None:
    reading = read_text(
        "Ilham Aliyev congratulated Emomali Rahmon on his birthday.",
        "In his message, Aliyev said that he hopes for new roads.",
        sentences,
        on="2022-10-05",
    )
    assert speaker_of(reading, snippet) is None


def test_it_is_the_message_of_the_sentence_before(read_text: ReadText) -> None:
    reading = read_text(
        "Ilham Aliyev congratulated Emomali Rahmon on his birthday.",
        "Aliyev in the message spoke of brotherhood.",
        "It also wished the Tajik leader many years of life.",
        on="2022-10-05",
    )
    assert speaker_of(reading, "many years of life") == "ilham-aliyev"


def test_thanks_told_of_a_row_of_letters(read_text: ReadText) -> None:
    reading = read_text(
        "Ilham Aliyev sent New Year greetings to the leaders of several countries.",
        "In a letter to Emomali Rahmon, Aliyev spoke of brotherhood.",
        "Aliyev thanked Kassym-Jomart Tokayev for his visits to Baku and Shusha.",
        on="2022-12-30",
    )
    assert speaker_of(reading, "visits to Baku") == "ilham-aliyev"


def test_heads_of_government_who_meet_are_nobody_in_particular(read_text: ReadText) -> None:
    reading = read_text(
        "In a message to Emomali Rahmon on his birthday, Kazakh Prime Minister Alikhan Smailov spoke of brotherhood.",
        "Kazakhstan looked forward to a meeting of the SCO Heads of Government in Astana, he added.",
        on="2022-10-05",
    )
    assert speaker_of(reading, "looked forward to a meeting") == "alikhan-smailov"


@pytest.mark.parametrize(
    ("words", "mode"),
    [
        ("Xi said that the \u201cBelt and Road\u201d had grown.", "indirect"),
        ("Xi said that \u201ctrade of the two countries has grown well\u201d.", "direct"),
        ("\u201cTrade grew,\u201d Xi said.", "direct"),
        ("Xi said: \u201cTrade grew.\u201d", "direct"),
    ],
)
def test_a_name_in_quotation_marks_is_no_quotation(read_text: ReadText, words: str, mode: str) -> None:
    reading = read_text(f"Xi Jinping sent a letter to Vladimir Putin. {words}", on="2024-12-31")
    assert reading.statements[1].mode == mode


def test_what_a_quotation_says_that_somebody_said_is_not_his_own_words(read_text: ReadText) -> None:
    told = "An analyst was glad of the speech: “We are glad. As Xi Jinping said tonight, trade has grown. We agree.”"
    assert not [one for one in read_text(told, on="2024-12-31").statements if one.speaker]


def test_the_letters_of_an_organisation_are_no_name(read_text: ReadText) -> None:
    reading = read_text("LIUNA commends the plan of the Chinese government.", on="2022-03-03")
    assert not [one for one in reading.statements if one.speaker]


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("Joe Biden said that trade has grown.", "joe-biden"),
        ("Joe Biden named Tony Example chair of the board.", None),
        ("Joe Biden is committed to good roads.", None),
    ],
)
def test_where_no_letter_is_told_of_deeds_and_states_of_mind_are_nobodys_words(
    read_text: ReadText, told: str, speaker: str | None
) -> None:
    reading = read_text(f"Roads were built. {told}", on="2022-03-03")
    assert [one.speaker for one in reading.statements] == [None, speaker]
