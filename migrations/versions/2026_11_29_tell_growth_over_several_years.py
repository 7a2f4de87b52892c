"""tell growth over several years from that of one: "64 percent above 2021" of a figure of 2023.

Of figures that were read before it is not known; `chancery import again` reads it.
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_29_3"
down_revision = "2026_11_29_2"
branch_labels = None
depends_on = None

COMMENT = "Of growth over several years, the year that it is counted from; NULL where that is the year before"


def upgrade() -> None:
    with op.batch_alter_table("trade_figure") as table:
        table.add_column(sa.Column("base_year", sa.Integer(), nullable=True, comment=COMMENT))
        table.create_check_constraint("base_year_before", "base_year BETWEEN 1900 AND year - 2")


def downgrade() -> None:
    with op.batch_alter_table("trade_figure") as table:
        table.drop_constraint("base_year_before", type_="check")
        table.drop_column("base_year")
