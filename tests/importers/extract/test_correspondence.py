"""Who wrote to whom, in the many ways that a sentence can tell it, and what is no writing at all."""

import pytest

from tests.importers.reading_fixture import ReadText, sent

XI_PUTIN = {("xi-jinping", "vladimir-putin")}
PUTIN_XI = {("vladimir-putin", "xi-jinping")}
BOTH = XI_PUTIN | PUTIN_XI


@pytest.mark.parametrize(
    "sentence",
    [
        "Xi Jinping and Vladimir Putin exchanged New Year greetings on Saturday.",
        "Xi Jinping on Saturday exchanged New Year greetings with Vladimir Putin.",
        "Xi Jinping and Vladimir Putin sent New Year messages to each other.",
        "Xi Jinping and Vladimir Putin congratulated each other on the New Year.",
        "Xi Jinping and Vladimir Putin wished each other a happy New Year.",
        "New Year greetings were exchanged between Xi Jinping and Vladimir Putin.",
        "New Year telegrams were exchanged by Xi Jinping and Vladimir Putin.",
        "Xi Jinping and Vladimir Putin wrote to each other at the turn of the year.",
        "Xi Jinping and Vladimir Putin swapped New Year greetings.",
        "There was an exchange of New Year messages between Xi Jinping and Vladimir Putin.",
        "Xi Jinping had an exchange of New Year greetings with Vladimir Putin.",
        "China's Xi, Russia's Putin exchange New Year greetings.",
        "Xi Jinping, who is also general secretary of the CPC Central Committee, exchanged messages with Putin.",
    ],
)
def test_an_exchange_is_a_message_each_way(read_text: ReadText, sentence: str) -> None:
    assert sent(read_text(sentence, on="2022-12-31")) == BOTH


@pytest.mark.parametrize(
    "sentence",
    [
        "Xi Jinping sent a New Year message to Vladimir Putin.",
        "Xi Jinping sent Vladimir Putin a New Year message.",
        "Xi Jinping has sent a greeting card to Vladimir Putin for the New Year.",
        "Xi Jinping congratulated Vladimir Putin on the New Year.",
        "Xi Jinping extended New Year greetings to Vladimir Putin.",
        "Xi Jinping conveyed his New Year wishes to Vladimir Putin.",
        "Xi Jinping wished Vladimir Putin a happy New Year in a letter.",
        "Xi Jinping wrote to Vladimir Putin to congratulate him on the New Year.",
        "Xi Jinping cabled New Year greetings to Vladimir Putin.",
        "In a New Year letter to Vladimir Putin, Xi Jinping praised the year that ends.",
        "Writing to Vladimir Putin, Xi Jinping wished him a happy New Year.",
        "Vladimir Putin received New Year greetings from Xi Jinping.",
        "Vladimir Putin was congratulated on the New Year by Xi Jinping.",
        "A New Year message was sent by Xi Jinping to Vladimir Putin.",
        "A New Year telegram from Xi Jinping was delivered to Vladimir Putin.",
        "Xi Jinping's New Year message to Vladimir Putin was made public on Saturday.",
        "Xi Jinping addressed a New Year message to Vladimir Putin.",
    ],
)
def test_a_message_one_way(read_text: ReadText, sentence: str) -> None:
    assert sent(read_text(sentence, on="2022-12-31")) == XI_PUTIN


def test_a_message_to_several(read_text: ReadText) -> None:
    reading = read_text(
        "Vladimir Putin sent New Year greetings to Indian Prime Minister Narendra Modi, Serbian President Aleksandar "
        "Vucic and Hungarian Prime Minister Viktor Orban on Friday.",
        on="2022-12-30",
    )
    assert sent(reading) == {("vladimir-putin", slug) for slug in ("narendra-modi", "aleksandar-vucic", "viktor-orban")}
    assert len(reading.exchanges) == 3


def test_a_list_that_goes_on_in_the_next_sentence(read_text: ReadText) -> None:
    reading = read_text(
        "Vladimir Putin sent Christmas and New Year greetings to Nicolas Maduro on Tuesday.",
        "He also congratulated Narendra Modi, Recep Tayyip Erdogan and Kim Jong Un.",
        on="2025-12-31",
    )
    assert sent(reading) == {
        ("vladimir-putin", slug) for slug in ("nicolas-maduro", "narendra-modi", "recep-tayyip-erdogan", "kim-jong-un")
    }


def test_a_list_of_recipients_after_a_colon(read_text: ReadText) -> None:
    reading = read_text(
        "Vladimir Putin sent New Year greetings to heads of state: President of China Xi Jinping, President of Brazil "
        "Luiz Inacio Lula da Silva and President of South Africa Cyril Ramaphosa.",
        on="2024-12-30",
    )
    assert sent(reading) == {
        ("vladimir-putin", slug) for slug in ("xi-jinping", "luiz-inacio-lula-da-silva", "cyril-ramaphosa")
    }


def test_respectively_pairs_first_with_first(read_text: ReadText) -> None:
    reading = read_text(
        "President Tran Dai Quang and Prime Minister Nguyen Xuan Phuc sent congratulations respectively to Russian "
        "President Vladimir Putin and Prime Minister Dmitry Medvedev on Russia Day.",
        on="2018-06-12",
    )
    assert sent(reading) == {("tran-dai-quang", "vladimir-putin"), ("nguyen-xuan-phuc", "dmitry-medvedev")}


def test_two_who_write_to_one(read_text: ReadText) -> None:
    reading = read_text(
        "Nguyen Phu Trong and Nguyen Xuan Phuc congratulated Xi Jinping on the New Year.", on="2021-12-31"
    )
    assert sent(reading) == {("nguyen-phu-trong", "xi-jinping"), ("nguyen-xuan-phuc", "xi-jinping")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Also on Saturday, Russian Prime Minister Mikhail Mishustin and Chinese Premier Li Keqiang exchanged "
        "greetings.",
        "On the same day, Premier Li Keqiang exchanged New Year greetings with his Russian counterpart.",
        "Chinese Premier Li and Russian Prime Minister Mishustin also exchanged New Year greetings on the day.",
    ],
)
def test_a_second_pair_at_the_end(read_text: ReadText, sentence: str) -> None:
    reading = read_text("Xi Jinping and Vladimir Putin exchanged New Year greetings.", sentence, on="2022-12-31")
    premiers = {("li-keqiang", "mikhail-mishustin"), ("mikhail-mishustin", "li-keqiang")}
    assert sent(reading) == BOTH | premiers


def test_the_two_who_are_known_already_exchange(read_text: ReadText) -> None:
    reading = read_text(
        "It has become a habit of Russian President Vladimir Putin and Chinese President Xi Jinping.",
        "The two presidents exchanged New Year greetings on Saturday.",
        on="2022-12-31",
    )
    assert sent(reading) == BOTH


def test_a_reply_told_of_later_makes_it_an_exchange(read_text: ReadText) -> None:
    reading = read_text(
        "Chinese President Xi Jinping sent a New Year message to Russian President Vladimir Putin.",
        "In his message to Xi, Putin wished the Chinese people peace.",
        on="2022-12-31",
    )
    assert sent(reading) == BOTH


def test_what_an_office_says_had_been_sent_is_news(read_text: ReadText) -> None:
    reading = read_text("The Kremlin said that Putin had congratulated Xi on his birthday.", on="2023-12-31")
    assert sent(reading) == PUTIN_XI
