"""Exports hold all rows, say what they mean, and leave out the texts of publishers where asked."""

import datetime
import errno
import json
import os
import shutil
import sqlite3
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, func, insert, select, text

from chancery import main
from models import Exchange, Leader, Occasion
from models.database import connect, writing
from queries.answer import ask, reading
from queries.catalogue import shipped_reports
from queries.export import arrow_batch, arrow_schema, as_decimal, rows_of
from queries.export_by_year import write_by_year
from queries.relations import Column, Relation, relations
from tests.conftest import ENGINES
from tests.queries import world
from tests.queries.conftest import new_world

Chancery = Callable[..., Result]
Export = Callable[..., Path]
TELLING = "Xi hailed the 20th anniversary"  # words of a report


@pytest.fixture
def export(chancery: Chancery, world_address: str, tmp_path: Path) -> Export:
    def run(form: str, *options: str) -> Path:
        result = chancery("export", str(tmp_path / form), "--format", form, *options, "--db", world_address)
        assert result.exit_code == 0, result.output
        return tmp_path / form

    return run


@pytest.fixture(scope="module")
def exported(world_address: str, tmp_path_factory: pytest.TempPathFactory) -> Export:
    """Exports of the small world, each format written once; to be read, and copied where something is changed."""

    @cache
    def written(form: str) -> Path:
        folder = tmp_path_factory.mktemp("exported") / form
        result = CliRunner().invoke(main, ["export", str(folder), "--format", form, "--db", world_address])
        assert result.exit_code == 0, result.output
        return folder

    return written


