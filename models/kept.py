"""Kept tables: sums that heavy saved reports would work out anew each time, as rows that every change keeps true.

`kept_NAME` has the rows that the view `plain_NAME` gives; both are made when the reports are published, and stand in
`kept_table`. Whoever changes what they are made from, triggers note it in `kept_touched`: a grain, such as the pairs of
leaders, and the keys of one of them, or no keys where all of a grain may be others now. Each transaction of a writer
works out what was touched before it ends, so that no reader ever sees rows that are not true.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, text

AT_ONCE = 500  # keys in one query
MOST_BY_THEMSELVES = 2_000  # of a grain; where more were touched, all are worked out anew
Touched = dict[str, set[tuple[int, int]] | None]  # by grain; None where all of it were touched


@dataclass(frozen=True)
class Kept:
    """A kept table: its name, the grain by which it is kept, and the two columns with the keys of that."""

    name: str
    grain: str
    first: str | None
    second: str | None


def keep_true(connection: Connection) -> None:
    """Work out anew what was touched in the kept tables; nothing where they are not published."""
    if not is_published(connection):
        return
    touched = take_touched(connection)
    for kept in kept_tables(connection) if touched else ():
        if kept.grain in touched:
            pairs = touched[kept.grain]
            if pairs is None or kept.first is None or len(pairs) > MOST_BY_THEMSELVES:
                build(connection, kept)
            else:
                build_only(connection, kept, pairs)


def refresh(connection: Connection) -> list[Kept]:
    """Work out all kept tables anew; return them."""
    take_touched(connection)
    tables = kept_tables(connection)
    for kept in tables:
        build(connection, kept)
    return tables


def is_published(connection: Connection) -> bool:
    """Return whether there are kept tables."""
    query = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'kept_table'"
    if connection.dialect.name == "postgresql":
        query = "SELECT to_regclass('kept_table')"
    return connection.execute(text(query)).scalar() is not None


def kept_tables(connection: Connection) -> list[Kept]:
    """Return the kept tables by name."""
    query = "SELECT name, grain, first_column, second_column FROM kept_table ORDER BY name"
    return [Kept(*row) for row in connection.execute(text(query))]


def is_touched(connection: Connection) -> bool:
    """Return whether anything was touched that is not worked out anew yet."""
    return connection.execute(text("SELECT 1 FROM kept_touched LIMIT 1")).scalar() is not None


def untrue_rows(connection: Connection, kept: Kept) -> int:
    """Return how many rows of a kept table are not those that it would be worked out to now, or are missing."""
    query = f"""
        WITH
            has AS MATERIALIZED (SELECT * FROM kept_{kept.name}),
            should AS MATERIALIZED (SELECT * FROM plain_{kept.name})
        SELECT
            (SELECT count(*) FROM (SELECT * FROM has EXCEPT SELECT * FROM should) AS excess),
            (SELECT count(*) FROM (SELECT * FROM should EXCEPT SELECT * FROM has) AS missing),
            (SELECT count(*) FROM has),
            (SELECT count(*) FROM should)
    """  # noqa: S608 - names of ours
    excess, missing, has, should = connection.execute(text(query)).one()
    return int(max(excess, missing, abs(has - should)))


def take_touched(connection: Connection) -> Touched:
    """Return what was touched, by grain, and forget it; what others note meanwhile stays for the next time."""
    touched: dict[str, set[tuple[int, int]] | None] = {}
    taken = text("DELETE FROM kept_touched RETURNING grain, first_id, second_id")
    for grain, first, second in connection.execute(taken).all():
        pairs = touched.setdefault(grain, set())
        if first is None or second is None:
            touched[grain] = None
        elif pairs is not None:
            pairs |= {(first, second), (second, first)}
    return touched


def build(connection: Connection, kept: Kept) -> None:
    """Work out all rows of a kept table anew."""
    connection.execute(text(f"DELETE FROM kept_{kept.name}"))  # noqa: S608 - names of ours, here and below
    connection.execute(text(f"INSERT INTO kept_{kept.name} SELECT * FROM plain_{kept.name}"))  # noqa: S608


def build_only(connection: Connection, kept: Kept, pairs: set[tuple[int, int]]) -> None:
    """Work out anew the rows of these pairs of a kept table."""
    for first, several in by_first(pairs):
        only = f"WHERE {kept.first} = {first} AND {kept.second} IN ({', '.join(map(str, several))})"
        connection.execute(text(f"DELETE FROM kept_{kept.name} {only}"))  # noqa: S608
        connection.execute(text(f"INSERT INTO kept_{kept.name} SELECT * FROM plain_{kept.name} {only}"))  # noqa: S608


def by_first(pairs: set[tuple[int, int]]) -> Iterator[tuple[int, list[int]]]:
    """Yield the first keys of pairs, each with the second ones, as many as one query takes."""
    found: dict[int, list[int]] = defaultdict(list)
    for first, second in sorted(pairs):
        found[first].append(second)
    for first, several in found.items():
        for at in range(0, len(several), AT_ONCE):
            yield first, several[at : at + AT_ONCE]
