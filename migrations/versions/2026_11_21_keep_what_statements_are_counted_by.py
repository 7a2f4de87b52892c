"""keep with statements how long they are and how they address, and with themes the message that touches them.

Reports on the length of messages and on forms of address looked at the text of every sentence, and those on themes went
from message to statement to theme and back; on a million statements that took seconds. Indexes, the first two in the
place of one without what is counted:

- statement (message_id, source_report_id, mode, word_count): how many words each report gives of a message.
- theme_mention (theme_id, message_id, statement_id): the messages, and the statements, that touch a theme.
- theme_mention (message_id, theme_id): the themes of a message.
- statement (message_id, address), of those that have one: how a message addresses its recipient.
- exchange (leader_a_id, leader_b_id, occasion_id, occasion_year): what a pair wrote for the same occasion before.

Forms of address are read by rules of the importers; until reports are read again, those of rows stored before stand by
the commonest words.
"""

# ruff: noqa: S608 - no word of the SQL comes from outside
import sqlalchemy as sa
from alembic import op

revision = "2026_11_21_8"
down_revision = "2026_11_21_7"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
FORMS = ("dear friend", "old friend", "friend", "brother", "comrade")
LIKE = {"dear friend": "dear friend", "old friend": "old friend", "my friend": "friend", "comrade": "comrade"}
WORDS_OF_ADDRESS = " ".join(f"WHEN lower(quote) LIKE '%{words}%' THEN '{form}'" for words, form in LIKE.items())
QUOTE = "substr(source_report.body, statement.start_char + 1, statement.end_char - statement.start_char)"
FILL = f"""
    UPDATE statement SET
        word_count = length(quote) + 1 - length(replace(quote, ' ', '')),
        address = CASE {WORDS_OF_ADDRESS} END
    FROM (
        SELECT statement.id, {QUOTE} AS quote
        FROM statement JOIN source_report ON source_report.id = statement.source_report_id
    ) AS told
    WHERE told.id = statement.id
"""
OF_MESSAGE = """
    UPDATE theme_mention
    SET message_id = (SELECT statement.message_id FROM statement WHERE statement.id = theme_mention.statement_id)
"""
SHORTER = {  # table: the index that goes
    "statement": ["message_id", "source_report_id", "start_char", "end_char"],
    "theme_mention": ["theme_id", "statement_id"],
}
LONGER = [
    ("statement", ["message_id", "source_report_id", "mode", "word_count"]),
    ("theme_mention", ["theme_id", "message_id", "statement_id"]),
    ("theme_mention", ["message_id", "theme_id"]),
    ("exchange", ["leader_a_id", "leader_b_id", "occasion_id", "occasion_year"]),
]


def upgrade() -> None:
    listed = ", ".join(f"'{form}'" for form in FORMS)
    known = sa.CheckConstraint(f"address IN ({listed})", name=op.f("ck_statement_address_known"))
    for column in (
        sa.Column("word_count", sa.Integer(), nullable=False, server_default="0", comment=WORD_COUNT),
        sa.Column("address", sa.Text(), known, nullable=True, comment=ADDRESS),
    ):
        op.add_column("statement", column)
    with op.batch_alter_table("theme_mention") as batch:
        batch.add_column(sa.Column("message_id", KEY, nullable=True, comment=MESSAGE))
        batch.create_foreign_key(op.f("fk_theme_mention_message_id"), "message", ["message_id"], ["id"])
    op.execute(FILL)
    op.execute(OF_MESSAGE)
    for table, shorter in SHORTER.items():
        op.drop_index(index_name(table, shorter), table)
    for table, longer in LONGER:
        op.create_index(index_name(table, longer), table, longer)
    addressed = sa.text("address IS NOT NULL")
    op.create_index(
        index_name("statement", ["message_id", "address"]), "statement", ["message_id", "address"],
        sqlite_where=addressed, postgresql_where=addressed,
    )  # fmt: skip


def downgrade() -> None:
    op.drop_index(index_name("statement", ["message_id", "address"]), "statement")
    for table, longer in LONGER:
        op.drop_index(index_name(table, longer), table)
    for table, shorter in SHORTER.items():
        op.create_index(index_name(table, shorter), table, shorter)
    with op.batch_alter_table("theme_mention") as batch:
        batch.drop_constraint(op.f("fk_theme_mention_message_id"), type_="foreignkey")
        batch.drop_column("message_id")
    for column in ("address", "word_count"):
        op.drop_column("statement", column)


def index_name(table: str, columns: list[str]) -> str:
    """Return the name of an index by the convention of the models."""
    return op.f(f"ix_{table}_{'_'.join(columns)}")


WORD_COUNT = "Number of its words, parted by spaces"
ADDRESS = "The warmest form of address in it: dear friend, old friend, friend, brother or comrade; NULL if none"
MESSAGE = "The message of the statement, here too so that the themes of messages are found quickly"
