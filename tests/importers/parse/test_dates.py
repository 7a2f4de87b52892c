"""Dates as reports write them, and the days that weekdays mean."""

import datetime

import pytest

from importers.parse.dates import find_dates, years_of

NEW_YEARS_EVE = datetime.date(2022, 12, 31)  # a Saturday


@pytest.mark.parametrize(
    "written",
    [
        "December 31, 2022",
        "Dec. 31, 2022",
        "Dec 31 2022",
        "31 December 2022",
        "31st December 2022",
        "31st of December, 2022",
        "2022-12-31",
        "31.12.2022",
        "31/12/2022",
        "12/31/2022",
        "2022/12/31",
        "2022.12.31",
    ],
)
def test_a_whole_date_in_any_usual_order(written: str) -> None:
    (date,) = find_dates(f"The letter of {written} is short.")
    assert date.on() == NEW_YEARS_EVE


def test_the_place_of_a_date_is_told() -> None:
    text = "They met on 4 May 2017 in Beijing."
    (date,) = find_dates(text)
    assert text[date.start : date.end] == "4 May 2017"


@pytest.mark.parametrize(
    ("written", "month", "day"),
    [
        ("Oct. 14", 10, 14),
        ("Sept. 9", 9, 9),
        ("June 12", 6, 12),
        ("1 July", 7, 1),
        ("the 2nd of September", 9, 2),
        ("MAY 9", 5, 9),
    ],
)
def test_a_date_without_a_year_takes_the_one_it_is_given(written: str, month: int, day: int) -> None:
    (date,) = find_dates(f"Greetings went out on {written}.")
    assert date.year is None
    assert date.on() is None
    assert date.on(2019) == datetime.date(2019, month, day)


@pytest.mark.parametrize(
    "text",
    [
        "The 31st session may end soon",
        "They marched 12 abreast",
        "It was 13/13/2013 by their count",
        "45 December 2020 is no date",
        "Growth of 31.5 in 2022",
        "the 75th anniversary in 2024",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text) == []


def test_a_day_that_the_month_does_not_have_is_none() -> None:
    (date,) = find_dates("February 29, 2021")
    assert date.on() is None
    (date,) = find_dates("Feb. 29")
    assert date.on(2020) == datetime.date(2020, 2, 29)


def test_only_the_stretch_asked_for_is_looked_at() -> None:
    text = "On May 9, 2020 they wrote; on May 9, 2021 they wrote again."
    (date,) = find_dates(text, text.index(";"))
    assert date.year == 2021


def test_the_years_in_which_a_day_fell_on_a_weekday() -> None:
    friday = 4
    assert years_of(10, 14, friday, range(2010, 2025)) == [2011, 2016, 2022]
    assert years_of(2, 29, friday, range(2001, 2010)) == [2008]


@pytest.mark.parametrize(
    "written",
    ["June 12, 1990-2018", "June 12, 1990 – 2018", "12 June 1990-2018", "12.06.1990-2018", "June 12, 1990 - 2018"],
)
def test_of_a_span_of_years_the_last_is_meant(written: str) -> None:
    assert [(date.year, date.month, date.day) for date in find_dates(written)] == [(2018, 6, 12)]
