"""pandas, polars, DuckDB and R, on the database and on its exports."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from sqlalchemy import Engine

from queries.catalogue import shipped_reports
from tests.clients.conftest import Rows, same_rows, with_numbers_for_truth

R_SCRIPT = """
library(DBI); words <- commandArgs(trailingOnly = TRUE)
database <- dbConnect(RSQLite::SQLite(), words[1], flags = RSQLite::SQLITE_RO, bigint = "numeric")
found <- dbGetQuery(database, words[2])
for (row in seq_len(nrow(found))) cat(paste(sapply(found[row, ], function(value)
  if (is.na(value)) "" else if (is.numeric(value)) format(value, scientific = FALSE, digits = 15) else value),
  collapse = "\\t"), "\\n", sep = "")
"""


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
    rscript = program("Rscript", "r-base-core, r-cran-dbi and r-cran-rsqlite")
    has = subprocess.run([rscript, "-e", "library(DBI); library(RSQLite)"], capture_output=True, check=False)
    if has.returncode:
        pytest.skip("R has no DBI or RSQLite (Debian: r-cran-dbi and r-cran-rsqlite)")
    (tmp_path / "read.R").write_text(R_SCRIPT)
    shown = subprocess.run(
        [rscript, "--vanilla", str(tmp_path / "read.R"), sqlite_file, query], capture_output=True, text=True, check=True
    )
    found = [line.split("\t") for line in shown.stdout.splitlines()]
    told = [["" if value is None else str(value) for value in row] for row in with_numbers_for_truth(expected)]
    assert found == told
