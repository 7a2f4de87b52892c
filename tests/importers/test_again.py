"""Reading again gives what a first import gives today, and reads only what a change can touch."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from sqlalchemy import Engine, select, text, update

from importers.again import Options, read_again, told
from importers.basis import Basis, note_basis
from importers.differences import Difference
from importers.import_reports import import_reports
from importers.reference.load import load_shipped
from importers.reference.supply import supply
from models import ReadingBasis, ReadingChange, SourceReport
from models.database import connect, writing
from tests.importers.contents import SAMPLES, contents, differences, english_samples, history

Chancery = Callable[..., Result]
THEMES = "theme_id,kind,name,phrases\nporcelain,topic,Porcelain,blue porcelain;porcelain of the old kilns\n"
LETTERS = {
    "a": "Xi Jinping sent New Year greetings to Vladimir Putin on Dec. 31, 2023. Xi praised the blue Porcelain.",
    "b": "Kim Jong Un sent New Year greetings to Xi Jinping on January 1, 2024. Kim spoke of energy.",
    "c": "Kim Jong Un sent New Year greetings to Vladimir Putin on January 1, 2024. Kim likes porcelain, and blue.",
}


@pytest.fixture
def letters(tmp_path: Path) -> str:
    folder = tmp_path / "letters"
    folder.mkdir()
    for name, words in LETTERS.items():
        (folder / f"{name}.txt").write_text(f"A letter\n\n{words}\n\nIt was long and warm, the report said.\n")
    return str(folder)


def add_themes(engine: Engine) -> None:
    assert supply(engine, "themes", THEMES.encode(), "themes.csv").inserted


def remove_themes(engine: Engine) -> None:
    with writing(engine) as connection:
        connection.execute(text("DELETE FROM theme_phrase WHERE supplied_by = 'user'"))
        users = "(SELECT id FROM theme WHERE supplied_by = 'user')"
        connection.execute(text(f"DELETE FROM theme_mention WHERE theme_id IN {users}"))
        connection.execute(text("DELETE FROM theme WHERE supplied_by = 'user'"))


def test_where_nothing_is_new_nothing_is_read_and_all_of_it_changes_nothing(engine: Engine) -> None:
    import_reports(engine, [str(SAMPLES)])
    before, imports = contents(engine), history(engine)
    changes = read_again(engine)
    assert (changes.read, changes.stored) == (0, len(before["source_report"]))
    changes = read_again(engine, Options(reads_all=True))
    assert (changes.changed, changes.silent, changes.read) == (0, 0, len(before["source_report"]))
    assert differences(before, contents(engine)) == {}
    assert history(engine) == imports


def test_with_other_reference_data_it_is_as_if_it_had_been_there_from_the_first(
    engine: Engine, empty_engine: Engine
) -> None:
    several = list(map(str, english_samples()))
    with writing(engine) as connection:
        connection.execute(text("DELETE FROM theme_phrase WHERE phrase LIKE '%cooperation%'"))
        connection.execute(
            text("DELETE FROM tenure WHERE leader_id IN (SELECT id FROM leader WHERE slug = 'ibrahim-mohamed-solih')")
        )
        connection.execute(text("DELETE FROM leader WHERE slug = 'ibrahim-mohamed-solih'"))
    import_reports(engine, several)
    import_reports(empty_engine, several)
    assert differences(contents(empty_engine), contents(engine))
    with writing(engine) as connection:
        load_shipped(connection)
    changes = read_again(engine, Options(workers=2))
    assert 0 < changes.changed < changes.read
    assert any(line.startswith("  theme: ") and " new" in line for line in told(changes))
    assert differences(contents(empty_engine), contents(engine)) == {}


def test_only_reports_in_which_the_words_of_a_new_theme_stand_are_read(
    engine: Engine, empty_engine: Engine, letters: str
) -> None:
    add_themes(empty_engine)
    import_reports(empty_engine, [letters])
    import_reports(engine, [letters])
    add_themes(engine)
    changes = read_again(engine)
    assert (changes.read, changes.changed) == (1, 1)
    assert changes.facts == {("theme", "new"): 1}
    assert differences(contents(empty_engine), contents(engine)) == {}
    assert read_again(engine).read == 0


def test_what_was_read_with_several_sets_of_words_is_all_put_right(
    engine: Engine, empty_engine: Engine, letters: str
) -> None:
    import_reports(empty_engine, [letters])
    import_reports(engine, [f"{letters}/b.txt"])
    add_themes(engine)
    import_reports(engine, [letters])
    remove_themes(engine)  # as it was at first, and yet a letter was read otherwise
    with engine.connect() as connection:
        assert len(connection.execute(select(ReadingBasis)).all()) == 2
    assert read_again(engine).read == 1
    assert differences(contents(empty_engine), contents(engine)) == {}
    with engine.connect() as connection:
        assert len(connection.execute(select(ReadingBasis)).all()) == 1


def test_reports_of_which_nothing_is_known_are_all_read(engine: Engine, letters: str) -> None:
    import_reports(engine, [letters])
    with writing(engine) as connection:
        note_basis(connection, Basis("unknown", "unknown", frozenset()))  # as the migration of an older database does
    assert read_again(engine).read == 3
    assert read_again(engine).read == 0


def test_a_dry_run_tells_what_would_change_fact_by_fact_and_writes_nothing(engine: Engine, letters: str) -> None:
    import_reports(engine, [letters])
    add_themes(engine)
    before = contents(engine)
    heard: list[Difference] = []
    changes = read_again(engine, Options(is_dry_run=True, tell=heard.extend))
    assert differences(before, contents(engine)) == {}
    assert list(told(changes)) == [
        "1 of 3 reports hold words that are others now, and were read again",
        "1 of 1 reports would tell something else",
        "  theme: 1 new",
    ]
    (one,) = heard
    assert (one.change, one.kind, one.read_before, one.read_now) == ("new", "theme", None, "porcelain")
    assert one.quote == "Xi praised the blue Porcelain."
    with engine.connect() as connection:
        assert connection.execute(select(ReadingChange)).all() == []


def test_the_last_reading_again_can_be_asked_for_and_is_told_as_a_table(
    chancery: Chancery, address: str, letters: str, tmp_path: Path
) -> None:
    chancery("import", "reports", letters, "--quiet", "--workers", "1", "--db", address)
    engine = connect(address)
    with writing(engine) as connection:
        connection.execute(text("UPDATE theme_mention SET theme_id = (SELECT id FROM theme WHERE slug = 'culture')"))
        connection.execute(text("UPDATE message_report SET evidence = 'headline'"))
    engine.dispose()
    table = tmp_path / "changes.csv"
    result = chancery("import", "again", "--all", "--output", str(table), "--workers", "1", "--db", address)
    assert result.exit_code == 0
    assert "  message: 3 different" in result.output
    with table.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    energy = next(row for row in rows if row["read_now"] == "energy")
    assert energy["quote"] == "Kim spoke of energy."
    shown = chancery("report", "reading-changes", "--format", "csv", "--db", address).output.splitlines()
    for column in ("outlet", "headline", "url", "published_on"):
        assert {row[column] for row in rows} == {row[column] for row in csv.DictReader(shown)}
    greeting = next(row for row in rows if row["fact_kind"] == "message")
    assert (greeting["change"], greeting["read_before"][-10:], greeting["read_now"][-10:]) == (
        "different", "(headline)", "(greeting)"
    )  # fmt: skip
    asked = chancery("report", "reading-changes", "--change", "different", "--format", "csv", "--db", address)
    assert len(asked.output.splitlines()) == 1 + 3
    assert "0 of 3" in chancery("import", "again", "--all", "--workers", "1", "--db", address).output
    asked = chancery("report", "reading-changes", "--format", "csv", "--db", address)
    assert len(asked.output.splitlines()) == 1


def test_a_table_that_cannot_be_written_is_told(chancery: Chancery, address: str, tmp_path: Path) -> None:
    result = chancery("import", "again", "--output", str(tmp_path / "none" / "x.csv"), "--db", address)
    assert result.exit_code == 2
    assert "x.csv cannot be written" in result.output
    book = tmp_path / "x.xlsx"
    result = chancery("import", "again", "--dry-run", "--output", str(book), "--db", address)
    assert result.output == f"Error: {book} does not end in .csv, which is what is written\n"
    assert not book.exists()


def test_a_text_that_is_cleaned_otherwise_now_stays_and_is_told(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Kim Jong Un sent New Year greetings to Xi Jinping on January 1, 2024.")
    import_reports(engine, [str(tmp_path / "a.txt")])
    with writing(engine) as connection:
        connection.execute(update(SourceReport).values(body=SourceReport.body + "\u00ad of old"))
    changes = read_again(engine, Options(reads_all=True))
    assert (changes.read, changes.changed) == (0, 0)
    assert [one.locator for one in changes.rejected] == [str(tmp_path / "a.txt")]
    assert "import it again" in changes.rejected[0].reason