@pytest.fixture(scope="module")
def expected(world_address: str) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all relations, in the order of the export."""
    engine = connect(world_address)
    with reading(engine) as connection:
        rows = {
            relation.name: [row for part in rows_of(connection, relation) for row in part] for relation in relations()
        }
    engine.dispose()
    return rows


def test_csv_is_a_valid_data_package_with_the_same_rows(
    exported: Export, expected: dict[str, list[tuple[Any, ...]]]
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the library's own imports
        import frictionless

        package: Any = frictionless.Package(str(exported("csv") / "datapackage.json"))
        checked = package.validate()
    assert checked.valid, checked.flatten(["name", "title", "message"])[:5]
    assert len(package.resources) == len(relations())
    for resource in package.resources:
        read = [tuple(row[name] for name in resource.schema.field_names) for row in resource.read_rows()]
        assert read == expected[resource.name], resource.name


def test_a_data_package_tells_types_keys_licences_and_version(exported: Export) -> None:
    package = json.loads((exported("csv") / "datapackage.json").read_text())
    assert {licence["name"] for licence in package["licenses"]} == {"MIT", "other-closed"}
    assert package["version"]
    resources = {resource["name"]: resource["schema"] for resource in package["resources"]}
    assert resources["statement"]["primaryKey"] == ["id"]
    assert {
        "fields": ["message_id"],
        "reference": {"resource": "message", "fields": ["id"]},
    } in resources["report_anniversaries"]["foreignKeys"]
    types = {field["name"]: field["type"] for field in resources["report_upcoming_anniversaries"]["fields"]}
    assert (types["due_on"], types["is_round"], types["ordinal"]) == ("date", "boolean", "integer")


def test_parquet_has_the_same_rows_and_the_descriptions(
    exported: Export, expected: dict[str, list[tuple[Any, ...]]]
) -> None:
    folder = exported("parquet")
    for name, rows in expected.items():
        table = pyarrow.parquet.read_table(folder / f"{name}.parquet")
        assert [tuple(row.values()) for row in table.to_pylist()] == rows, name
    field = table.schema.field(0)
    assert field.metadata[b"description"]


def test_parquet_by_year_has_the_same_rows_in_folders_of_the_year_of_writing(
    export: Export, expected: dict[str, list[tuple[Any, ...]]]
) -> None:
    folder = export("parquet-by-year")
    resources = json.loads((folder / "datapackage.json").read_text())["resources"]
    parted = {resource["name"]: resource["path"] for resource in resources if isinstance(resource["path"], list)}
    assert {"exchange", "report_statements", "anniversary_mention"} <= parted.keys()
    assert "leader" not in parted
    for relation in relations():
        if relation.name in parted:
            table = pyarrow.parquet.read_table(folder / relation.name)
            assert sum(len(pyarrow.parquet.read_table(folder / file)) for file in parted[relation.name]) == len(table)
            read = table.select([column.name for column in relation.columns]).to_pylist()
            assert Counter(tuple(row.values()) for row in read) == Counter(expected[relation.name]), relation.name
    with duckdb.connect() as asked:
        found = asked.execute(f"SELECT id, written_year FROM '{folder}/exchange/*/*.parquet'").fetchall()
        asked.execute(f"SELECT exchange_id, written_year FROM '{folder}/report_statements/*/*.parquet'")
        years, told = dict(found), asked.fetchall()
    assert len(set(years.values())) > 1
    assert {year for exchange, year in told} <= set(years.values())
    assert all(years.get(exchange) == year for exchange, year in told)
    export("parquet-by-year")  # once more, in the place of the first


@pytest.mark.usefixtures("exchange_without_year")
def test_rows_that_all_lack_a_year_are_one_file_that_pyarrow_reads(engine: Engine, tmp_path: Path) -> None:
    told = [relation for relation in relations() if relation.name in ("exchange", "report_exchanges")]
    with reading(engine) as connection:
        files = write_by_year(connection, told, tmp_path)
    for name in ("exchange", "report_exchanges"):
        [row] = pyarrow.parquet.read_table(tmp_path / str(files[name])).to_pylist()
        assert row["written_year"] is None


@pytest.fixture
def exchange_without_year(engine: Engine) -> None:
    """A database with one exchange, of which nobody knows when it was."""
    with writing(engine) as connection:
        occasion = connection.scalar(select(func.min(Occasion.id)))
        [a, b] = connection.scalars(select(Leader.id).order_by(Leader.slug).limit(2))
        row = {"id": 1, "occasion_id": occasion, "leader_a_id": a, "leader_b_id": b}
        connection.execute(insert(Exchange).values(row))


def test_duckdb_has_the_same_rows_keys_and_comments(
    exported: Export, expected: dict[str, list[tuple[Any, ...]]]
) -> None:
    with duckdb.connect(str(exported("duckdb") / "export.duckdb"), read_only=True) as database:
        for name, rows in expected.items():
            found = database.execute(f'SELECT * FROM "{name}"').fetchall()
            assert [tuple(map(in_utc, row)) for row in found] == rows, name
        comment = "SELECT comment FROM duckdb_columns() WHERE table_name = 'report_themes' AND column_name = 'theme'"
        assert database.execute(comment).fetchall() == [("Slug of the theme",)]
        keys = "SELECT count(*) FROM duckdb_constraints() WHERE constraint_type = 'FOREIGN KEY'"
        assert (database.execute(keys).fetchone() or [0])[0] > 40


def test_duckdb_of_older_versions_can_read_the_file(exported: Export) -> None:
    file = exported("duckdb") / "export.duckdb"
    with duckdb.connect(str(file), read_only=True) as database:
        tags = "SELECT tags['storage_version'] FROM duckdb_databases() WHERE database_name = 'export'"
        assert database.execute(tags).fetchone() == ("v1.2.0+",)


def in_utc(value: Any) -> Any:
    return value.astimezone(datetime.UTC) if isinstance(value, datetime.datetime) else value


def test_sqlite_is_a_database_that_answers_as_the_one_it_is_of(
    exported: Export, world_engine: Engine, tmp_path: Path
) -> None:
    copy = connect(str(shutil.copy(exported("sqlite") / "export.sqlite", tmp_path)))
    for report in shipped_reports().values():
        with reading(copy) as copied, reading(world_engine) as original:
            assert ask(copied, report).rows == ask(original, report).rows, report.name
    copy.dispose()


@pytest.mark.parametrize("form", ["csv", "parquet", "sqlite", "duckdb"])
def test_the_texts_of_publishers_are_left_out_where_asked(export: Export, form: str, world_engine: Engine) -> None:
    folder = export(form, "--without-text")
    told = words_in(folder, form)
    with reading(world_engine) as connection:
        quotes = ask(connection, shipped_reports()["statements"]).only(["quote"]).rows
        headlines = ask(connection, shipped_reports()["source-reports"]).only(["headline"]).rows
    assert quotes
    assert [quote for (quote,) in quotes if str(quote) in told] == []
    assert all(str(headline) in told for (headline,) in headlines if headline)  # as a bibliography has them
    assert '"name": "body"' not in (folder / "datapackage.json").read_text()
    if form == "sqlite":
        with reading(world_engine) as connection:
            answer = ask(connection, shipped_reports()["message-length"])
        copy = sqlite3.connect(folder / "export.sqlite")
        words = [row[0] for row in copy.execute("SELECT words FROM report_message_length")]
        copy.close()
        assert words == [row[answer.columns.index("words")] for row in answer.rows]


def words_in(folder: Path, form: str) -> str:
    """All that stands in the files of an export, those of Parquet and DuckDB read with their own programs."""
    if form == "parquet":
        return "\n".join(str(pyarrow.parquet.read_table(file).to_pylist()) for file in folder.glob("*.parquet"))
    if form == "duckdb":
        with duckdb.connect(str(folder / "export.duckdb"), read_only=True) as database:
            tables = [name for (name,) in database.execute("SELECT table_name FROM duckdb_tables()").fetchall()]
            return "\n".join(str(database.execute(f'SELECT * FROM "{name}"').fetchall()) for name in tables)
    return "\n".join(file.read_text(errors="replace") for file in folder.iterdir())


def test_a_second_export_takes_the_place_of_the_first(export: Export, exported: Export, tmp_path: Path) -> None:
    for form in ("csv", "sqlite", "duckdb"):
        shutil.copytree(exported(form), tmp_path / form)
        export(form)


def test_dbt_reads_sources_and_exposures(exported: Export) -> None:
    import yaml

    told = yaml.safe_load((exported("dbt") / "schema.yml").read_text())
    [source] = told["sources"]
    tables = {table["name"]: table for table in source["tables"]}
    assert tables.keys() == {relation.name for relation in relations()}
    statement = {column["name"]: column for column in tables["statement"]["columns"]}
    assert statement["id"]["data_tests"] == ["unique", "not_null"]
    assert (
        statement["message_id"]["data_tests"][0]["relationships"]["arguments"]["to"] == "source('chancery', 'message')"
    )
    assert len(told["exposures"]) == len(shipped_reports())


def test_a_folder_that_cannot_be_written_is_told(chancery: Chancery, world_address: str, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    refused = chancery("export", str(tmp_path / "taken" / "x"), "--db", world_address)
    assert refused.exit_code == 2
    assert "cannot be written" in refused.output


@pytest.fixture(scope="module", params=ENGINES)
def many_decimals(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a small world whose goal and percentages have as many decimals as the engine keeps; to be read."""
    with new_world(request, tmp_path_factory.mktemp("decimals")) as address:
        engine = connect(address)
        with writing(engine) as connection:
            connection.execute(text("UPDATE trade_target SET value_usd = 1234567890.123456"))
            connection.execute(text("UPDATE trade_statistic SET value_usd = value_usd / 3.0"))
        engine.dispose()
        yield address


