"""Whose words each sentence tells: names, titles, pronouns, messages, and the journalist's own."""

import pytest

from importers.reading import Reading
from tests.importers.reading_fixture import ReadText, recipients_of, sent, speaker_of

LEAD = "Russian President Vladimir Putin and Chinese President Xi Jinping exchanged New Year messages on Saturday."
XI, PUTIN = "xi-jinping", "vladimir-putin"


def told(read_text: ReadText, *paragraphs: str) -> Reading:
    return read_text(LEAD, *paragraphs, on="2022-12-31")


def test_the_sentence_that_first_tells_of_the_exchange_is_the_journalists(read_text: ReadText) -> None:
    assert speaker_of(told(read_text, "Xi said that he is glad."), "exchanged New Year messages") is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Xi said that the two peoples are close.",
        "Xi noted in his message that the two peoples are close.",
        "In his message, Xi stressed that the two peoples are close.",
        "The Chinese president pointed out that the two peoples are close.",
        "The Chinese leader underlined that the two peoples are close.",
        "In the letter the Chinese president emphasized that the two peoples are close.",
        "Noting that the two peoples are close, Xi said that he is glad.",
        "President Xi, in a warm letter, wrote that the two peoples are close.",
        "The two peoples are close, said Xi.",
        "The two peoples are close, Xi said.",
        "The two peoples are close, the Chinese president added.",
        "“The two peoples are close,” Xi wrote.",
        '"The two peoples are close," said the Chinese president in his letter.',
        "According to the Chinese news agency, Xi said that the two peoples are close.",
        "Xi expressed the belief that the two peoples are close.",
        "In Xi's words, the two peoples are close.",
        "As Xi put it, the two peoples are close.",
        "According to Xi, the two peoples are close.",
        "The two peoples are close, according to Xi.",
        "Thanking Putin for the message, Xi said that the two peoples are close.",
        "Addressing Putin as a dear friend, Xi wrote that the two peoples are close.",
        "Xi extended warm wishes and said that the two peoples are close.",
        "“The year was good, and the two peoples are close,” Xi said, adding that he is sure of it.",
        "Xi is convinced that the two peoples are close.",
        "Xi hailed that the two peoples are close.",
        "For his part, Xi recalled that the two peoples are close.",
        "Xi, an old friend of Russia, in a letter dated December 30 wrote that the two peoples are close.",
        "“The two peoples are close,” Xi's letter reads.",
    ],
)
def test_a_sentence_that_names_its_speaker(read_text: ReadText, sentence: str) -> None:
    assert speaker_of(told(read_text, sentence), "two peoples are close") == XI


@pytest.mark.parametrize(
    "sentence",
    [
        "Putin said that Moscow looks ahead with confidence.",
        "Putin, for his part, told Xi that Moscow looks ahead with confidence.",
        "Putin, in turn, told Xi that Moscow looks ahead with confidence.",
        "For his part, Putin said that Moscow looks ahead with confidence.",
        "In his message to Xi, Putin wrote that Moscow looks ahead with confidence.",
        "The Russian leader assured Xi that Moscow looks ahead with confidence.",
        "In his greetings, the Russian president voiced the hope that Moscow looks ahead with confidence.",
    ],
)
def test_the_other_side_in_a_paragraph_of_its_own(read_text: ReadText, sentence: str) -> None:
    reading = told(read_text, "Xi said that the year was good.", sentence)
    assert speaker_of(reading, "the year was good") == XI
    assert speaker_of(reading, "Moscow looks ahead") == PUTIN


@pytest.mark.parametrize("pronoun", ["He added", "He also stressed", "He went on to say"])
def test_he_is_who_spoke_last(read_text: ReadText, pronoun: str) -> None:
    reading = told(read_text, f"Putin said that the year was good. {pronoun} that the next one will be better.")
    assert speaker_of(reading, "the next one will be better") == PUTIN


def test_she_is_the_woman_of_the_two(read_text: ReadText) -> None:
    reading = read_text(
        "Chinese President Xi Jinping and Moldovan President Maia Sandu exchanged messages on Sunday.",
        "She wrote that Moldova values these thirty years. He wrote that both sides respect each other.",
        on="2022-01-30",
    )
    assert speaker_of(reading, "Moldova values these") == "maia-sandu"
    assert speaker_of(reading, "both sides respect") == XI


