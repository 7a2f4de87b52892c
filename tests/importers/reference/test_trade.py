"""Official trade figures: positive, of years that are over, adding up where the issuer gives all three."""

from collections import defaultdict
from decimal import Decimal

import pytest

from tests.importers.reference.shipped import lines_of, repeated, several

LAST_YEAR = {"calendar_year": 2025, "fiscal_year": 2026}  # the last ones that are over
WHOLE = range(2000, 2021)
ROUNDING = Decimal("0.012")  # totals and parts are published rounded, and revised apart
KEY = ("reporter", "partner", "year", "flow", "issuer", "basis")
WANTED = {
    "CN": {"RU", "US", "JP", "KR", "KP", "VN", "KZ", "PK", "IN", "BR", "DE", "XA"},
    "RU": {"CN", "IN"},
}


def test_figures_are_positive_and_of_years_that_are_over() -> None:
    wrong = [
        line
        for line in lines_of("trade_statistics")
        if Decimal(line["value_usd"]) <= 0
        or not 1949 <= int(line["year"]) <= LAST_YEAR[line["basis"]]
        or line["flow"] not in ("total", "export", "import")
        or line["reporter"] == line["partner"]
        or not line["issuer"]
    ]
    assert wrong == []


def test_every_figure_was_found_in_a_published_table() -> None:
    assert [line for line in lines_of("trade_statistics") if line["verified"] != "yes"] == []


def test_sixty_pairs_have_exports_imports_and_totals_of_every_year_from_2000_to_2020() -> None:
    told: dict[tuple[str, str], set[tuple[int, str]]] = defaultdict(set)
    for line in lines_of("trade_statistics"):
        told[line["reporter"], line["partner"]].add((int(line["year"]), line["flow"]))
    every = {(year, flow) for year in WHOLE for flow in ("total", "export", "import")}
    pairs = {frozenset(pair) for pair, figures in told.items() if every <= figures}
    assert len(pairs) >= 60


def test_no_figure_is_told_twice() -> None:
    figures = ["|".join(line[c] for c in KEY) + "|" + line["value_usd"] for line in lines_of("trade_statistics")]
    assert repeated(figures) == []


def test_exports_and_imports_make_the_total() -> None:
    groups: dict[tuple[str, ...], dict[str, list[Decimal]]] = defaultdict(lambda: defaultdict(list))
    for line in lines_of("trade_statistics"):
        key = tuple(line[c] for c in KEY if c != "flow")
        groups[key][line["flow"]].append(Decimal(line["value_usd"]))
    wrong = {}
    for key, flows in groups.items():
        if len(flows) == 3 and not any(
            abs(e + i - t) <= ROUNDING * t for e in flows["export"] for i in flows["import"] for t in flows["total"]
        ):
            wrong[key] = dict(flows)
    assert wrong == {}


def test_china_and_russia_are_covered_from_2000_on() -> None:
    years = {
        int(line["year"])
        for line in lines_of("trade_statistics")
        if (line["reporter"], line["partner"], line["flow"]) == ("CN", "RU", "total")
    }
    assert set(range(2000, 2026)) <= years


@pytest.mark.parametrize(("reporter", "partner"), [(r, p) for r, partners in WANTED.items() for p in sorted(partners)])
def test_the_wanted_pairs_have_totals_of_most_years(reporter: str, partner: str) -> None:
    years = {
        line["year"]
        for line in lines_of("trade_statistics")
        if line["flow"] == "total" and {line["reporter"], line["partner"]} == {reporter, partner}
    }
    assert len(years) >= 10, sorted(years)


def test_a_goal_is_of_two_and_reached_after_it_was_set() -> None:
    for line in lines_of("trade_targets"):
        assert len(several(line["parties"])) == 2, line["target_id"]
        assert Decimal(line["value_usd"]) > 0
        years = [int(line[c]) for c in ("set_year", "reached_year") if line[c]]
        assert years == sorted(years), line["target_id"]
        assert not (line["set_year"] and line["due_year"]) or int(line["set_year"]) <= int(line["due_year"])
