"""Who sent a message to whom, in the many ways that a sentence can tell it."""

import pytest

from tests.importers.reading_fixture import ReadText, sent

XI_PUTIN = {("xi-jinping", "vladimir-putin")}


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
        "Xi Jinping's New Year message to Vladimir Putin was made public on Saturday.",
        "Xi Jinping addressed a New Year message to Vladimir Putin.",
    ],
)
def test_a_message_one_way(read_text: ReadText, sentence: str) -> None:
    assert sent(read_text(sentence, on="2022-12-31")) == XI_PUTIN


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        ("Vladimir Putin was re-elected. Xi Jinping congratulated him on his victory.", XI_PUTIN),
        ("Xi Jinping, who once wrote of Vladimir Putin, congratulated him on his election.", XI_PUTIN),
        ("Vladimir Putin was re-elected. Xi Jinping congratulated her on her victory.", set()),
        ("Vladimir Putin was re-elected. Xi Jinping met and congratulated him on his victory.", set()),
        ("Xi Jinping congratulated Republican presidential candidate Donald Trump on his election.",
         {("xi-jinping", "donald-trump")}),
        ("Trade was spoken of when Xi Jinping congratulated Vladimir Putin.", set()),
    ],
)  # fmt: skip
def test_who_is_congratulated(read_text: ReadText, sentences: str, expected: set[tuple[str, str]]) -> None:
    assert sent(read_text(sentences, on="2016-11-09")) == expected


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
    ("sentence", "expected"),
    [
        (
            "Among those who congratulated Xi Jinping on his re-election were Vladimir Putin and Narendra Modi.",
            {("vladimir-putin", "xi-jinping"), ("narendra-modi", "xi-jinping")},
        ),
        (
            "Nguyen Phu Trong congratulated Xi Jinping and Pham Minh Chinh congratulated Li Qiang on the National Day.",
            {("nguyen-phu-trong", "xi-jinping"), ("pham-minh-chinh", "li-qiang")},
        ),
        (
            "Nguyen Phu Trong congratulated Xi Jinping, and Prime Minister Pham Minh Chinh his Chinese counterpart.",
            {("nguyen-phu-trong", "xi-jinping"), ("pham-minh-chinh", "li-qiang")},
        ),
        ("Kim Jong Un's greeting card for Xi Jinping was handed over.", {("kim-jong-un", "xi-jinping")}),
        ("North Korea's Kim sends New Year's letter to Russia's Putin", {("kim-jong-un", "vladimir-putin")}),
    ],
)
def test_more_ways_to_tell_of_a_message(read_text: ReadText, sentence: str, expected: set[tuple[str, str]]) -> None:
    assert sent(read_text(sentence, on="2023-12-31")) == expected


def test_who_is_written_to_may_stand_first(read_text: ReadText) -> None:
    reading = read_text(
        "Ilham Aliyev has sent New Year greetings to several leaders.",
        "In a message to Vladimir Putin, he spoke of trust.",
        "To Kazakhstan's President Kassym-Jomart Tokayev, Aliyev wrote that the Caspian joins them.",
        on="2022-12-31",
    )
    assert sent(reading) == {("ilham-aliyev", "vladimir-putin"), ("ilham-aliyev", "kassym-jomart-tokayev")}


def test_whoever_asks_another_to_convey_regards_has_sent_nothing_by_them(read_text: ReadText) -> None:
    reading = read_text(
        "Vladimir Putin sent a letter to Xi Jinping on his birthday.",
        "Xi thanked Putin for the letter and asked Sergei Lavrov to convey his best regards.",
        on="2023-06-15",
    )
    assert all("sergei-lavrov" not in message for message in sent(reading))


def test_he_who_wishes_is_the_subject_of_the_sentence(read_text: ReadText) -> None:
    reading = read_text(
        "World leaders congratulated Tokayev on his election. Erdogan said in a letter that he wished him success.",
        on="2019-06-10",
    )
    assert sent(reading) == {("recep-tayyip-erdogan", "kassym-jomart-tokayev")}


def test_leaders_of_two_countries_in_lists_of_different_lengths_write_to_who_holds_their_office(
    read_text: ReadText,
) -> None:
    reading = read_text(
        "Chinese President Xi Jinping, Premier Li Qiang and Foreign Minister Wang Yi respectively sent greetings "
        "to Russian President Vladimir Putin and Prime Minister Mikhail Mishustin.",
        on="2023-12-31",
    )
    assert sent(reading) == {("xi-jinping", "vladimir-putin"), ("li-qiang", "mikhail-mishustin")}


def test_who_send_similar_messages_write_to_all(read_text: ReadText) -> None:
    reading = read_text(
        "Chinese President Xi Jinping and Premier Li Qiang sent similar messages to Russian President Vladimir Putin "
        "and Prime Minister Mikhail Mishustin.",
        on="2023-12-31",
    )
    assert len(sent(reading)) == 4


def test_of_a_list_of_which_one_alone_is_known_nobody_writes_to_all(read_text: ReadText) -> None:
    reading = read_text(
        "Chinese President Xi Jinping and the Chairman of the National People's Assembly Zhao Leji respectively sent "
        "greetings to Russian President Vladimir Putin and Prime Minister Mikhail Mishustin.",
        on="2023-12-31",
    )
    assert not {sender for sender, _ in sent(reading)} & {"zhao-leji"}


@pytest.mark.parametrize(
    ("wishes", "pairs"),
    [
        ("Chinese President Xi Jinping congratulated Putin on his re-election.", {("xi-jinping", "vladimir-putin")}),
        ("Chinese President Xi Jinping congratulated Putin.", set()),
    ],
)
def test_good_wishes_far_down_are_news_where_their_occasion_is_told(
    read_text: ReadText, wishes: str, pairs: set[tuple[str, str]]
) -> None:
    before = ["Vladimir Putin won the vote in Russia.", "Polls closed at noon.", "It rained.", "Few were surprised."]
    assert sent(read_text(*before, wishes, on="2018-03-19")) == pairs


def test_the_leader_of_a_country_is_its_head_of_government_where_that_one_leads(read_text: ReadText) -> None:
    reading = read_text("The leaders of India, Germany and Russia congratulated Xi Jinping.", on="2020-02-07")
    assert sent(reading) == {(slug, "xi-jinping") for slug in ("narendra-modi", "angela-merkel", "vladimir-putin")}


def test_of_two_couples_each_writes_to_who_holds_the_same_place(read_text: ReadText) -> None:
    reading = read_text(
        "President Ilham Aliyev and First Lady Mehriban Aliyeva congratulated Queen Camilla and King Charles III.",
        on="2023-05-06",
    )
    assert sent(reading) == {
        ("ilham-aliyev", "charles-iii"),
        ("mehriban-aliyeva", "camilla-of-the-united-kingdom"),
    }
