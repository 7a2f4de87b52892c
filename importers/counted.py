"""What saved reports count by, noted beside the rows of a report: a question then need not look at every sentence."""

from collections import Counter

from importers.store import RowsByTable


def note_counts(rows: RowsByTable) -> None:
    """Note how many statements of each message the report gives, and that the themes in them are of this report."""
    [report] = rows["source_report"]
    given = Counter(statement["message_id"] for statement in rows.get("statement", ()))
    for message in rows.get("message_report", ()):
        message["statement_count"] = given[message["message_id"]]
    for theme in rows.get("theme_mention", ()):
        theme["source_report_id"] = report["id"]
