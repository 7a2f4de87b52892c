"""tell how goals of trade are measured, who set them how, and how they ended.

A goal that is stored before is taken for one of a year's total, stated by leaders, until the reference data is loaded.
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_28_4"
down_revision = "2026_11_28_3"
branch_labels = None
depends_on = None

FLOWS = "'total', 'export', 'import', 'additional_import'"
COLUMNS = (
    (
        "flow",
        sa.Text(),
        "total",
        "total, or export, import or additional_import (beyond those of the base year) as seen from country_a",
    ),
    ("with_services", sa.Boolean(), None, "Whether services count as well as goods; NULL where it is not said"),
    ("span_years", sa.Integer(), "1", "Of how many years together the amount is"),
    ("base_year", sa.Integer(), None, "The year that an additional amount is counted from"),
    (
        "kind",
        sa.Text(),
        "stated",
        "signed in a document of both, stated by leaders, a wish of one of them, or a forecast",
    ),
    ("outcome", sa.Text(), None, "in_time, late or missed; NULL while it is not due, or where no figure says"),
    ("outcome_source", sa.Text(), None, "What the outcome rests on"),
)
RULES = (
    ("flow_known", f"flow IN ({FLOWS})"),
    ("kind_known", "kind IN ('signed', 'stated', 'wish', 'forecast')"),
    ("outcome_known", "outcome IN ('in_time', 'late', 'missed')"),
    ("span_of_years", "span_years >= 1"),
    ("base_year_in_range", "base_year BETWEEN 1900 AND 2100"),
)
AMOUNT = "US dollars a year"
AMOUNT_OF_SPAN = "US dollars, of the years of the span together"


def upgrade() -> None:
    with op.batch_alter_table("trade_target") as table:
        for name, kind, default, comment in COLUMNS:
            table.add_column(sa.Column(name, kind, nullable=default is None, server_default=default, comment=comment))
        table.alter_column(
            "value_usd",
            existing_type=sa.Numeric(24, 2),
            existing_nullable=False,
            comment=AMOUNT_OF_SPAN,
            existing_comment=AMOUNT,
        )
    with op.batch_alter_table("trade_target") as table:
        for name, _, default, comment in COLUMNS:
            if default is not None:
                table.alter_column(name, server_default=None, existing_comment=comment)
        for name, rule in RULES:
            table.create_check_constraint(op.f(f"ck_trade_target_{name}"), rule)


def downgrade() -> None:
    with op.batch_alter_table("trade_target") as table:
        for name, _ in RULES:
            table.drop_constraint(op.f(f"ck_trade_target_{name}"), type_="check")
        for name, *_ in COLUMNS:
            table.drop_column(name)
        table.alter_column(
            "value_usd",
            existing_type=sa.Numeric(24, 2),
            existing_nullable=False,
            comment=AMOUNT,
            existing_comment=AMOUNT_OF_SPAN,
        )
