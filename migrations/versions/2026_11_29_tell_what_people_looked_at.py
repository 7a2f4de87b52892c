"""tell of messages, anniversaries and figures of trade whether a person put them right, or found them right.

Until now nobody could say that something was right as it was read; what was put right before is known by its next reading,
`chancery import again --all`.
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_29_2"
down_revision = "2026_11_29_1"
branch_labels = None
depends_on = None

TABLES = ("message_report", "anniversary_mention", "trade_figure")
COMMENT = "Whether a person put it right, or looked and found it right"


def upgrade() -> None:
    for table in TABLES:
        column: sa.Column[bool] = sa.Column(
            "is_checked", sa.Boolean(), nullable=False, server_default=sa.false(), comment=COMMENT
        )
        op.add_column(table, column)


def downgrade() -> None:
    for table in TABLES:
        op.drop_column(table, "is_checked")
