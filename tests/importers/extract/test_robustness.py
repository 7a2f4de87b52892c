"""Any text at all gives a reading whose evidence lies within its body, in time linear in its length."""

import gc
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importers.parse.dates import find_dates
from importers.raw_report import RawReport
from importers.read_report import read_report
from importers.reading import AnniversaryRead, Reading, ThemeRead, TradeRead
from tests.importers.reading_fixture import quote_of, read_paragraphs, shipped_lexicon

REPORT = (
    "BEIJING, Dec. 31 (Xinhua) -- Russian President Vladimir Putin and Chinese President Xi Jinping exchanged "
    "New Year messages on Sunday.",
    "Xi said that 2024 is the 75th anniversary of the establishment of diplomatic relations. “We go on,” he added.",
    "Putin wrote that bilateral trade grew by 26.3 percent and reached 240.1 billion U.S. dollars in 2023.",
    'The letter reads: "I value our friendship. It is the 20th anniversary of the founding of the SCO."',
    "The same day, Russian Prime Minister Mikhail Mishustin and Premier Li Qiang exchanged messages, Xinhua said.",
)
WORDS = [
    *sorted({word for paragraph in REPORT for word in paragraph.split()}),
    *("Narendra", "Modi", "his", "counterpart", "respectively", "the", "two", "presidents", "75th", "anniversary"),
    *("King", "of", "Saudi Arabia", "sent", "to", "and", "ago", "a century", "2024-02-30", "February 30", "Published:"),
    *("“", "”", '"', "--", ",", ".", "%", "\n", "/TASS/", "$1e9", "100000000000000000000 dollars"),
    *("习近平", "Путин", "\u0301", "İ", "\ufb01"),
]
SCRIPTS = (
    "aZ .,;:\"'“”«»()/-—…\n\r\t\x00\ufeff\u200b\u2019\u2013\u0130ß\ufb010\u06639"
    "習近平\uff0c。普京김정은축전Путинنهيانहिन्दी\U0001f1e8\U0001f1f3\ud800"
)


def check(reading: Reading) -> None:
    """Everything that was read holds together, and its evidence lies within the body."""
    size, last = len(reading.body), 0
    assert not any(0xD800 <= ord(character) <= 0xDFFF for character in reading.body)
    for statement in reading.statements:
        assert last <= statement.start_char < statement.end_char <= size
        last = statement.end_char
        quote = reading.body[statement.start_char : statement.end_char]
        assert quote == quote.strip() != ""
        claims: list[AnniversaryRead | TradeRead | ThemeRead] = [
            *statement.anniversaries,
            *statement.trade,
            *statement.themes,
        ]
        for claim in claims:
            assert statement.start_char <= claim.start_char < claim.end_char <= statement.end_char
        for number in statement.exchanges:
            assert statement.speaker in reading.exchanges[number].leaders
    for exchange in reading.exchanges:
        first, second = exchange.leaders
        assert first < second
        assert exchange.messages
        assert all({m.sender, m.recipient} == {first, second} for m in exchange.messages.values())
        assert {first, second} <= set(reading.leaders)


def read_any(text: str) -> Reading:
    return read_report(RawReport("any", text), shipped_lexicon())


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    check(read_any(text))


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=SCRIPTS, max_size=300))
def test_mixed_scripts_and_odd_characters_are_read(text: str) -> None:
    check(read_any(text))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_decoded_are_read(content: bytes) -> None:
    check(read_any(content.decode("utf-8", "replace")))
    check(read_any(content.decode("latin-1")))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=80).map(" ".join))
def test_any_order_of_the_words_of_reports_is_read(text: str) -> None:
    check(read_any(text))


@settings(max_examples=60, deadline=None)
@given(
    st.permutations([sentence for paragraph in REPORT for sentence in paragraph.split(". ")]),
    st.sampled_from([" ", "\n", ""]),
)
def test_shuffled_sentences_are_read(sentences: list[str], between: str) -> None:
    check(read_any(between.join(f"{sentence}." for sentence in sentences)))


