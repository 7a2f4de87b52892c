"""Sentence boundaries in the writing of agencies, and quotations that go on over them."""

import pytest

from importers.grammar.rules import load_language
from importers.parse.sentences import endings_of, split_sentences

ENGLISH, CHINESE = (endings_of(load_language(code)) for code in ("en", "zh"))


def sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split_sentences(text, [(0, len(text))], ENGLISH)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He wrote. She replied.", ["He wrote.", "She replied."]),
        ("He sent two letters.In one he gave thanks.", ["He sent two letters.", "In one he gave thanks."]),
        ('"We are friends."In the letter he said so.', ['"We are friends."', "In the letter he said so."]),
        ("Is it so? It is! Good.", ["Is it so?", "It is!", "Good."]),
        ("他们互致贺电。友谊长存。", ["他们互致贺电。", "友谊长存。"]),
        ("“Is it so?” he asked. “It is.”", ["“Is it so?” he asked.", "“It is.”"]),
        ('"We agree!" he wrote.', ['"We agree!" he wrote.']),
        ("Trade reached $240 bln. Exports rose.", ["Trade reached $240 bln.", "Exports rose."]),
        ("Trade reached $2 bln. 842 mln dollars.", ["Trade reached $2 bln. 842 mln dollars."]),
        ("It was 5 p.m. Moscow time.", ["It was 5 p.m. Moscow time."]),
        ("It ended at 5 p.m. Xi left.", ["It ended at 5 p.m.", "Xi left."]),
        ("One line without an end", ["One line without an end"]),
    ],
)
def test_sentences_end_where_they_end(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. president wrote to Mr. Modi on Dec. 31.",
        "The D.P.R.K. leader thanked Dr. Tedros.",
        "George W. Bush and J. Y. Pillay exchanged cards.",
        "Trade rose 26.3 percent to 240.1 bln U.S. dollars.",
        "Gen. Min wrote to St. Petersburg at 9 a.m. on Monday.",
        "H.E. Mr. Sisi sent a telegram.",
        "It opened on Sept. 2, the holiday.",
    ],
)
def test_abbreviations_and_decimals_end_no_sentence(text: str) -> None:
    assert sentences(text) == [text]


def test_a_time_of_day_may_end_a_sentence() -> None:
    assert sentences("It went out at 9 a.m. The reply came at noon.") == [
        "It went out at 9 a.m.",
        "The reply came at noon.",
    ]


def test_a_closing_quotation_mark_belongs_to_its_sentence() -> None:
    assert sentences("He said: “We are friends.” The letter ends so.") == [
        "He said: “We are friends.”",
        "The letter ends so.",
    ]


@pytest.mark.parametrize("marks", ['""', "“”"])
def test_a_quotation_stays_open_until_it_is_closed(marks: str) -> None:
    opening, closing = marks[0], marks[1]
    text = f"He wrote: {opening}We are close. We trust each other. Let us go on.{closing} So it ends."
    first, second, third, last = split_sentences(text, [(0, len(text))], ENGLISH)
    assert (first.opens_quoted, first.closes_quoted) == (False, True)
    assert (second.opens_quoted, second.closes_quoted) == (True, True)
    assert (third.opens_quoted, third.closes_quoted) == (True, False)
    assert (last.opens_quoted, last.closes_quoted) == (False, False)


def test_sentences_know_their_paragraph_and_their_place() -> None:
    text = "  One. Two.\nThree.  "
    found = split_sentences(text, [(0, 11), (12, len(text))], ENGLISH)
    assert [(s.paragraph, text[s.start : s.end]) for s in found] == [(0, "One."), (0, "Two."), (1, "Three.")]


def test_nothing_but_white_space_has_no_sentence() -> None:
    assert split_sentences(" \n\t ", [(0, 4)], ENGLISH) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("两国关系很好。双方愿意合作！", ["两国关系很好。", "双方愿意合作！"]),
        ("他说：“合作很好。”会谈随后结束。", ["他说：“合作很好。”", "会谈随后结束。"]),
        ("“很好！”，他说。", ["“很好！”，他说。"]),
    ],
)
def test_chinese_sentences_end_without_spaces(text: str, expected: list[str]) -> None:
    assert [text[s.start : s.end] for s in split_sentences(text, [(0, len(text))], CHINESE)] == expected
