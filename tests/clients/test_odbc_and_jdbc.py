"""ODBC through unixODBC and pyodbc, JDBC through a small program in Java."""

import json
import socket
import socketserver
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.engine import URL, make_url

from tests.clients.conftest import Rows, same_rows, with_numbers_for_truth

POSTGRES_PORT = 5432
DRIVER = Path("/usr/share/java/postgresql.jar")
PROGRAM = Path(__file__).parent / "ReadRows.java"


def odbc_rows(driver: str, connection: str, query: str) -> Rows:
    pyodbc = pytest.importorskip("pyodbc")
    if driver not in pyodbc.drivers():
        pytest.skip(f"the ODBC driver {driver} is not installed")
    opened = pyodbc.connect(f"DRIVER={{{driver}}};{connection}", readonly=True)
    rows = same_rows(opened.cursor().execute(query).fetchall())
    opened.close()
    return rows


def test_odbc_reads_postgresql(postgres_address: str, query: str, expected: Rows) -> None:
    url = make_url(postgres_address)
    options = f"SERVER={host_of(url)};DATABASE={url.database};UID={url.username};BoolsAsChar=0;MaxLongVarcharSize=65536"
    assert odbc_rows("PostgreSQL Unicode", options, query) == expected


# Without BigInt=1 the driver cuts keys down to 32 bits.
def test_odbc_reads_sqlite(sqlite_file: str, query: str, expected: Rows) -> None:
    assert odbc_rows("SQLite3", f"Database={sqlite_file};BigInt=1", query) == with_numbers_for_truth(expected)


def host_of(url: URL) -> Any:
    return url.host or url.query.get("host")


def test_jdbc_reads_postgresql(program: Callable[..., str], postgres_address: str, query: str, expected: Rows) -> None:
    java = program("java", "default-jdk-headless")
    if not DRIVER.exists():
        pytest.skip("the JDBC driver is not installed (Debian: libpostgresql-jdbc-java)")
    url = make_url(postgres_address)
    with by_tcp(url) as port:
        address = f"jdbc:postgresql://127.0.0.1:{port}/{url.database}?user={url.username}&readOnly=true"
        command = [java, "-cp", str(DRIVER), str(PROGRAM), address, query]
        shown = subprocess.run(command, capture_output=True, text=True, check=True)
    assert same_rows(json.loads(shown.stdout)) == expected


@contextmanager
def by_tcp(url: URL) -> Iterator[int]:
    """Give a port that leads to the server, which the tests' own has not: it listens on a socket of files only."""
    if url.host:
        yield url.port or POSTGRES_PORT
        return
    place = f"{url.query['host']}/.s.PGSQL.{url.port or POSTGRES_PORT}"

    class Passage(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            with socket.socket(socket.AF_UNIX) as server:
                server.connect(place)
                threading.Thread(target=pass_on, args=(server, self.request), daemon=True).start()
                pass_on(self.request, server)

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Passage) as passage:
        passage.daemon_threads = True
        threading.Thread(target=passage.serve_forever, daemon=True).start()
        yield passage.server_address[1]
        passage.shutdown()


def pass_on(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while part := source.recv(65536):
            target.sendall(part)
