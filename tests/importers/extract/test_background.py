"""What is no exchange of a report: calls, meetings, speeches, figures, what is not sent yet, and what is background."""

import pytest

from tests.importers.reading_fixture import ReadText, pairs_of, sent, speaker_of


@pytest.mark.parametrize(
    "sentence",
    [
        "Xi Jinping and Vladimir Putin talked by phone on Friday and wished each other a happy New Year.",
        "Xi Jinping held talks with Vladimir Putin in Astana, where they exchanged views on trade.",
        "Xi Jinping met with Vladimir Putin and thanked him for the hospitality.",
        "In a phone call Xi Jinping congratulated Vladimir Putin on his re-election.",
        "Xi Jinping and Vladimir Putin agreed to exchange more students.",
        "Trade between China and Russia grew 26.3 percent, customs said, a message to all who doubted it.",
        "Xi Jinping spoke of Russia in his New Year address to the nation.",
        "Vladimir Putin is expected to send New Year greetings to Xi Jinping.",
        "Vladimir Putin plans to send a letter to Xi Jinping.",
        "Xi Jinping may send a letter to Vladimir Putin.",
        "Xi Jinping would send a letter to Vladimir Putin if asked.",
        "Xi Jinping has not congratulated Joe Biden yet.",
        "Xi Jinping and Vladimir Putin exchanged pleasantries before their talks.",
        "Vladimir Putin and Xi Jinping signed a joint statement.",
        "Xi Jinping received Vladimir Putin in the Great Hall of the People.",
        "The Chinese ambassador extended New Year greetings to the Russian people.",
        "Putin congratulated Trump by telephone.",
        "Xi Jinping replied to a letter from a group of students.",
        "Xi Jinping sent a congratulatory letter to the opening of the China-Russia Expo.",
        "Xi Jinping sent an envoy to meet Vladimir Putin.",
        "Xi Jinping sent Wang Yi to talk to Vladimir Putin.",
        "Vladimir Putin sent troops to Belarus, Lukashenko said.",
        "Xi Jinping exchanged gifts with Vladimir Putin.",
        "Xi Jinping and Vladimir Putin exchanged toasts.",
        "Vladimir Putin did not congratulate Joe Biden.",
        "Asked whether Putin would congratulate Biden, the spokesman said that it was too early.",
        "Putin denied that he had sent a letter to Xi.",
        "Analysts say that the letters between Beijing and Moscow are getting longer.",
    ],
)
def test_calls_meetings_speeches_and_figures_are_no_exchange(read_text: ReadText, sentence: str) -> None:
    assert read_text(sentence, on="2023-12-29").exchanges == []


@pytest.mark.parametrize(
    "background",
    [
        "In 2019 the two leaders exchanged congratulations on the 70th anniversary of diplomatic relations.",
        "In 2019 Xi and Putin exchanged congratulations on seventy years of diplomatic relations.",
        "In June 2012 Hu Jintao wrote to Dmitry Medvedev.",
        "Chinese leaders have exchanged New Year greetings with Boris Yeltsin in the past as well.",
        "Last year Kim Jong Un had sent a birthday message to Putin.",
        "Five years ago Xi had congratulated Putin on his victory at the polls.",
        "Earlier Putin had sent a message to Narendra Modi.",
    ],
)
def test_what_is_told_as_background_is_no_exchange_of_the_report(read_text: ReadText, background: str) -> None:
    reading = read_text(
        "Xi Jinping sent New Year greetings to Vladimir Putin on Saturday.",
        "Xi wished the Russian people well.",
        background,
        on="2022-12-31",
    )
    assert pairs_of(reading) == {("vladimir-putin", "xi-jinping")}
    assert sent(reading) == {("xi-jinping", "vladimir-putin")}


def test_a_report_of_background_alone_tells_of_no_exchange(read_text: ReadText) -> None:
    reading = read_text(
        "Russia and China agreed on a new gas price on Monday.",
        "In 2019 Xi Jinping and Vladimir Putin had exchanged congratulations on seventy years of relations.",
        on="2024-05-20",
    )
    assert reading.exchanges == []


def test_a_call_to_congratulate_is_no_letter(read_text: ReadText) -> None:
    reading = read_text(
        "Foreign leaders have sent messages to congratulate Tokayev on his election.",
        "Ilham Aliyev said in his message that he is glad.",
        "Turkish President Recep Tayyip Erdogan called Tokayev on Monday to offer his congratulations.",
        on="2019-06-10",
    )
    assert sent(reading) == {("ilham-aliyev", "kassym-jomart-tokayev")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Last October Jokowi sent Narendra Modi a Diwali letter of twice the length.",
        "Jokowi's telegram to Narendra Modi in March was warmer.",
        "A birthday message to Narendra Modi last spring ran to two pages.",
        "A year ago Jokowi's greetings to Narendra Modi spoke of brotherhood.",
    ],
)
def test_earlier_letters_beside_which_one_is_held(read_text: ReadText, sentence: str) -> None:
    reading = read_text(
        "Indonesian President Joko Widodo, known as Jokowi, sent greetings to Vietnamese President To Lam on Vietnam's "
        "National Day.",
        sentence,
        on="2024-09-02",
    )
    assert sent(reading) == {("joko-widodo", "to-lam")}
    assert speaker_of(reading, sentence) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "In September, Joko Widodo sent a message to To Lam on Vietnam's National Day.",
        "Joko Widodo sent a message to To Lam on the treaty that was signed in June.",
    ],
)
def test_months_that_make_no_letter_an_earlier_one(read_text: ReadText, sentence: str) -> None:
    assert sent(read_text(sentence, on="2024-09-05")) == {("joko-widodo", "to-lam")}


def test_the_letter_that_a_reply_answers(read_text: ReadText) -> None:
    reading = read_text(
        "Vietnamese President To Lam thanked Joko Widodo for his National Day greetings in a reply on Monday.",
        "Widodo had sent his own message on Sept. 2.",
        "In it he called for more trade.",
        on="2024-09-09",
    )
    assert sent(reading) == {("to-lam", "joko-widodo"), ("joko-widodo", "to-lam")}
    assert speaker_of(reading, "had sent his own") is None
    assert speaker_of(reading, "called for more") == "joko-widodo"


@pytest.mark.parametrize(
    "before",
    [
        "When the old king died in February, Xi Jinping was among the first to send condolences to Emmanuel Macron.",
        "Xi Jinping and Emmanuel Macron also exchanged letters on several anniversaries last year.",
    ],
)
def test_messages_of_an_earlier_time_are_background(read_text: ReadText, before: str) -> None:
    reading = read_text(
        "Vladimir Putin congratulated Narendra Modi on his birthday in a telegram on Friday.", before, on="2025-10-03"
    )
    assert pairs_of(reading) == {("narendra-modi", "vladimir-putin")}
