"""tell the months that a trade figure is of, where it is not of a whole year.

A month's or a half-year's figure is never set beside a year's official one. Figures stored before have no months until
the reports are read again.
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_21_6"
down_revision = "2026_11_21_4"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "trade_figure",
        sa.Column(
            "first_month",
            sa.Integer(),
            sa.CheckConstraint("first_month BETWEEN 1 AND 12", name=op.f("ck_trade_figure_first_month_in_year")),
            nullable=True,
            comment="The first month that the figure is of; NULL where it is of the whole year",
        ),
    )
    op.add_column(
        "trade_figure",
        sa.Column(
            "last_month",
            sa.Integer(),
            sa.CheckConstraint(
                "last_month BETWEEN coalesce(first_month, 13) AND 12",
                name=op.f("ck_trade_figure_last_month_after_first"),
            ),
            nullable=True,
            comment="The last month that the figure is of; NULL where it is of the whole year, or of the year so far",
        ),
    )


def downgrade() -> None:
    with op.batch_alter_table("trade_figure", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("ck_trade_figure_last_month_after_first"), type_="check")
        batch_op.drop_constraint(op.f("ck_trade_figure_first_month_in_year"), type_="check")
        batch_op.drop_column("last_month")
        batch_op.drop_column("first_month")
