"""What roles of PostgreSQL may read: granted once, and kept when the views are published anew.

Nothing is remembered beside the server's own catalogue. A role that could read every view, every table or the stored
texts before an upgrade can read every one after it; a role that could read some can read those.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, inspect, text

from models import Base
from models.database import InputError
from queries.catalogue import VIEW_PREFIX
from queries.select import literal

BODY = "body"  # the column of a table in which the text of a report is stored
DICTIONARY = "data_dictionary"  # which whoever reads the views reads too

READABLE = """
    SELECT relname, CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(rolname) END
    FROM pg_class
    CROSS JOIN LATERAL aclexplode(relacl) AS granted
    LEFT JOIN pg_roles ON pg_roles.oid = grantee
    WHERE relnamespace = to_regnamespace(quote_ident(current_schema())) AND relkind IN ('r', 'v')
        AND privilege_type = 'SELECT' AND grantee <> relowner
"""

LEFT_TO_ALL = """
    SELECT quote_ident(current_database()) AS own,
        has_database_privilege(:name, current_database(), 'TEMPORARY') AS temporary,
        has_function_privilege(:name, 'lo_creat(integer)', 'EXECUTE')
        OR has_function_privilege(:name, 'lo_create(oid)', 'EXECUTE')
        OR has_function_privilege(:name, 'lo_from_bytea(oid, bytea)', 'EXECUTE') AS large_objects
"""


def grant(connection: Connection, role: str, *, tables: bool = False, bodies: bool = False) -> None:
    """Let a role, given as SQL spells it, read the reporting views; with `tables` the tables but the stored texts.

    With `bodies`, the tables and the stored texts.
    """
    schema = schema_of(connection)
    run(connection, f"GRANT USAGE ON SCHEMA {schema} TO {role}")
    run(connection, f"GRANT SELECT ON {', '.join([*views_of(connection), DICTIONARY])} TO {role}")
    for table in Base.metadata.sorted_tables if tables or bodies else ():
        readable = "" if bodies else columns_without_body(table.columns.keys())
        run(connection, f"GRANT SELECT {readable} ON {table.name} TO {role}")


def revoke(connection: Connection, role: str) -> None:
    """Take from a role all that it was granted on the tables, the views and their schema."""
    schema = schema_of(connection)
    run(connection, f"REVOKE ALL ON ALL TABLES IN SCHEMA {schema} FROM {role}")
    run(connection, f"REVOKE ALL ON SCHEMA {schema} FROM {role}")


@contextmanager
def keeping_grants(connection: Connection) -> Iterator[None]:
    """Give back, after views were dropped and created anew, what every role could read before."""
    if connection.dialect.name != "postgresql":
        yield
        return
    views, tables, before = set(views_of(connection)), tables_without_body(connection), readable_by_role(connection)
    yield
    now = set(views_of(connection))
    for role, readable in before.items():
        for view in sorted(readable & views & now):
            run(connection, f"GRANT SELECT ON {view} TO {role}")
        if views and readable >= views | {DICTIONARY}:
            grant(connection, role, tables=readable >= tables, bodies=readable >= tables | {"source_report"})


def readable_by_role(connection: Connection) -> dict[str, set[str]]:
    """Return the tables and views that each role other than their owner was granted to read as a whole."""
    found: dict[str, set[str]] = defaultdict(set)
    for relation, role in connection.execute(text(literal(READABLE))):
        found[role].add(relation)
    return found


def tables_without_body(connection: Connection) -> set[str]:
    """Return the names of the tables that are there and hold no text of reports."""
    there = inspect(connection).get_table_names()
    return {table.name for table in Base.metadata.sorted_tables if table.name in there and BODY not in table.columns}


def columns_without_body(columns: Iterable[str]) -> str:
    """Return the list of columns to grant on a table that has a body, nothing for one that has none."""
    names = list(columns)
    return f"({', '.join(name for name in names if name != BODY)})" if BODY in names else ""


def views_of(connection: Connection) -> list[str]:
    """Return the names of the published views."""
    found = "SELECT viewname FROM pg_views WHERE schemaname = current_schema() AND starts_with(viewname, :prefix)"
    return sorted(connection.scalars(text(found), {"prefix": VIEW_PREFIX}))


def schema_of(connection: Connection) -> str:
    """Return the schema that the tables are in, as SQL spells it."""
    return str(connection.execute(text("SELECT quote_ident(current_schema())")).scalar_one())


def role_named(connection: Connection, name: str) -> str:
    """Return a role as SQL spells it. Raises InputError where there is none of that name, or it owns the tables."""
    found = text(
        "SELECT quote_ident(rolname), pg_roles.oid = relowner FROM pg_roles, pg_class"
        " WHERE rolname = :name AND pg_class.oid = to_regclass('statement')"
    )
    role, is_owner = connection.execute(found, {"name": name}).first() or (None, False)
    if is_owner:
        raise InputError(f"{name} owns the tables and may do everything; make another role, which only reads")
    if role is None:
        raise InputError(f"there is no role {name!r}; make it with: CREATE ROLE {name} LOGIN PASSWORD 'a password'")
    return str(role)


def what_it_can_change(connection: Connection, name: str) -> list[str]:
    """Return what a role can do beyond reading, by what it is or belongs to, or what everybody may."""
    checks = {
        "is a superuser": "SELECT rolsuper FROM pg_roles WHERE rolname = :name",
        "can change tables, by a role that it belongs to": "SELECT has_table_privilege(:name, 'statement', 'INSERT')",
        "can make tables in the schema, as others let it": (
            "SELECT has_schema_privilege(:name, CAST(current_schema() AS text), 'CREATE')"
        ),
    }
    return [can for can, check in checks.items() if connection.execute(text(check), {"name": name}).scalar()]


def what_everybody_may(connection: Connection, name: str) -> list[str]:
    """Return what a role may do beyond reading because PostgreSQL lets everybody, each with what takes it away.

    It is not taken away here: it is everybody's, and a database may hold more than this program's tables.
    """
    found = connection.execute(text(LEFT_TO_ALL), {"name": name}).one()
    told = []
    if found.temporary:
        remedy = f"REVOKE TEMPORARY ON DATABASE {found.own} FROM PUBLIC"
        told.append(f"can make temporary tables; take that away with: {remedy}")
    if found.large_objects:
        functions = "lo_creat(integer), lo_create(oid), lo_from_bytea(oid, bytea)"
        told.append(f"can store large objects; take that away with: REVOKE EXECUTE ON FUNCTION {functions} FROM PUBLIC")
    return told


def run(connection: Connection, statement: str) -> None:
    """Run a statement without parameters."""
    connection.execute(text(literal(statement)))
