"""Stored pages: what is the report, and what only stands around it."""

import datetime

import pytest

from importers.parse.page import Page, read_page
from tests.importers.reading_fixture import ReadText, quote_of

REPORT = (
    "Russian President Vladimir Putin and Chinese President Xi Jinping exchanged New Year messages on Saturday. "
    "Xi wished the Russian people well."
)


def paragraphs(page: Page) -> list[str]:
    return [page.text[start:end].strip() for start, end in page.paragraphs]


def page_of(*lines: str) -> Page:
    return read_page("\n".join(lines), agencies={"xinhua", "tass"})


def test_the_prefix_of_a_stored_page_gives_day_and_headline() -> None:
    page = page_of(" date 2023-12-31 Two presidents greet each other", "", REPORT)
    assert page.published_on == datetime.date(2023, 12, 31)
    assert page.headline == "Two presidents greet each other"
    assert paragraphs(page) == [REPORT]


@pytest.mark.parametrize(
    "stamp",
    [
        "Published: 31st December 2018",
        "31 декабря 2018 г., 14:20",
        "2018年12月31日",
        "Updated: 2018-12-31 09:15",
        "Last updated: December 31, 2018",
        "Source: Xinhua | 2018-12-31 18:03:11",
        "Xinhua) 18:00, December 31, 2018",
        "18:00, December 31, 2018",
        "2018-12-31 18:00:05",
        "Posted on December 31, 2018",
        "Monday, December 31, 2018",
        "Mon, December 31, 2018",
        "31 December 2018, 10:30",
        "Release time: 2018-12-31",
        "Ann Other | 31.12.2018 - Update : 31.12.2018",
    ],
)
def test_a_stamp_gives_the_day_and_is_no_part_of_the_report(stamp: str) -> None:
    page = page_of("Two presidents greet each other", stamp, REPORT)
    assert page.published_on == datetime.date(2018, 12, 31)
    assert page.headline == "Two presidents greet each other"
    assert paragraphs(page) == [REPORT]


@pytest.mark.parametrize(
    "line",
    [
        "Read more: What leaders wrote last year",
        "Also read: A card from Minsk",
        "Share on Facebook",
        "Tweet",
        "WhatsApp",
        "By Maria Petrova",
        "By Maria Petrova, Moscow",
        "Editor: Huang Li",
        "File photo of the two presidents. (Xinhua/Ju Peng)",
        "The two presidents in Samarkand /TASS",
        "Vladimir Putin at his desk. Photo: AP",
        "Photo: press service of the president",
        "Subscribe to our newsletter",
        "Click here for the full list",
        "© 2023 The Example Times",
        "All rights reserved.",
        "Enditem",
        "https://example.org/news/123",
        "12 comments",
        "Advertisement",
        "Copy link",
        "Tags: Russia, China, New Year",
        "(Reporting by Anna Lee; Editing by Bob Stone)",
        "Reporting by Anna Lee; editing by Bob Stone",
        "Story continues below",
        "Print Email",
        "Loading...",
        "Sign in",
        "A+ A-",
        "1/3",
        "Previous: Putin writes to Modi",
        "More in World",
        "Contact us at news@example.org",
        "Sat, 31 Dec 2022 18:05:00 GMT",
        "31.12.2022 18:05",
        "2022/12/31 18:05",
        "President Putin (L) greets President Xi in Samarkand in September 2022.",
        "印度总理莫迪（左）2019年5月在新德里会见法国总统马克龙。",
        "TASS News Agency",
        "Читайте также: О чём писали президенты год назад",
        "Поделиться в соцсетях",
        "Фото: пресс-служба президента",
        "Источник: ТАСС",
        "（责任编辑：李明）",
        "来源：某网",
        "相关新闻",
        "分享到微博",
    ],
)
def test_furniture_is_no_part_of_the_report(line: str) -> None:
    page = page_of("Two presidents greet each other", REPORT, line)
    assert paragraphs(page) == [REPORT]


@pytest.mark.parametrize(
    "line",
    [
        "first time in seven years that both presidents wrote to each other on the same day, the two",
        "Image and substance were one, he wrote",
        "Фотография, которую он приложил к письму, была сделана в Москве",
        "图片显示，两国总统互致贺电",
    ],
)
def test_a_line_of_the_report_that_begins_like_furniture(line: str) -> None:
    assert line in paragraphs(page_of("Two presidents greet each other", REPORT, line, REPORT))[1]


