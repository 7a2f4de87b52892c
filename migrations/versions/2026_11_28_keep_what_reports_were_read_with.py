"""keep what reports were read with, and what reading again changed last.

Of reports that are there already it is not known: the next reading again reads them all.
"""

import hashlib

import sqlalchemy as sa
from alembic import op

revision = "2026_11_28_9"
down_revision = "2026_11_28_8"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
DERIVED = "Key, derived from the natural key"
RULES = "SHA-256 of the program that reads and the files of its languages; unknown for reports of old versions"


def upgrade() -> None:
    op.create_table(
        "reading_basis",
        sa.Column("id", KEY, autoincrement=False, nullable=False, comment=DERIVED),
        sa.Column("rules_sha256", sa.Text(), nullable=False, comment=RULES),
        sa.Column(
            "reference_sha256", sa.Text(), nullable=False,
            comment="SHA-256 of the reference data, but for a user's own phrases",
        ),
        sa.Column("phrases_sha256", sa.Text(), nullable=False, comment="SHA-256 of a user's own phrases"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reading_basis")),
        sa.UniqueConstraint(
            "rules_sha256", "reference_sha256", "phrases_sha256",
            name=op.f("uq_reading_basis_rules_sha256_reference_sha256_phrases_sha256"),
        ),
        comment="What some of the stored reports were read with",
    )  # fmt: skip
    op.create_table(
        "reading_phrase",
        sa.Column("id", KEY, autoincrement=False, nullable=False, comment=DERIVED),
        sa.Column("reading_basis_id", KEY, nullable=False, comment="With what else"),
        sa.Column("kind", sa.Text(), nullable=False, comment="theme_phrase or word"),
        sa.Column(
            "meaning", sa.Text(), nullable=False, comment="What it means there, with all that decides where it counts"
        ),
        sa.Column("language", sa.Text(), nullable=False, comment="ISO 639-1 code of the language that the words are of"),
        sa.Column("phrase", sa.Text(), nullable=False, comment="The words"),
        sa.ForeignKeyConstraint(
            ["reading_basis_id"], ["reading_basis.id"], ondelete="CASCADE",
            name=op.f("fk_reading_phrase_reading_basis_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reading_phrase")),
        sa.UniqueConstraint(
            "reading_basis_id", "kind", "meaning", "language", "phrase",
            name=op.f("uq_reading_phrase_reading_basis_id_kind_meaning_language_phrase"),
        ),
        comment="A phrase of a user's own that reports were read with",
    )  # fmt: skip
    create_changes()
    connection = op.get_bind()
    if connection.execute(sa.text("SELECT 1 FROM source_report LIMIT 1")).first():
        unknown = {"id": key("unknown"), "unknown": "unknown"}
        insert = "INSERT INTO reading_basis VALUES (:id, :unknown, :unknown, :unknown)"
        connection.execute(sa.text(insert), unknown)


def create_changes() -> None:
    kinds = "'report', 'exchange', 'message', 'speaker', 'anniversary', 'trade', 'theme'"
    op.create_table(
        "reading_change",
        sa.Column("id", KEY, autoincrement=False, nullable=False, comment=DERIVED),
        sa.Column("source_report_id", KEY, nullable=False, comment="The report"),
        sa.Column(
            "fact_kind", sa.Text(), nullable=False,
            comment="report, exchange, message, speaker, anniversary, trade or theme",
        ),
        sa.Column("change", sa.Text(), nullable=False, comment="new, gone or different"),
        sa.Column("read_before", sa.Text(), comment="What was read before; NULL where the fact is new"),
        sa.Column("read_now", sa.Text(), comment="What is read now; NULL where the fact is gone"),
        sa.Column(
            "start_char", sa.Integer(),
            comment="First character of the sentence that tells it in the body; NULL where it is no sentence's",
        ),
        sa.Column("end_char", sa.Integer(), comment="The character after the last one"),
        sa.CheckConstraint(f"fact_kind IN ({kinds})", name=op.f("ck_reading_change_fact_kind_known")),
        sa.CheckConstraint(
            "change IN ('new', 'gone', 'different')", name=op.f("ck_reading_change_change_known")
        ),
        sa.CheckConstraint("end_char > start_char", name=op.f("ck_reading_change_ends_after_start")),
        sa.ForeignKeyConstraint(
            ["source_report_id"], ["source_report.id"], ondelete="CASCADE",
            name=op.f("fk_reading_change_source_report_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reading_change")),
        comment="A fact that the last reading again found new, gone or different in a report",
    )  # fmt: skip
    op.create_index(op.f("ix_reading_change_source_report_id"), "reading_change", ["source_report_id"])


def downgrade() -> None:
    op.drop_table("reading_change")
    op.drop_table("reading_phrase")
    op.drop_table("reading_basis")


def key(digest: str) -> int:
    """The key of a basis, as the models derive it."""
    text = "\x1f".join(("reading_basis", digest, digest, digest))
    return (int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big") >> 11) or 1
