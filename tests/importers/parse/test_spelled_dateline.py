"""Datelines in Russian: the city, the day and the agency before a report begins."""

import datetime

import pytest

from importers.parse.report import ParsedReport, parse
from importers.raw_report import RawReport
from tests.importers.reading_fixture import shipped_lexicon

REST = "Владимир Путин направил поздравительную телеграмму Си Цзиньпину. В ней говорится о дружбе двух стран."


def parsed(text: str) -> ParsedReport:
    return parse(RawReport("example.txt", text, language="ru"), shipped_lexicon())


@pytest.mark.parametrize(
    ("written", "place", "month_and_day", "outlet"),
    [
        ("МОСКВА, 9 мая. /ТАСС/. ", "Moscow", (5, 9), "tass"),
        ("ИГОРА /Ленинградская область/, 25 декабря. /ТАСС/. ", "Igora", (12, 25), "tass"),
        ("МОСКВА, 9 мая — РИА Новости. ", "Moscow", (5, 9), "ria-novosti"),
        ("МОСКВА, 29 июн - РИА Новости, Иван Иванов. ", "Moscow", (6, 29), "ria-novosti"),
        ("Москва. 9 июля. ИНТЕРФАКС - ", "Moscow", (7, 9), "interfax"),
        ("Пекин, 31 декабря /Синьхуа/ -- ", "Beijing", (12, 31), "xinhua"),
        ("Пхеньян, 31 декабря. /ЦТАК/ -- ", "Pyongyang", (12, 31), "kcna"),
        ("9 мая, Минск /Корр. БЕЛТА/. ", "Minsk", (5, 9), "belta"),
        ("АСТАНА. КАЗИНФОРМ - ", "Astana", None, "kazinform"),
        ("РОСТОВ-НА-ДОНУ, 9 мая. /ТАСС/. ", "Rostov-na-Donu", (5, 9), "tass"),
        ("ПЕКИН, 29 июн /ПРАЙМ/, Иван Иванов. ", "Beijing", (6, 29), None),
        ("ДУШАНБЕ, 09.05.2025 /НИАТ «Ховар»/. ", "Dushanbe", (5, 9), "khovar"),
        ("ТАСС, 24 августа. ", None, (8, 24), "tass"),
        ("Баку, 28 мая, АЗЕРТАДЖ\n\n", "Baku", (5, 28), "azertac"),
    ],
)
def test_datelines_of_russian_agencies(
    written: str, place: str | None, month_and_day: tuple[int, int] | None, outlet: str | None
) -> None:
    report = parsed(written + REST)
    assert report.dateline is not None
    assert report.dateline.place == place
    assert (report.dateline.date and (report.dateline.date.month, report.dateline.date.day)) == month_and_day
    assert report.outlet == outlet
    assert report.body[report.sentences[0].start :].startswith("Владимир Путин направил")


@pytest.mark.parametrize(
    "text",
    [
        "Москва и Пекин, 9 мая отметившие праздник, обменялись телеграммами. " + REST,
        "Президент России (он же глава правительства) - гость Пекина. " + REST,
        "Москва, 9 мая — день парада. " + REST,
        "Владимир Путин, 9 мая. " + REST,
    ],
)
def test_a_sentence_is_no_dateline(text: str) -> None:
    report = parsed(text)
    assert report.dateline is None


def test_a_year_in_the_dateline_is_that_of_the_report() -> None:
    report = parsed("ДУШАНБЕ, 09.05.2025 /НИАТ «Ховар»/. " + REST)
    assert report.published_on == datetime.date(2025, 5, 9)
