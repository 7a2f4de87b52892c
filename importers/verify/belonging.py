"""What must fit together between tables, which no rule of one table can say."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, text

from importers.verify.wrong import BY_HAND, READ_AGAIN, Wrong, row_of


@dataclass(frozen=True)
class Rule:
    """What is wrong with each row that `query` gives, by its key (`id`); `locator` is the report it was read in."""

    table: str
    what: str
    query: str
    advice: str


RULES = (
    Rule(
        "exchange",
        "its leaders stand the wrong way round: the one whose slug sorts first is leader_a",
        """
        SELECT exchange.id, NULL AS locator FROM exchange
        JOIN leader AS one ON one.id = exchange.leader_a_id
        JOIN leader AS other ON other.id = exchange.leader_b_id
        WHERE one.slug > other.slug {in_bytes}
        """,
        BY_HAND,
    ),
    Rule(
        "exchange",
        "no report tells of it",
        """
        SELECT id, NULL AS locator FROM exchange
        WHERE NOT EXISTS (SELECT 1 FROM exchange_report WHERE exchange_id = exchange.id)
        """,
        BY_HAND,
    ),
    Rule(
        "message",
        "no report says that it was sent",
        """
        SELECT id, NULL AS locator FROM message
        WHERE NOT EXISTS (SELECT 1 FROM message_report WHERE message_id = message.id)
        """,
        BY_HAND,
    ),
    Rule(
        "message",
        "its sender and recipient are not the two leaders of its exchange",
        """
        SELECT message.id, NULL AS locator FROM message
        JOIN exchange ON exchange.id = message.exchange_id
        WHERE NOT (
            (sender_id = leader_a_id AND recipient_id = leader_b_id)
            OR (sender_id = leader_b_id AND recipient_id = leader_a_id)
        )
        """,
        BY_HAND,
    ),
    Rule(
        "message_report",
        "the sentence that tells of the message is one of another report",
        """
        SELECT message_report.id, locator FROM message_report
        JOIN source_report ON source_report.id = message_report.source_report_id
        JOIN statement ON statement.id = message_report.statement_id
        WHERE statement.source_report_id <> message_report.source_report_id
        """,
        READ_AGAIN,
    ),
    Rule(
        "statement",
        "it gives the words of a message, and its speaker is not the sender of that",
        """
        SELECT statement.id, locator FROM statement
        JOIN source_report ON source_report.id = statement.source_report_id
        JOIN message ON message.id = statement.message_id
        WHERE speaker_id IS NULL OR speaker_id <> sender_id
        """,
        READ_AGAIN,
    ),
    Rule(
        "statement",
        "it gives the words of a message of which its report does not tell",
        """
        SELECT statement.id, locator FROM statement
        JOIN source_report ON source_report.id = statement.source_report_id
        WHERE message_id IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM message_report
            WHERE message_report.message_id = statement.message_id
                AND message_report.source_report_id = statement.source_report_id
        )
        """,
        READ_AGAIN,
    ),
    Rule(
        "theme_mention",
        "its message is not that of its statement",
        """
        SELECT theme_mention.id, locator FROM theme_mention
        JOIN statement ON statement.id = theme_mention.statement_id
        JOIN source_report ON source_report.id = statement.source_report_id
        WHERE coalesce(theme_mention.message_id, 0) <> coalesce(statement.message_id, 0)
        """,
        READ_AGAIN,
    ),
    Rule(
        "theme_mention",
        "its report is not that of its statement",
        """
        SELECT theme_mention.id, locator FROM theme_mention
        JOIN statement ON statement.id = theme_mention.statement_id
        JOIN source_report ON source_report.id = statement.source_report_id
        WHERE coalesce(theme_mention.source_report_id, 0) <> statement.source_report_id
        """,
        READ_AGAIN,
    ),
    Rule(
        "message_report",
        "it counts other statements of the message than its report gives",
        """
        SELECT message_report.id, locator FROM message_report
        JOIN source_report ON source_report.id = message_report.source_report_id
        WHERE statement_count <> (
            SELECT count(*) FROM statement
            WHERE statement.message_id = message_report.message_id
                AND statement.source_report_id = message_report.source_report_id
        )
        """,
        READ_AGAIN,
    ),
    Rule(
        "source_report",
        "its source says something else by now, and yet it tells of exchanges or statements",
        """
        SELECT id, locator FROM source_report
        WHERE NOT is_current AND (
            EXISTS (SELECT 1 FROM statement WHERE source_report_id = source_report.id)
            OR EXISTS (SELECT 1 FROM exchange_report WHERE source_report_id = source_report.id)
        )
        """,
        BY_HAND,
    ),
)


def what_does_not_belong(connection: Connection) -> Iterator[Wrong]:
    """Yield the rows that do not fit those of other tables."""
    in_bytes = 'COLLATE "C"' if connection.dialect.name == "postgresql" else ""
    for rule in RULES:
        for row in connection.execute(text(rule.query.format(in_bytes=in_bytes))):
            yield Wrong(row_of(rule.table, row.id, row.locator), rule.what, rule.advice)
