"""The SELECT of a report: whether it is one, which columns it gives, and its text for the database at hand."""

import re
from functools import cache
from typing import TYPE_CHECKING

from models.database import InputError

if TYPE_CHECKING:
    from sqlglot import exp

# SQLite keeps a date as its ISO text, and would cut CAST('2026-12-31' AS date) down to the number 2026.
DATE_CAST = re.compile(r"\bAS\s+date\s*\)", re.IGNORECASE)

# By plain bytes text has the same order, and the same small letters, on both engines, whatever the server's locale.
BINARY = re.compile(r"\bCOLLATE\s+binary\b", re.IGNORECASE)

DIALECTS = {"postgresql": "postgres", "sqlite": "sqlite"}  # as sqlglot calls them


def for_engine(sql: str, engine: str) -> str:
    """Return the SQL of a report for an engine ("sqlite" or "postgresql").

    The text is the same for both, but for casts to dates, which SQLite keeps as text, and the name of the collation
    that goes by bytes.
    """
    return DATE_CAST.sub("AS text)", sql) if engine == "sqlite" else BINARY.sub('COLLATE "C"', sql)


@cache
def parse_select(sql: str, path: str, engine: str = "postgresql") -> "exp.Query":
    """Return the parsed SELECT, read as `engine` understands it.

    Raises InputError where the text is anything but a single SELECT.
    """
    import sqlglot
    from sqlglot import exp

    try:
        parsed = sqlglot.parse(sql, read=DIALECTS[engine])
    except sqlglot.ParseError as error:
        details = error.errors[0]
        where = f"line {details.get('line')}, near {details.get('highlight')!r}"
        raise InputError(f"{path}: the SQL does not parse ({where}): {details.get('description')}") from None
    except sqlglot.TokenError as error:
        raise InputError(f"{path}: the SQL does not parse: {str(error).splitlines()[0]}") from None
    statements = [part for part in parsed if part is not None and not isinstance(part, exp.Semicolon)]
    if len(statements) != 1:
        raise InputError(f"{path}: a report is a single SELECT, this has {len(statements)} statements")
    query = statements[0]
    changing = (exp.DML, exp.Create, exp.Drop, exp.Into, exp.Command)
    if not isinstance(query, exp.Query) or query.find(*changing) is not None:
        raise InputError(f"{path}: a report is a single SELECT that changes nothing")
    return query


def columns_of(sql: str, path: str) -> dict[str, str]:
    """Return the columns of a SELECT in their order, each with the type its CAST gives, or "" where it has none."""
    from sqlglot import exp

    columns = {}
    for expression in parse_select(sql, path).selects:
        value = expression.unalias()
        columns[expression.alias_or_name] = value.to.sql().lower() if isinstance(value, exp.Cast) else ""
    return columns


def views_read(sql: str) -> set[str]:
    """Return the names of the views of other reports, and of the kept tables, that the SQL reads."""
    return set(re.findall(r"\b(?:report|kept)_\w+", sql))


@cache
def without_end(sql: str, engine: str) -> str:
    """Return the SQL without the semicolon, and the comments behind it, that end it."""
    import sqlglot

    if ";" not in sql:
        return sql
    tokens = sqlglot.tokenize(sql, read=DIALECTS[engine])
    return sql[: tokens[-1].start] if tokens and tokens[-1].text == ";" else sql


def literal(sql: str) -> str:
    """Return SQL without parameters in the spelling in which SQLAlchemy finds none."""
    return sql.replace(":", r"\:")
