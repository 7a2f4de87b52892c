"""The compose file: what can be told of it without an engine of containers. Its commands are run here on a server."""

import os
import shutil
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from sqlalchemy import create_engine, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ProgrammingError

from tests.conftest import run_on_server

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "compose"
SECRET = 'it\'s a "word" with $igns'


@pytest.fixture
def services() -> Any:
    return yaml.safe_load((FOLDER / "compose.yaml").read_text())["services"]


@pytest.fixture
def letters(postgres_server: str) -> Iterator[URL]:
    """A new database, as the image of PostgreSQL makes it, and no role analyst before and after."""
    name = f"letters_{uuid.uuid4().hex}"
    run_on_server(postgres_server, f"CREATE DATABASE {name}")
    yield make_url(postgres_server).set(database=name)
    run_on_server(postgres_server, f"DROP DATABASE {name} WITH (FORCE)")
    run_on_server(postgres_server, "DROP ROLE IF EXISTS analyst")


def test_compose_takes_the_file(program: Callable[..., str]) -> None:
    compose = program("docker-compose", "docker-compose")
    words = os.environ | {"CHANCERY_PASSWORD": "a", "ANALYST_PASSWORD": "b"}
    command = [compose, "-f", str(FOLDER / "compose.yaml"), "config", "--quiet"]
    checked = subprocess.run(command, env=words, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr


def test_the_image_is_made_of_all_that_the_program_needs(tmp_path: Path) -> None:
    for line in (FOLDER / "Dockerfile").read_text().splitlines():
        if line.startswith("COPY"):
            *sources, target = line.split()[1:]
            for source in sources:
                place = tmp_path / target / (source if target == "./" else "")
                copy = shutil.copytree if (ROOT / source).is_dir() else shutil.copy
                copy(ROOT / source, place)
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path / "wheel")]
    subprocess.run(build, cwd=tmp_path, check=True, capture_output=True)
    assert list((tmp_path / "wheel").glob("chancery-*.whl"))


def test_what_is_run_leaves_a_database_that_analyst_reads(
    program: Callable[..., str], services: Any, letters: URL
) -> None:
    program("psql", "postgresql-client")
    server = {"PGHOST": letters.query.get("host", letters.host or "")}
    server |= {"PGPORT": str(letters.port or 5432)}
    made = services["postgres"]["environment"] | {
        "POSTGRES_USER": letters.username,
        "POSTGRES_DB": letters.database,
        "ANALYST_PASSWORD": SECRET,
    }
    subprocess.run([str(FOLDER / "analyst.sh")], env=os.environ | server | made, check=True, capture_output=True)
    [mount] = services["importer"]["volumes"]
    command = services["importer"]["command"].replace(mount.split(":")[-2], str(ROOT / "importers" / "samples"))
    there = {
        "CHANCERY_DB": letters.render_as_string(hide_password=False),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }
    done = subprocess.run(["sh", "-c", command], env=os.environ | there, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    analyst = create_engine(letters.set(username="analyst", password=SECRET, drivername="postgresql+psycopg"))
    with analyst.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM report_anniversaries")).scalar_one() > 10
        with pytest.raises(ProgrammingError, match="permission denied"):
            connection.execute(text("SELECT body FROM source_report"))
    analyst.dispose()
