"""What Datasette is told of a database: titles, descriptions, facets, and the saved reports as queries with filters."""

import re
from collections.abc import Mapping
from typing import Any

from queries.catalogue import SavedReport, shipped_reports
from queries.conditions import is_of_pair, type_of
from queries.kept import own_relations
from queries.package import ABOUT, OURS, PUBLISHERS, TITLE
from queries.page import templates
from queries.presentation import NAME, is_name_of, stands_beside
from queries.relations import Relation, relations

DATABASE = "chancery"  # as it is called in addresses, whatever its file is called
SEARCH = "search"  # the query of the statements that have certain words
LABELS = {"leader": {"label_column": "full_name"}, "source_report": {"label_column": "locator"}}  # shown for keys
FACETS = 4  # as many are counted at once on a page
HOW_TO_FILTER = (
    "A filter takes names, surnames or codes, several with commas between, and days as 2020-06-30, 2020-06 or 2020; an"
    " empty one filters nothing."
)

SETTINGS = {"sql_time_limit_ms": 20_000, "facet_time_limit_ms": 500, "suggest_facets": False}


def metadata() -> dict[str, Any]:
    """Return titles, descriptions and licences, as Datasette 1.0 takes them in its metadata."""
    tables = {relation.name: described(relation) for relation in relations()}
    return {
        "title": TITLE,
        "description_html": home(),
        "license": f"{OURS['title']}. {PUBLISHERS['title']}.",
        "license_url": OURS["path"],
        "databases": {
            DATABASE: {"description": "The tables, and the saved reports as views and queries.", "tables": tables}
        },
    }


def home() -> str:
    """Return the first page's own part: the search, and the saved reports by subject."""
    subjects: dict[str, list[SavedReport]] = {}
    for report in shipped_reports().values():
        subjects.setdefault(report.subject, []).append(report)
    named = {"database": DATABASE, "search": SEARCH}
    return templates().get_template("home.html").render(about=ABOUT, subjects=subjects, **named)


def described(relation: Relation) -> dict[str, Any]:
    """Return what is told of a table or view."""
    columns = {column.name: column.description or "" for column in relation.columns}
    told = {"description": relation.description, "columns": columns}
    return told | ({"title": relation.title} if relation.title else {})


def configuration() -> dict[str, Any]:
    """Return facets and queries, as Datasette 1.0 takes them in its configuration."""
    reports = shipped_reports()
    facets = {report.view: {"facets": facets_of(report)} for report in reports.values() if facets_of(report)}
    queries = {name: canned(report) for name, report in reports.items()} | {SEARCH: search()}
    tables = facets | LABELS | {name: {"hidden": True} for name in ("alembic_version", *own_relations())}
    return {"databases": {DATABASE: {"tables": tables, "queries": queries}}}


def both() -> dict[str, Any]:
    """Return metadata and configuration as one, as Datasette 0.65 takes them."""
    return merged(metadata(), configuration())


