"""The command `chancery export`: all tables and views in files that other programs read."""

from collections.abc import Callable, Mapping
from pathlib import Path

import click
from sqlalchemy import Connection, Engine

from models.database import InputError, database_option, open_database
from queries.relations import Relation, relations
from queries.whole import whole_folder

FORMATS = ("csv", "parquet", "parquet-by-year", "duckdb", "sqlite", "dbt")
Files = Mapping[str, str | list[str]]
Writer = Callable[[Connection, list[Relation], Path], Files]


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="csv", show_default=True, help="What files to write."
)
@click.option(
    "--without-text",
    is_flag=True,
    help="Leave out what is under copyright: the stored texts and quotes, not the headlines.",
)
@database_option
def export(folder: Path, form: str, without_text: bool, address: str) -> None:
    """Write all tables and views into a folder, with what they mean.

    The file datapackage.json beside them tells types, keys, descriptions, licences and version (Frictionless), with
    what the reports were read and how well; CITATION.cff tells how to cite it: put your names there before you
    publish. The format parquet-by-year parts the rows by the year in which the leaders wrote, a folder for each, as
    DuckDB, Spark, BigQuery and Athena take them; dbt writes no rows, but a schema.yml of sources and exposures.
    Views of reports of your own are left out; publish them again on a copy in SQLite. An export is whole, or the
    folder stays as it was. Saved reports as spreadsheets: chancery report --all --output FOLDER. Its texts are to the
    letter: what begins as a formula is one to a spreadsheet that opens the CSV files; take a report as xlsx for that.

    \b
    Examples:
      chancery export letters
      chancery export letters --format parquet --without-text
      chancery export models/chancery --format dbt
    """
    engine = open_database(address)
    told = relations()
    if without_text:
        told = [relation.without_text() for relation in told]
    try:
        with whole_folder(folder) as part:
            written = write_export(engine, told, part, form)
    except OSError as error:
        raise InputError(f"{folder} cannot be written: {error.strerror or error}; nothing was changed there") from None
    click.echo(f"{len(told)} tables and views are in {folder}; what they mean is in {folder / written}")


def write_export(engine: Engine, told: list[Relation], folder: Path, form: str) -> str:
    """Write the relations into a folder; return the file that tells what they mean."""
    from queries.answer import reading
    from queries.package import datapackage, dbt_schema
    from queries.release import accuracy, citation_file, read_with

    if form == "dbt":
        (folder / "schema.yml").write_text(dbt_schema(told), encoding="utf-8")
        return "schema.yml"
    if engine.dialect.name == "postgresql":
        engine = engine.execution_options(isolation_level="REPEATABLE READ")  # all files of one moment
    with reading(engine) as connection:
        files = writer_of(form)(connection, told, folder)
        (folder / "CITATION.cff").write_text(citation_file(connection), encoding="utf-8")
        how_read = {"read_with": read_with(connection), "accuracy": accuracy()}
    (folder / "datapackage.json").write_text(datapackage(told, files, form, how_read), encoding="utf-8")
    return "datapackage.json"


def writer_of(form: str) -> Writer:
    """Return what writes a format."""
    from queries import export, export_by_year, export_databases

    writers: dict[str, Writer] = {
        "csv": export.write_csv,
        "parquet": export.write_parquet,
        "parquet-by-year": export_by_year.write_by_year,
        "sqlite": export_databases.write_sqlite,
        "duckdb": export_databases.write_duckdb,
    }
    return writers[form]
