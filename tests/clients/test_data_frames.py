"""pandas, polars, DuckDB and R, on the database and on its exports."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from sqlalchemy import Engine
from sqlalchemy.engine import make_url

from queries.catalogue import shipped_reports
from tests.clients.conftest import Rows, same_rows, with_numbers_for_truth

R_SCRIPT = """
library(DBI); words <- commandArgs(trailingOnly = TRUE)
database <- if (words[1] == "RSQLite") {
  dbConnect(RSQLite::SQLite(), words[3], flags = RSQLite::SQLITE_RO, bigint = "numeric")
} else dbConnect(RPostgreSQL::PostgreSQL(), host = words[3], dbname = words[4], user = words[5])
found <- dbGetQuery(database, words[2])
for (row in seq_len(nrow(found))) cat(paste(sapply(found[row, ], function(value)
  if (is.na(value)) "" else if (is.numeric(value)) format(value, scientific = FALSE, digits = 15) else
    as.character(value)), collapse = "\\t"), "\\n", sep = "")
"""


def rows_in_r(rscript: str, driver: str, query: str, folder: Path, *address: str) -> list[list[str]]:
    """The rows that R gives, as words."""
    has = subprocess.run([rscript, "-e", f"library(DBI); library({driver})"], capture_output=True, check=False)
    if has.returncode:
        pytest.skip(f"R has no DBI or {driver} (Debian: r-cran-dbi, r-cran-{driver.lower()})")
    (folder / "read.R").write_text(R_SCRIPT)
    command = [rscript, "--vanilla", str(folder / "read.R"), driver, query, *address]
    shown = subprocess.run(command, capture_output=True, text=True, check=True)
    return [line.split("\t") for line in shown.stdout.splitlines()]


@pytest.fixture
def parquet(chancery: Callable[..., Result], world_address: str, report: str, tmp_path: Path) -> Path:
    """The Parquet file of the report."""
    assert chancery("export", str(tmp_path), "--format", "parquet", "--db", world_address).exit_code == 0
    return tmp_path / f"{shipped_reports()[report].view}.parquet"


def test_pandas_reads_the_database(world_engine: Engine, query: str, expected: Rows) -> None:
    pandas = pytest.importorskip("pandas")
    with world_engine.connect() as connection:
        frame = pandas.read_sql(query, connection)
    rows = same_rows(frame.itertuples(index=False, name=None))
    assert rows == (expected if world_engine.dialect.name == "postgresql" else with_numbers_for_truth(expected))


def test_pandas_reads_the_parquet(parquet: Path, expected: Rows) -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.read_parquet(parquet, dtype_backend="pyarrow")
    assert same_rows(frame.itertuples(index=False, name=None)) == expected


def test_polars_reads_the_database(world_engine: Engine, query: str, expected: Rows) -> None:
    polars = pytest.importorskip("polars")
    with world_engine.connect() as connection:
        frame = polars.read_database(query, connection, infer_schema_length=None)
    rows = same_rows(frame.rows())
    assert rows == (expected if world_engine.dialect.name == "postgresql" else with_numbers_for_truth(expected))


def test_polars_reads_the_parquet(parquet: Path, expected: Rows, report: str) -> None:
    polars = pytest.importorskip("polars")
    frame = polars.read_parquet(parquet)
    assert same_rows(frame.rows()) == expected
    types = {name: str(kind) for name, kind in frame.schema.items()}
    if report == "anniversaries":
        assert (types["agrees"], types["counted_year"], types["quote"]) == ("Boolean", "Int32", "String")
    else:
        assert types["amount"].startswith("Decimal")


def test_duckdb_reads_the_parquet(parquet: Path, expected: Rows) -> None:
    duckdb = pytest.importorskip("duckdb")
    assert same_rows(duckdb.sql(f"SELECT * FROM '{parquet}'").fetchall()) == expected


def test_r_reads_sqlite(
    program: Callable[..., str], sqlite_file: str, query: str, expected: Rows, tmp_path: Path
) -> None:
    found = rows_in_r(program("Rscript", "r-base-core"), "RSQLite", query, tmp_path, sqlite_file)
    assert found == [["" if value is None else str(value) for value in row] for row in with_numbers_for_truth(expected)]


def test_r_reads_postgresql(
    program: Callable[..., str], postgres_address: str, query: str, expected: Rows, tmp_path: Path
) -> None:
    url = make_url(postgres_address)
    address = (str(url.host or url.query["host"]), url.database or "", url.username or "")
    found = rows_in_r(program("Rscript", "r-base-core"), "RPostgreSQL", query, tmp_path, *address)
    assert found == [["" if value is None else in_r(value) for value in row] for row in expected]


def in_r(value: object) -> str:
    """A value as R writes it, which has truth values."""
    return str(value).upper() if isinstance(value, bool) else str(value)
