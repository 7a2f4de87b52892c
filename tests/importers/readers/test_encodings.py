"""Encodings: a text says the same in whatever encoding it was saved."""

import pytest

from importers.readers.encodings import decoded
from tests.importers.readers.documents import texts

ENGLISH = (
    "PRAGUE, Jan. 3 -- Two presidents wrote to each other on the anniversary of their relations.\n\n"
    "“Trade grew — and will grow,” the first wrote. The other’s letter spoke of “old friends.”"
)
CHINESE = "两国领导人三日互致贺电\uff0c庆祝建交三十周年。双方表示\uff0c愿意推动各领域合作不断向前发展。" * 4
TAIWANESE = "兩國元首今日互致賀函\uff0c慶祝建交三十週年\uff0c並期盼雙方友誼長存。" * 4
KOREAN = "두 나라 정상은 수교 삼십 주년을 맞아 축전을 주고받았다. 양국은 협력을 넓혀 가기로 했다. " * 4
RUSSIAN = "Главы двух государств обменялись поздравительными телеграммами по случаю тридцатилетия отношений. " * 3
FRENCH = "Les deux présidents ont échangé des messages de félicitations à l’occasion du trentième anniversaire."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((ENGLISH, encoding) for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252")),
        *((ENGLISH, encoding) for encoding in ("gb18030", "gbk", "big5", "mac_roman")),
        (CHINESE, "gb18030"),
        (TAIWANESE, "big5"),
        (KOREAN, "euc_kr"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (FRENCH, "cp1252"),
    ],
)
def test_a_text_is_the_same_in_any_encoding(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding)) == text.encode(encoding).decode(encoding)


def test_tables_and_records_are_read_in_them_too() -> None:
    table = f'text;day\n"{ENGLISH}";2024-01-03\n'
    for encoding in ("utf-16-le", "gb18030", "mac_roman"):
        assert texts("a.csv", table.encode(encoding)) == [ENGLISH]
    assert texts("a.json", '[{"text": "Two presidents wrote."}]'.encode("utf-16-le")) == ["Two presidents wrote."]
    assert texts("a.jsonl", '{"text": "One."}\n{"text": "Two."}\n'.encode("utf-16")) == ["One.", "Two."]
