"""What saved reports count by, beside the rows of a report."""

from importers.counted import note_counts
from importers.store import RowsByTable


def test_the_statements_of_each_message_are_counted_and_themes_are_of_the_report() -> None:
    rows: RowsByTable = {
        "source_report": [{"id": 7}],
        "statement": [{"message_id": 1}, {"message_id": 1}, {"message_id": None}],
        "message_report": [{"message_id": 1}, {"message_id": 2}],
        "theme_mention": [{"message_id": 1}, {"message_id": None}],
    }
    note_counts(rows)
    assert [message["statement_count"] for message in rows["message_report"]] == [2, 0]
    assert [theme["source_report_id"] for theme in rows["theme_mention"]] == [7, 7]


def test_a_report_that_tells_nothing_has_nothing_to_count() -> None:
    rows: RowsByTable = {"source_report": [{"id": 7}]}
    note_counts(rows)
    assert rows == {"source_report": [{"id": 7}]}
