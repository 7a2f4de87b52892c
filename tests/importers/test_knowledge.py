"""What the reference data know does not hang on the order in which rows are handed over."""

import dataclasses

from importers.knowledge import HEADS, knowledge_of
from importers.reference.load import shipped_rows
from importers.reference.records import Rows


def reversed_rows(rows: Rows) -> Rows:
    tables = {name: dict(reversed(table.items())) for name, table in rows.tables.items()}
    return dataclasses.replace(rows, tables=tables)


def test_terms_are_the_same_in_whichever_order_they_come() -> None:
    one, other = knowledge_of(shipped_rows()), knowledge_of(reversed_rows(shipped_rows()))
    assert one.terms == other.terms
    assert {slug: known.terms for slug, known in one.leaders.items()} == {
        slug: known.terms for slug, known in other.leaders.items()
    }


def test_the_head_of_a_state_and_of_a_party_is_asked_for_the_state_first() -> None:
    held = [term.role for term in knowledge_of(shipped_rows()).leaders["xi-jinping"].terms if term.role in HEADS]
    assert held == ["head_of_state", "party_leader"]
