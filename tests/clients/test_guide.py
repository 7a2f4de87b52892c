"""The guide docs/connect.md followed to the letter: what stands in its boxes is run as a new user would run it."""

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from models.database import connect
from tests.clients.test_odbc_and_jdbc import DRIVER, POSTGRES_PORT, PROGRAM, by_tcp
from tests.conftest import run_on_server
from tests.queries import world

GUIDE = Path(__file__).parent.parent.parent / "docs" / "connect.md"
VIEW = "SELECT * FROM report_anniversaries"
NEEDED = {  # by a box: what must be there
    "psql ": "psql",
    "sqlite3 ": "sqlite3",
    "duckdb ": "duckdb",
}


@dataclass(frozen=True)
class Place:
    """Where the guide is followed: a folder with chancery.db, and a server with the database letters."""

    folder: Path
    port: int

    @property
    def environment(self) -> dict[str, str]:
        """What programs are told, so that the addresses of the guide lead to the server."""
        programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        given = {name: value for name, value in os.environ.items() if name != "CHANCERY_DB"}
        return given | {"PATH": programs, "PGPORT": str(self.port)}

    def adapted(self, box: str) -> str:
        """A line with the port and the path of this place."""
        return box.replace(str(POSTGRES_PORT), str(self.port)).replace("/data/", f"{self.folder}/")


@pytest.fixture(scope="module")
def place(postgres_server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    folder = tmp_path_factory.mktemp("guide")
    run_on_server(postgres_server, "CREATE ROLE me SUPERUSER LOGIN")
    run_on_server(postgres_server, "CREATE DATABASE letters OWNER me")
    url = make_url(postgres_server).set(database="letters")
    for address in (str(folder / "chancery.db"), url.set(username="me").render_as_string(hide_password=False)):
        engine = connect(address)
        world.build(engine)
        engine.dispose()
    with by_tcp(url) as port:
        yield Place(folder, port)
    run_on_server(postgres_server, "DROP DATABASE letters WITH (FORCE)")
    for role in ("analyst", "me"):
        run_on_server(postgres_server, f"DROP ROLE IF EXISTS {role}")


def boxes() -> list[tuple[str, str, str]]:
    """The boxes of the guide to be run, each with its heading and its language; Base has a test of its own."""
    found, heading = [], ""
    for part in re.finditer(r"^## ([^\n]+)$|^```(\w+)\n(.*?)^```$", GUIDE.read_text(), re.MULTILINE | re.DOTALL):
        if part[1]:
            heading = part[1]
        elif part[2] not in ("console", "ini", "base"):
            found.append((heading, part[2], part[3].strip()))
    return found


@pytest.fixture(scope="module")
def role_of_the_guide(place: Place) -> None:
    """The first box of the guide for a shell, and the exports, on which others rest."""
    if shutil.which("psql") is None:
        pytest.skip("psql is not installed (Debian: postgresql-client)")
    for heading, language, box in boxes():
        if language == "sh" and heading in ("A role that only reads (PostgreSQL)", "Exports"):
            run(["bash", "-ec", box], place)


def run(command: list[str], place: Place) -> str:
    done = subprocess.run(command, cwd=place.folder, env=place.environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}: {done.stderr}"
    return done.stdout


@pytest.mark.usefixtures("role_of_the_guide")
@pytest.mark.parametrize(("heading", "language", "box"), boxes(), ids=[f"{box[0]}-{box[1]}" for box in boxes()])
def test_the_guide_can_be_followed(place: Place, heading: str, language: str, box: str) -> None:
    if heading in ("A role that only reads (PostgreSQL)", "Exports"):
        return  # followed before the others
    for program, missing in NEEDED.items():
        if program in box and shutil.which(missing, path=place.environment["PATH"]) is None:
            pytest.skip(f"{missing} is not installed")
    FOLLOWING[language](place, box)


def follow_shell(place: Place, box: str) -> None:
    for line in box.splitlines():
        told = run(["bash", "-ec", line], place)
        [written] = re.findall(r"--output (\S+)", line) or [None]
        assert (place.folder / written).exists() if written else told.strip(), line


def follow_sql(place: Place, box: str) -> None:
    follow_postgresql(place, box)
    with closing(sqlite3.connect(place.folder / "chancery.db")) as database:
        assert database.execute(box).fetchall()


def follow_postgresql(place: Place, box: str) -> None:
    engine = create_engine(f"postgresql+psycopg://analyst@localhost:{place.port}/letters")
    with engine.connect() as connection:
        assert connection.execute(text(box)).all()
    engine.dispose()


def follow_python(place: Place, box: str) -> None:
    pytest.importorskip(re.findall(r"import (\w+)", box)[0])
    assert "claim" in run([sys.executable, "-c", box], place)


def follow_r(place: Place, box: str) -> None:
    rscript = shutil.which("Rscript")
    [driver] = re.findall(r"(\w+)::\w+\(\)", box)
    wanted = f"library(DBI); library({driver})"
    if rscript is None or subprocess.run([rscript, "-e", wanted], capture_output=True, check=False).returncode:
        pytest.skip(f"R, DBI or {driver} is not installed (Debian: r-cran-dbi, r-cran-{driver.lower()})")
    assert "quote" in run([rscript, "--vanilla", "-e", box], place)


def follow_odbc(place: Place, box: str) -> None:
    pyodbc = pytest.importorskip("pyodbc")
    for line in box.splitlines():
        if line.split("{")[1].split("}")[0] not in pyodbc.drivers():
            pytest.skip(f"the driver of {line} is not installed")
        with closing(pyodbc.connect(place.adapted(line), readonly=True)) as opened:
            assert opened.cursor().execute(VIEW).fetchall()


def follow_jdbc(place: Place, box: str) -> None:
    java = shutil.which("java")
    if java is None or not DRIVER.exists():
        pytest.skip("Java or its driver is not installed (Debian: default-jdk-headless, libpostgresql-jdbc-java)")
    assert json.loads(run([java, "-cp", str(DRIVER), str(PROGRAM), place.adapted(box), VIEW], place))


FOLLOWING: dict[str, Callable[[Place, str], None]] = {
    "sh": follow_shell,
    "sql": follow_sql,
    "postgresql": follow_postgresql,
    "python": follow_python,
    "r": follow_r,
    "odbc": follow_odbc,
    "jdbc": follow_jdbc,
}