@pytest.mark.parametrize("form", ["csv", "parquet", "duckdb", "sqlite"])
def test_amounts_with_more_decimals_are_written(
    chancery: Chancery, many_decimals: str, tmp_path: Path, form: str
) -> None:
    done = chancery("export", str(tmp_path / form), "--format", form, "--db", many_decimals)
    assert done.exit_code == 0, done.output
    if form == "parquet":
        [*_, target] = pyarrow.parquet.read_table(tmp_path / form / "trade_target.parquet")["value_usd"].to_pylist()
        assert float(target) == pytest.approx(1234567890.12, abs=0.005)


@given(st.decimals(min_value=0, max_value=10**24, allow_nan=False))
def test_every_amount_is_exact_to_three_decimals_in_files_of_arrow(amount: Decimal) -> None:
    relation = Relation("trade_target", "table", "", (Column("value_usd", "numeric", None),))
    batch = arrow_batch([(as_decimal(amount),)], arrow_schema(relation))
    [written] = batch.column(0).to_pylist()
    assert abs(Fraction(written) - Fraction(as_decimal(amount))) <= Fraction(1, 2000)


def fails_half_way(relation: str) -> Callable[..., Any]:
    """What gives the rows of relations until the disk is full."""

    def rows(connection: Any, asked: Relation) -> Any:
        if asked.name == relation:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return rows_of(connection, asked)

    return rows


@pytest.mark.parametrize("form", ["csv", "parquet", "duckdb", "sqlite"])
def test_an_export_is_whole_or_not_there(
    chancery: Chancery, world_address: str, tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = "queries.export" if form in ("csv", "parquet") else "queries.export_databases"
    monkeypatch.setattr(f"{module}.rows_of", fails_half_way("statement"))
    words = ["export", str(tmp_path / "out"), "--format", form, "--db", world_address]
    refused = chancery(*words)
    assert refused.exit_code == 2
    assert "cannot be written: No space left on device; nothing was changed there" in refused.output
    assert not (tmp_path / "out").exists()
    monkeypatch.undo()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "notes.txt").write_text("mine")
    assert chancery(*words).exit_code == 0
    before = {file: file.read_bytes() for file in (tmp_path / "out").iterdir()}
    assert len(before) > 2
    monkeypatch.setattr(f"{module}.rows_of", fails_half_way("statement"))
    assert chancery(*words).exit_code == 2
    assert {file: file.read_bytes() for file in (tmp_path / "out").iterdir()} == before


def test_words_of_the_world_are_in_a_full_export(exported: Export) -> None:
    assert TELLING in (exported("csv") / "report_statements.csv").read_text()
    assert any(TELLING in told.text for report in world.REPORTS.values() for told in report[4])
