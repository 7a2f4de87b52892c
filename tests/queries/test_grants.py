"""A role that was granted the views reads them and harms nothing, and an upgrade changes neither."""

import re
import uuid
from collections.abc import Callable, Iterator

import pytest
from click.testing import Result
from sqlalchemy import Connection, Engine, create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ProgrammingError

from initialise import prepare
from models.database import WRITERS_TURN, connect, writing
from queries.grants import views_of
from tests.conftest import run_on_server

Chancery = Callable[..., Result]
BODY = "SELECT body FROM source_report"
HARM = [
    "INSERT INTO theme (id, slug, kind, name, verified) VALUES (1, 'x', 'topic', 'x', false)",
    "DELETE FROM statement",
    "UPDATE data_dictionary SET description = 'x'",
    "DROP VIEW report_themes",
    "CREATE TABLE own (x integer)",
    "CREATE SCHEMA own",
    "SELECT secret FROM apart.salaries",
]
LEFT_TO_ALL = [
    "CREATE TEMPORARY TABLE own_notes (x integer)",
    "SELECT lo_create(0)",
    "SELECT lo_creat(-1)",
    "SELECT lo_from_bytea(0, 'x')",
]


@pytest.fixture
def postgres(engine: Engine) -> Engine:
    if engine.dialect.name != "postgresql":
        pytest.skip("SQLite has no roles")
    with writing(engine) as connection:
        connection.execute(text("CREATE SCHEMA apart"))
        connection.execute(text("CREATE TABLE apart.salaries (secret integer)"))
    return engine


@pytest.fixture
def role(postgres: Engine, postgres_server: str) -> Iterator[str]:
    """A role that can log in and has been granted nothing; its name needs quotes."""
    name = f"Analyst {uuid.uuid4().hex}"
    run_on_server(postgres_server, f'CREATE ROLE "{name}" LOGIN')
    yield name
    with writing(postgres) as connection:
        connection.execute(text(f'DROP OWNED BY "{name}"'))
    run_on_server(postgres_server, f'DROP ROLE "{name}"')


@pytest.fixture
def visit(address: str, role: str) -> Iterator[Callable[[str], Connection]]:
    """Run a statement on a connection of the role's own."""
    visitor = create_engine(make_url(address).set(username=role))

    def run(statement: str) -> object:
        with visitor.begin() as connection:
            return connection.execute(text(statement))

    yield run  # type: ignore[misc]
    visitor.dispose()


def is_refused(visit: Callable[[str], object], statement: str) -> bool:
    try:
        visit(statement)
    except ProgrammingError as error:
        return "permission denied" in str(error) or "must be owner" in str(error)
    return False


def test_a_role_reads_the_views_and_nothing_else(
    chancery: Chancery, address: str, role: str, visit: Callable[[str], object], postgres: Engine
) -> None:
    assert is_refused(visit, "SELECT * FROM report_themes")
    granted = chancery("grant", role, "--db", address)
    assert granted.exit_code == 0, granted.output
    with postgres.connect() as connection:
        views = views_of(connection)
    for view in [*views, "data_dictionary"]:
        visit(f"SELECT * FROM {view} LIMIT 1")
    for statement in [*HARM, BODY, "SELECT * FROM statement", "SELECT locator FROM source_report"]:
        assert is_refused(visit, statement), statement


def test_what_everybody_may_is_told_with_what_takes_it_away(
    chancery: Chancery, address: str, role: str, visit: Callable[[str], object], postgres: Engine
) -> None:
    told = chancery("grant", role, "--db", address).output
    for statement in LEFT_TO_ALL:
        visit(statement)
    remedies = re.findall("Warning: .*; take that away with: (.*)[.]", told)
    assert len(remedies) == 2
    with writing(postgres) as connection:
        for remedy in remedies:
            connection.execute(text(remedy))
    for statement in LEFT_TO_ALL:
        assert is_refused(visit, statement), statement
    assert "Warning" not in chancery("grant", role, "--db", address).output
    assert "Warning" not in chancery("grant", role, "--revoke", "--db", address).output


