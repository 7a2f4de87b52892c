"""The map of the tables, drawn from the models: `python -m queries.table_map` prints docs/tables.md."""

from collections.abc import Iterator

from models import Base
from queries.relations import Relation, table_relation

HEAD = """# The tables

Drawn from the models by `python -m queries.table_map`; a test holds it against them. The saved reports, views named
`report_...`, are what stays the same between versions: ask those first. What each column means stands in the table
`data_dictionary`.
"""


def table_map() -> str:
    """Return the map as Markdown: a diagram that GitHub draws, and what each table is."""
    relations = [table_relation(table) for table in Base.metadata.sorted_tables]
    listed = [f"| `{relation.name}` | {relation.description} |" for relation in relations]
    diagram = ["```mermaid", "erDiagram", *(line for relation in relations for line in lines_of(relation)), "```"]
    return "\n".join([HEAD, *diagram, "", "| table | a row is |", "| --- | --- |", *listed, ""])


def lines_of(relation: Relation) -> Iterator[str]:
    """Give a table's columns, and the tables that it refers to."""
    yield f"    {relation.name} {{"
    for column in relation.columns:
        mark = " PK" if column.name == "id" else " FK" if column.name in relation.foreign_keys else ""
        yield f"        {column.type} {column.name}{mark}"
    yield "    }"
    for column_name, other in relation.foreign_keys.items():
        yield f"    {other} ||--o{{ {relation.name} : {column_name.removesuffix('_id')}"


if __name__ == "__main__":
    print(table_map(), end="")
