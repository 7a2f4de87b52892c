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
