"""Reference data of a user's own: files read record by record, the right ones stored, the wrong ones told."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Engine, Table, delete, select
from sqlalchemy.exc import IntegrityError

from importers.broken_rules import rule_of
from importers.corrections.offices import settle_offices, withdraw_offices
from importers.reference.comtrade import is_comtrade, statistic_of
from importers.reference.direction_of_trade import is_workbook, records_of_workbook, statistics_of
from importers.reference.leaders import leader, office, tenure
from importers.reference.load import PARTS, store, stored_like, stored_parts
from importers.reference.milestones import milestone
from importers.reference.other_languages import names_of
from importers.reference.records import Record, Rows, records_of
from importers.reference.themes import theme
from importers.reference.trade import trade_statistic
from importers.reference.words import word
from importers.store import Row
from models import Base, TradeStatistic
from models.database import InputError, writing

COLUMNS = {
    "leaders": (
        "leader_id full_name",
        "family_name_first native_name wikidata_qid aliases country family_name gender born died relation related_to"
        " note source verified"
        " office_id office_country office_title role other_titles holders start_date end_date acting",
    ),
    "milestones": (
        "milestone_id name kind date",
        "parties phrases pair_phrases needs_pair source verified note",
    ),
    "themes": ("theme_id kind name", "definition parent phrases pair_phrases parties source verified note"),
    "trade": ("reporter partner year flow value_usd issuer basis", "source verified note"),
    "words": ("language tag phrase", "meaning"),
}
NAMES_COLUMNS = {
    "leaders": ("leader_id language", "full_name family_name aliases source verified note"),
    "milestones": ("milestone_id language phrases", "pair_phrases source verified note"),
    "themes": ("theme_id language phrases", "pair_phrases source verified note"),
}
"""Of each subject, the columns that a file must have, and those that it may have; the same of a file of names."""


@dataclass
class Supplied:
    """What became of a file: records that were new, changed, as they were; those that are wrong, by line."""

    inserted: int = 0
    updated: int = 0
    unchanged: int = 0
    left_out: int = 0
    rejected: list[tuple[int, str]] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)


def supply(engine: Engine, subject: str, content: bytes, source: str, *, is_dry_run: bool = False) -> Supplied:
    """Store the records of a file in one transaction; return what became of them.

    Raises InputError where the file is no table, or lacks columns that it must have.
    """
    supplied = Supplied()
    read: Callable[[Record, Rows], None]
    of_workbook = subject == "trade" and is_workbook(content)
    names, records = ([], records_of_workbook(content)) if of_workbook else records_of(content)
    if of_workbook:
        read = lambda record, rows: statistics_of(record, rows, source)  # noqa: E731
    elif subject == "trade" and is_comtrade(names):
        read = lambda record, rows: statistic_of(record, rows, source)  # noqa: E731
    else:
        of_names = "language" in names and subject in NAMES_COLUMNS
        read = names_of(subject) if of_names else READ[subject]
        supplied.unused = check_columns(subject, names, (NAMES_COLUMNS if of_names else COLUMNS)[subject])
    with writing(engine) as connection:
        trial = connection.begin_nested()
        withdraw_offices(connection)
        Filing(connection, supplied, read).file(records)
        settle_offices(connection)
        if is_dry_run:
            trial.rollback()
    return supplied


def check_columns(subject: str, names: Sequence[str], columns: tuple[str, str]) -> list[str]:
    """Return the columns that are not used. Raises InputError where one is missing."""
    needed, possible = (several.split() for several in columns)
    missing = [name for name in needed if name not in names]
    if missing:
        all_columns = f"{subject} need {', '.join(needed)} and may have {', '.join(possible)}"
        raise InputError(f"the file has no column {', '.join(missing)}; {all_columns}")
    return [name for name in names if name and name not in needed + possible]


def leader_with_office(record: Record, rows: Rows) -> None:
    """Add a leader; where the record names an office, also the time they held it, and the office if it is described."""
    leader(record, rows)
    slug = record.optional("office_id")
    if slug is None:
        return
    if record.optional("office_title"):
        described = {"office_id": slug, "country": record.optional("office_country") or record.optional("country")}
        described |= {"title": record.text("office_title"), "role": record.text("role")}
        described |= {name: record.optional(name) for name in ("other_titles", "holders", "source", "verified")}
        office(Record(described, record.line), rows)
    tenure(record, rows)


READ: Mapping[str, Callable[[Record, Rows], None]] = {
    "leaders": leader_with_office,
    "milestones": milestone,
    "themes": theme,
    "trade": trade_statistic,
    "words": word,
}


class Filing:
    """The filing of one file's records, each in a savepoint of its own."""

    def __init__(self, connection: Connection, supplied: Supplied, read: Callable[[Record, Rows], None]) -> None:
        self.connection, self.supplied, self.read = connection, supplied, read
        self.filed: set[int] = set()  # the rows that records of this file brought

    def file(self, records: Iterable[Record]) -> None:
        """File the records; those that refer to later ones come after these."""
        waiting = [record for record in records if not self.filed_at_once(record)]
        while waiting:
            still = [record for record in waiting if not self.filed_at_once(record)]
            if len(still) == len(waiting):
                self.supplied.rejected += [(record.line, self.unknown(record) or "") for record in still]
                break
            waiting = still
        self.supplied.rejected.sort()

    def filed_at_once(self, record: Record) -> bool:
        """File a record, or take down why it is wrong; return False where it refers to something that is not there."""
        rows = Rows()
        try:
            self.read(record, rows)
            if not any(rows.tables.values()) and not rows.told:
                self.supplied.left_out += 1
            elif self.unknown(record):
                return False
            else:
                self.store(rows)
        except IntegrityError as error:
            self.supplied.rejected.append((record.line, rule_of(error)))
        except ValueError as error:
            self.supplied.rejected.append((record.line, str(error)))
        return True

    def unknown(self, record: Record) -> str | None:
        """Return what a record refers to that is not there."""
        rows = Rows()
        self.read(record, rows)
        for table, column, keys in references(rows):
            other = next(iter(table.c[column].foreign_keys)).column.table
            here = rows.tables.get(other.name, {}).keys()
            there = set(self.connection.execute(select(other.c.id).where(other.c.id.in_(keys - here))).scalars())
            if keys - here - there:
                return f"{column.removesuffix('_id')} names no {other.name} that is known"
        return None

    def store(self, rows: Rows) -> None:
        """Store the rows of a record, and count it. Raises IntegrityError where they break a rule of the tables."""
        first = first_of(rows)
        rows = self.without_filed(rows)
        tables = [Base.metadata.tables[name] for name in dict.fromkeys([*rows.tables, *rows.told])]
        stored = {table.name: stored_rows(self.connection, table, rows) for table in tables}
        is_same = all(same(several, rows.tables.get(name, {})) for name, several in stored.items())
        if not is_same:
            self.change(rows, is_new=not stored.get(first))
        self.supplied.unchanged += is_same
        self.filed |= {key for several in rows.tables.values() for key in several}

    def change(self, rows: Rows, *, is_new: bool) -> None:
        """Store rows that are new or not as they were."""
        with self.connection.begin_nested():
            replaced = self.replace_figures(rows)
            store(self.connection, rows, "user")
        self.supplied.inserted += is_new and not replaced
        self.supplied.updated += replaced or not is_new

    def without_filed(self, rows: Rows) -> Rows:
        """Leave out what an earlier line of the file brought, such as the leader of several offices."""
        kept = Rows()
        for name, several in rows.tables.items():
            parent = PARTS.get(name, "id")
            new = {key: row for key, row in several.items() if row[parent] not in self.filed}
            if new:
                kept.tables[name] = new
        for name, told in rows.told.items():
            kept.told[name] = {(record, language) for record, language in told if record not in self.filed}
        return kept

    def replace_figures(self, rows: Rows) -> bool:
        """Remove a user's older figure of the same year, flow, office and parties; return whether there was one."""
        table = Base.metadata.tables[TradeStatistic.__tablename__]
        replaced = 0
        for key, row in rows.tables.get(table.name, {}).items():
            same_figure = [
                table.c[name] == row[name] for name in ("reporter_id", "partner_id", "year", "flow", "issuer", "basis")
            ]
            of_users = select(table.c.id).where(*same_figure, table.c.supplied_by == "user")
            older = set(self.connection.execute(of_users).scalars()) - self.filed - {key}
            replaced += len(older)
            if older:
                self.connection.execute(delete(table).where(table.c.id.in_(older)))
        return bool(replaced)


