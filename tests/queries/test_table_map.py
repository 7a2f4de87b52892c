from pathlib import Path

from models import Base
from queries.table_map import table_map


def test_the_map_in_the_docs_is_that_of_the_models() -> None:
    assert Path("docs/tables.md").read_text(encoding="utf-8") == table_map()


def test_the_map_has_every_table_and_what_it_refers_to() -> None:
    drawn = table_map()
    assert all(f"    {name} {{" in drawn for name in Base.metadata.tables)
    assert "    exchange ||--o{ message : exchange\n" in drawn
