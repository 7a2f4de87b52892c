"""Datelines: the city, the day and the agency before a report begins."""

import pytest

from importers.parse.dateline import Dateline, dateline_above, read_dateline

CITIES = {"beijing": "CN", "moscow": "RU", "islamabad": "PK", "hanoi": "VN", "buenos aires": "AR", "pyongyang": "KP"}
AGENCIES = frozenset(
    {"xinhua", "tass", "kcna", "reuters", "vna", "belta", "kazinform", "azertac", "ria novosti", "dpa"}
)
REST = "Two presidents wrote to each other."


def dateline_of(text: str) -> Dateline | None:
    return read_dateline(text, 0, len(text), CITIES, AGENCIES)


@pytest.mark.parametrize(
    ("written", "place", "month_and_day", "agency"),
    [
        ("BEIJING, Dec. 31 (Xinhua) -- ", "Beijing", (12, 31), "Xinhua"),
        ("BEIJING, Oct. 6 (Xinhua) — ", "Beijing", (10, 6), "Xinhua"),
        ("MOSCOW, December 30. /TASS/. ", "Moscow", (12, 30), "TASS"),
        ("Pyongyang, January 1 (KCNA) -- ", "Pyongyang", (1, 1), "KCNA"),
        ("SEOUL, Dec 31 (Reuters) - ", "Seoul", (12, 31), "Reuters"),
        ("Hanoi, June 12 (VNA) \u2013 ", "Hanoi", (6, 12), "VNA"),
        ("Hanoi (VNA) - ", "Hanoi", None, "VNA"),
        ("BUENOS AIRES, Feb. 19 (Xinhua) -- ", "Buenos Aires", (2, 19), "Xinhua"),
        ("MINSK, 3 July (BelTA) - ", "Minsk", (7, 3), "BelTA"),
        ("ISLAMABAD: ", "Islamabad", None, None),
        ("HANOI, Nov. 27 , 2006 (VNA) -- ", "Hanoi", (11, 27), "VNA"),
        ("Islamabad - ", "Islamabad", None, None),
        ("Hanoi, SPA- ", "Hanoi", None, "SPA"),
        ("Hanoi, July 23, SPA -- ", "Hanoi", (7, 23), "SPA"),
        ("HANOI. KAZINFORM – ", "Hanoi", None, "KAZINFORM"),
        ("ST. PETERSBURG, June 7. /TASS/. ", "St. Petersburg", (6, 7), "TASS"),
        ("NEW DELHI, India (AP) — ", "New Delhi", None, "AP"),
        ("Hanoi (VNA), Nov. 9 - ", "Hanoi", (11, 9), "VNA"),
        ("AKP Hanoi, June 24, 2022 -- ", "Hanoi", (6, 24), "AKP"),
        ("Hà Nội (VNS) — ", "Hà Nội", None, "VNS"),
        ("MOSCOW, SEPTEMBER 21, ARMENPRESS. ", "Moscow", (9, 21), "ARMENPRESS"),
        ("MOSCOW, 09.10.2023 /NIAT Khovar/. ", "Moscow", (10, 9), "NIAT Khovar"),
        ("MOSCOW. January 2. KAZINFORM /Some Body/ - ", "Moscow", (1, 2), "KAZINFORM"),
    ],
)
def test_datelines_of_many_agencies(
    written: str, place: str, month_and_day: tuple[int, int] | None, agency: str | None
) -> None:
    found = dateline_of(written + REST)
    assert found is not None
    assert found.place == place
    assert (found.date and (found.date.month, found.date.day)) == month_and_day
    assert found.agency == agency


@pytest.mark.parametrize("written", ["Hanoi.", "HANOI"])
def test_a_city_in_a_line_of_its_own(written: str) -> None:
    found = dateline_of(written)
    assert found is not None
    assert found.place == "Hanoi"


def test_a_signature_in_capitals_is_no_dateline() -> None:
    assert dateline_of("JOHN R. SMITH JR.") is None


@pytest.mark.parametrize(
    "written", ["BEIJING, Dec. 31 (Xinhua) -- ", "MOSCOW, December 30. /TASS/. ", "ISLAMABAD: ", "Hanoi (VNA) - "]
)
def test_the_report_begins_right_after_its_dateline(written: str) -> None:
    text = written + REST
    found = dateline_of(text)
    assert found is not None
    assert text[found.end :] == REST


def test_a_dateline_may_tell_its_year() -> None:
    found = dateline_of("BEIJING, Dec. 31, 2008 (Xinhua) -- " + REST)
    assert found is not None
    assert found.date is not None
    assert found.date.year == 2008


@pytest.mark.parametrize(
    "text",
    [
        "Xi Jinping - the Chinese president - wrote to Moscow.",
        "Friendship - that is what both letters are about.",
        "The letter, dated May 9 (a holiday), was short.",
        "Read more: what the leaders wrote",
        "Photo: Xinhua",
        "Updated, June 5 (local time) - the page was changed",
        "beijing, Dec. 31 (Xinhua) -- Two presidents wrote.",
        "U.S. exports to Kenya grew.",
        "Xi Jinping (retranslated): Two presidents wrote.",
        "",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert dateline_of(text) is None


def test_a_capital_may_stand_in_a_line_of_its_own() -> None:
    assert dateline_of("HANOI") == Dateline("Hanoi", None, None, 5)
    assert dateline_of("Hanoi") is None


@pytest.mark.parametrize(
    ("written", "place"), [("(VOICE) HANOI - ", "Hanoi"), ("MOSCOW. Feb 4 (Interfax) - ", "Moscow")]
)
def test_a_mark_before_the_city_and_a_full_stop_behind_it(written: str, place: str) -> None:
    found = dateline_of(written + REST)
    assert found is not None
    assert found.place == place


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Hanoi, June 12, VNA", "Hanoi"),
        ("Moscow", "Moscow"),
        ("ISLAMABAD", "Islamabad"),
        ("Rain, June 12", None),
        ("ISTANBUL", "Istanbul"),
        ("HANOI/JEDDAH", "Hanoi"),
        ("Moscow, SANA", "Moscow"),
        ("Beijing, 3 October 2023", "Beijing"),
    ],
)
def test_a_dateline_in_the_line_above_the_report(line: str, place: str | None) -> None:
    text = f"Two presidents write\n\n{line}\n\n{REST}"
    found = dateline_above(text, text.index(REST), CITIES)
    assert (found.place if found else None) == place


def test_a_city_in_a_menu_is_no_dateline() -> None:
    text = f"Moscow\nSport\nWeather\n\n{REST}"
    assert dateline_above(text, text.index(REST), CITIES) is None
