"""An answer as people read it: names for slugs, what matters first, keys last or not at all."""

from collections.abc import Sequence
from dataclasses import replace

from queries.answer import Answer, Value

NAME = "_name"  # ends the column that has the name of the slug in the column without it


def with_names(answer: Answer) -> Answer:
    """Return the answer with names where slugs stand, under the slugs' columns; a slug stays where it has no name."""
    columns = [column for column in answer.columns if not is_name_of(column, answer.columns)]
    rows = [named(dict(zip(answer.columns, row, strict=True)), columns) for row in answer.rows]
    return replace(answer, columns=tuple(columns), rows=rows)


def has_ending_of_names(column: str) -> bool:
    """Return whether a column is called as one that has names."""
    return column.endswith(NAME)


def is_name_of(column: str, columns: Sequence[str]) -> bool:
    """Return whether a column has the names of another's slugs."""
    return column.endswith(NAME) and column.removesuffix(NAME) in columns


def named(row: dict[str, Value], columns: Sequence[str]) -> tuple[Value, ...]:
    """Return the values of a row in these columns, with names for slugs."""
    names = (row.get(column + NAME) for column in columns)
    return tuple(row[column] if name is None else name for column, name in zip(columns, names, strict=True))


def for_page(answer: Answer) -> Answer:
    """Return the answer as a page shows it: with names, the quote and the table's columns first, no keys."""
    told = with_names(answer)
    first = dict.fromkeys(column for column in ("quote", *told.report.shown) if column in told.columns)
    rest = [column for column in told.columns if column not in first and not column.endswith("_id")]
    return told.only([*first, *rest])


def only_columns(answer: Answer, columns: Sequence[str]) -> Answer:
    """Return the answer with these columns only, all of which a table shows."""
    return replace(answer.only(columns), report=replace(answer.report, shown=()))
