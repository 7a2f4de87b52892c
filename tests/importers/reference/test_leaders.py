"""Leaders: who is meant by a name is one person; offices and tenures make sense."""

import datetime
import re
from itertools import pairwise

from tests.importers.reference.shipped import LISTED, day, lines_of, repeated, several, terms, terms_by_office

FIRST = datetime.date(1900, 1, 1)
LAST = datetime.date(2026, 11, 30)  # nothing that ships is of later days


SEVERAL = {line["office_id"] for line in lines_of("offices") if line["holders"] not in ("", "1")}


KINGS = "King Abdullah"  # of Jordan and of Saudi Arabia: told apart by country, office and who was named before


def test_no_two_leaders_share_a_full_name_or_an_alias_but_for_two_kings() -> None:
    names: list[str] = []
    for line in lines_of("leaders"):
        names += {name.casefold() for name in [line["full_name"], line["native_name"], *several(line["aliases"])]}
    assert repeated(name for name in names if name) == [KINGS.casefold()]


def test_wikidata_ids_are_items_and_one_persons() -> None:
    ids = [line["wikidata_qid"] for line in lines_of("leaders") if line["wikidata_qid"]]
    assert [one for one in ids if not re.fullmatch(r"Q[1-9]\d{0,9}", one)] == []
    assert repeated(ids) == []


def test_a_leader_has_a_gender_a_country_and_an_order_of_names() -> None:
    unclear = [
        line["leader_id"]
        for line in lines_of("leaders")
        if line["gender"] not in ("f", "m") or not line["country"] or line["family_name_first"] not in ("yes", "no")
    ]
    assert unclear == []


def test_every_leader_held_an_office() -> None:
    holders = {line["leader_id"] for line in lines_of("tenures")}
    others = [line for line in lines_of("leaders") if line["leader_id"] not in holders]
    assert [line["leader_id"] for line in others if not line["relation"]] == []


def test_a_relative_or_namesake_is_of_a_leader_who_held_an_office() -> None:
    holders = {line["leader_id"] for line in lines_of("tenures")}
    for line in lines_of("leaders"):
        assert bool(line["relation"]) == bool(line["related_to"]), line["leader_id"]
        assert set(several(line["related_to"])) <= holders, line["leader_id"]


def day_after(written: str) -> str:
    """The day of handover may be the one after the death."""
    return written if written == "9999" else (day(written) + datetime.timedelta(days=1)).isoformat()


def test_nobody_held_an_office_before_birth_or_after_death() -> None:
    lives = {line["leader_id"]: (line["born"] or "0000", line["died"] or "9999") for line in lines_of("leaders")}
    assert sum(born != "0000" for born, _ in lives.values()) > 100
    wrong = []
    for line in lines_of("tenures"):
        born, died = lives[line["leader_id"]]
        if not born < line["start_date"] < (line["end_date"] or "9998") <= day_after(died):
            wrong.append((line["leader_id"], line["office_id"], line["start_date"], line["end_date"], born, died))
    assert wrong == []


def test_the_leaders_of_china_and_its_partners_are_named_in_chinese_and_russian() -> None:
    main = {t.leader for t in terms() if t.country in ("CN", "RU", "KP") and t.role == "head_of_state"}
    named = {(line["leader_id"], line["language"]) for line in lines_of("names/leaders")}
    since_2008 = {t.leader for t in terms() if t.ended_on > datetime.date(2008, 1, 1)}
    assert {(slug, language) for slug in main & since_2008 for language in ("zh", "ru")} <= named


def test_tenures_begin_and_end_on_days_that_make_sense() -> None:
    wrong = []
    for line in lines_of("tenures"):
        started_on, ended_on = day(line["start_date"]), day(line["end_date"]) if line["end_date"] else None
        if not FIRST <= started_on <= LAST or (ended_on and not started_on < ended_on <= LAST):
            wrong.append(line)
    assert wrong == []


def test_an_office_of_one_holder_has_one_at_a_time() -> None:
    overlapping = [
        (earlier, later)
        for office, held in terms_by_office().items()
        if office not in SEVERAL
        for earlier, later in pairwise(held)
        if later.started_on < earlier.ended_on
    ]
    assert overlapping == []


def test_an_office_of_several_holders_has_no_more_than_it_says() -> None:
    for line in lines_of("offices"):
        held = terms_by_office().get(line["office_id"], [])
        for term in held:
            together = [t for t in held if t.started_on <= term.started_on < t.ended_on]
            assert len(together) <= int(line["holders"] or 1), (term, together)


def test_a_tenure_that_goes_on_is_the_last_of_a_listed_countrys_office() -> None:
    left_open = [
        held[-1]
        for office, held in terms_by_office().items()
        if held[-1].country in LISTED and held[-1].ended_on == datetime.date.max and len(held) > 1
        if any(t.ended_on == datetime.date.max for t in held[:-1])
    ]
    assert left_open == []


def test_tenures_of_an_office_stand_in_the_order_of_their_days() -> None:
    """As they are stored one by one, and the database refuses two of one office on one day."""
    latest: dict[str, str] = {}
    for line in lines_of("tenures"):
        assert latest.get(line["office_id"], "") < line["start_date"] or line["office_id"] in SEVERAL, line
        latest[line["office_id"]] = line["start_date"]


def test_titles_of_an_office_are_not_told_twice() -> None:
    for line in lines_of("offices"):
        titles = [title.casefold() for title in [line["title"], *several(line["other_titles"])]]
        assert repeated(titles) == [], line["office_id"]
