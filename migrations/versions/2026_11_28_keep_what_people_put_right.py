"""keep what people put right, and in which reports it holds."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_28_8"
down_revision = "2026_11_28_7"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
FACTS = "'report', 'exchange', 'message', 'statement', 'trade_figure', 'anniversary', 'theme', 'leader'"
ID = "Key, derived from the natural key"
TEXTS = (
    (
        "fact",
        False,
        "Kind of the fact: report, exchange, message, statement, trade_figure, anniversary, theme or leader",
    ),
    (
        "report_sha256",
        True,
        "Digest of the report that tells it (source_report.sha256); NULL where it holds in all",
    ),
    ("locator", True, "Where that report was found, for people; it decides nothing"),
    ("quote", True, "The words of the report that tell it, white space folded"),
    ("occurrence", True, "Which of the places in the report where these words stand, from 1"),
    ("claim", True, "Of a trade figure its claim, of an anniversary its milestone, of a theme the theme, as read"),
    ("occasion", True, "Slug of the occasion of the exchange"),
    ("occasion_year", True, "Its year; NULL where it could not be told"),
    ("leader_a", True, "Slug of the leader of the pair whose slug sorts first"),
    ("leader_b", True, "Slug of the other leader of the pair"),
    ("sender", True, "Slug of the sender of the message"),
    ("leader", True, "Slug of the leader"),
    (
        "property",
        False,
        "What of the fact was put right: exists, occasion, exchanged_on, speaker, amount, same_as ...",
    ),
    (
        "read_value",
        True,
        "What the machine read; the correction holds only while it still does. NULL for nothing",
    ),
    ("right_value", True, "What is right; NULL for nothing"),
    ("why", False, "Why"),
    ("source", True, "What it rests on: a document, an address"),
    ("made_by", False, "Who put it right"),
)
NUMBERS = ("occurrence", "occasion_year")


def upgrade() -> None:
    op.create_table(
        "correction",
        sa.Column("id", KEY, autoincrement=False, nullable=False, comment=ID),
        *(
            sa.Column(name, sa.Integer() if name in NUMBERS else sa.Text(), nullable=nullable, comment=comment)
            for name, nullable, comment in TEXTS
        ),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False, comment="When, UTC"),
        sa.CheckConstraint(f"fact IN ({FACTS})", name=op.f("ck_correction_fact_known")),
        sa.CheckConstraint("length(report_sha256) = 64", name=op.f("ck_correction_report_sha256_length")),
        sa.CheckConstraint("occurrence >= 1", name=op.f("ck_correction_occurrence_from_one")),
        sa.CheckConstraint("(quote IS NULL) = (occurrence IS NULL)", name=op.f("ck_correction_place_is_whole")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction")),
        comment="What a person put right: one property of one fact",
    )
    op.create_index(op.f("ix_correction_report_sha256"), "correction", ["report_sha256"], unique=False)
    op.create_table(
        "correction_report",
        sa.Column("id", KEY, autoincrement=False, nullable=False, comment=ID),
        sa.Column("correction_id", KEY, nullable=False, comment="The correction"),
        sa.Column("source_report_id", KEY, nullable=False, comment="The report"),
        sa.Column(
            "is_applied",
            sa.Boolean(),
            nullable=False,
            comment="Whether it holds there; false where something else is read than what was corrected",
        ),
        sa.Column("read_now", sa.Text(), nullable=True, comment="What is read there now; NULL for nothing"),
        sa.Column(
            "read_by",
            sa.Text(),
            nullable=True,
            comment="Name of the pattern that read what was corrected, in the files of the report's language",
        ),
        sa.Column(
            "exchange_id",
            KEY,
            nullable=True,
            comment="Of a day or a milestone of an exchange, the exchange: whether it holds is settled there",
        ),
        sa.ForeignKeyConstraint(["exchange_id"], ["exchange.id"], name=op.f("fk_correction_report_exchange_id")),
        sa.ForeignKeyConstraint(
            ["correction_id"],
            ["correction.id"],
            name=op.f("fk_correction_report_correction_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["source_report_id"],
            ["source_report.id"],
            name=op.f("fk_correction_report_source_report_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction_report")),
        sa.UniqueConstraint(
            "correction_id", "source_report_id", name=op.f("uq_correction_report_correction_id_source_report_id")
        ),
        comment="A report in whose reading a correction was met",
    )
    op.create_index(op.f("ix_correction_report_exchange_id"), "correction_report", ["exchange_id"], unique=False)
    op.create_index(
        op.f("ix_correction_report_source_report_id"), "correction_report", ["source_report_id"], unique=False
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_correction_report_exchange_id"), table_name="correction_report")
    op.drop_index(op.f("ix_correction_report_source_report_id"), table_name="correction_report")
    op.drop_table("correction_report")
    op.drop_index(op.f("ix_correction_report_sha256"), table_name="correction")
    op.drop_table("correction")
