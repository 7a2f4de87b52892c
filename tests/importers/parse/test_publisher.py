"""Who published a text, by the lines of its page that name an outlet."""

import pytest

from tests.importers.reading_fixture import ReadText, day

HEADLINE = "Two presidents write to each other"
GREETED = "Ilham Aliyev and Emomali Rahmon exchanged letters on the spring feast this week, both of their offices said."


@pytest.mark.parametrize(
    ("above", "below", "outlet"),
    [
        ("CGTN 18:20, 21-Mar-2023", "", "cgtn"),
        ("SHINE 2023-03-21 20:41", "", "shine"),
        ("Ministry of Foreign Affairs of the People's Republic of China", "", "mfa-china"),
        ("", "Ministry of Foreign Affairs, the People's Republic of China", "mfa-china"),
        ("By Xinhua", "", "xinhua"),
        ("The Korea Herald\n\nBy Yonhap", "", "yonhap"),
        ("By Li Na (chinadaily.com.cn)", "", "china-daily"),
        ("", "RT.com", "rt"),
        ("Baku, March 21, AZERTAC", "", "azertac"),
        ("", "MAP: 21 March 2023", "map-morocco"),
        ("MercoPress. Agency of the South", "", "merco-press"),
        ("date 2023-03-21 Vientiane Times", "", "vientiane-times"),
        ("", "Contact: presse@bundespraesident.de", "bundespraesident"),
        ("CGTN and 3 others met", "", None),
    ],
)
def test_lines_that_name_the_outlet(read_text: ReadText, above: str, below: str, outlet: str | None) -> None:
    assert read_text(HEADLINE, above, GREETED, below, on="2023-03-21").outlet == outlet


def test_an_outlet_that_learned_something_itself(read_text: ReadText) -> None:
    told = "Ilham Aliyev wrote to Alexander Lukashenko, BelTA has learned from the president's office."
    assert read_text(HEADLINE, told, on="2023-03-21").outlet == "belta"


def test_an_agency_that_reports_by_somebody_elses_word(read_text: ReadText) -> None:
    told = "Alexander Lukashenko wrote to Ilham Aliyev, Kazinform News Agency reports citing the president's office."
    assert read_text(HEADLINE, told, on="2023-03-21").outlet == "kazinform"


def test_an_agency_behind_the_day_of_a_dateline(read_text: ReadText) -> None:
    reading = read_text("MOSCOW, Mar 21 - RIA Novosti. " + GREETED, on="2023-03-21")
    assert (reading.outlet, reading.dateline_place) == ("ria-novosti", "Moscow")


@pytest.mark.parametrize(
    "path",
    ["20230321/two-write-1112.html", "2023/03/21/two-write", "2023-03-21/two.html", "world/21Mar2023/two.html"],
)
def test_the_day_in_an_address(read_text: ReadText, path: str) -> None:
    reading = read_text(HEADLINE, GREETED, url=f"https://example.com/{path}")
    assert (reading.published_on, reading.published_basis) == (day("2023-03-21"), "page")


def test_the_address_behind_the_word_for_a_source(read_text: ReadText) -> None:
    reading = read_text(HEADLINE, GREETED, "Источник: https://www.tass.com/world/21Mar2023/two.html")
    assert (reading.outlet, reading.published_on) == ("tass", day("2023-03-21"))


def test_numbers_in_an_address_that_are_no_day(read_text: ReadText) -> None:
    assert read_text(HEADLINE, GREETED, url="https://example.com/20239921/two.html").published_on is None


@pytest.mark.parametrize(
    "told",
    [
        "The Dairy Producers Alliance (DPA) welcomed it, and the DPA said so again in the morning.",
        "(AP Photo/Jan Novak)",
        "Photo by Jan Novak/AP",
        "Two guests at the feast. Photo: Reuters",
    ],
)
def test_an_acronym_and_the_credit_of_a_photo_make_no_outlet(read_text: ReadText, told: str) -> None:
    assert read_text(HEADLINE, GREETED, told, on="2023-03-21").outlet is None


def test_a_line_of_another_agency_on_a_page_with_an_address_makes_no_outlet(read_text: ReadText) -> None:
    assert read_text(HEADLINE, GREETED, "Reuters", url="https://paper.example/two-write").outlet is None


@pytest.mark.parametrize(
    ("named", "outlet"),
    [
        ("Xinhua News Agency", "xinhua"),
        ("BBC News - World", "bbc"),
        ("www.kremlin.ru", "kremlin"),
        ("Just-in-Time Recreation Center", None),
        ("Time Out for Two", None),
    ],
)
def test_what_a_source_calls_its_outlet(read_text: ReadText, named: str, outlet: str | None) -> None:
    assert read_text(HEADLINE, GREETED, outlet=named).outlet == outlet


@pytest.mark.parametrize("mark", ["MOSCOW (Reuters) - ", "MOSCOW, March 21 (Reuters) -- "])
def test_an_agency_in_the_dateline(read_text: ReadText, mark: str) -> None:
    assert read_text(mark + GREETED, on="2023-03-21").outlet == "reuters"


def test_a_mark_behind_the_last_sentence(read_text: ReadText) -> None:
    assert read_text(HEADLINE, GREETED + " (Xinhua)", on="2023-03-21").outlet == "xinhua"


def test_the_address_tells_better_than_what_stands_in_the_text(read_text: ReadText) -> None:
    url = "https://www.whitehouse.gov/briefing-room/two-write/"
    assert (
        read_text(HEADLINE, GREETED, "They spoke of the Dairy Producers Alliance. (DPA)", url=url).outlet
        == "white-house"
    )
