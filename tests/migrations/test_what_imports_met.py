"""What imports met before it was kept for each of them: the first and the last that met a place are told still."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Engine, text

import migrations
import queries.publish
from importers.sightings import known_places, sight
from models.database import REVISION, writing

BEFORE, AFTER = "2026_11_21_8", "2026_11_21_9"
REPORT = {"id": 1, "sha256": "a" * 64, "locator": "a.txt", "body": "Greetings.", "account_id": 1, "import_run_id": 1}
PLACES = [
    {"id": 5, "locator": "a.txt", "content_sha256": "a" * 64, "import_run_id": 1, "last_run_id": 3},
    {"id": 6, "locator": "b.txt", "content_sha256": "b" * 64, "import_run_id": 2, "last_run_id": 2},
]
REJECTION = {"id": 7, "locator": "c.pdf", "reason": "it is broken", "import_run_id": 2}
MET = "SELECT report_locator_id, first_run_id, last_run_id FROM sighting ORDER BY 1, 2"


def put(connection: Connection, table: str, row: dict[str, Any]) -> None:
    values = ", ".join(f":{name}" for name in row)
    connection.execute(text(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({values})"), row)


def rows(connection: Connection, query: str) -> Sequence[Any]:
    return [tuple(row) for row in connection.execute(text(query))]


def stored_before(connection: Connection) -> None:
    """Take the database back, and store what three imports met."""
    queries.publish.withdraw(connection)
    migrations.downgrade(connection, BEFORE)
    for number in (1, 2, 3):
        run = {"id": number, "started_at": "2024-01-01 00:00:00", "version": "1"}
        put(connection, "import_run", run | dict.fromkeys(("inserted", "updated", "unchanged", "rejected"), 0))
    put(connection, "source_report", REPORT)
    for place in PLACES:
        put(connection, "report_locator", place | {"source_report_id": 1})
    put(connection, "rejection", REJECTION)


def test_the_first_and_the_last_import_that_met_a_place_are_kept(engine: Engine) -> None:
    with writing(engine) as connection:
        stored_before(connection)
        migrations.upgrade(connection, AFTER)
        assert rows(connection, MET) == [(5, 1, 1), (5, 3, 3), (6, 2, 2)]
        told = "SELECT locator, reason, first_run_id, last_run_id FROM rejection"
        assert rows(connection, told) == [("c.pdf", "it is broken", 2, 2)]


def test_imports_go_on_with_what_was_kept(engine: Engine) -> None:
    with writing(engine) as connection:
        stored_before(connection)
        migrations.upgrade(connection, REVISION)  # what the models of today ask
        assert known_places(connection, [5, 6, 7]) == {5, 6}
        sight(connection, [5, 6], 3)
        assert rows(connection, MET) == [(5, 1, 1), (5, 3, 3), (6, 2, 3)]


def test_back_again_the_first_and_the_last_stand_beside_the_place(engine: Engine) -> None:
    with writing(engine) as connection:
        stored_before(connection)
        migrations.upgrade(connection, AFTER)
        put(
            connection,
            "rejection",
            {"id": 8, "locator": "d.pdf", "reason": "empty", "first_run_id": 1, "last_run_id": 1},
        )
        put(connection, "rejection", {"id": 9, "locator": "d.pdf", "reason": None, "first_run_id": 2, "last_run_id": 2})
        migrations.downgrade(connection, BEFORE)
        told = "SELECT id, import_run_id, last_run_id FROM report_locator ORDER BY id"
        assert rows(connection, told) == [(5, 1, 3), (6, 2, 2)]
        assert rows(connection, "SELECT locator, reason, import_run_id FROM rejection") == [
            ("c.pdf", "it is broken", 2)
        ]
