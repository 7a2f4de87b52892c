"""What a page tells of itself: its day and what the day rests on, its outlet, its language."""

import pytest

from tests.importers.reading_fixture import ReadText, day

GREETED = "Russian President Vladimir Putin and Chinese President Xi Jinping exchanged New Year messages on Saturday."


def test_the_day_that_the_source_gives_goes_before_all_others(read_text: ReadText) -> None:
    reading = read_text("Published: 2 January 2023", GREETED, on="2022-12-31")
    assert (reading.published_on, reading.published_basis) == (day("2022-12-31"), "metadata")


def test_the_day_of_the_page(read_text: ReadText) -> None:
    reading = read_text("Updated: 2022-12-31 12:00", GREETED)
    assert (reading.published_on, reading.published_basis) == (day("2022-12-31"), "page")


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [
        ("30. decembar 2025 16:40", "2025-12-30"),
        ("15 de julio de 2024", "2024-07-15"),
        ("Maria Novak September 3, 2023", "2023-09-03"),
        ("Luanda, Saturday, June 15 of 2024 | 17h22", "2024-06-15"),
        ("5 smiles 2024", None),
    ],
)
def test_the_day_of_a_stamp_in_whatever_language(read_text: ReadText, stamp: str, expected: str | None) -> None:
    reading = read_text(f"Leaders exchange greetings\n\n{stamp}\n\n{GREETED}")
    assert reading.published_on == (day(expected) if expected else None)


@pytest.mark.parametrize("title", ["Leaders exchange greetings | Daily News", "News | Leaders exchange greetings"])
def test_the_name_of_a_site_is_no_part_of_the_headline(read_text: ReadText, title: str) -> None:
    assert read_text(GREETED, title=title).headline == "Leaders exchange greetings"


def test_the_day_of_a_dateline_with_its_year(read_text: ReadText) -> None:
    reading = read_text("BEIJING, Dec. 31, 2022 (Xinhua) -- " + GREETED)
    assert (reading.published_on, reading.published_basis) == (day("2022-12-31"), "dateline")


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (
            "BEIJING, Oct. 14 (Xinhua) -- President Xi Jinping and Maldivian President Ibrahim Mohamed Solih exchanged "
            "congratulations on Friday on the 50th anniversary of the establishment of diplomatic relations between "
            "China and the Maldives.",
            "2022-10-14",
        ),
        (
            "BEIJING, Oct. 6 (Xinhua) -- Xi Jinping and Kim Jong Un exchanged messages on Sunday on the 75th "
            "anniversary of diplomatic relations between China and the DPRK.",
            "2024-10-06",
        ),
        (
            "BEIJING, Dec. 31 (Xinhua) -- President Xi Jinping sent New Year greetings to President Vladimir Putin on "
            "Thursday. Xi said that 2021 will bring both countries closer.",
            "2020-12-31",
        ),
        (
            "MOSCOW, December 30. /TASS/. Vladimir Putin sent New Year greetings to Prime Minister Narendra Modi on "
            "Friday. He looks forward to working together in 2023.",
            "2022-12-30",
        ),
        (
            "HANOI, Jan. 30 (VNA) -- Vietnam and Russia mark the 75th anniversary of diplomatic relations on Thursday. "
            "President Luong Cuong and President Vladimir Putin exchanged messages.",
            "2025-01-30",
        ),
    ],
)
def test_the_year_of_a_dateline_follows_from_weekday_years_and_counts(
    read_text: ReadText, paragraph: str, expected: str
) -> None:
    reading = read_text(paragraph)
    assert (reading.published_on, reading.published_basis) == (day(expected), "inferred")


def test_the_year_of_a_dateline_is_one_in_which_those_named_were_in_office(read_text: ReadText) -> None:
    reading = read_text(
        "Prime minister recalls 1971 in letter to Dhaka\n\n"
        "New Delhi, Mar 26 (PTI) Prime Minister Narendra Modi on Wednesday congratulated Bangladesh's Chief Adviser "
        "Muhammad Yunus on the National Day. Trade may double by 2030, he wrote."
    )
    assert (reading.published_on, reading.published_basis) == (day("2025-03-26"), "inferred")


def test_what_is_counted_of_a_year_is_told_early_in_the_next(read_text: ReadText) -> None:
    reading = read_text("SEOUL, Jan. 20 (Yonhap) -- Trade of both Koreas grew in 2025, as customs data showed Tuesday.")
    assert reading.published_on == day("2026-01-20")


