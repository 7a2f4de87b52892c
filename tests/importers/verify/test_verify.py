"""What is changed behind the back of the program is found, each thing in a line; nothing else is."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from click.testing import Result
from sqlalchemy import Connection, Engine, text

from importers.import_reports import import_reports
from importers.verify.command import all_wrong
from models.database import connect, writing
from tests.importers.contents import SAMPLES

Chancery = Callable[..., Result]
LETTER = """\
---
title: Xi and Putin write to each other
outlet: Xinhua
date: 2023-12-31
---
Xi Jinping sent New Year greetings to Vladimir Putin on Dec. 31, 2023. In his message, Xi said that next year marks \
the 75th anniversary of diplomatic relations between China and Russia, and that bilateral trade had reached 240 \
billion U.S. dollars in 2023.
"""


@pytest.fixture
def read(engine: Engine, tmp_path: Path) -> Iterator[Engine]:
    """A database with one report, in which something will be wrong."""
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "letter.txt").write_text(LETTER)
    import_reports(engine, [str(folder)])
    yield engine


def lines(engine: Engine, *originals: str) -> list[str]:
    with engine.connect() as connection:
        return [str(wrong) for wrong in all_wrong(connection, originals)]


@contextmanager
def unguarded(engine: Engine) -> Iterator[Connection]:
    """A connection as programs have it that ask neither for foreign keys nor for checks; nothing of it is kept."""
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            driver = connection.connection.driver_connection
            assert driver is not None
            driver.execute("PRAGMA foreign_keys = OFF")
            driver.execute("PRAGMA ignore_check_constraints = ON")
        else:
            connection.execute(text("SET LOCAL session_replication_role = replica"))
            connection.execute(text("ALTER TABLE statement DROP CONSTRAINT ck_statement_mode_known"))
            connection.execute(text("ALTER TABLE message DROP CONSTRAINT ck_message_two_leaders"))
        yield connection
        connection.rollback()
    engine.dispose()


def test_the_samples_hold_to_the_letter_and_so_do_their_files(chancery: Chancery, address: str) -> None:
    chancery("import", "reports", str(SAMPLES), "--quiet", "--workers", "1", "--db", address)
    result = chancery("verify", "--originals", str(SAMPLES), "--db", address)
    assert result.exit_code == 0, result.output
    assert result.output.startswith(f"looked at {len(list(SAMPLES.rglob('*.txt')))} reports, ")
    assert result.output.endswith(": nothing is wrong\n")


CHANGES = [
    ("UPDATE source_report SET body = replace(body, '75th', '57th')", "its text was changed"),
    ("UPDATE statement SET end_char = 9999 WHERE message_id IS NULL", "go beyond the end of the text"),
    (
        "UPDATE statement SET start_char = start_char + 3 WHERE message_id IS NULL",
        "its quote has 12 words, and 13 were counted",
    ),
    ("UPDATE statement SET start_char = start_char + 2 WHERE message_id IS NULL", "begin or end with white space"),
    ("UPDATE statement SET start_char = start_char + 1 WHERE message_id IS NULL", "in the middle of a word"),
    ("UPDATE exchange SET exchanged_on = '2020-01-01'", "is not what most of its reports give, or a person"),
    ("UPDATE message SET sent_on = '2020-01-01'", "is not what most of its reports give, or a person"),
    ("UPDATE trade_figure SET end_char = 5000", "are not within those of its statement"),
    (
        "UPDATE anniversary_mention SET ordinal = 74",
        "74 years of cn-ru-diplomatic-relations (1949) fall in 2023, not in 2024",
    ),
    ("UPDATE statement SET speaker_id = 5", "speaker_id is 5, and no row of leader has that key"),
    ("UPDATE statement SET mode = 'sung' WHERE message_id IS NULL", "it is against the rule: mode IN"),
    ("UPDATE exchange SET occasion_year = 2023", "the key of new-year, 2023, "),
    ("UPDATE message SET recipient_id = sender_id", "are not the two leaders of its exchange"),
    ("UPDATE statement SET speaker_id = NULL", "its speaker is not the sender"),
    ("DELETE FROM message_report", "no report says that it was sent"),
    ("UPDATE message_report SET statement_count = 9", "it counts other statements of the message"),
    ("UPDATE theme_mention SET source_report_id = 5", "its report is not that of its statement"),
    ("DELETE FROM exchange_report", "no report tells of it"),
    ("UPDATE source_report SET is_current = false", "its source says something else by now"),
]


def test_what_was_changed_behind_the_back_is_told(read: Engine) -> None:
    assert lines(read) == []
    for statement, told in CHANGES:
        with unguarded(read) as connection:
            connection.execute(text(statement))
            found = [str(wrong) for wrong in all_wrong(connection)]
        assert any(told in line for line in found), (statement, found)
        assert all("; " in line for line in found)
    assert lines(read) == []


def test_what_reading_again_is_named_for_it_puts_right(read: Engine, chancery: Chancery, address: str) -> None:
    with writing(read) as connection:
        connection.execute(text("UPDATE statement SET start_char = start_char + 2"))
        connection.execute(text("UPDATE exchange SET exchanged_on = '2020-01-01'"))
        connection.execute(text("UPDATE message SET sent_on = '2020-02-02'"))
    assert "chancery import again" in lines(read)[0]
    assert chancery("import", "again", "--all", "--workers", "1", "--db", address).exit_code == 0
    assert lines(read) == []


def test_originals_are_known_by_what_is_in_them_wherever_they_lie(read: Engine, tmp_path: Path) -> None:
    shutil.move(tmp_path / "letters", tmp_path / "moved")
    (tmp_path / "moved" / "other.txt").write_text("Of something else.")
    assert lines(read, str(tmp_path / "moved")) == []
    (tmp_path / "moved" / "letter.txt").write_text(LETTER.replace("75th", "57th"))
    (line,) = lines(read, str(tmp_path / "moved"))
    assert "letter.txt: its original was not found; " in line


def test_a_stored_text_that_is_not_its_original_s_is_told(read: Engine, tmp_path: Path) -> None:
    with writing(read) as connection:  # white space alone: the digest of the report is the same
        connection.execute(text("UPDATE source_report SET body = body || ' '"))
    assert lines(read) == []
    (line,) = lines(read, str(tmp_path / "letters"))
    assert "the stored text is not that of" in line


def test_the_command_ends_with_status_1_where_something_is_wrong(
    read: Engine, chancery: Chancery, address: str
) -> None:
    with writing(read) as connection:
        connection.execute(text("UPDATE anniversary_mention SET ordinal = 74"))
    result = chancery("verify", "--db", address)
    assert result.exit_code == 1
    first, last = result.output.splitlines()
    assert first.startswith("anniversary_mention ")
    assert last.endswith(": one thing is wrong")


def test_a_broken_file_is_told_and_nothing_else_is_asked_of_it(sqlite_template: Path, tmp_path: Path) -> None:
    path = tmp_path / "broken.db"
    shutil.copy(sqlite_template, path)
    with closing(sqlite3.connect(path)) as file:
        (size,) = file.execute("PRAGMA page_size").fetchone()
        (page,) = file.execute("SELECT rootpage FROM sqlite_master WHERE name = 'ix_tenure_office_id'").fetchone()
    with path.open("r+b") as file_of_pages:
        file_of_pages.seek((page - 1) * size)
        file_of_pages.write(bytes(size))
    engine = connect(str(path))
    found = lines(engine)
    engine.dispose()
    assert found
    assert all(line.startswith("the file of the database: ") for line in found)
