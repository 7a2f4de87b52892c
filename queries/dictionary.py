"""The descriptions of tables, views and columns, written into the database for the tools that connect to it."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, delete, insert

from models import DataDictionary, key_of
from queries.relations import Relation


def describe(connection: Connection, relations: Iterable[Relation]) -> None:
    """Write what relations and their columns are into data_dictionary, and on PostgreSQL into comments on views."""
    relations = list(relations)
    names = [relation.name for relation in relations]
    connection.execute(delete(DataDictionary).where(DataDictionary.relation.in_(names)))
    connection.execute(insert(DataDictionary), [entry for relation in relations for entry in entries(relation)])
    if connection.dialect.name == "postgresql":
        views = (relation for relation in relations if relation.kind == "view")
        connection.exec_driver_sql("; ".join(comment for view in views for comment in comments(connection, view)))


def forget(connection: Connection) -> None:
    """Empty the data dictionary."""
    connection.execute(delete(DataDictionary))


def entries(relation: Relation) -> Iterator[dict[str, str | int | None]]:
    """Give the rows of the data dictionary for a relation: its own, then those of its columns."""
    yield entry(relation, 0, None, None, relation.description)
    for position, column in enumerate(relation.columns, 1):
        yield entry(relation, position, column.name, column.type, column.description)


def entry(
    relation: Relation, position: int, column: str | None, type_: str | None, description: str | None
) -> dict[str, str | int | None]:
    """Return a row of the data dictionary."""
    return {
        "id": key_of("data_dictionary", relation.name, position),
        "relation": relation.name,
        "kind": relation.kind,
        "position": position,
        "column_name": column,
        "type": type_,
        "description": description,
    }


def comments(connection: Connection, view: Relation) -> Iterator[str]:
    """Give the statements that comment on a view and its columns. The tables have theirs from the migrations."""
    name = connection.dialect.identifier_preparer.quote
    yield f"COMMENT ON VIEW {name(view.name)} IS {quoted(view.description)}"
    for column in view.columns:
        if column.description:
            yield f"COMMENT ON COLUMN {name(view.name)}.{name(column.name)} IS {quoted(column.description)}"


def quoted(words: str) -> str:
    """Return words as text in SQL, for psycopg, which takes a single % for a parameter."""
    return "'" + words.replace("'", "''").replace("%", "%%") + "'"
