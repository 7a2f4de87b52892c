"""Tenures through an upgrade, on both engines: corrected handovers, and what a user has supplied."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Engine, text

from initialise import prepare
from models.database import writing

Change = Callable[..., None]
TERMS = """
    SELECT leader.slug, started_on, ended_on, tenure.supplied_by FROM tenure
    JOIN leader ON leader.id = leader_id JOIN office ON office.id = office_id
    WHERE office.slug = 'us-president' AND started_on > '2008-01-01' ORDER BY started_on, leader.slug
"""
ADDED = """
    INSERT INTO tenure (id, leader_id, office_id, started_on, is_acting, verified, supplied_by)
    SELECT 1, leader.id, office.id, '2024-12-01', false, false, 'user' FROM leader, office
    WHERE leader.slug = :leader AND office.slug = 'us-president'
"""
SHORTENED = """
    UPDATE tenure SET ended_on = '2024-12-01', supplied_by = :supplier WHERE started_on = '2021-01-20'
    AND office_id = (SELECT id FROM office WHERE slug = 'us-president')
"""


@pytest.fixture
def change(engine: Engine) -> Change:
    def changed(statement: str, **values: str) -> None:
        with writing(engine) as connection:
            connection.execute(text(statement), values)

    return changed


def terms(engine: Engine) -> list[tuple[Any, ...]]:
    with engine.connect() as connection:
        return [tuple(str(value) for value in row) for row in connection.execute(text(TERMS))]


def test_a_handover_that_a_newer_version_corrects_is_corrected(engine: Engine, change: Change) -> None:
    shipped = terms(engine)
    change(SHORTENED, supplier="chancery")
    change(
        "UPDATE tenure SET id = 1, started_on = :day WHERE started_on = '2025-01-20' AND ended_on IS NULL"
        " AND office_id = (SELECT id FROM office WHERE slug = 'us-president')",
        day="2024-12-01",
    )
    assert terms(engine) != shipped
    prepare(engine)
    assert terms(engine) == shipped


def test_what_ships_gives_way_to_what_a_user_supplied(engine: Engine, change: Change) -> None:
    shipped = terms(engine)
    change("DELETE FROM tenure WHERE started_on = '2025-01-20'")
    change(SHORTENED, supplier="user")
    change(ADDED, leader="hu-jintao")
    supplied = terms(engine)
    prepare(engine)
    assert terms(engine) == supplied
    change("DELETE FROM tenure WHERE supplied_by = 'user'")
    prepare(engine)
    assert terms(engine) == shipped


def test_a_first_day_that_a_user_corrects_stands_alone_after_init(engine: Engine, change: Change) -> None:
    change(SHORTENED, supplier="user")
    change(ADDED, leader="donald-trump")
    assert [started_on for leader, started_on, *_ in terms(engine) if leader == "donald-trump"][1:] == [
        "2024-12-01",
        "2025-01-20",
    ]
    prepare(engine)
    assert terms(engine)[-1] == ("donald-trump", "2024-12-01", "None", "user")
    assert terms(engine)[-2][0] == "joe-biden"