def references(rows: Rows) -> Iterator[tuple[Table, str, set[int]]]:
    """Yield the columns of the rows that refer to other tables, each with the keys that stand in it."""
    for name, several in rows.tables.items():
        table = Base.metadata.tables[name]
        for column in table.c:
            if column.foreign_keys:
                keys = {row[column.name] for row in several.values() if row.get(column.name) is not None}
                if keys:
                    yield table, column.name, keys


def first_of(rows: Rows) -> str:
    """Return the table that tells whether a record is new: its own, or that of its words where it has words only."""
    own = [table.name for table in Base.metadata.sorted_tables if rows.tables.get(table.name)]
    return next((name for name in own if name not in PARTS), next(iter(rows.told), own[0] if own else ""))


def stored_rows(connection: Connection, table: Table, rows: Rows) -> dict[int, Row]:
    """Return the stored rows of a table with the keys of these; of parts, those of the same records."""
    stored = stored_like(connection, table, rows)
    return stored_parts(table, rows, stored) if table.name in PARTS else {row["id"]: row for row in stored}


def same(stored: Mapping[int, Mapping[str, Any]], rows: Mapping[int, Mapping[str, Any]]) -> bool:
    """Return whether the stored rows are those of the file."""
    return stored.keys() == rows.keys() and all(
        as_number(stored[key].get(column)) == as_number(value)
        for key, row in rows.items()
        for column, value in row.items()
    )


def as_number(value: Any) -> Any:
    """Return an amount as either engine gives it."""
    return float(value) if isinstance(value, Decimal) else value
