"""tell thresholds of trade from amounts: "more than 200 billion" is a bound that was passed, and no amount.

Of figures that were read before it is not known; `chancery import again` reads it.
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_28_7"
down_revision = "2026_11_28_6"
branch_labels = None
depends_on = None

COMMENT = "Whether the number is a bound that was passed: more than 200 billion, 230 to 240 billion"


def upgrade() -> None:
    op.add_column("trade_figure", sa.Column("is_threshold", sa.Boolean(), nullable=True, comment=COMMENT))


def downgrade() -> None:
    op.drop_column("trade_figure", "is_threshold")
