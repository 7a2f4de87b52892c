"""tell relatives and namesakes of leaders from leaders, and when people lived."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_28_3"
down_revision = "2026_11_28_2"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("leader", sa.Column("born_on", sa.Date(), nullable=True, comment="Day of birth, where known"))
    died_after_birth = sa.CheckConstraint("died_on > born_on", name=op.f("ck_leader_died_after_birth"))
    op.add_column(
        "leader", sa.Column("died_on", sa.Date(), died_after_birth, nullable=True, comment="Day of death, where known")
    )
    op.create_table(
        "leader_relation",
        sa.Column("id", KEY, autoincrement=False, nullable=False, comment="Key, derived from the natural key"),
        sa.Column("leader_id", KEY, nullable=False, comment="The relative or namesake"),
        sa.Column("relation", sa.Text(), nullable=False, comment="spouse, parent, child, sibling or namesake"),
        sa.Column("related_to_id", KEY, nullable=False, comment="The leader whose spouse, parent and so on it is"),
        sa.CheckConstraint(
            "relation IN ('spouse', 'parent', 'child', 'sibling', 'namesake')",
            name=op.f("ck_leader_relation_relation_known"),
        ),
        sa.CheckConstraint("leader_id <> related_to_id", name=op.f("ck_leader_relation_two_people")),
        sa.ForeignKeyConstraint(
            ["leader_id"], ["leader.id"], name=op.f("fk_leader_relation_leader_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["related_to_id"], ["leader.id"], name=op.f("fk_leader_relation_related_to_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leader_relation")),
        sa.UniqueConstraint("leader_id", "related_to_id", name=op.f("uq_leader_relation_leader_id_related_to_id")),
        comment="Whose relative or namesake somebody is who is in the news, and easily taken for the leader",
    )
    op.create_index(op.f("ix_leader_relation_related_to_id"), "leader_relation", ["related_to_id"], unique=False)


def downgrade() -> None:
    op.drop_table("leader_relation")
    op.drop_column("leader", "died_on")
    op.drop_column("leader", "born_on")
