"""tell the day of each message by each report, and with it that of each message, which was the day of its exchange.

An answer of two days later stood with the day of the letter that it answers.
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_30_2"
down_revision = "2026_11_30_1"
branch_labels = None
depends_on = None

# Which day each report gives is known of its exchange; of the message, reading again may know better.
BY_REPORT = """
UPDATE message_report SET sent_on = (
    SELECT exchange_report.exchanged_on
    FROM message
    JOIN exchange_report ON exchange_report.exchange_id = message.exchange_id
    WHERE message.id = message_report.message_id
        AND exchange_report.source_report_id = message_report.source_report_id
)
"""
# The day that most accounts give, the earliest of equals; a day that no report gives was put right by a person.
BY_MOST = """
UPDATE message SET sent_on = (
    SELECT message_report.sent_on
    FROM message_report
    JOIN source_report ON source_report.id = message_report.source_report_id
    WHERE message_report.message_id = message.id AND message_report.sent_on IS NOT NULL
    GROUP BY message_report.sent_on
    ORDER BY count(DISTINCT source_report.account_id) DESC, message_report.sent_on
    LIMIT 1
)
WHERE sent_on IN (
    SELECT exchange_report.exchanged_on FROM exchange_report WHERE exchange_report.exchange_id = message.exchange_id
)
"""
BY_EXCHANGE = """
UPDATE message SET sent_on = (SELECT exchange.exchanged_on FROM exchange WHERE exchange.id = message.exchange_id)
"""
COMMENTS = (
    "The day of the message, where known",
    "The day that most accounts give for the message, the earliest of equals",
)


def upgrade() -> None:
    op.add_column(
        "message_report",
        sa.Column("sent_on", sa.Date(), nullable=True, comment="The day of the message by this report"),
    )
    comment_of_message(*COMMENTS)
    op.execute(BY_REPORT)
    op.execute(BY_MOST)


def downgrade() -> None:
    op.execute(BY_EXCHANGE)
    comment_of_message(*reversed(COMMENTS))
    op.drop_column("message_report", "sent_on")


def comment_of_message(old: str, new: str) -> None:
    if op.get_context().dialect.name == "postgresql":
        op.alter_column("message", "sent_on", existing_type=sa.Date(), existing_comment=old, comment=new)
