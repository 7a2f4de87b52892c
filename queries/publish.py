"""Publication of the saved reports as views, so that every tool connected to the database shows what reports show."""

import re
from collections.abc import Iterable, Mapping, Sequence
from graphlib import TopologicalSorter

from sqlalchemy import Connection, inspect, literal_column, select, table, text
from sqlalchemy.exc import DBAPIError, InternalError

from models.database import InputError
from models.failures import reason_of
from queries.catalogue import VIEW_PREFIX, SavedReport, shipped_reports
from queries.dictionary import describe, forget
from queries.grants import keeping_grants
from queries.kept import PLAIN, KeptTable, note_what_touches, prepare_kept, publish_kept, shipped_tables, withdraw_kept
from queries.relations import relations, view_relation
from queries.select import for_engine, literal, parse_select, views_read, without_end


def publish(connection: Connection) -> None:
    """Create a view for each saved report that comes with the program, over the tables and kept tables.

    All that is in the database is described.
    """
    prepare_kept(connection)
    for one in in_order([*shipped_reports().values(), *shipped_tables()]):
        if isinstance(one, SavedReport):
            sql = for_engine(one.sql, connection.dialect.name)
            connection.execute(text(literal(f"CREATE VIEW {one.view} AS\n{sql}")))
        else:
            publish_kept(connection, one)
    note_what_touches(connection)
    forget(connection)
    describe(connection, relations())


def publish_beside(connection: Connection, reports: Mapping[str, SavedReport]) -> None:
    """Create, or create anew, a view for each report of a user's own, beside those that are published.

    Raises InputError for a report named like a shipped one, one that is no single SELECT, and one whose SQL does not
    run. `chancery init` withdraws these views with all others.
    """
    for report in reports.values():
        if report.name in shipped_reports():
            raise InputError(f"{report.path}: a report of that name comes with Chancery; give the file another")
        if not re.fullmatch(r"\w+", report.view, re.ASCII):
            raise InputError(f"{report.path}: name the file with letters, digits, - and _ only, as the view is")
        parse_select(report.sql, report.path, connection.dialect.name)
    published = inspect(connection).get_view_names()
    with keeping_grants(connection):
        drop(connection, [report.view for report in reports.values() if report.view in published])
        for report in by_dependence(reports.values()):
            create_view(connection, report)
    describe(connection, map(view_relation, reports.values()))


def create_view(connection: Connection, report: SavedReport) -> None:
    """Create the view of a report. Raises InputError where the database refuses its SQL."""
    engine = connection.dialect.name
    sql = without_end(for_engine(report.sql, engine), engine)
    try:
        connection.execute(text(literal(f"CREATE VIEW {report.view} AS\n{sql}")))
        connection.execute(select(literal_column("*")).select_from(table(report.view)).limit(0))
    except DBAPIError as error:
        raise InputError(f"the database does not run {report.path}: {reason_of(error)}") from None


def withdraw(connection: Connection) -> None:
    """Drop the views of all reports and the kept tables, so that the tables under them can be changed."""
    views = inspect(connection).get_view_names()
    drop(connection, [view for view in views if view.startswith((VIEW_PREFIX, PLAIN))])
    withdraw_kept(connection)


def drop(connection: Connection, views: Sequence[str]) -> None:
    """Drop views that may read one another. Raises InputError where views of others read them, with their names."""
    if connection.dialect.name == "postgresql" and views:
        try:
            connection.execute(text(f"DROP VIEW {', '.join(views)}"))  # together, whatever their order
        except InternalError as error:
            others = re.findall(r"((?:materialized )?view \S+) depends on ", str(error.orig))
            raise InputError(
                f"others' views read those of Chancery: {', '.join(dict.fromkeys(others))}; drop them, run this again,"
                " and create them anew (dbt: materialize them as tables)"
            ) from None
        return
    for view in views:
        connection.execute(text(f"DROP VIEW {view}"))


def by_dependence(reports: Iterable[SavedReport]) -> list[SavedReport]:
    """Return the reports in an order in which each comes after those whose views it reads."""
    return [one for one in in_order(list(reports)) if isinstance(one, SavedReport)]


def in_order(published: Sequence[SavedReport | KeptTable]) -> list[SavedReport | KeptTable]:
    """Return reports and kept tables in an order in which each comes after those that it reads."""
    by_name = {one.view if isinstance(one, SavedReport) else one.table: one for one in published}
    graph = {name: views_read(one.sql) & by_name.keys() for name, one in by_name.items()}
    return [by_name[name] for name in TopologicalSorter(graph).static_order()]
