from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from sqlalchemy import Engine, text

from models.database import REVISION, InputError, connect, open_database, parse_address, writing

Chancery = Callable[..., Result]


def test_a_plain_path_is_an_sqlite_file() -> None:
    assert parse_address("letters.db").render_as_string() == "sqlite:///letters.db"


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("nonsense://", "not supported"),
        ("mysql://me@localhost/x", "not supported"),
        ("://", "does not parse"),
        ("postgresql://nobody@127.0.0.1:9/none", "cannot be opened"),
        ("sqlite:////no/such/folder/x.db", "does not exist"),
    ],
)
def test_what_cannot_be_a_database_gets_one_line(chancery: Chancery, address: str, words: str) -> None:
    result = chancery("init", "--db", address)
    assert result.exit_code == 2
    assert words in result.output
    assert len(result.output.strip().splitlines()) == 1


def test_a_file_that_is_no_database_gets_one_line(chancery: Chancery, tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    path.write_text("These are notes and no database, which is long enough to have a header." * 20)
    result = chancery("status", "--db", str(path))
    assert result.exit_code == 2
    assert "cannot be opened" in result.output


def test_a_database_that_is_not_there_is_not_made_by_asking(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="chancery init"):
        open_database(str(tmp_path / "none.db"))
    assert not (tmp_path / "none.db").exists()


def test_a_database_without_tables_asks_for_init(chancery: Chancery, empty_address: str) -> None:
    connect(empty_address).dispose()
    assert "chancery init" in chancery("status", "--db", empty_address).output


@pytest.mark.parametrize(("revision", "words"), [("2999_01_01_1", "newer version"), ("2000_01_01_1", "older version")])
def test_a_database_of_another_version_is_refused(
    chancery: Chancery, engine: Engine, address: str, revision: str, words: str
) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision})
    result = chancery("status", "--db", address)
    assert result.exit_code == 2
    assert words in result.output


def test_the_revision_known_is_the_newest_migration() -> None:
    revisions = [path.read_text() for path in Path("migrations/versions").glob("*.py")]
    assert any(f'revision: str = "{REVISION}"' in text or f'revision = "{REVISION}"' in text for text in revisions)


def test_what_a_failed_transaction_wrote_is_not_there(engine: Engine) -> None:
    with pytest.raises(RuntimeError), writing(engine) as connection:
        connection.execute(text("UPDATE country SET name = 'Elsewhere'"))
        raise RuntimeError
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM country WHERE name = 'Elsewhere'")).scalar() == 0
