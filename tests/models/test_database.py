from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from sqlalchemy import Engine, text

from models.database import REVISION, WRITERS_TURN, InputError, connect, open_database, parse_address, shown, writing

Chancery = Callable[..., Result]


def test_a_plain_path_is_an_sqlite_file() -> None:
    assert parse_address("letters.db").render_as_string() == "sqlite:///letters.db"


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("nonsense://", "not supported"),
        ("mysql://me@localhost/x", "not supported"),
        ("://", "does not parse"),
        ("", "is empty or does not parse"),
        ("postgresql+psycopg2://me@localhost/x", "not installed, or not for this program; write postgresql://"),
        ("postgresql+asyncpg://me@localhost/x", "not installed, or not for this program; write postgresql://"),
        ("sqlite+pysqlcipher:///x.db", "not installed, or not for this program; write sqlite://"),
        ("sqlite+aiosqlite:///x.db", "not installed, or not for this program; write sqlite://"),
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


def test_the_older_spelling_of_a_server_is_taken() -> None:
    assert parse_address("postgres://me@host/letters") == parse_address("postgresql://me@host/letters")
    assert parse_address("postgres+psycopg://me@host/x").drivername == "postgresql+psycopg"


ODD_ADDRESSES = [
    "postgresql://me:{}@127.0.0.1:9/letters",
    "postgres://me:{}@127.0.0.1:9/letters",
    "postgresql://127.0.0.1:9/letters?user=me&password={}",
    "postgresql://127.0.0.1:9/letters?pass%77ord={}&sslpassword={}",
    "postgresql://127.0.0.1:9/letters?options=-c%20x={}",
    "postgresql://me:half@{}@127.0.0.1:9/letters",
    "postgresql://me/you:{}@127.0.0.1:9/letters",
    "postgresql://127.0.0.1:{}@host/letters",
    "postgresql:me:{}@127.0.0.1/letters",
    "me:{}@127.0.0.1/letters",
    "host=127.0.0.1 port=9 user=me password={}",
    "postgresql+psycopg2://me:{}@127.0.0.1:9/letters",
    "mysql://me:{}@127.0.0.1/letters",
    "postgresql://127.0.0.1:9/letters&password={}",
    "postgresql://127.0.0.1:9/letters#password={}",
    "postgresql:/127.0.0.1/letters?password={}",
    "postgresql//me:{}@127.0.0.1/letters",
    "letters.db?password={}",
    "postgresql ://me:{}@127.0.0.1/letters",
]


@pytest.mark.parametrize("address", ODD_ADDRESSES)
@pytest.mark.parametrize("secret", ["tiptop", "tip/top", "tip#top"])
def test_a_password_is_never_shown_wherever_it_stands(chancery: Chancery, address: str, secret: str) -> None:
    for command in (["init"], ["status"], ["report", "exchanges"]):
        refused = chancery(*command, "--db", address.replace("{}", secret))
        assert refused.exit_code == 2
        assert "top" not in refused.output
        assert len(refused.output.strip().splitlines()) == 1


def test_a_path_of_a_file_may_have_unusual_letters() -> None:
    for path in ("C:\\letters@home\\x.db", "me@home.db", "letters = a.db", "/data/a:b/letters.db", "50% ready?.db"):
        assert parse_address(path).database == path


def test_an_address_is_shown_with_what_tells_where_it_leads() -> None:
    url = parse_address("postgresql://me:tiptop@/letters?host=/run/postgresql&password=tiptop&sslmode=require")
    assert shown(url) == "postgresql://me:***@/letters?host=%2Frun%2Fpostgresql"
    assert shown(parse_address("letters.db")) == "sqlite:///letters.db"


@pytest.mark.usefixtures("impatient")
def test_who_cannot_write_in_time_is_told(chancery: Chancery, engine: Engine, address: str) -> None:
    with writing(engine):
        for words in (["init"], ["import", "again"]):
            refused = chancery(*words, "--db", address)
            assert refused.exit_code == 2
            assert "another program is writing to the database, or holds it" in refused.output
            assert len(refused.output.strip().splitlines()) == 1
    assert chancery("init", "--db", address).exit_code == 0


@pytest.mark.usefixtures("impatient")
def test_readers_do_not_wait_for_writers(chancery: Chancery, engine: Engine, address: str) -> None:
    with writing(engine):
        assert chancery("report", "exchanges", "--db", address).exit_code == 0


@pytest.mark.usefixtures("impatient")
def test_who_cannot_make_tables_in_time_is_told(chancery: Chancery, empty_address: str) -> None:
    first = connect(empty_address)
    with writing(first) as connection:
        connection.execute(text("CREATE TABLE other (id integer)"))
        refused = chancery("init", "--db", empty_address)
        assert refused.exit_code == 2
        assert "another program is writing to the database, or holds it" in refused.output
    first.dispose()


@pytest.mark.usefixtures("impatient")
def test_an_advisory_lock_that_anybody_may_hold_keeps_nobody_from_writing(engine: Engine) -> None:
    if engine.dialect.name == "sqlite":
        pytest.skip("SQLite has no advisory locks")
    with engine.connect() as holder:
        holder.execute(text("SELECT pg_advisory_lock(:turn)"), {"turn": WRITERS_TURN})
        with writing(engine) as connection:
            connection.execute(text("UPDATE country SET name = name"))


@pytest.mark.usefixtures("impatient")
def test_a_reader_in_the_way_of_init_is_not_waited_for_for_ever(
    chancery: Chancery, engine: Engine, address: str
) -> None:
    if engine.dialect.name == "sqlite":
        pytest.skip("readers of SQLite are in nobody's way")
    with engine.connect() as reader:
        reader.execute(text("SELECT * FROM report_exchanges"))
        refused = chancery("init", "--db", address)
    assert refused.exit_code == 2
    assert "another program" in refused.output
