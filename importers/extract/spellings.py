"""Spellings: whether two are of one name, as transcriptions differ, and names in Latin letters."""

import re
from collections.abc import Iterable
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz import fuzz

from importers.knowledge import JOINT, KnownLeader

SAME, NEARLY = 96, 78  # how alike two spellings must be, of 100
WHOLE = 75  # the same of whole names by their sound, beside the office that their bearer holds
SEVERAL = 5  # letters of several names, written without the sign between them
HEARD = 60  # the same of a name written by its sound in another script, beside the office that its bearer holds


def same_name(name: str, other: str, least: int) -> bool:
    """Return whether two spellings may be of one name, as transcriptions differ."""
    one, two = (anyascii(text).casefold().replace("-", " ") for text in (name, other))
    return (fuzz.token_set_ratio if least == SAME else fuzz.token_sort_ratio)(one, two) >= least


def is_part(name: str, other: str) -> bool:
    """Return whether a name of several words is a part of another: Arzu Rana of Arzu Rana Deuba."""
    words = name.casefold().split()
    return len(words) > 1 and set(words) < set(other.casefold().split())


def sounds_like(name: str, leader: KnownLeader) -> bool:
    """Return whether a name may be a leader's as another script writes it by its sound: 沙赫德 for Chahed."""
    whole = [known for known in leader.names if JOINT in known] if JOINT in name or len(name) >= SEVERAL else ()
    if any(sound_of(name, known) >= WHOLE for known in whole):
        return True
    last = re.split(f"[{JOINT}-]", name)[-1]
    spelt = [(known, HEARD if known.upper() != known.lower() else NEARLY) for known in leader.family_names]
    spelt += [(word, HEARD) for word in leader.full_name.split()]
    spelt += [(part, NEARLY) for name in leader.names if JOINT in name for part in name.split(JOINT)]
    return any(sound_of(last, word) >= least for word, least in spelt if len(word) > 1)


def sound_of(one: str, other: str) -> float:
    """Return how alike two names sound, of 100, by their letters in Latin ones."""
    return fuzz.ratio(anyascii(one).casefold(), anyascii(other).casefold())


def shares_given_name(given: str, leader: KnownLeader) -> bool:
    """Return whether words before a family name are a leader's: one of theirs, or its first letter.

    Words in small letters are in the names of many.
    """
    own, words = latin_words((leader.full_name, *leader.names)), latin_words((given,))
    return any(
        any(fuzz.ratio(word, other) >= NEARLY for other in own)
        or (word.endswith(".") and any(other.startswith(word[0]) for other in own))
        for word in words
    )


@lru_cache(maxsize=10_000)
def latin_words(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of names in small Latin letters, but those that are written small, such as "bin" and "de"."""
    words = anyascii(" ".join(names)).replace("-", " ").split()
    return tuple(word.casefold() for word in words if not word.islower())


def in_latin_letters(name: str, *, is_family_first: bool) -> str:
    """Return a name of a script without capitals in Latin letters: 俞正声 as Yu Zhengsheng, other names as one word."""
    if name.upper() != name.lower():
        return name
    syllables = re.findall(r"[A-Z]?[^A-Z]+", anyascii(name))
    if is_family_first and len(name) in (2, 3):
        return f"{syllables[0]} {''.join(syllables[1:])}"
    return "".join(syllables)


def slug_of(name: str) -> str:
    """Return the slug of a name: "Ibrahim Mohamed Solih" as ibrahim-mohamed-solih."""
    return re.sub(r"[^a-z0-9]+", "-", anyascii(name).lower().replace("'", "").replace("’", "")).strip("-")


def has_long_family_name(name: str, leaders: Iterable[KnownLeader], *, is_declined: bool) -> bool:
    """Return whether all words of a name may be the family name of a leader: "Lula da Silva", in whatever case."""
    families = [family for leader in leaders for family in leader.family_names if " " in family or "-" in family]
    return any(family in name or (is_declined and family.count(" ") == name.count(" ")) for family in families)
