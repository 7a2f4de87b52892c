"""The listed countries: who was head of state and head of government on every day since 2008, but for told gaps."""

import datetime
from typing import NamedTuple

import pytest

from tests.importers.reference.shipped import HEADS_OF_STATE, LISTED, RULING_PARTIES, day, terms

SINCE, UNTIL = datetime.date(2008, 1, 1), datetime.date(2026, 11, 1)
HEADED_BY_THE_PRESIDENT = {"MV", "ID", "PH", "US", "MX", "BR", "AR", "CL", "PE", "VE", "IR", "ZA", "KE", "NG", "TM"}
UNDER_THE_BRITISH_MONARCH = {"CA", "AU", "NZ"}


class Gap(NamedTuple):
    """Days on which nobody held an office, and why."""

    country: str
    head: str
    started_on: str
    ended_on: str
    reason: str


STATE, GOVERNMENT, PARTY = "state", "government", "party"
GAPS = (
    Gap(
        "KP",
        STATE,
        "2011-12-17",
        "2012-04-13",
        "Kim Jong Il died; his son took over the commission at the next assembly",
    ),
    Gap("KP", PARTY, "2011-12-17", "2012-04-11", "the same, until the party's conference"),
    Gap("VN", PARTY, "2024-07-19", "2024-08-03", "Nguyen Phu Trong died; To Lam led for him until elected"),
    Gap("KG", GOVERNMENT, "2009-10-20", "2009-10-21", "the government resigned; the next was formed the day after"),
    Gap("KG", GOVERNMENT, "2020-10-06", "2020-10-10", "several claimed the office after the vote was annulled"),
    Gap("UZ", STATE, "2016-09-02", "2016-09-08", "died; the chairman of the Senate stood back for the prime minister"),
    Gap(
        "BY",
        GOVERNMENT,
        "2020-06-03",
        "2020-06-04",
        "the government was dismissed; the next was appointed the day after",
    ),
    Gap("PK", GOVERNMENT, "2012-06-19", "2012-06-22", "the court removed the prime minister; none until the vote"),
    Gap("PK", GOVERNMENT, "2017-07-28", "2017-08-01", "the court removed the prime minister; none until the vote"),
    Gap("PK", GOVERNMENT, "2022-04-10", "2022-04-11", "voted out; none until the vote on the next"),
    Gap(
        "NP",
        STATE,
        "2008-05-28",
        "2008-07-23",
        "the monarchy had ended; the prime minister stood in until a president was elected",
    ),
    Gap("NP", GOVERNMENT, "2025-09-09", "2025-09-12", "resigned under protests; none until the oath of the next"),
    Gap("BD", GOVERNMENT, "2024-08-05", "2024-08-08", "fled; none until the oath of the interim government"),
    Gap("LK", STATE, "2022-07-14", "2022-07-15", "resigned; the acting president took the oath the day after"),
    Gap("LK", GOVERNMENT, "2018-12-15", "2018-12-16", "resigned; the former one took the oath the day after"),
    Gap("LK", GOVERNMENT, "2022-05-09", "2022-05-12", "resigned under protests; none until the oath of the next"),
    Gap("LK", GOVERNMENT, "2022-07-21", "2022-07-22", "became president; the next took the oath the day after"),
    Gap("MM", GOVERNMENT, "2011-03-30", "2016-04-06", "the president headed the government"),
    Gap("MM", GOVERNMENT, "2021-02-01", "2021-02-02", "the coup; the council was formed the day after"),
    Gap("MM", GOVERNMENT, "2026-04-10", "2026-11-01", "the president heads the government"),
    Gap("TH", GOVERNMENT, "2014-05-22", "2014-08-24", "the coup; its leaders ruled without a prime minister"),
    Gap("MY", STATE, "2019-01-06", "2019-01-31", "abdicated; the deputy stood in until the election"),
    Gap("KR", STATE, "2017-03-10", "2017-05-10", "removed; the prime minister acted (kr-acting-president)"),
    Gap("KR", STATE, "2025-04-04", "2025-06-04", "removed; others acted (kr-acting-president)"),
    Gap("KR", GOVERNMENT, "2015-02-16", "2015-02-17", "ended on the eve of the next"),
    Gap("KR", GOVERNMENT, "2022-05-11", "2022-05-12", "ended on the eve of the acting one"),
    Gap("KR", GOVERNMENT, "2025-05-01", "2025-05-02", "ended on the eve of the acting one"),
    Gap("PE", STATE, "2020-11-15", "2020-11-17", "resigned; none until congress elected the next"),
    Gap("PE", STATE, "2026-02-17", "2026-02-18", "removed; none until congress elected the next"),
    Gap(
        "CU", GOVERNMENT, "2008-01-01", "2019-12-21", "the president of the councils of state and ministers headed both"
    ),
    Gap("VE", STATE, "2026-01-03", "2026-01-05", "taken abroad; the acting president took the oath two days later"),
    Gap("UA", STATE, "2014-02-22", "2014-02-23", "removed; the acting president was named the day after"),
    Gap("TR", GOVERNMENT, "2014-08-28", "2014-08-29", "became president; the next was appointed the day after"),
    Gap("TR", GOVERNMENT, "2018-07-09", "2026-11-01", "the office was abolished; the president heads the government"),
    Gap("AE", STATE, "2022-05-13", "2022-05-14", "died; the next was elected the day after"),
    Gap("EG", GOVERNMENT, "2013-07-08", "2013-07-16", "resigned after the coup; the next took the oath later"),
    Gap("DZ", STATE, "2019-04-02", "2019-04-09", "resigned; parliament named the acting president a week later"),
    Gap("DZ", GOVERNMENT, "2017-08-15", "2017-08-16", "dismissed on the eve of the next"),
    Gap("ZA", STATE, "2008-09-24", "2008-09-25", "resigned; parliament elected the next the day after"),
    Gap("ZA", STATE, "2018-02-14", "2018-02-15", "resigned in the night; parliament elected the next the day after"),
    Gap("TZ", STATE, "2021-03-17", "2021-03-19", "died; the vice president took the oath two days later"),
    Gap("TZ", GOVERNMENT, "2008-02-07", "2008-02-09", "resigned; the next took the oath two days later"),
)


