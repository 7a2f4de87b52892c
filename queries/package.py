"""What an export says of itself: a Frictionless datapackage.json, and the sources and exposures of dbt."""

import datetime
import json
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version
from typing import Any

from models.database import REVISION
from queries.relations import Column, Relation

TITLE = "What leaders write to each other"
ABOUT = (
    "Exchanges, messages, statements and claims read by Chancery from news reports, each with its evidence, and the"
    " saved reports on them."
)
OURS = {
    "name": "MIT",
    "title": "MIT License: the structure and the reference data",
    "path": "https://opensource.org/license/mit",
}
PUBLISHERS = {"name": "other-closed", "title": "The texts, headlines and quotes of the reports stay their publishers'"}
FIELD_TYPES = {"text": "string", "bigint": "integer", "numeric": "number", "timestamp": "datetime"}
MEDIA_TYPES = {
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
    "sqlite": "application/vnd.sqlite3",
    "duckdb": "application/vnd.duckdb",
}


def datapackage(
    relations: Iterable[Relation], files: Mapping[str, str | list[str]], form: str, reading: Mapping[str, Any]
) -> str:
    """Return the datapackage.json of an export: its files, with types, keys, descriptions, licences and version.

    `reading` is what the reports were read with, and how well.
    """
    package = {
        "profile": "data-package",
        "name": "chancery",
        "title": TITLE,
        "description": ABOUT,
        "version": version("chancery"),
        "revision": REVISION,
        "created": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        "licenses": [OURS, PUBLISHERS],
        **reading,
        "resources": [resource(relation, files[relation.name], form.partition("-")[0]) for relation in relations],
    }
    return json.dumps(package, indent=1, ensure_ascii=False) + "\n"


def resource(relation: Relation, file: str | list[str], form: str) -> dict[str, Any]:
    """Return what a data package says of a relation, in one file or in several."""
    described = {
        "name": relation.name,
        "title": relation.title or relation.name.replace("_", " "),
        "description": relation.description,
        "path": file,
        "format": form,
        "mediatype": MEDIA_TYPES[form],
        "schema": table_schema(relation),
    }
    if form in ("csv", "parquet"):
        described["profile"] = "tabular-data-resource"
    else:
        described["dialect"] = {"sql": {"table": relation.name}}
    return described | ({"encoding": "utf-8"} if form == "csv" else {})


def table_schema(relation: Relation) -> dict[str, Any]:
    """Return the Table Schema of a relation."""
    schema: dict[str, Any] = {"fields": [field(column) for column in relation.columns], "missingValues": [""]}
    if relation.is_table:
        schema["primaryKey"] = ["id"]
    keys = [
        {"fields": [column], "reference": {"resource": "" if table == relation.name else table, "fields": ["id"]}}
        for column, table in relation.foreign_keys.items()
    ]
    return schema | ({"foreignKeys": keys} if keys else {})


def field(column: Column) -> dict[str, Any]:
    """Return the field of a column."""
    type_ = column.type or "text"
    described = {"name": column.name, "type": FIELD_TYPES.get(type_, type_), "description": column.description or ""}
    return described | ({"format": "any"} if type_ == "timestamp" else {})


def dbt_schema(relations: Iterable[Relation]) -> str:
    """Return a schema.yml of dbt: tables and views as a source, the saved reports as exposures."""
    relations = list(relations)
    source = {
        "name": "chancery",
        "description": ABOUT,
        "schema": "{{ var('chancery_schema', 'public') }}",
        "tables": [dbt_table(relation) for relation in relations],
    }
    exposures = [dbt_exposure(relation) for relation in relations if not relation.is_table]
    lines = yaml_lines({"version": 2, "sources": [source], "exposures": exposures})
    return "\n".join(["# Written by: chancery export --format dbt", *lines]) + "\n"


def dbt_table(relation: Relation) -> dict[str, Any]:
    """Return what dbt is told of a relation, with tests of its keys."""
    columns: list[dict[str, Any]] = []
    for column in relation.columns:
        tests: list[Any] = ["unique", "not_null"] if relation.is_table and column.name == "id" else []
        if relation.is_table and column.name in relation.foreign_keys:
            to = f"source('chancery', '{relation.foreign_keys[column.name]}')"
            tests.append({"relationships": {"arguments": {"to": to, "field": "id"}}})
        told = {"name": column.name, "description": column.description or "", "data_type": column.type or "text"}
        columns.append(told | ({"data_tests": tests} if tests else {}))
    return {"name": relation.name, "description": relation.description, "columns": columns}


def dbt_exposure(relation: Relation) -> dict[str, Any]:
    """Return a saved report as dbt has those who use its sources."""
    return {
        "name": f"{relation.name}_report",
        "label": relation.title,
        "type": "analysis",
        "description": relation.description,
        "owner": {"name": "Chancery"},
        "depends_on": [f"source('chancery', '{relation.name}')"],
    }


def yaml_lines(value: Any, indent: str = "") -> Iterator[str]:
    """Give lists, mappings and words as lines of YAML; words are quoted as JSON quotes them, which YAML reads."""
    if isinstance(value, Mapping):
        for name, content in value.items():
            if isinstance(content, Mapping | list):
                yield f"{indent}{name}:"
                yield from yaml_lines(content, indent + "  ")
            else:
                yield f"{indent}{name}: {json.dumps(content, ensure_ascii=False)}"
        return
    for content in value:
        if isinstance(content, Mapping):
            first, *rest = yaml_lines(content, indent + "  ")
            yield f"{indent}- {first.strip()}"
            yield from rest
        else:
            yield f"{indent}- {json.dumps(content, ensure_ascii=False)}"
