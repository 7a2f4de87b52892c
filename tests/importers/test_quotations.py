import pytest

from importers.quotations import quoted_word_count


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ('He wrote: "Our trade has grown," and thanked them.', 4),
        ("“Our trade has grown,” he wrote, “and it will grow.”", 8),
        ('He wrote: "Our trade has grown.', 4),  # the quotation goes on in the next sentence
        ('It will grow." He thanked them.', 3),  # it began before
        ("It will grow further.", 4),  # the middle of a long one
        ("Он написал: «Наша торговля выросла».", 3),
        ("«", 0),
    ],
)
def test_only_what_stands_in_quotation_marks_is_quoted(sentence: str, count: int) -> None:
    assert quoted_word_count(sentence) == count
