"""An answer as people read it: names for slugs, what matters first, keys last or not at all."""

from collections.abc import Container, Sequence
from dataclasses import replace

from queries.answer import Answer, Value

NAME = "_name"  # ends the column that has the name of the slug in the column without it
SLUGS = "_slugs"  # ends the column that has the slugs of those whom the column without it names together


def with_names(answer: Answer, asked: Container[str] = ()) -> Answer:
    """Return the answer with names where slugs stand, under the slugs' columns; a slug stays where it has no name.

    A column of names that is `asked` for stays, and the slugs beside it.
    """
    return told_by(answer, NAME, asked)


def with_slugs(answer: Answer, asked: Container[str] = ()) -> Answer:
    """Return the answer with slugs only, also where several names are joined in one column."""
    return told_by(answer, SLUGS, asked)


def told_by(answer: Answer, ending: str, asked: Container[str]) -> Answer:
    """Return the answer in columns that stand beside no other, with what the columns of an ending have for them."""
    columns = [c for c in answer.columns if c in asked or not stands_beside(c, answer.columns)]
    rows = [told(dict(zip(answer.columns, row, strict=True)), columns, ending) for row in answer.rows]
    return replace(answer, columns=tuple(columns), rows=rows)


def is_name_of(column: str, columns: Sequence[str]) -> bool:
    """Return whether a column has the names of another's slugs."""
    return column.endswith(NAME) and column.removesuffix(NAME) in columns


def stands_beside(column: str, columns: Sequence[str]) -> bool:
    """Return whether a column has the names of another's slugs, or the slugs of another's names."""
    return is_name_of(column, columns) or (column.endswith(SLUGS) and column.removesuffix(SLUGS) in columns)


def told(row: dict[str, Value], columns: Sequence[str], ending: str) -> tuple[Value, ...]:
    """Return the values of a row in these columns, with those of the columns of this ending for them."""
    others = (None if column + ending in columns else row.get(column + ending) for column in columns)
    return tuple(row[column] if other is None else other for column, other in zip(columns, others, strict=True))


def for_page(answer: Answer) -> Answer:
    """Return the answer as a page shows it: with names, the quote and the table's columns first, no keys."""
    told = with_names(answer)
    first = dict.fromkeys(column for column in ("quote", *told.report.shown) if column in told.columns)
    rest = [column for column in told.columns if column not in first and not column.endswith("_id")]
    return told.only([*first, *rest])


def only_columns(answer: Answer, columns: Sequence[str]) -> Answer:
    """Return the answer with these columns only, all of which a table shows."""
    return replace(answer.only(columns), report=replace(answer.report, shown=()))
