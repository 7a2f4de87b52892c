"""Where a phrase stands in a text its words are found there, however it is written or inflected."""

from collections import defaultdict

import pytest

from importers.basis import Phrase
from importers.parse.language import language_of
from importers.touched import needles, without_spaces
from models import Theme, ThemePhrase
from tests.importers.contents import SAMPLES
from tests.importers.reading_fixture import shipped_lexicon


def holds(phrase: Phrase, words: str) -> bool:
    return any(all(part in without_spaces(words) for part in needle) for needle in needles(phrase))


@pytest.mark.parametrize(
    ("language", "phrase", "words"),
    [
        ("en", "blue porcelain", "of Blue\nPorcelain"),
        ("en", "the {number} summit", "at the 12th Summit"),
        ("en", "met {leader}", "She met President Xi."),
        ("en", "people’s rails", "the People's Rails"),
        ("zh", "第{number}届峰会", "在第十二届峰会上"),
        ("ru", "синий фарфор", "о синем фарфоре"),
    ],
)
def test_a_phrase_is_found_by_its_words(language: str, phrase: str, words: str) -> None:
    assert holds(Phrase("theme_phrase", "x topic [] False", language, phrase), words)
    assert not holds(
        Phrase("theme_phrase", "x topic [] False", language, phrase), "a porcelain that is blue: 别的; иное"
    )


def test_every_theme_that_the_samples_touch_is_found_there_by_one_of_its_phrases() -> None:
    lexicon = shipped_lexicon()
    slugs = {row["id"]: row["slug"] for row in lexicon.rows.of(Theme)}
    phrases: dict[tuple[str, str], list[Phrase]] = defaultdict(list)
    for row in lexicon.rows.of(ThemePhrase):
        phrase = Phrase("theme_phrase", f"{slugs[row['theme_id']]} topic", row["language"], row["phrase"])
        phrases[row["language"], slugs[row["theme_id"]]].append(phrase)
    languages = set()
    for file in sorted(SAMPLES.iterdir()):
        body = file.read_text(encoding="utf-8")
        language = language_of(body) or "en"
        languages.add(language)
        _, marks = lexicon.vocabulary(language).tagger.find(body)
        for mark in marks:
            if "theme" in mark.kind:
                words = body[mark.start : mark.end]
                assert any(holds(phrase, words) for phrase in phrases[language, mark.value]), (mark, words)
    assert languages == {"en", "ru", "zh"}