@pytest.mark.parametrize("cut", range(0, len("\n\n".join(REPORT)), 23))
def test_a_text_cut_anywhere_is_read(cut: int) -> None:
    text = "\n\n".join(REPORT)
    check(read_any(text[:cut]))
    check(read_any(text[cut:]))


@given(st.text(alphabet="0123456789-/. ,thJanuary", max_size=60))
def test_dates_lie_where_they_are_said_to(text: str) -> None:
    for date in find_dates(text):
        assert 0 <= date.start < date.end <= len(text)
        assert 1 <= date.month <= 12


def test_the_whole_report_is_read_right_and_twice_the_same() -> None:
    first, second = read_paragraphs(*REPORT), read_paragraphs(*REPORT)
    check(first)
    assert first == second
    assert len(first.exchanges) == 2
    assert {quote_of(first, statement) for statement in first.statements if statement.speaker == "vladimir-putin"} >= {
        "Putin wrote that bilateral trade grew by 26.3 percent and reached 240.1 billion U.S. dollars in 2023."
    }


SHAPES = {
    "one huge line without a space": lambda size: "a" * size,
    "one huge line of words": lambda size: "word " * (size // 5),
    "one huge line of capitals": lambda size: "Word " * (size // 5),
    "empty lines": lambda size: "\n" * size,
    "spaces": lambda size: " " * size,
    "quotation marks": lambda size: '" ' * (size // 2),
    "opened quotations": lambda size: "“" * size,
    "full stops": lambda size: "." * size,
    "digits": lambda size: "1" * size,
    "numbers with commas": lambda size: "1," * (size // 2),
    "brackets": lambda size: "(" * size,
    "one sentence of many names": lambda size: "Xi Jinping, Vladimir Putin, " * (size // 28),
    "one sentence of many titles": lambda size: "the Russian president, " * (size // 23),
    "many dates": lambda size: "Dec. 31, 2020, " * (size // 15),
    "capital letters before commas": lambda size: "A, " * (size // 3),
    "paragraphs of a report": lambda size: ("\n\n".join(REPORT) + "\n\n") * (size // 640),
    "a dateline that does not end": lambda size: "BEIJING " * (size // 8),
}  # fmt: skip


def seconds(text: str) -> float:
    """The processor time of a reading, without that of the collector of garbage, which comes in leaps."""
    gc.disable()
    try:
        began = time.process_time()
        read_any(text)
        return time.process_time() - began
    finally:
        gc.enable()


def is_linear(small: str, large: str) -> bool:
    """Whether a text eight times as long takes no more than linear time; quadratic time would be 64 times.

    What takes too long is read once more, as anything may come between.
    """
    most = 24 * min(seconds(small), seconds(small)) + 0.1
    return seconds(large) <= most or seconds(large) <= most


@pytest.mark.parametrize("shape", SHAPES)
def test_eight_times_the_text_takes_no_more_than_linear_time(shape: str) -> None:
    assert is_linear(SHAPES[shape](30_000), SHAPES[shape](240_000))


MORE_SHAPES = {
    "many short lines": (50_000, "a line\n"),
    "many messages": (50_000, "Xi Jinping sent a message to Vladimir Putin. He said so. "),
    "many unlisted names": (6_000, "Chilean President Abcd{:07} Efgh. "),
    "one sentence of many messages": (6_000, "Xi Jinping sent a message to Vladimir Putin and "),
    "many anniversaries": (6_000, "the 75th anniversary of diplomatic relations and "),
    "much trade": (6_000, "trade grew by 26.3 percent to $240 billion, "),
}


@pytest.mark.parametrize("shape", MORE_SHAPES)
def test_what_is_compared_with_all_else_takes_linear_time_too(shape: str) -> None:
    size, piece = MORE_SHAPES[shape]
    small, large = (
        "".join(piece.format(number) for number in range(length // len(piece))) for length in (size, 8 * size)
    )
    assert is_linear(small, large)


@pytest.mark.slow
@pytest.mark.parametrize("shape", ["one huge line of words", "full stops", "digits"])
def test_ten_megabytes_are_read(shape: str) -> None:
    check(read_any(SHAPES[shape](10_000_000)))