def test_a_year_compared_with_is_that_before(read_text: ReadText) -> None:
    reading = read_text("SEOUL, Nov. 20 (Yonhap) -- Trade of both Koreas grew by 3 percent compared with 2017.")
    assert reading.published_on == day("2018-11-20")


def test_a_dateline_whose_year_nothing_tells_gives_no_day(read_text: ReadText) -> None:
    reading = read_text("BEIJING, May 4 (Xinhua) -- President Xi Jinping sent a letter to President Vladimir Putin.")
    assert (reading.published_on, reading.published_basis) == (None, None)


def test_a_page_without_any_date_tells_none(read_text: ReadText) -> None:
    assert read_text("President Xi Jinping sent a letter to President Vladimir Putin.").published_on is None


def test_day_and_month_change_about_where_only_so_the_dateline_agrees(read_text: ReadText) -> None:
    reading = read_text("Published: 6/10/2024", "BEIJING, June 10 (Xinhua) -- " + GREETED.replace("Saturday", "Monday"))
    assert reading.published_on == day("2024-06-10")


@pytest.mark.parametrize(
    ("dateline", "url", "expected"),
    [
        ("BEIJING, Dec. 31 (Xinhua) -- ", "http://www.chinadaily.com.cn/a/1.html", "xinhua"),
        ("MOSCOW, December 31. /TASS/. ", None, "tass"),
        ("Pyongyang, December 31 (KCNA) -- ", None, "kcna"),
        ("", "http://www.chinadaily.com.cn/a/1.html", "china-daily"),
        ("", "http://en.kremlin.ru/events/president/news/1", "kremlin"),
        ("", "https://www.globaltimes.cn/page/1.shtml", "global-times"),
        ("", "https://blog.example.org/1", None),
        ("", None, None),
    ],
)
def test_the_outlet_is_the_agency_of_the_dateline_else_the_owner_of_the_address(
    read_text: ReadText, dateline: str, url: str | None, expected: str | None
) -> None:
    assert read_text(dateline + GREETED, url=url).outlet == expected


def test_an_agency_named_in_the_headline_is_not_the_one_of_the_dateline(read_text: ReadText) -> None:
    reading = read_text("Two leaders swap telegrams (KCNA)", "TOKYO, August 15, 2021. /TASS/. " + GREETED)
    assert reading.outlet == "tass"


def test_whom_an_expert_told_is_the_outlet(read_text: ReadText) -> None:
    assert read_text(GREETED, "The ties are close, an expert told the Global Times.").outlet == "global-times"


@pytest.mark.parametrize(("outlet", "slug"), [("tass", "tass"), ("TASS", "tass"), ("China Daily", "china-daily")])
def test_the_outlet_that_the_source_names_goes_before_all_others(read_text: ReadText, outlet: str, slug: str) -> None:
    assert read_text("BEIJING, Dec. 31 (Xinhua) -- " + GREETED, outlet=outlet).outlet == slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (GREETED, "en"),
        ("国家主席习近平同俄罗斯总统普京互致新年贺电。", "zh"),
        ("Владимир Путин направил поздравительную телеграмму.", "ru"),
        ("김정은 동지께서 축전을 보내시였다.", "ko"),
        ("12345 ...", None),
    ],
)
def test_the_language_of_the_text(read_text: ReadText, text: str, expected: str | None) -> None:
    assert read_text(text).language == expected


def test_the_city_of_the_dateline(read_text: ReadText) -> None:
    assert read_text("PYONGYANG, Jan. 1 (KCNA) -- " + GREETED).dateline_place == "Pyongyang"
    assert read_text(GREETED).dateline_place is None


def test_the_body_is_kept_with_plain_line_ends_and_without_what_no_database_holds(read_text: ReadText) -> None:
    reading = read_text("\ufeffOne.\r\nTwo.\rThree\x00.")
    assert reading.body == "One.\nTwo.\nThree."


def test_the_same_text_in_two_line_widths_has_one_digest(read_text: ReadText) -> None:
    assert read_text("One letter\nwas sent.").sha256 == read_text("One letter was\n\nsent.").sha256
    assert read_text("One letter was sent.").sha256 != read_text("Two letters were sent.").sha256