@pytest.mark.parametrize(
    "background",
    [
        "The Kremlin published the list of greetings on its website.",
        "The news agency did not say when the letter was sent.",
        "It was not clear when the letters were sent.",
        "Analysts see these letters as a sign of close ties.",
        "The Russian embassy in Beijing declined to comment.",
        "According to Chinese customs, trade grew last year.",
        "Kremlin spokesman Dmitry Peskov said that the letters are a tradition.",
        "Asked about the letters, a foreign ministry spokeswoman said that they are a tradition.",
        "Russia launched what it calls a special military operation in February.",
        "Xi took office in 2013.",
        "Meanwhile, prices of oil fell in London.",
    ],
)
def test_the_journalists_background_is_nobodys_message(read_text: ReadText, background: str) -> None:
    reading = told(read_text, "Xi said that the year was good.", background, "Putin said that he is glad.")
    assert speaker_of(reading, background[:25]) is None
    assert speaker_of(reading, "he is glad") == PUTIN


def test_what_both_do_is_told_by_the_journalist(read_text: ReadText) -> None:
    reading = told(read_text, "Both leaders expressed the hope that the next year will be better.")
    assert speaker_of(reading, "the next year will be better") is None


def test_nested_attribution_is_of_the_leader_and_not_of_the_agency(read_text: ReadText) -> None:
    reading = read_text(
        "Kim Jong Un sent a New Year letter to Vladimir Putin, KCNA reported on Tuesday.",
        "According to KCNA, Kim said that he wishes the people of Russia well.",
        "Kim also praised the year that ends, the agency reported.",
        on="2024-12-31",
    )
    assert speaker_of(reading, "he wishes the people of Russia well") == "kim-jong-un"
    assert speaker_of(reading, "praised the year") == "kim-jong-un"


def test_the_words_of_the_second_pair_stand_in_their_own_exchange(read_text: ReadText) -> None:
    reading = told(
        read_text,
        "Xi said that the year was good.",
        "The same day, Russian Prime Minister Mikhail Mishustin and Chinese Premier Li Keqiang exchanged greetings.",
        "Li said that the governments work well together. Mishustin wrote that much was done.",
    )
    assert recipients_of(reading, "the year was good") == {PUTIN}
    assert speaker_of(reading, "the governments work well") == "li-keqiang"
    assert recipients_of(reading, "the governments work well") == {"mikhail-mishustin"}
    assert speaker_of(reading, "much was done") == "mikhail-mishustin"


def test_the_opening_that_sums_up_belongs_to_who_said_it(read_text: ReadText) -> None:
    reading = read_text(
        "Russia and China will stay good neighbours, Vladimir Putin said in a New Year letter to Xi Jinping.",
        on="2022-12-31",
    )
    assert speaker_of(reading, "stay good neighbours") == PUTIN


def test_sentences_in_a_report_without_any_exchange_have_no_speaker(read_text: ReadText) -> None:
    reading = read_text("Xi Jinping said at a reception that the year was good.", on="2022-12-31")
    assert speaker_of(reading, "the year was good") is None


@pytest.mark.parametrize(
    "ending",
    [
        ", with both promising to go on.",
        ", both pledging to go on.",
    ],
)
def test_what_both_say_in_the_opening_sentence_is_the_journalists(read_text: ReadText, ending: str) -> None:
    reading = read_text(
        "Xi Jinping and Vladimir Putin exchanged New Year greetings on Saturday" + ending, on="2022-12-31"
    )
    assert speaker_of(reading, "to go on") is None


