"""The language of a text, by its script, then by its commonest words."""

import unicodedata
from collections import Counter
from functools import cache

from importers.grammar.rules import languages, load_settings

LOOKED_AT = 4000  # characters
SHARE = 25  # one in so many words is among the commonest of the language
FEW = 30  # words: fewer tell a language by their script alone
OTHER_SIGNS = {"HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko"}  # which no text of another language has many of
ELSEWHERE = {"ARABIC": "ar", "THAI": "th", "GEORGIAN": "ka", "ARMENIAN": "hy", "HEBREW": "he", "GREEK": "el"}


@cache
def told_by() -> dict[str, tuple[str, frozenset[str]]]:
    """Return the script and the commonest words of each language that can be read."""
    found = {}
    for code in languages():
        settings = load_settings(code)
        found[code] = (settings["script"], frozenset(settings.get("commonest", ())))
    return found


def language_of(text: str) -> str | None:
    """Return the code of the language of a text; None where neither script nor words settle it."""
    sample = text[:LOOKED_AT]
    if not any(map(str.isalpha, sample)):
        return None
    scripts = Counter({"LATIN": 1}) if sample.isascii() else scripts_of(sample)
    script = max(scripts, key=lambda name: scripts[name])
    for sign, code in OTHER_SIGNS.items():
        if script == sign or (script == "CJK" and scripts[sign] * 10 > len(sample)):
            return code
    words = sample.split()[-FEW * 10 :]
    candidates = {code: common for code, (written, common) in told_by().items() if written == script}
    counted = Counter(map(str.casefold, words))
    for code, common in candidates.items():
        hits = sum(counted[word] for word in common)
        if not common or hits * SHARE >= len(words) or len(words) < FEW:
            return code
    return ELSEWHERE.get(script)


def scripts_of(sample: str) -> Counter[str]:
    """Return the scripts of the letters, with how many there are of each."""
    found: Counter[str] = Counter()
    for letter, times in Counter(sample).items():
        found[script_of(letter)] += times
    del found[""]
    return found


@cache
def script_of(letter: str) -> str:
    """Return the script of a letter, "" for what is none."""
    return unicodedata.name(letter, "?").partition(" ")[0] if letter.isalpha() else ""
