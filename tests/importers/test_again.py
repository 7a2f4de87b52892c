"""Reading again gives what a first import gives today."""

from collections.abc import Callable
from pathlib import Path

from click.testing import Result
from sqlalchemy import Engine, text, update

from importers.again import read_again, told
from importers.import_reports import import_reports
from importers.reference.load import load_shipped
from models import SourceReport
from models.database import connect, writing
from tests.importers.contents import SAMPLES, contents, differences, history


def test_where_nothing_is_new_nothing_changes(engine: Engine) -> None:
    import_reports(engine, [str(SAMPLES)])
    before, imports = contents(engine), history(engine)
    changes = read_again(engine)
    assert (changes.changed, changes.read) == (0, len(before["source_report"]))
    assert differences(before, contents(engine)) == {}
    assert history(engine) == imports


def test_with_other_reference_data_it_is_as_if_it_had_been_there_from_the_first(
    engine: Engine, empty_engine: Engine
) -> None:
    with writing(engine) as connection:
        connection.execute(text("DELETE FROM theme_phrase WHERE phrase LIKE '%cooperation%'"))
        connection.execute(
            text("DELETE FROM tenure WHERE leader_id IN (SELECT id FROM leader WHERE slug = 'ibrahim-mohamed-solih')")
        )
        connection.execute(text("DELETE FROM leader WHERE slug = 'ibrahim-mohamed-solih'"))
    import_reports(engine, [str(SAMPLES)])
    import_reports(empty_engine, [str(SAMPLES)])
    assert differences(contents(empty_engine), contents(engine))
    with writing(engine) as connection:
        load_shipped(connection)
    changes = read_again(engine, workers=2)
    assert 0 < changes.changed < changes.read
    assert any(line.startswith("  theme_mention:") and " 0 new" not in line for line in told(changes))
    assert differences(contents(empty_engine), contents(engine)) == {}


def test_the_command_says_what_changed(chancery: Callable[..., Result], address: str) -> None:
    chancery("import", "reports", str(SAMPLES), "--quiet", "--workers", "1", "--db", address)
    engine = connect(address)
    with writing(engine) as connection:
        connection.execute(text("DELETE FROM trade_figure"))
    engine.dispose()
    result = chancery("import", "again", "--workers", "1", "--db", address)
    assert result.exit_code == 0
    assert "trade_figure: " in result.output
    assert "0 of " in chancery("import", "again", "--workers", "1", "--db", address).output


def test_a_text_that_is_cleaned_otherwise_now_stays_and_is_told(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Kim Jong Un sent New Year greetings to Xi Jinping on January 1, 2024.")
    import_reports(engine, [str(tmp_path / "a.txt")])
    with writing(engine) as connection:
        connection.execute(update(SourceReport).values(body=SourceReport.body + "\u00ad of old"))
    changes = read_again(engine)
    assert (changes.read, changes.changed) == (0, 0)
    assert [one.locator for one in changes.rejected] == [str(tmp_path / "a.txt")]
    assert "import it again" in changes.rejected[0].reason
