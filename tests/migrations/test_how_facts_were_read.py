"""How each fact was read: of what was read before it is not known, and what stood there stays."""

from collections.abc import Sequence
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import IntegrityError

import migrations
import queries.publish
from models.database import writing
from tests.migrations.test_what_imports_met import REPORT, put, rows

BEFORE, AFTER = "2026_11_28_5", "2026_11_28_6"
STATEMENT = {"id": 11, "source_report_id": 1, "message_id": 9, "mode": "direct", "start_char": 0, "end_char": 10}
FIGURE = {"id": 12, "statement_id": 11, "claim": "record", "flow": "total", "start_char": 0, "end_char": 10}
TOLD = {"id": 13, "statement_id": 11, "ordinal": 75, "start_char": 0, "end_char": 10}
FACTS = {"statement": 11, "trade_figure": 12, "anniversary_mention": 13}
OF_REPORT = "SELECT message_id, source_report_id FROM message_report"


def leaders(connection: Connection) -> Sequence[Any]:
    return [row[0] for row in rows(connection, "SELECT id FROM leader ORDER BY slug LIMIT 2")]


def stored_before(connection: Connection) -> None:
    """Take the database back, and store an exchange as it was read then."""
    queries.publish.withdraw(connection)
    migrations.downgrade(connection, BEFORE)
    a, b = leaders(connection)
    occasion = rows(connection, "SELECT min(id) FROM occasion")[0][0]
    run = {"id": 1, "started_at": "2024-01-01 00:00:00", "version": "1"}
    put(connection, "import_run", run | dict.fromkeys(("inserted", "updated", "unchanged", "rejected"), 0))
    put(connection, "source_report", REPORT)
    put(connection, "exchange", {"id": 8, "occasion_id": occasion, "leader_a_id": a, "leader_b_id": b})
    put(connection, "message", {"id": 9, "exchange_id": 8, "sender_id": b, "recipient_id": a})
    put(connection, "message_report", {"id": 10, "message_id": 9, "source_report_id": 1})
    put(connection, "statement", STATEMENT)
    put(connection, "trade_figure", FIGURE)
    put(connection, "anniversary_mention", TOLD)


def test_what_was_read_before_stays_and_its_pattern_is_not_known(engine: Engine) -> None:
    with writing(engine) as connection:
        stored_before(connection)
        migrations.upgrade(connection, AFTER)
        told = "SELECT message_id, source_report_id, statement_id, read_by, evidence FROM message_report"
        assert rows(connection, told) == [(9, 1, None, None, None)]
        for table, key in FACTS.items():
            assert rows(connection, f"SELECT id, read_by FROM {table}") == [(key, None)]


def test_words_of_a_message_are_its_senders(engine: Engine) -> None:
    with writing(engine) as connection:
        stored_before(connection)
        migrations.upgrade(connection, AFTER)
        assert rows(connection, "SELECT speaker_id FROM statement") == [(leaders(connection)[1],)]


def test_back_again_the_facts_stay_without_it(engine: Engine) -> None:
    with writing(engine) as connection:
        stored_before(connection)
        migrations.upgrade(connection, AFTER)
        connection.execute(text("UPDATE message_report SET statement_id = 11, read_by = 'sent', evidence = 'message'"))
        put(connection, "word", {"id": 1, "language": "en", "tag": "message", "meaning": "", "phrase": "missive"})
        migrations.downgrade(connection, BEFORE)
        assert rows(connection, OF_REPORT) == [(9, 1)]
        for table, key in FACTS.items():
            assert rows(connection, f"SELECT id FROM {table}") == [(key,)]
        migrations.upgrade(connection, AFTER)
        assert rows(connection, "SELECT statement_id, read_by FROM message_report") == [(None, None)]
        assert rows(connection, "SELECT count(*) FROM word") == [(0,)]


def test_evidence_is_one_of_those_known(engine: Engine) -> None:
    with writing(engine) as connection:
        stored_before(connection)
        migrations.upgrade(connection, AFTER)
        with pytest.raises(IntegrityError), connection.begin_nested():
            connection.execute(text("UPDATE message_report SET evidence = 'rumour'"))
