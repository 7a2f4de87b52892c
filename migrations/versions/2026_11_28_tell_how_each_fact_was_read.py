"""tell how each fact was read: the sentence that tells of a message, the pattern that read it; and words of a user's own.

Of what was read before it is not known; `chancery import again` reads it.
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_28_6"
down_revision = "2026_11_28_5"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
READ_BY = "Name of the pattern that read it, in the files of the report's language"
READ_BY_SPEECH = "Name of the pattern that tells whose words it gives; NULL where none does"
SENTENCE = "The sentence that tells of it; NULL where only a headline does"
SPEAKER = "Whose words it tells: who sent the message, or wrote to somebody who is no leader; NULL for nobody's"
EVIDENCE = "What the message rests on: message (its channel is named), greeting (good wishes alone) or headline"
KNOWN = "evidence IN ('message', 'greeting', 'headline')"
FACTS = ("statement", "anniversary_mention", "trade_figure")


def upgrade() -> None:
    for table in FACTS:
        comment = READ_BY_SPEECH if table == "statement" else READ_BY
        op.add_column(table, sa.Column("read_by", sa.Text(), nullable=True, comment=comment))
    add_speaker()
    op.execute("UPDATE statement SET speaker_id = (SELECT sender_id FROM message WHERE message.id = message_id)")
    with op.batch_alter_table("message_report") as batch:
        batch.add_column(sa.Column("read_by", sa.Text(), nullable=True, comment=READ_BY))
        batch.add_column(sa.Column("evidence", sa.Text(), nullable=True, comment=EVIDENCE))
        batch.add_column(sa.Column("statement_id", KEY, nullable=True, comment=SENTENCE))
        batch.create_foreign_key(op.f("fk_message_report_statement_id"), "statement", ["statement_id"], ["id"])
        batch.create_index(op.f("ix_message_report_statement_id"), ["statement_id"])
        batch.create_check_constraint(op.f("ck_message_report_evidence_known"), KNOWN)
    op.create_table(
        "word",
        sa.Column("id", KEY, nullable=False, comment="Key, derived from the natural key"),
        sa.Column("language", sa.Text(), nullable=False, comment="ISO 639-1 code"),
        sa.Column("tag", sa.Text(), nullable=False, comment="The tag that patterns ask for"),
        sa.Column("meaning", sa.Text(), nullable=False, comment="What it means there, empty for tags without meanings"),
        sa.Column("phrase", sa.Text(), nullable=False, comment="The words as reports write them"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_word")),
        sa.UniqueConstraint("language", "tag", "meaning", "phrase", name=op.f("uq_word_language_tag_meaning_phrase")),
        comment="A word of a user's own that reading looks for",
    )


def downgrade() -> None:
    op.drop_table("word")
    with op.batch_alter_table("message_report") as batch:
        batch.drop_constraint(op.f("ck_message_report_evidence_known"), type_="check")
        batch.drop_constraint(op.f("fk_message_report_statement_id"), type_="foreignkey")
        batch.drop_index(op.f("ix_message_report_statement_id"))
        for column in ("read_by", "evidence", "statement_id"):
            batch.drop_column(column)
    op.drop_index(op.f("ix_statement_speaker_id"), "statement")
    op.drop_column("statement", "speaker_id")
    for table in FACTS:
        op.drop_column(table, "read_by")


def add_speaker() -> None:
    """Add who speaks to the table as it stands: to rebuild it, as a batch does in SQLite, takes all claims with it."""
    if op.get_bind().dialect.name == "sqlite":
        reference = "CONSTRAINT fk_statement_speaker_id REFERENCES leader (id)"
        op.execute(f"ALTER TABLE statement ADD COLUMN speaker_id INTEGER {reference}")
    else:
        op.add_column("statement", sa.Column("speaker_id", KEY, nullable=True, comment=SPEAKER))
        op.create_foreign_key(op.f("fk_statement_speaker_id"), "statement", "leader", ["speaker_id"], ["id"])
    op.create_index(op.f("ix_statement_speaker_id"), "statement", ["speaker_id"])
