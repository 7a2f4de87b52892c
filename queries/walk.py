"""The first rows of a report that is large, found by a walk through the keys by which it is sorted.

A report on what several reports tell of each message gives a million rows, and the first of them would be known only
once all were worked out. As they are sorted by messages, they are those of the first messages. So, too, are the first
rows of a report whose rows have keys those of the first keys, for which nothing but these and what they are sorted by
is worked out; and there are as many rows as keys.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import BigInteger, Connection, Select, column, literal_column, or_

from queries.catalogue import SavedReport, shipped_reports
from queries.conditions import Asked
from queries.query import query_of

STEPS = (60, 300, 5_000)  # so many keys are tried before all rows are worked out
MOST_KEYS = 5_000  # in one query


@dataclass(frozen=True)
class Narrowed:
    """A query for the first rows of a report, and how many there are in all, if that is known."""

    query: Select[Any]
    total: int | None = None


def narrowed_to_first(
    connection: Connection, report: SavedReport, asked: Mapping[str, Asked], query: Select[Any], taken: int, most: int
) -> Iterator[Narrowed]:
    """Yield a report's query narrowed to the rows of the first keys, then of more, at last as it is.

    Nothing can stand before what the first keys give. There is no walk with a filter that the report which is walked
    through does not have: it would go past many keys that give nothing. What has no key stands last. Where rows have
    keys of their own, those of the rows that are taken are enough, and no more than `most` are looked for.
    """
    for walked, key in report.walk:
        if has_filters(shipped_reports()[walked], report, asked):
            keyed = keys_in_order(connection, report, shipped_reports()[walked], key, asked)
            keys = list(connection.scalars(keyed.limit(STEPS[-1])))
            own = column(key, BigInteger())
            for step in STEPS:
                if len(keys) < step:
                    yield Narrowed(query.where(or_(own.in_(keys), own.is_(None))))
                    return
                yield Narrowed(query.where(own.in_(keys[:step])))
    if report.rows and taken < MOST_KEYS:
        keys = keys_of_rows(connection, report, asked, most)
        own = column(report.rows[1], BigInteger())
        yield Narrowed(query_of(connection, report, {}).where(own.in_(keys[: taken + 1])), len(keys))
    else:
        yield Narrowed(query)


def keys_of_rows(connection: Connection, report: SavedReport, asked: Mapping[str, Asked], most: int) -> list[int]:
    """Return the keys of the rows of a report in their order, `most` at most."""
    named, key = report.rows
    listed = report if named == report.name else shipped_reports()[named]
    walked = listed if has_filters(listed, report, asked) else report
    return list(connection.scalars(keys_in_order(connection, report, walked, key, asked).limit(most)))


def has_filters(walked: SavedReport, report: SavedReport, names: Iterable[str]) -> bool:
    """Return whether filters of a report mean the same in the one that is walked through."""
    return all(of_senders(walked.filters.get(name, ())) == of_senders(report.filters[name]) for name in names)


def of_senders(columns: Iterable[str]) -> list[str]:
    """Return the columns of a filter; the speaker of what a message says is who sent it."""
    return [own.replace("speaker", "sender") for own in columns]


def keys_in_order(
    connection: Connection, report: SavedReport, walked: SavedReport, key: str, asked: Mapping[str, Asked]
) -> Select[Any]:
    """Return the query for the keys of the report that is walked through, in the order of the other."""
    order = report.order[: report.order.index(key) + len(key)]
    return query_of(connection, replace(walked, order=order), asked).with_only_columns(literal_column(key))
