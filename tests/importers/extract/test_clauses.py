"""Sentences of several clauses, each with messages of its own."""

import pytest

from tests.importers.reading_fixture import ReadText, sent

WISHES = "on Nowruz"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            f"Narendra Modi congratulated Joko Widodo and Xi Jinping congratulated Nguyen Phu Trong {WISHES}.",
            {("narendra-modi", "joko-widodo"), ("xi-jinping", "nguyen-phu-trong")},
        ),
        (
            f"Putin sent greetings to Ilham Aliyev {WISHES}, and Li Keqiang exchanged messages with Imran Khan.",
            {("vladimir-putin", "ilham-aliyev"), ("li-keqiang", "imran-khan"), ("imran-khan", "li-keqiang")},
        ),
        (
            f"Emomali Rahmon received greetings from Xi Jinping {WISHES}, while Vladimir Putin wrote to Ilham Aliyev.",
            {("xi-jinping", "emomali-rahmon"), ("vladimir-putin", "ilham-aliyev")},
        ),
    ],
)
def test_each_clause_tells_of_its_own_messages(
    read_text: ReadText, sentence: str, expected: set[tuple[str, str]]
) -> None:
    assert sent(read_text(sentence, on="2020-03-20")) == expected


def test_a_list_of_senders_is_one_clause(read_text: ReadText) -> None:
    reading = read_text("Xi Jinping and Imran Khan congratulated Emomali Rahmon on his birthday.", on="2020-10-05")
    assert sent(reading) == {("xi-jinping", "emomali-rahmon"), ("imran-khan", "emomali-rahmon")}