def roles(country: str, head: str) -> tuple[str, ...]:
    if country == "UN":
        return ("other",)
    return {STATE: HEADS_OF_STATE, GOVERNMENT: ("head_of_government",), PARTY: ("party_leader",)}[head]


def gaps_of(country: str, head: str) -> list[tuple[str, str, str, str]]:
    """The spans between the first and the last day in which no tenure falls."""
    found, covered = [], SINCE
    for term in terms():
        if term.country != country or term.role not in roles(country, head) or term.ended_on <= covered:
            continue
        if term.started_on > covered:
            found.append((country, head, covered.isoformat(), min(term.started_on, UNTIL).isoformat()))
        covered = term.ended_on
    if covered < UNTIL:
        found.append((country, head, covered.isoformat(), UNTIL.isoformat()))
    return found


def told(country: str, head: str) -> list[tuple[str, str, str, str]]:
    return [gap[:4] for gap in GAPS if (gap.country, gap.head) == (country, head)]


@pytest.mark.parametrize("country", [c for c in LISTED if c not in UNDER_THE_BRITISH_MONARCH])
def test_the_head_of_state_of_every_day_is_known(country: str) -> None:
    assert gaps_of(country, STATE) == told(country, STATE)


@pytest.mark.parametrize("country", [c for c in LISTED if c not in HEADED_BY_THE_PRESIDENT | {"UN"}])
def test_the_head_of_government_of_every_day_is_known(country: str) -> None:
    assert gaps_of(country, GOVERNMENT) == told(country, GOVERNMENT)


@pytest.mark.parametrize("country", RULING_PARTIES)
def test_the_leader_of_the_ruling_party_of_every_day_is_known(country: str) -> None:
    assert gaps_of(country, PARTY) == told(country, PARTY)


def test_every_gap_is_explained() -> None:
    assert all(gap.reason and day(gap.started_on) < day(gap.ended_on) for gap in GAPS)
