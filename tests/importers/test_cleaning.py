"""Cleaning: what of a text that comes from outside is seen, and nothing else."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.cleaning import cleaned, cleaned_line, cleaned_locator

ANY = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("given_text", "right"),
    [
        ("Xi\x00 wrote", "Xi wrote"),
        ("half \ud83c of it", "half  of it"),
        ("both halves \ud83c\udf89", "both halves \U0001f389"),
        ("the anni\u00adver\u00adsary", "the anniversary"),
        ("Xi Jin\u00ad\nping", "Xi Jinping"),
        ("Xi\u200b Jin\u2060ping\ufeff", "Xi Jinping"),
        ("Vuc\u030cic\u0301", "Vučić"),
        ("one\rtwo\r\nthree", "one\ntwo\nthree"),
        ("a \x93word\x94", "a “word”"),
        ("the coop-\neration; cooperation grows", "the cooperation; cooperation grows"),
        ("long-\nterm ties", "long-term ties"),
        ("Xi -\nand Putin", "Xi -\nand Putin"),
        ("می\u200cروم", "می\u200cروم"),
    ],
)
def test_what_is_not_seen_is_gone(given_text: str, right: str) -> None:
    assert cleaned(given_text) == right


@given(ANY)
def test_what_is_cleaned_can_be_stored_and_stays_as_it_is(text: str) -> None:
    once = cleaned(text)
    assert "\x00" not in once
    assert once.encode("utf-8").decode("utf-8") == once
    assert unicodedata.is_normalized("NFC", once)
    assert cleaned(once) == once


@given(ANY)
def test_locators_can_be_stored_and_shown_and_are_not_too_long(locator: str) -> None:
    shown = cleaned_locator(locator * 50)
    assert len(shown) <= 1000
    assert not any(unicodedata.category(letter) in ("Cc", "Cs") for letter in shown)
    assert cleaned_locator(shown) == shown


def test_a_title_is_one_line() -> None:
    assert cleaned_line(" Xi,\n Putin\u200b  write ") == "Xi, Putin write"
    assert cleaned_line("\u200b \x00") is None
