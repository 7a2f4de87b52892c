"""What the patterns of speech of a language can tell apart, and the frames in which people talk."""

from functools import cache

from importers.grammar.patterns import Patterns

FACE_TO_FACE = ("call", "meeting", "speech")  # frames in which what people say is of no letter, unless it is told to be
IN_TURN = "transcript"  # the frame of what people say one after the other


@cache
def parts_letters_from_talk(patterns: Patterns) -> bool:
    """Return whether the patterns of a language know the words of a letter from what is said face to face."""
    return any(pattern.gives.get("in_letter") for pattern in patterns)


@cache
def weak_names(patterns: Patterns) -> frozenset[str]:
    """Return the names of the patterns that tell deeds, such as good wishes: what they tell does not go on."""
    return frozenset(pattern.name for pattern in patterns if pattern.gives.get("weak"))
