"""What several sentences together tell of who wrote to whom."""

from tests.importers.reading_fixture import ReadText, sent, speaker_of

PUTIN_XI = {("vladimir-putin", "xi-jinping")}
BOTH = PUTIN_XI | {("xi-jinping", "vladimir-putin")}


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


def test_one_who_is_written_to_by_many(read_text: ReadText) -> None:
    reading = read_text(
        "President Kassym-Jomart Tokayev is receiving telegrams on the occasion of his birthday.",
        "Vladimir Putin noted in his telegram that the two countries are friends.",
        "Chinese President Xi Jinping said that he values the work of his colleague.",
        '"Our peoples are brothers," Turkish President Recep Tayyip Erdogan said in his message.',
        "Uzbek President Shavkat Mirziyoyev, in turn, underlined that the border is open.",
        "The President also received telegrams from Ilham Aliyev and Belarusian President Alexander Lukashenko.",
        "Analysts say that the list grows each year.",
        on="2023-05-17",
    )
    senders = ("vladimir-putin", "xi-jinping", "recep-tayyip-erdogan", "shavkat-mirziyoyev", "ilham-aliyev")
    assert sent(reading) == {(slug, "kassym-jomart-tokayev") for slug in (*senders, "alexander-lukashenko")}
    assert speaker_of(reading, "values the work") == "xi-jinping"
    assert speaker_of(reading, "the border is open") == "shavkat-mirziyoyev"


def test_one_who_writes_to_many(read_text: ReadText) -> None:
    reading = read_text(
        "Iranian President Masoud Pezeshkian congratulated the presidents of Tajikistan and Turkmenistan on Nowruz.",
        "In his message to Emomali Rahmon, he spoke of a common heritage.",
        "The president told his Turkmen counterpart Serdar Berdimuhamedov that the border is one of peace.",
        on="2025-03-20",
    )
    recipients = ("emomali-rahmon", "serdar-berdimuhamedov")
    assert sent(reading) == {("masoud-pezeshkian", slug) for slug in recipients}


def test_what_a_leader_says_within_a_paragraph_is_no_message(read_text: ReadText) -> None:
    reading = read_text(
        "Syrian President Bashar al-Assad received cables from heads of state on the national day.",
        "In his cable, Vladimir Putin voiced confidence. Xi Jinping said on Tuesday that he will visit Moscow.",
        on="2022-04-17",
    )
    assert sent(reading) == {("vladimir-putin", "bashar-al-assad")}
