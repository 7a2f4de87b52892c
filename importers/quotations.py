"""What of a sentence stands in quotation marks."""

import re

# An opening mark of any script, a closing one, or the straight mark, which opens at the start of a word.
MARK = re.compile(r"(?P<opening>[“„«「『]|(?<![^\s(\[—–-])\")|(?P<closing>[”»」』]|\")")


def quoted_word_count(sentence: str) -> int:
    """Return how many words of a sentence of direct speech are quoted.

    A sentence without any mark is the middle of a longer quotation: all of it is quoted. One whose first mark closes
    began inside.
    """
    marks = list(MARK.finditer(sentence))
    if not marks:
        return words_in(sentence)
    is_inside, begin, count = bool(marks[0]["closing"]), 0, 0
    for mark in marks:
        if is_inside and mark["closing"]:
            count += words_in(sentence[begin : mark.start()])
            is_inside = False
        elif not is_inside and mark["opening"]:
            begin, is_inside = mark.end(), True
    return count + words_in(sentence[begin:]) if is_inside else count


def words_in(text: str) -> int:
    """Return how many words a text has: what stands between spaces, but for lone marks."""
    return sum(any(letter.isalnum() for letter in word) for word in text.split())
