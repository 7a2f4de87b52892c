"""The database refuses two holders on one day of an office that is held by one, on both engines."""

from collections.abc import Callable

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError

import migrations
import queries.publish
from models.database import writing

Hold = Callable[..., None]
ONE, TWO = 1, 2  # an office of one holder, an office of two
LEADERS = ("", "xi-jinping", "hu-jintao", "jiang-zemin", "li-peng", "xi-jinping")  # who holds the tenure of a number


@pytest.fixture
def hold(engine: Engine) -> Hold:
    """Store a tenure of a leader of their own, in an office of the test: hold(number, office, start, end)."""
    with writing(engine) as connection:
        for number, holders in ((ONE, 1), (TWO, 2)):
            connection.execute(
                text(
                    "INSERT INTO office (id, slug, country_id, title, role, holders, verified)"
                    " SELECT :id, :slug, min(id), 'Consul', 'other', :holders, false FROM country"
                ),
                {"id": number, "slug": f"office-{number}", "holders": holders},
            )

    def stored(number: int, office: int, started_on: str, ended_on: str | None = None) -> None:
        with writing(engine) as connection:
            connection.execute(
                text(
                    "INSERT INTO tenure (id, leader_id, office_id, started_on, ended_on, is_acting, verified)"
                    " SELECT :id, id, :office, :started_on, :ended_on, false, false FROM leader WHERE slug = :leader"
                    " ON CONFLICT (id) DO UPDATE SET started_on = excluded.started_on, ended_on = excluded.ended_on"
                ),
                {
                    "id": number,
                    "leader": LEADERS[number],
                    "office": office,
                    "started_on": started_on,
                    "ended_on": ended_on,
                },
            )

    return stored


def change(engine: Engine, assignment: str, number: int) -> None:
    with writing(engine) as connection:
        connection.execute(text(f"UPDATE tenure SET {assignment} WHERE id = :id"), {"id": number})


def test_tenures_that_touch_are_kept(hold: Hold) -> None:
    hold(1, ONE, "2001-01-01", "2002-01-01")
    hold(2, ONE, "2002-01-01", "2003-01-01")
    hold(3, ONE, "2000-01-01", "2001-01-01")
    hold(4, ONE, "2003-01-01")


@pytest.mark.parametrize(
    ("started_on", "ended_on"),
    [
        ("2001-06-01", "2001-07-01"),
        ("2000-06-01", "2001-01-02"),
        ("2001-12-31", None),
        ("2000-01-01", None),
        ("2000-01-01", "2003-01-01"),
    ],
)
def test_a_second_holder_is_refused(hold: Hold, started_on: str, ended_on: str | None) -> None:
    hold(1, ONE, "2001-01-01", "2002-01-01")
    with pytest.raises(IntegrityError, match="held by one has another holder"):
        hold(2, ONE, started_on, ended_on)


def test_nobody_follows_somebody_who_is_in_office(hold: Hold) -> None:
    hold(1, ONE, "2001-01-01")
    with pytest.raises(IntegrityError):
        hold(2, ONE, "2010-01-01")
    hold(2, ONE, "1999-01-01", "2001-01-01")


def test_a_change_that_makes_two_holders_is_refused(hold: Hold, engine: Engine) -> None:
    hold(1, ONE, "2001-01-01", "2002-01-01")
    hold(2, ONE, "2002-01-01")
    hold(3, TWO, "2002-01-01")
    for assignment, number in (
        ("ended_on = NULL", 1),
        ("started_on = '2001-12-31'", 2),
        (f"office_id = {ONE}, started_on = '2002-01-02'", 3),
    ):
        with pytest.raises(IntegrityError):
            change(engine, assignment, number)
    change(engine, "ended_on = '2001-12-01'", 1)
    change(engine, "note = 'a word'", 2)


def test_a_correction_may_shorten_one_and_add_the_next(hold: Hold) -> None:
    hold(1, ONE, "2001-01-01")
    hold(1, ONE, "2001-01-01", "2002-01-01")
    hold(2, ONE, "2002-01-01")


def test_an_office_of_two_may_have_two(hold: Hold) -> None:
    hold(1, TWO, "2001-01-01")
    hold(2, TWO, "2001-02-01")


def test_one_leader_may_have_tenures_that_overlap(hold: Hold) -> None:
    """So that corrected days can be stored beside the former ones."""
    hold(1, ONE, "2001-01-01")
    hold(5, ONE, "2001-02-01")


def test_without_the_migration_nothing_is_refused_and_nothing_is_left_of_it(hold: Hold, engine: Engine) -> None:
    hold(1, ONE, "2001-01-01")
    with writing(engine) as connection:
        queries.publish.withdraw(connection)
        migrations.downgrade(connection, "2026_11_21_2")
        left = (
            "SELECT count(*) FROM pg_proc WHERE proname = 'refuse_two_holders'"
            if connection.dialect.name == "postgresql"
            else "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'"
        )
        assert connection.execute(text(left)).scalar() == 0
    hold(2, ONE, "2001-02-01")
