"""Which rule of the tables a record breaks, in plain words: the name of a constraint tells nobody what is allowed."""

import re
from collections.abc import Iterable

from sqlalchemy import CheckConstraint, Constraint, UniqueConstraint
from sqlalchemy.exc import DBAPIError

from models import Base

NAME = re.compile(r"\b(?:ck|uq)_\w+")
EMPTY = re.compile(r'NOT NULL constraint failed: \w+\.(\w+)|null value in column "(\w+)"')
TWICE = re.compile(r"UNIQUE constraint failed: (.+)")  # SQLite names no constraint, but its columns


def rule_of(error: DBAPIError) -> str:
    """Return which rule of the tables a record breaks."""
    said = str(error.orig).strip().splitlines()[0]
    if empty := EMPTY.search(said):
        return f"{empty[1] or empty[2]} is empty"
    if twice := TWICE.search(said):
        return already(column.rpartition(".")[2].strip() for column in twice[1].split(","))
    named = NAME.search(said)
    rule = constraint_named(named[0]) if named else None
    if isinstance(rule, CheckConstraint):
        return f"it breaks the rule that {rule.sqltext}"
    if isinstance(rule, UniqueConstraint):
        return already(column.name for column in rule.columns)
    return f"it breaks a rule: {said}"


def constraint_named(name: str) -> Constraint | None:
    """Return the constraint of a name."""
    every = (constraint for table in Base.metadata.tables.values() for constraint in table.constraints)
    return next((constraint for constraint in every if constraint.name == name), None)


def already(columns: Iterable[str]) -> str:
    """Return that another row has the same in these columns."""
    return f"another row has the same {' and '.join(columns)} already"