def merged(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """Return two mappings as one, part by part."""
    found = dict(one)
    for name, content in other.items():
        both_have = isinstance(content, Mapping) and isinstance(found.get(name), Mapping)
        found[name] = merged(found[name], content) if both_have else content
    return found


def facets_of(report: SavedReport) -> list[str]:
    """Return the columns by which the rows of a report are counted: those of its filters, but for days and years."""
    counted = (name for name in report.filters if name not in ("since", "until", "year"))
    columns = (column for name in counted for column in report.filters[name])
    return list(dict.fromkeys(columns))[:FACETS]


def canned(report: SavedReport) -> dict[str, Any]:
    """Return a report as a query whose parameters are its filters; one left empty filters nothing."""
    conditions = [f"(:{name} = '' OR {condition(report, name)})" for name in report.filters]
    where = "\nWHERE " + "\n    AND ".join(conditions) if conditions else ""
    return {
        "title": report.title,
        "description": " ".join(filter(None, (report.question, report.lists, HOW_TO_FILTER if report.filters else ""))),
        "sql": f"SELECT\n    {', '.join(shown_columns(report))}\nFROM {report.view} AS told{where}{sorted_by(report)}",
        "params": list(report.filters),
        "hide_sql": True,
    }


def search() -> dict[str, Any]:
    """Return the search as a query: the report on statements, of which those are shown that have all the words."""
    query = canned(shipped_reports()["statements"])
    last_import = "(SELECT max(id) FROM import_run)"  # after another one the words are looked for anew
    has_words = f"WHERE chancery_said(:words, {last_import}, told.statement_id)\n    AND "
    return query | {
        "title": "Search the statements",
        "description": f"Which statements have all of these words, in any form? {HOW_TO_FILTER}",
        "sql": query["sql"].replace("WHERE ", has_words, 1),
        "params": ["words", *query["params"]],
    }


def columns_of_view(report: SavedReport) -> list[str]:
    """Return the columns of a report's view as its page has them: names before their slugs, keys last."""
    names = {column.removesuffix(NAME): column for column in report.columns if is_name_of(column, list(report.columns))}
    first = [names.get(column, column) for column in ("quote", *report.shown) if column in report.columns]
    rest = [column for column in report.columns if column not in names and not column.endswith("_id")]
    return list(dict.fromkeys([*first, *rest, *names, *report.columns]))


def shown_columns(report: SavedReport) -> list[str]:
    """Return what a page selects: the quote and the columns of the table first, names for slugs, keys last."""
    columns = [column for column in report.columns if not stands_beside(column, list(report.columns))]
    first = dict.fromkeys(column for column in ("quote", *report.shown) if column in columns)
    rest = sorted((column for column in columns if column not in first), key=lambda column: column.endswith("_id"))
    return [named_column(report, column) for column in (*first, *rest)]


def named_column(report: SavedReport, column: str) -> str:
    """Return a column as a page selects it: with the name of its slug, where the report has that."""
    name = column + NAME
    return f"coalesce(told.{name}, told.{column}) AS {column}" if name in report.columns else f"told.{column}"


def sorted_by(report: SavedReport) -> str:
    """Return the order of a report's rows in the SQL of a page, by slugs and not by the names shown for them."""
    if not report.order:
        return ""
    order = re.sub(r"\w+", lambda word: f"told.{word[0]}" if word[0] in report.columns else word[0], report.order)
    return f"\nORDER BY {order}"


def condition(report: SavedReport, name: str) -> str:
    """Return the condition that a filter with words in it puts on the columns of a report, in the SQL of SQLite.

    What the words mean is told by the function chancery_keys of our plugin: for each word the keys that it may mean. As
    on the command line, of two leaders or countries both must take part; of several other words one is enough.
    """
    columns = [f"told.{column}" for column in report.filters[name]]
    if name in ("since", "until"):  # of columns of years, the year of the day
        sign = ">=" if name == "since" else "<="
        day = f"chancery_day('{name}', :{name})"
        return " OR ".join(f"CAST({col} AS text) {sign} substr({day}, 1, length({col}))" for col in columns)
    if type_of(report, report.filters[name][0]) == "boolean":
        return " OR ".join(f"{column} = (:{name} IN ('yes', 'true', '1'))" for column in columns)
    asked = f"json_each(chancery_keys('{name}', :{name})) AS asked"
    compared = [f"CAST({column} AS text)" for column in columns]
    if name == "year":
        compared = [f"substr({text}, 1, 4)" for text in compared]  # of days, their year
    meant = " OR ".join(
        f"{text} COLLATE NOCASE IN (SELECT value FROM json_each(asked.value))"  # noqa: S608
        for text in compared
    )
    if is_of_pair(report, name):
        return f"NOT EXISTS (SELECT 1 FROM {asked} WHERE NOT coalesce({meant}, false))"  # noqa: S608 - names of our own
    return f"EXISTS (SELECT 1 FROM {asked} WHERE {meant})"  # noqa: S608 - names of our own
