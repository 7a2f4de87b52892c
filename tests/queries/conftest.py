"""A database with the small world in it, made once for each engine; tests of reports only read it."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine

from models.database import connect
from tests.conftest import ENGINES, address_on_server, run_on_server
from tests.queries import world


@pytest.fixture(scope="session", params=ENGINES)
def world_address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a database with the small world in it."""
    with new_world(request, tmp_path_factory.mktemp("world")) as address:
        yield address


@contextmanager
def new_world(request: pytest.FixtureRequest, folder: Path) -> Iterator[str]:
    """Give the address of a database of its own with the small world in it, on the engine that a fixture asks for."""
    name = f"chancery_world_{uuid.uuid4().hex}"
    if request.param == "sqlite":
        address = str(folder / "chancery.db")
    else:
        server = request.getfixturevalue("postgres_server")
        run_on_server(server, f"CREATE DATABASE {name}")
        address = address_on_server(server, name)
    engine = connect(address)
    world.build(engine)
    engine.dispose()
    yield address
    if request.param != "sqlite":
        run_on_server(server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def world_engine(world_address: str) -> Iterator[Engine]:
    """An engine on the small world."""
    opened = connect(world_address)
    yield opened
    opened.dispose()
