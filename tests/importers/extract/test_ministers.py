"""Foreign ministers and speakers of parliament: told by title and day; a family name alone is none of them."""

import pytest

from tests.importers.reading_fixture import ReadText, sent

GREETED = "{} sent New Year greetings to Russian President Vladimir Putin on Saturday."


@pytest.mark.parametrize(
    ("written", "on", "slug"),
    [
        ("Chinese Foreign Minister Wang Yi", "2023-12-30", "wang-yi"),
        ("China's foreign minister", "2023-12-30", "wang-yi"),
        ("China's foreign minister", "2023-06-30", "qin-gang"),
        ("China's foreign minister", "2010-12-30", "yang-jiechi"),
        ("Chinese Foreign Minister Wang", "2023-12-30", "wang-yi"),
        ("Turkish Foreign Minister Davutoglu", "2012-12-30", "ahmet-davutoglu"),
        ("Indian External Affairs Minister S. Jaishankar", "2021-12-30", "subrahmanyam-jaishankar"),
        ("U.S. Secretary of State Powell", "2003-12-30", "colin-powell"),
        ("The foreign minister of Kazakhstan", "2021-12-30", "mukhtar-tleuberdi"),
    ],
)
def test_a_foreign_minister_is_who_held_the_office_that_day(
    read_text: ReadText, written: str, on: str, slug: str
) -> None:
    assert sent(read_text(GREETED.format(written), on=on)) == {(slug, "vladimir-putin")}


@pytest.mark.parametrize(
    ("surname", "on"),
    [("Straw", "2004-12-30"), ("Rice", "2007-12-30"), ("Hunt", "2018-12-30"), ("Cook", "2000-12-30")],
)
def test_the_family_name_of_a_minister_alone_is_nobody(read_text: ReadText, surname: str, on: str) -> None:
    reading = read_text(GREETED.format(surname), on=on)
    assert sent(reading) == set()
    assert [slug for slug, leader in reading.leaders.items() if slug != "vladimir-putin"] == []


@pytest.mark.parametrize(
    ("surname", "on", "slug"),
    [("Lee", "2009-12-30", "lee-myung-bak"), ("Singh", "2005-12-30", "manmohan-singh")],
)
def test_the_family_name_of_a_head_is_theirs_though_ministers_have_it_too(
    read_text: ReadText, surname: str, on: str, slug: str
) -> None:
    country = {"Lee": "South Korean", "Singh": "Indian"}[surname]
    reading = read_text(f"{country} leader {surname} sent greetings to Russian President Vladimir Putin.", on=on)
    assert sent(reading) == {(slug, "vladimir-putin")}


def test_a_minister_named_in_full_is_called_by_the_family_name_behind_it(read_text: ReadText) -> None:
    reading = read_text(
        "Chinese Foreign Minister Wang Yi arrived on Friday. Wang sent a letter to Russian President Vladimir Putin.",
        on="2023-12-30",
    )
    assert sent(reading) == {("wang-yi", "vladimir-putin")}


@pytest.mark.parametrize(
    ("written", "slug"),
    [
        ("The speaker of the State Duma Vyacheslav Volodin", "vyacheslav-volodin"),
        ("State Duma Speaker Volodin", "vyacheslav-volodin"),
        ("Federation Council Speaker Matviyenko", "valentina-matviyenko"),
    ],
)
def test_a_speaker_of_parliament_is_told_by_title_and_name(read_text: ReadText, written: str, slug: str) -> None:
    reading = read_text(f"{written} sent New Year greetings to Chinese President Xi Jinping.", on="2023-12-30")
    assert sent(reading) == {(slug, "xi-jinping")}


def test_a_speaker_alone_is_nobody_where_there_are_two(read_text: ReadText) -> None:
    reading = read_text("The Russian speaker sent New Year greetings to Chinese President Xi Jinping.", on="2023-12-30")
    assert sent(reading) == set()


def test_the_counterpart_of_a_foreign_minister_is_a_foreign_minister(read_text: ReadText) -> None:
    reading = read_text(
        "The DPRK foreign minister sent a message of greeting to her Tajik counterpart.", on="2023-12-30"
    )
    assert sent(reading) == {("choe-son-hui", "sirojiddin-muhriddin")}


def test_the_counterpart_of_a_speaker_is_not_the_head_of_state(read_text: ReadText) -> None:
    reading = read_text(
        "State Duma Speaker Volodin sent New Year greetings to his Chinese counterpart.", on="2023-12-30"
    )
    assert sent(reading) == set()


def test_an_ambassador_of_the_name_of_a_former_leader_is_another(read_text: ReadText) -> None:
    told = "Ambassador Merkel sent a letter to Russian President Vladimir Putin."
    assert not sent(read_text(told, on="2024-10-08"))