@pytest.mark.parametrize(
    ("sentence", "snippet"),
    [
        ("“It is a sign of trust,” said Li Xin, a professor in Shanghai.", "a sign of trust"),
        ("China is Russia's largest trading partner, customs data show.", "largest trading partner"),
        ("The two leaders last met in Samarkand in September.", "last met in Samarkand"),
    ],
)
def test_what_others_say_and_background_are_nobodys_message(read_text: ReadText, sentence: str, snippet: str) -> None:
    assert speaker_of(told(read_text, "Xi said that the year was good.", sentence), snippet) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "“Neighbours trade more,” said Anna Keller, a professor of history in Vienna.",
        "Anna Keller, a professor of history in Vienna, said that neighbours trade more.",
        "Professor Anna Keller said that neighbours trade more.",
        "Neighbours trade more, said professor Anna Keller.",
        "Anna Keller, a professor, wonders why. Neighbours trade more, Keller explained.",
    ],
)
def test_a_professor_named_and_quoted_is_nobodys_message(read_text: ReadText, sentence: str) -> None:
    reading = told(read_text, "Xi said that the year was good.", sentence, "Putin said that the harvest was rich.")
    assert speaker_of(reading, "eighbours trade more") is None
    assert speaker_of(reading, "the harvest was rich") == PUTIN


def test_a_professor_quoted_at_length_is_nobodys_message(read_text: ReadText) -> None:
    reading = told(
        read_text,
        "Xi said that the year was good.",
        "“Neighbours trade more,” said Anna Keller, a professor of history. “They always have.”",
    )
    assert speaker_of(reading, "They always have") is None


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("“The year was good,” reads the message from Xi.", XI),
        ("“The year was good,” the message from Xi read.", XI),
        ("Putin's letter dwells on the thought that the year was good.", PUTIN),
        ("In the words of the Russian leader, the year was good.", PUTIN),
        ("Xi: “The year was good.”", XI),
    ],
)
def test_words_that_make_a_speaker_without_a_verb_of_saying(read_text: ReadText, sentence: str, speaker: str) -> None:
    assert speaker_of(told(read_text, sentence), "year was good") == speaker


def test_an_outlet_named_for_an_office_does_not_speak_where_the_office_does(read_text: ReadText) -> None:
    reading = read_text(
        "Vladimir Putin exchanged greetings with President of India Pranab Mukherjee on Friday.",
        "The President of Russia's message reads, in part:",
        '"Relations between our countries have always rested on trust.',
        'Much will be done this year."',
        on="2017-04-14",
    )
    assert speaker_of(reading, "rested on trust") == "vladimir-putin"
    assert speaker_of(reading, "Much will be done") == "vladimir-putin"


def test_his_highness_is_one_person(read_text: ReadText) -> None:
    reading = read_text(
        "President His Highness Sheikh Mohamed bin Zayed Al Nahyan sent a message to President Joko Widodo.",
        "His Highness wished him health.",
        on="2022-08-17",
    )
    assert speaker_of(reading, "wished him health") == "mohamed-bin-zayed"


def test_a_title_after_a_known_name_may_be_of_another(read_text: ReadText) -> None:
    reading = read_text(
        "In his message to Emomali Rahmon, the Iranian president described Nowruz as a heritage of both.",
        on="2025-03-20",
    )
    assert sent(reading) == {("masoud-pezeshkian", "emomali-rahmon")}
    assert speaker_of(reading, "described Nowruz") == "masoud-pezeshkian"


def test_a_hope_is_told_with_the_message_it_stands_in(read_text: ReadText) -> None:
    text = "In his New Year message to Xi Jinping, Vladimir Putin expressed the hope that the peoples meet often."
    assert speaker_of(read_text(text, on="2022-12-31"), "peoples meet often") == PUTIN


def test_a_letter_to_somebody_is_not_in_his_words(read_text: ReadText) -> None:
    reading = read_text(
        "Xi Jinping and Vladimir Putin exchanged letters.",
        "The letter sent by the Chinese head of state to the Russian leader reads:",
        '"Trade has grown."',
        on="2023-12-31",
    )
    assert speaker_of(reading, "Trade has grown") == "xi-jinping"


def test_neither_of_two_who_did_not_say_it_is_the_speaker(read_text: ReadText) -> None:
    reading = read_text(
        "Xi Jinping and Vladimir Putin exchanged letters.",
        "Neither Xi nor Putin mentioned the price of gas.",
        on="2023-12-31",
    )
    assert speaker_of(reading, "price of gas") is None
