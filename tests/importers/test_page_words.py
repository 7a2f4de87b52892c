"""What page.toml of each language lists, and how its phrases are found."""

import re
from pathlib import Path

import pytest

from importers.grammar.rules import languages, load_settings
from importers.page_words import expression

FOLDER = Path(__file__).parents[2] / "importers"


@pytest.mark.parametrize(
    ("phrase", "line"),
    [
        ("read more", "read  more"),
        ("share ..", "share this page"),
        ("share ..", "share"),
        ("photo: ...", "photo: " + "a" * 100),
        ("分享到..", "分享到微博"),
        ("page # of #", "page 1 of 12"),
    ],
)
def test_a_phrase_fits_a_line(phrase: str, line: str) -> None:
    assert re.fullmatch(expression(phrase), line)


@pytest.mark.parametrize(
    ("phrase", "line"),
    [("share ..", "shareholders met"), ("share ..", "share " + "a" * 50), ("read more", "read more of this")],
)
def test_a_phrase_does_not_fit_another_line(phrase: str, line: str) -> None:
    assert not re.fullmatch(expression(phrase), line)


@pytest.mark.parametrize("code", languages())
def test_every_list_of_words_for_pages_is_asked_for(code: str) -> None:
    code_of_readers = "\n".join(
        file.read_text("utf-8")
        for folder in ("parse", "readers", "vocabulary")
        for file in (FOLDER / folder).glob("*.py")
    )
    unknown = [key for key in load_settings(code)["page"] if not re.search(rf"[\"']{key}[\"']", code_of_readers)]
    assert unknown == []
