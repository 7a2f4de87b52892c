"""What several sentences together tell of who wrote to whom."""

from tests.importers.reading_fixture import ReadText, sent

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