@pytest.mark.parametrize("mark", ["Enditem", "(END)", "-0-", "■"])
def test_an_end_mark_after_the_last_sentence_is_no_sentence(read_text: ReadText, mark: str) -> None:
    reading = read_text(f"{REPORT} {mark}", on="2022-12-31")
    assert quote_of(reading, reading.statements[-1]) == "Xi wished the Russian people well."


def test_a_headline_that_stands_twice_is_taken_once() -> None:
    page = page_of("Two presidents greet each other", "Two presidents greet each other", "", REPORT)
    assert page.headline == "Two presidents greet each other"
    assert paragraphs(page) == [REPORT]


def test_a_title_that_the_source_gives_is_the_headline() -> None:
    page = read_page("Two presidents greet each other\n" + REPORT, "New Year in Moscow and Beijing")
    assert page.headline == "New Year in Moscow and Beijing"
    assert paragraphs(page) == [REPORT]


def test_a_report_of_one_line_has_no_headline() -> None:
    page = page_of(REPORT)
    assert page.headline is None
    assert paragraphs(page) == [REPORT]


def test_lists_of_other_articles_below_the_report_are_left_out() -> None:
    page = page_of(REPORT, "Related articles", "Putin writes to Modi", "Xi receives the new ambassadors in Beijing.")
    assert paragraphs(page) == [REPORT]


def test_a_sentence_broken_over_lines_is_one() -> None:
    page = page_of("Xi Jinping wrote that he attaches great importance to the", "relations of both.", REPORT)
    assert paragraphs(page)[0].endswith("importance to the\nrelations of both.")


def test_lines_of_one_width_are_a_paragraph_up_to_a_blank_or_indented_line() -> None:
    wrapped = [
        "The president of the republic said on Monday in a letter that",
        "Ruritania's exports to Graustark have doubled since 1986, when",
        "they were 1.2 billion dollars, as he had told the chamber in",
        'Strelsau. "Our traders," he wrote, "know each other so well by',
        'now that the mountains between us seem lower every year."',
        "    His minister of finance, who was with him, spoke of the U.S.",
        "President's letter, too. It came a week before the talks that",
        "were to begin in Strelsau. He had no doubt that they would end",
        "well.",
    ]
    first, second = paragraphs(page_of(*wrapped))
    assert first.endswith('by\nnow that the mountains between us seem lower every year."')
    assert "the U.S.\nPresident's letter" in second


def test_lines_of_many_widths_are_paragraphs() -> None:
    lines = [REPORT, "A second line.", "A third one, which is longer than the second by some words."]
    assert paragraphs(page_of("Two presidents greet each other", *lines)) == lines


def test_the_address_of_the_page_is_kept() -> None:
    assert page_of("https://tass.com/politics/1", REPORT).url == "https://tass.com/politics/1"


def test_a_text_that_is_cut_off_keeps_its_last_words() -> None:
    cut = "Putin answered that the two countries would go"
    assert paragraphs(page_of("Two presidents greet each other", REPORT, cut))[-1] == cut


def test_an_empty_page_has_nothing() -> None:
    page = read_page(" \n\n ")
    assert (page.headline, page.paragraphs, page.published_on) == (None, [], None)


@pytest.mark.parametrize("mark", ["-0-", "(END)", "Enditem"])
@pytest.mark.parametrize("between", [" ", "\n\n"])
def test_what_stands_below_the_mark_of_an_end_is_no_part_nor_its_days(mark: str, between: str) -> None:
    page = page_of(
        f"{REPORT}{between}{mark}", "More from the wire", "February 16, 2026", "A bridge was opened on Monday."
    )
    assert len(paragraphs(page)) == 1
    assert page.published_on is None


def test_a_newspaper_in_chinese_tells_its_day_below_the_report() -> None:
    page = page_of(
        "两国总统互致贺电", "法国总统马克龙和印度总理莫迪今天互致贺电。", "（《人民日报》２０１８年１２月３１日第３版）"
    )
    assert page.published_on == datetime.date(2018, 12, 31)


def test_the_day_of_a_broadcast_listed_beside_a_report_is_not_its_own() -> None:
    beside = "Президент поздравил соседей\nВыпуск новостей в 12:00 от 13.01.2026\nОн направил телеграмму соседям."
    assert read_page(beside).published_on is None
    itself = "Выпуск новостей в 12:00 от 13.01.2026\nОн направил телеграмму соседям."
    assert read_page(itself).published_on == datetime.date(2026, 1, 13)


def test_a_headline_without_spaces_is_no_short_one() -> None:
    page = page_of("地震｜多国领导人致电莫迪", "2018-12-31 09:38 来源：某网 字号：A-", "法国总统马克龙致电莫迪。")
    assert page.headline == "地震｜多国领导人致电莫迪"
