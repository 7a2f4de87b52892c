"""keep with themes the report that touches them, and with messages how many sentences each report gives of them.

Reports that compare what several reports tell of a message looked at every sentence again for each fact and each report;
on a million statements that took half a minute, and seconds for one leader. Indexes:

- theme_mention (message_id, theme_id, source_report_id), in the place of one without the report: which reports tell a
  theme of a message.
- message_report (message_id, source_report_id, statement_count): which reports give words of a message.
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_29_1"
down_revision = "2026_11_28_9"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
REPORT = "The report of the statement, here too so that those that touch a theme of a message are found quickly"
COUNT = "Number of the report's statements that tell words of the message"
REPORT_OF = """
    UPDATE theme_mention SET source_report_id = (
        SELECT statement.source_report_id FROM statement WHERE statement.id = theme_mention.statement_id
    )
"""
COUNTED = """
    UPDATE message_report SET statement_count = (
        SELECT count(*) FROM statement
        WHERE statement.message_id = message_report.message_id
            AND statement.source_report_id = message_report.source_report_id
    )
"""
SHORTER = ["message_id", "theme_id"]
LONGER = [
    ("theme_mention", ["message_id", "theme_id", "source_report_id"]),
    ("message_report", ["message_id", "source_report_id", "statement_count"]),
]


def upgrade() -> None:
    op.add_column("theme_mention", sa.Column("source_report_id", KEY, nullable=True, comment=REPORT))
    op.add_column(
        "message_report", sa.Column("statement_count", sa.Integer(), nullable=False, server_default="0", comment=COUNT)
    )
    op.execute(REPORT_OF)
    op.execute(COUNTED)
    op.drop_index(index_name("theme_mention", SHORTER), "theme_mention")
    for table, longer in LONGER:
        op.create_index(index_name(table, longer), table, longer)


def downgrade() -> None:
    for table, longer in LONGER:
        op.drop_index(index_name(table, longer), table)
    op.create_index(index_name("theme_mention", SHORTER), "theme_mention", SHORTER)
    op.drop_column("message_report", "statement_count")
    op.drop_column("theme_mention", "source_report_id")


def index_name(table: str, columns: list[str]) -> str:
    """Return the name of an index by the convention of the models."""
    return op.f(f"ix_{table}_{'_'.join(columns)}")
