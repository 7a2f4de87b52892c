"""The first rows found by a walk are the first of all rows."""

import re

import pytest
from sqlalchemy import Engine

from queries.answer import ask, reading
from queries.catalogue import shipped_reports

WALKED = {name: report for name, report in shipped_reports().items() if report.walk or report.rows}
FILTERS = {"leader": "xi-jinping", "speaker": "xi-jinping", "country": "RU", "year": "2022", "outlet": "tass"}
ASKED = [
    (name, {filter_name: [FILTERS[filter_name]]} if filter_name else {})
    for name, report in WALKED.items()
    for filter_name in ("", *FILTERS)
    if not filter_name or filter_name in report.filters
]


@pytest.mark.parametrize("steps", [(1, 3), (300, 5_000)])
@pytest.mark.parametrize(("name", "filters"), ASKED)
def test_the_first_rows_of_a_walk_are_the_first_of_all(
    world_engine: Engine,
    name: str,
    filters: dict[str, list[str]],
    steps: tuple[int, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("queries.walk.STEPS", steps)
    with reading(world_engine) as connection:
        every = ask(connection, WALKED[name], filters)
        for limit in (1, 2, max(1, len(every.rows) - 1), len(every.rows) + 1):
            first = ask(connection, WALKED[name], filters, limit)
            assert first.rows == every.rows[:limit]
            assert first.total == every.total


@pytest.mark.parametrize("name", ["statements", "trade-by-year"])
def test_no_more_rows_are_counted_than_anybody_reads(
    world_engine: Engine, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with reading(world_engine) as connection:
        every = ask(connection, shipped_reports()[name])
        for counted in (len(every.rows) - 1, len(every.rows)):
            monkeypatch.setattr("queries.answer.COUNTED", counted)
            first = ask(connection, shipped_reports()[name], limit=1)
            assert first.rows == every.rows[:1]
            assert (first.total, first.has_more) == (counted, counted < len(every.rows))


WAYS = [
    (name, *way) for name, report in WALKED.items() for way in (*report.walk, *([report.rows] if report.rows else []))
]


@pytest.mark.parametrize(("name", "walked", "key"), WAYS)
def test_a_walk_goes_by_columns_that_both_reports_have(name: str, walked: str, key: str) -> None:
    before, found, _ = WALKED[name].order.partition(key)
    assert found
    sorted_by = set(re.findall(r"[a-z_]+", before)) - {"coalesce"}
    for report in (WALKED[name], shipped_reports()[walked]):
        assert report.columns.keys() >= {key, *sorted_by}
