"""Patterns: their syntax, where gaps end, what is kept, what is refused, and how mistakes are told."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.grammar.alphabet import Alphabet
from importers.grammar.compiler import Compiler
from importers.grammar.patterns import Match, Pattern, Patterns, first_matches
from importers.grammar.rules import LanguageError, compile_patterns, load_language
from importers.grammar.syntax import PatternError

ASKED = {
    *("person", "person:name", "person:title", "send", "send:first", "send:reply", "wish", "message", "not", "comma"),
    *("stop", "gap", "word:letter", "word:to", "word:,"),
}
ALPHABET = Alphabet(ASKED)
LETTERS = {
    "Ann": ALPHABET.letter(["person", "person:name"]),
    "queen": ALPHABET.letter(["person", "person:title"]),
    "sent": ALPHABET.letter(["send", "send:first"]),
    "answered": ALPHABET.letter(["send", "send:reply"]),
    "wished": ALPHABET.letter(["wish"]),
    "letter": ALPHABET.letter(["message", "word:letter"]),
    "to": ALPHABET.letter(["word:to"]),
    "not": ALPHABET.letter(["not"]),
    ",": ALPHABET.letter(["comma", "word:,"]),
    ";": ALPHABET.letter(["stop"]),
    "x": ALPHABET.letter(["gap"]),
}
COMPILER = Compiler(ALPHABET, {"people": "<person> [, <person>]", "told": "<send|wish>"})


def row(sentence: str) -> str:
    """The letters of a sentence in the small language above."""
    return "".join(LETTERS[word] for word in sentence.split())


def pattern(text: str, *unless: str, name: str = "tried") -> Pattern:
    return Pattern(name, "tried", COMPILER.compile(text), tuple(map(COMPILER.compile, unless)), (), (), {})


def found(text: str, sentence: str, *unless: str) -> list[str]:
    """The words of each match of a pattern in a sentence."""
    words = sentence.split()
    return [" ".join(words[match.start : match.end]) for match in pattern(text, *unless).matches(row(sentence))]


def kept(text: str, sentence: str) -> dict[str, str]:
    """What the only match of a pattern keeps, as words."""
    words = sentence.split()
    (match,) = pattern(text).matches(row(sentence))
    return {name: " ".join(words[start:end]) for name, (start, end) in match.kept.items()}


@pytest.mark.parametrize(
    ("text", "sentence", "matches"),
    [
        ("<send>", "Ann sent x answered", ["sent", "answered"]),
        ("<send:reply>", "Ann sent x answered", ["answered"]),
        ("<send|wish>", "sent wished", ["sent", "wished"]),
        ("letter to", "letter to Ann", ["letter to"]),
        ("Letter", "letter", ["letter"]),
        ("<person> , <person>", "Ann , queen", ["Ann , queen"]),
        ("<person> [<not>] <send>", "Ann sent x Ann not sent", ["Ann sent", "Ann not sent"]),
        ("(<send>|<wish> <message>) to", "sent to x wished letter to", ["sent to", "wished letter to"]),
        ("_* to", "x x to", ["x x to"]),
        ("<person>+", "Ann queen x Ann", ["Ann queen", "Ann"]),
        ("<send> _", "sent letter sent x", ["sent x"]),
        ("<send> !<message>", "sent letter sent to", ["sent"]),
        ("^ <send>", "sent x sent", ["sent"]),
        ("<send> $", "sent x sent", ["sent"]),
        ("<told> <message>", "wished letter x sent letter", ["wished letter", "sent letter"]),
        ("<people> <send>", "Ann , queen sent", ["Ann , queen sent"]),
    ],
)
def test_syntax(text: str, sentence: str, matches: list[str]) -> None:
    assert found(text, sentence) == matches


def test_a_gap_ends_at_a_clause_and_before_people() -> None:
    assert found("<send> .. to", "sent x x to") == ["sent x x to"]
    assert found("<send> .. to", "sent x ; x to") == []
    assert found("<send> .. to", "sent x Ann to") == []


def test_a_wide_gap_goes_over_people_but_not_over_clauses() -> None:
    assert found("<send> ... to", "sent x Ann to") == ["sent x Ann to"]
    assert found("<send> ... to", "sent x ; to") == []


def test_a_gap_is_as_short_as_can_be_and_no_wider_than_allowed() -> None:
    assert found("<send> .. to", "sent x to x to") == ["sent x to"]
    assert found("<send> .. to", f"sent {'x ' * COMPILER.widest}to") == [f"sent {'x ' * COMPILER.widest}to"]
    assert found("<send> .. to", f"sent {'x ' * (COMPILER.widest + 1)}to") == []


def test_what_a_match_keeps_is_told_by_name() -> None:
    text = "{sender:people} .. <send> .. to {recipient:person}"
    assert kept(text, "Ann , queen x sent letter to queen") == {"sender": "Ann , queen", "recipient": "queen"}


def test_alternatives_keep_under_one_name() -> None:
    text = "({who:person} <send>|<wish> to {who:person})"
    assert kept(text, "Ann sent") == {"who": "Ann"}
    assert kept(text, "wished to queen") == {"who": "queen"}


def test_what_was_left_out_is_not_kept() -> None:
    assert kept("{who:person} [{denied:not}] <send>", "Ann sent") == {"who": "Ann"}


def test_an_exception_refuses_the_matches_that_it_meets_and_no_others() -> None:
    assert found("<send> <message>", "not sent letter ; sent letter", "<not> <send>") == ["sent letter"]


def test_what_one_pattern_has_read_no_later_one_reads_again() -> None:
    several = Patterns([pattern("<send> <message>", name="first"), pattern("<message> to", name="second")])
    names = [match.name for match in first_matches(several, row("sent letter to Ann ; letter to Ann"))]
    assert names == ["first", "second"]


def test_matches_that_are_not_wanted_take_nothing() -> None:
    several = Patterns([pattern("<send> <message>", name="first"), pattern("<message> to", name="second")])
    matches = first_matches(several, row("sent letter to Ann"), lambda match: match.name == "second")
    assert [match.name for match in matches] == ["second"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<sendd>", "no word carries 'sendd'"),
        ("unheard", "no word carries 'unheard'"),
        ("<send> {open", "cannot be read from ' {open'"),
        ("[<send>", "missing ), unterminated subpattern"),
        ("<send> <", "cannot be read from ' <'"),
    ],
)
def test_a_mistake_is_told(text: str, told: str) -> None:
    with pytest.raises(PatternError, match=re.escape(told)):
        assert COMPILER.compile(text).compiled


def test_a_rule_within_itself_is_a_mistake() -> None:
    with pytest.raises(PatternError, match="the rule 'round' stands within itself"):
        Compiler(ALPHABET, {"round": "<send> <round>"}).compile("<round>")


def language_folder(folder: Path, patterns: str, words: str = "send,,sent\n") -> Path:
    (folder / "language.toml").write_text('name = "Tried"\n', encoding="utf-8")
    (folder / "words.csv").write_text(f"tag,meaning,phrase\n{words}", encoding="utf-8")
    (folder / "correspondence.toml").write_text(patterns, encoding="utf-8")
    return folder


def test_a_pattern_that_cannot_be_compiled_is_named_with_its_file_and_line(tmp_path: Path) -> None:
    written = '[[pattern]]\nname = "good"\nmatch = "sent"\n\n[[pattern]]\nname = "bad"\nmatch = "<nothing>"\n'
    language = load_language("en", language_folder(tmp_path, written))
    alphabet = Alphabet(language.asked)
    alphabet.letter(["word:sent"])
    with pytest.raises(LanguageError) as told:
        compile_patterns(language, alphabet, frozenset())
    assert str(told.value) == "en/correspondence.toml, line 5, pattern 'bad': no word carries 'nothing'"


@pytest.mark.parametrize(
    ("patterns", "words", "told"),
    [
        ('[[pattern]]\nmatch = "sent"\n', "send,,sent\n", "correspondence.toml, line 1: a pattern needs a name"),
        ("", "send,,sent\nsend,\n", "words.csv, line 3: a word needs a tag and a phrase"),
        ("pattern = [", "send,,sent\n", "correspondence.toml: "),
    ],
)
def test_a_file_that_is_wrong_is_named_with_the_line(tmp_path: Path, patterns: str, words: str, told: str) -> None:
    with pytest.raises(LanguageError, match=re.escape(told)):
        load_language("en", language_folder(tmp_path, patterns, words))


PARTS = [
    "<send>",
    "<person>",
    "to",
    "..",
    "...",
    "_",
    "[<not>]",
    "[,]",
    "(<send>|<wish>)",
    "{who:people}",
    "!<message>",
]
sentences = st.lists(st.sampled_from(sorted(LETTERS)), max_size=30).map(" ".join)
patterns = st.lists(st.sampled_from(PARTS), min_size=1, max_size=6).filter(lambda parts: parts[-1] != "!<message>")


def stand_well(matches: Sequence[Match], length: int) -> bool:
    """Whether matches stand in their order, without overlaps, within the row, and keep only what is within them."""
    ends = [0, *(match.end for match in matches)]
    return all(
        before <= match.start < match.end <= length
        and all(match.start <= start <= end <= match.end for start, end in match.kept.values())
        for before, match in zip(ends, matches, strict=False)
    )


@given(patterns, sentences)
def test_matches_of_any_pattern_stand_apart_and_hold_what_they_keep(parts: list[str], sentence: str) -> None:
    letters = row(sentence)
    assert stand_well(list(pattern(" ".join(parts)).matches(letters)), len(letters))


@given(st.lists(patterns, min_size=2, max_size=4), sentences)
def test_several_patterns_never_share_a_word(several: list[list[str]], sentence: str) -> None:
    letters = row(sentence)
    patterns = Patterns([pattern(" ".join(parts), name=str(at)) for at, parts in enumerate(several)])
    matches = first_matches(patterns, letters)
    assert stand_well(matches, len(letters))


@given(sentences, st.sampled_from(["Ann", "queen", ";"]))
def test_no_gap_goes_over_people_or_the_end_of_a_clause(sentence: str, between: str) -> None:
    for match in found("<send> .. to", f"sent x {between} {sentence} to"):
        assert not {"Ann", "queen", ";"} & set(match.split())
