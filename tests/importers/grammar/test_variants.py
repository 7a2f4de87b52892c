"""Letters written in two ways: traditional Chinese is read as simplified, and quoted as it stands."""

from importers.grammar.phrases import fold
from importers.grammar.variants import in_one_writing
from tests.importers.reading_fixture import quote_of, read_paragraphs, sent, shipped_lexicon, statement_of

LEAD = "國家主席習近平同俄羅斯總統普京互致賀電，慶祝兩國建交75周年。"


def test_a_text_in_one_writing_is_as_long_as_it_was() -> None:
    assert in_one_writing("習近平對貿易額滿意") == "习近平对贸易额满意"
    assert fold("兩國") == fold("两国")


def test_other_scripts_stand_as_they_are() -> None:
    assert in_one_writing("Xi Jinping, Си Цзиньпин") == "Xi Jinping, Си Цзиньпин"


def test_traditional_chinese_is_read_as_simplified_is() -> None:
    traditional = read_paragraphs(LEAD, "習近平在賀電中指出，雙邊貿易額達到2401億美元。", on="2024-10-02")
    simplified = read_paragraphs(
        in_one_writing(LEAD), "习近平在贺电中指出，双边贸易额达到2401亿美元。", on="2024-10-02"
    )
    assert sent(traditional) == sent(simplified) == {("xi-jinping", "vladimir-putin"), ("vladimir-putin", "xi-jinping")}
    assert [s.trade for s in traditional.statements] == [s.trade for s in simplified.statements]


def test_quotes_stay_as_they_are_written() -> None:
    reading = read_paragraphs(LEAD, "習近平在賀電中指出，兩國友誼深厚。", on="2024-10-02")
    assert quote_of(reading, statement_of(reading, "友誼深厚")) == "習近平在賀電中指出，兩國友誼深厚。"


def countries_in(text: str) -> set[str]:
    tags, _ = shipped_lexicon().vocabulary("zh").tagger.find(text)
    return {tag.sense.one("country") for tag in tags if "country" in tag.sense}


def test_countries_have_the_names_of_taiwan_and_hong_kong_too() -> None:
    assert countries_in("澳洲總理同寮國國家主席互致賀電") == {"AU", "LA"}
    assert countries_in("馬利基總理") == set()  # Mali stands in the name of somebody else