def test_a_role_that_only_reads_keeps_nobody_from_writing(
    chancery: Chancery, address: str, role: str, postgres: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.database.PATIENCE", 1)
    assert chancery("grant", role, "--bodies", "--db", address).exit_code == 0
    visitor = create_engine(make_url(address).set(username=role))
    with visitor.connect() as reader:
        reader.execute(text("SELECT count(*) FROM report_statements"))
        reader.execute(text("SELECT pg_advisory_lock(:turn)"), {"turn": WRITERS_TURN})
        assert chancery("import", "again", "--db", address).exit_code == 0
        with pytest.raises(ProgrammingError, match="permission denied"):
            reader.execute(text("LOCK TABLE alembic_version IN SHARE ROW EXCLUSIVE MODE"))
    visitor.dispose()


def test_tables_and_stored_texts_are_read_only_where_asked(
    chancery: Chancery, address: str, role: str, visit: Callable[[str], object]
) -> None:
    assert chancery("grant", role, "--tables", "--db", address).exit_code == 0
    visit("SELECT * FROM statement")
    visit("SELECT locator, headline FROM source_report")
    for statement in [*HARM, BODY, "SELECT * FROM source_report", "SELECT body FROM report_locator"]:
        assert is_refused(visit, statement), statement
    assert chancery("grant", role, "--bodies", "--db", address).exit_code == 0
    visit(BODY)
    assert all(is_refused(visit, statement) for statement in HARM)
    assert chancery("grant", role, "--db", address).exit_code == 0
    assert is_refused(visit, "SELECT * FROM statement")
    assert chancery("grant", role, "--revoke", "--db", address).exit_code == 0
    assert is_refused(visit, "SELECT * FROM report_themes")


@pytest.mark.parametrize(("options", "reads_tables"), [([], False), (["--tables"], True)])
def test_an_upgrade_keeps_what_was_granted(
    chancery: Chancery,
    address: str,
    role: str,
    visit: Callable[[str], object],
    postgres: Engine,
    options: list[str],
    reads_tables: bool,
) -> None:
    assert chancery("grant", role, *options, "--db", address).exit_code == 0
    with writing(postgres) as connection:  # as in an older version, which had neither
        connection.execute(text("DROP VIEW report_wording"))
        connection.execute(text("REVOKE ALL ON report_trade_targets FROM PUBLIC"))
    prepare(postgres)
    visit("SELECT * FROM report_themes")
    visit("SELECT * FROM report_wording")
    assert is_refused(visit, "SELECT * FROM statement") is not reads_tables
    assert is_refused(visit, BODY)
    assert all(is_refused(visit, statement) for statement in HARM)


def test_a_single_view_granted_by_hand_stays_single(
    postgres: Engine, role: str, visit: Callable[[str], object]
) -> None:
    with writing(postgres) as connection:
        connection.execute(text(f'GRANT SELECT ON report_exchanges TO "{role}"'))
    prepare(postgres)
    visit("SELECT * FROM report_exchanges")
    assert is_refused(visit, "SELECT * FROM report_themes")


def test_who_owns_the_tables_keeps_what_it_has(chancery: Chancery, address: str, postgres: Engine) -> None:
    owner = postgres.url.username or ""
    refused = chancery("grant", owner, "--db", address)
    assert refused.exit_code == 2
    assert f"{owner} owns the tables" in refused.output


def test_who_can_write_anyway_is_told(chancery: Chancery, address: str, role: str, postgres_server: str) -> None:
    run_on_server(postgres_server, f'ALTER ROLE "{role}" SUPERUSER')
    assert f"Warning: {role} is a superuser" in chancery("grant", role, "--db", address).output
    run_on_server(postgres_server, f'ALTER ROLE "{role}" NOSUPERUSER')


def test_what_cannot_be_granted_is_told(chancery: Chancery, address: str) -> None:
    opened = connect(address)
    wanted = "there is no role 'nobody'" if opened.dialect.name == "postgresql" else "SQLite has no roles"
    opened.dispose()
    refused = chancery("grant", "nobody", "--db", address)
    assert refused.exit_code == 2
    assert wanted in refused.output
