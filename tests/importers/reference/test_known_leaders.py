"""A report on any pair of the listed countries names known leaders, not provisional ones."""

import datetime
import itertools
from collections.abc import Iterator

import pytest

from tests.importers.reading_fixture import ReadText, read_paragraphs, sent, shipped_lexicon
from tests.importers.reference.shipped import LISTED, RULING_PARTIES, Term, in_office, lines_of, several

HEADS = ("head_of_state", "monarch", "head_of_government")


@pytest.fixture(scope="session")
def read_text() -> ReadText:
    """Read paragraphs with the reference data that ships."""
    shipped_lexicon()
    return read_paragraphs


def heads(on: datetime.date) -> list[Term]:
    """Who led the listed countries on a day: heads of state and of government, and leaders of ruling parties."""
    return [
        term
        for term in in_office(on)
        if term.country in LISTED
        and (
            term.role in HEADS
            or term.office == "un-secretary-general"
            or (term.role == "party_leader" and term.country in RULING_PARTIES)
        )
    ]


def words_for(terms: list[Term]) -> dict[tuple[str, str], str]:
    """How a report calls them: "Chinese President Xi Jinping", by leader and office."""
    adjective = {line["code"]: several(line["adjectives"])[0] for line in lines_of("countries") if line["adjectives"]}
    title = {line["office_id"]: line["title"] for line in lines_of("offices")}
    name = {line["leader_id"]: line["full_name"] for line in lines_of("leaders")}
    return {(t.leader, t.office): f"{adjective[t.country]} {title[t.office]} {name[t.leader]}" for t in terms}


def pairs(on: datetime.date) -> Iterator[tuple[Term, Term]]:
    """All pairs of countries by the first of their leaders, and every leader with some of the others."""
    led = heads(on)
    first = {term.country: term for term in reversed(led)}
    yield from itertools.combinations(first.values(), 2)
    for step in (1, 7, 31):
        for one, other in zip(led, led[step:] + led[:step], strict=True):
            if one.country != other.country and one.leader != other.leader:
                yield one, other


@pytest.mark.parametrize("year", [2012, 2018, 2024])
def test_a_report_on_any_pair_names_known_leaders(read_text: ReadText, year: int) -> None:
    published_on = datetime.date(year, 12, 30)
    words = words_for(heads(published_on))
    wrong = []
    for one, other in pairs(published_on):
        told = f"{words[one.leader, one.office]} and {words[other.leader, other.office]}"
        reading = read_text(f"{told} exchanged New Year greetings on Sunday.", on=published_on.isoformat())
        provisional = [leader.slug for leader in reading.leaders.values() if leader.provisional]
        if provisional or sent(reading) != {(one.leader, other.leader), (other.leader, one.leader)}:
            wrong.append((told, provisional, sent(reading)))
    assert wrong == []


def test_a_relative_is_nobody_but_himself_or_herself(read_text: ReadText) -> None:
    reading = read_text(
        "Emine Erdogan, the wife of Turkish President Recep Tayyip Erdogan, sent a letter to Peng Liyuan on Friday.",
        on="2024-03-08",
    )
    assert sent(reading) == {("emine-erdogan", "peng-liyuan")}
    reading = read_text(
        "Xi Jinping sent a message of condolence to Queen Elizabeth II on the death of Prince Philip.", on="2021-04-10"
    )
    assert sent(reading) == {("xi-jinping", "elizabeth-ii")}
    reading = read_text("Turkish President Erdogan sent a message to Xi Jinping on Friday.", on="2024-03-08")
    assert sent(reading) == {("recep-tayyip-erdogan", "xi-jinping")}


@pytest.mark.parametrize("year", range(2008, 2027))
def test_every_listed_country_is_led_by_somebody_whom_reports_can_name(read_text: ReadText, year: int) -> None:
    """Each head under each name that they go by, in a message to somebody of a country that is not listed."""
    on = datetime.date(year, 10, 1)
    names = {line["leader_id"]: [line["full_name"], *several(line["aliases"])] for line in lines_of("leaders")}
    words = words_for(heads(on))
    wrong = []
    for (leader, _), told in words.items():
        for name in names[leader]:
            called = told.replace(names[leader][0], name)
            reading = read_text(f"Samoan Prime Minister John Smith sent a message to {called}.", on=on.isoformat())
            if name.isascii() and leader not in reading.leaders:
                wrong.append((called, list(reading.leaders)))
    assert wrong == []
