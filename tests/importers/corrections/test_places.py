"""Places in a text that last: words, and which of the places where they stand."""

from hypothesis import given
from hypothesis import strategies as st

from importers.corrections.places import folded, occurrence_of, place_of

WORDS = st.lists(st.sampled_from(["trade", "grew", "and", "and and", "a.b", "中俄"]), min_size=1, max_size=8)
SPACES = st.sampled_from([" ", "\n", "  ", "\n\n\t"])


@given(WORDS, SPACES, SPACES, st.data())
def test_a_place_is_found_again_in_other_line_widths(
    words: list[str], one: str, other: str, data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    body, again = one.join(words), other.join(words)
    start = len(one.join([*words[:first], ""]))
    end = start + len(one.join(words[first : last + 1]))
    quote, occurrence = folded(body[start:end]), occurrence_of(body, start, end)
    found = place_of(again, quote, occurrence)
    assert found is not None
    assert found[0] == len(other.join([*words[:first], ""]))
    assert folded(again[slice(*found)]) == quote


def test_words_that_stand_less_often_are_nowhere() -> None:
    assert place_of("trade grew", "trade", 2) is None
    assert place_of("trade grew", "Trade", 1) is None
    assert place_of("trade grew", None, None) is None
