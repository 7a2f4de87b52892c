"""count the words of statements that stand in quotation marks.

The frame of a quotation ("Xi said in his letter") is no part of it. What is stored is counted by the rule of the day of
this migration; reading again counts anew.
"""

import re

import sqlalchemy as sa
from alembic import op

revision = "2026_11_28_1"
down_revision = "2026_11_21_9"
branch_labels = None
depends_on = None

MARK = re.compile(r"(?P<opening>[“„«「『]|(?<![^\s(\[—–-])\")|(?P<closing>[”»」』]|\")")
BATCH = 1000
DIRECT = sa.text("""
    SELECT statement.id, substr(body, start_char + 1, end_char - start_char) AS quote
    FROM statement
    JOIN source_report ON source_report.id = statement.source_report_id
    WHERE mode = 'direct' AND statement.id > :after
    ORDER BY statement.id
    LIMIT :batch
""")
COUNTED = sa.text("UPDATE statement SET quoted_word_count = :count WHERE id = :id")


def upgrade() -> None:
    op.add_column(
        "statement",
        sa.Column(
            "quoted_word_count",
            sa.Integer(),
            nullable=False,
            server_default="0",
            comment="Number of its words in quotation marks, parted by spaces; 0 where it is no direct speech",
        ),
    )
    connection, after = op.get_bind(), 0
    while rows := connection.execute(DIRECT, {"after": after, "batch": BATCH}).all():
        connection.execute(COUNTED, [{"id": row.id, "count": quoted_word_count(row.quote)} for row in rows])
        after = rows[-1].id


def downgrade() -> None:
    op.drop_column("statement", "quoted_word_count")


def quoted_word_count(sentence: str) -> int:
    marks = list(MARK.finditer(sentence))
    if not marks:
        return words_in(sentence)
    is_inside, begin, count = bool(marks[0]["closing"]), 0, 0
    for mark in marks:
        if is_inside and mark["closing"]:
            count += words_in(sentence[begin : mark.start()])
            is_inside = False
        elif not is_inside and mark["opening"]:
            begin, is_inside = mark.end(), True
    return count + words_in(sentence[begin:]) if is_inside else count


def words_in(text: str) -> int:
    return sum(any(letter.isalnum() for letter in word) for word in text.split())
