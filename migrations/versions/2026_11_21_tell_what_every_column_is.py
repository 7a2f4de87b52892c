"""tell in a table what every table, view and column is."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_21_4"
down_revision = "2026_11_21_3"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "data_dictionary",
        sa.Column("id", KEY, autoincrement=False, nullable=False, comment="Key, derived from the natural key"),
        sa.Column("relation", sa.Text(), nullable=False, comment="Name of the table or view"),
        sa.Column("kind", sa.Text(), nullable=False, comment="table or view"),
        sa.Column(
            "position",
            sa.Integer(),
            nullable=False,
            comment="Place of the column, from 1; 0 for the table or view itself",
        ),
        sa.Column(
            "column_name", sa.Text(), nullable=True, comment="Name of the column; NULL for the table or view itself"
        ),
        sa.Column(
            "type",
            sa.Text(),
            nullable=True,
            comment="text, integer, bigint, numeric, boolean, date or timestamp; NULL where it is not known",
        ),
        sa.Column("description", sa.Text(), nullable=True, comment="What it is; NULL where nobody has said"),
        sa.CheckConstraint(
            "(position = 0) = (column_name IS NULL)", name=op.f("ck_data_dictionary_position_0_is_the_relation")
        ),
        sa.CheckConstraint("kind IN ('table', 'view')", name=op.f("ck_data_dictionary_kind_known")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_data_dictionary")),
        sa.UniqueConstraint("relation", "position", name=op.f("uq_data_dictionary_relation_position")),
        comment="What every table, view and column is",
    )


def downgrade() -> None:
    op.drop_table("data_dictionary")
