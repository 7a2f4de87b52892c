"""Publication of the saved reports as views, so that every tool connected to the database shows what reports show."""

from collections.abc import Iterable, Mapping
from graphlib import TopologicalSorter

from sqlalchemy import Connection, inspect, text

from queries.catalogue import SavedReport, shipped_reports
from queries.select import for_engine, views_read

PREFIX = "report_"


def publish(connection: Connection, reports: Mapping[str, SavedReport] | None = None) -> None:
    """Create a view for each saved report, the shipped ones unless told otherwise."""
    for report in by_dependence((shipped_reports() if reports is None else reports).values()):
        sql = for_engine(report.sql, connection.dialect.name)
        connection.execute(text(literal(f"CREATE VIEW {report.view} AS\n{sql}")))


def withdraw(connection: Connection) -> None:
    """Drop the views of all reports, so that the tables under them can be changed."""
    views = [view for view in inspect(connection).get_view_names() if view.startswith(PREFIX)]
    if connection.dialect.name == "postgresql" and views:
        connection.execute(text(f"DROP VIEW {', '.join(views)}"))  # together, whatever their order
        return
    for view in views:
        connection.execute(text(f"DROP VIEW {view}"))


def by_dependence(reports: Iterable[SavedReport]) -> list[SavedReport]:
    """Return the reports in an order in which each comes after those whose views it reads."""
    by_view = {report.view: report for report in reports}
    graph = {view: views_read(report.sql) & by_view.keys() for view, report in by_view.items()}
    return [by_view[view] for view in TopologicalSorter(graph).static_order()]


def literal(sql: str) -> str:
    """Return SQL without parameters in the spelling in which SQLAlchemy finds none."""
    return sql.replace(":", r"\:")
