from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from sqlalchemy import Engine, event

from models import key_of
from queries.answer import reading
from queries.exchange import page_of_exchange

Chancery = Callable[..., Result]
KEY = key_of("exchange", "ny2021")


def test_an_exchange_is_told_whole(world_engine: Engine) -> None:
    with reading(world_engine) as connection:
        page = page_of_exchange(connection, KEY)
    assert page.heading == "Vladimir Putin and Xi Jinping: New Year, 2021, 2020-12-31"
    assert {part.report.name: len(part.rows) for part in page.parts} == {
        "messages": 2,
        "coverage": 3,
        "statements": 6,
        "told-once": 2,  # a level and a target, which the copy leaves out
        "anniversaries": 1,
        "trade-against-official": 4,
    }
    sides = [(report["locator"], len(sentences)) for report, sentences in page.side_by_side]
    assert sides == [("xinhua-2020.txt", 3), ("tass-2020.txt", 2), ("tass-copy-2020.txt", 1)]


def test_it_is_shown_in_the_terminal_and_as_a_page(
    chancery: Chancery, world_address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    shown = chancery("report", "exchange", str(KEY), "--db", world_address)
    assert shown.exit_code == 0
    assert "What one report alone tells" in shown.output
    assert "120 billion" in shown.output
    assert "--columns" not in shown.output
    file = tmp_path / "exchange.html"
    assert chancery("report", "exchange", str(KEY), "--output", str(file), "--db", world_address).output == ""
    page = file.read_text()
    assert page.count("<blockquote>") == 6
    assert "Putin praised cooperation in energy!" in page


def test_a_page_is_written_to_no_file_of_another_kind(chancery: Chancery, world_address: str, tmp_path: Path) -> None:
    file = tmp_path / "exchange.xlsx"
    refused = chancery("report", "exchange", str(KEY), "--output", str(file), "--db", world_address)
    assert (refused.exit_code, file.exists()) == (2, False)
    assert "name a file that ends in .html" in refused.output


def test_a_key_of_no_exchange_is_told(chancery: Chancery, world_address: str) -> None:
    refused = chancery("report", "exchange", "5", "--db", world_address)
    assert (refused.exit_code, len(refused.output.splitlines())) == (2, 1)
    assert "there is no exchange 5" in refused.output


def test_no_sentence_of_another_exchange_is_read_for_it(world_engine: Engine) -> None:
    asked: list[tuple[str, Any]] = []
    with reading(world_engine) as connection:
        if connection.dialect.name != "sqlite":
            pytest.skip("a database of few rows is read whole by PostgreSQL, whatever its size would be")

        def keep(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
            asked.append((statement, parameters))

        event.listen(world_engine, "before_cursor_execute", keep)
        page_of_exchange(connection, KEY)
        event.remove(world_engine, "before_cursor_execute", keep)
        steps = [
            step.detail
            for statement, parameters in asked
            for step in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        ]
    whole = {step.split()[1] for step in steps if step.startswith("SCAN")}
    assert "SEARCH" in {step.split()[0] for step in steps}
    assert not whole & {"statement", "statements", "message", "source_report", "exchange", "theme_mention", "telling"}
