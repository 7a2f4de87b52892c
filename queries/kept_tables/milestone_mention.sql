-- grain = "anniversary"
-- keys = ["milestone_id", "ordinal"]
-- indexes = ["milestone_id, ordinal"]

-- Which message marks which anniversary: written for its sake, or with words of it. The ordinal is 0 where an exchange is
-- for the milestone, and no report counts. What an exchange is for stands once, also where its messages have words of it:
-- told by NOT EXISTS, as into a UNION, which would tell it too, SQLite takes no keys.
SELECT
    exchange.milestone_id,
    CAST(coalesce(exchange.ordinal, 0) AS integer) AS ordinal,
    exchange.id AS exchange_id,
    message.id AS message_id,
    message.sender_id,
    message.recipient_id,
    message.written_year AS year,
    message.sent_on
FROM exchange
JOIN message ON message.exchange_id = exchange.id
WHERE exchange.milestone_id IS NOT NULL
UNION ALL
SELECT
    anniversary_mention.milestone_id,
    anniversary_mention.ordinal,
    message.exchange_id,
    message.id,
    message.sender_id,
    message.recipient_id,
    message.written_year,
    message.sent_on
FROM anniversary_mention
JOIN statement ON statement.id = anniversary_mention.statement_id
JOIN message ON message.id = statement.message_id
WHERE anniversary_mention.milestone_id IS NOT NULL
    AND NOT EXISTS (
        SELECT 1
        FROM exchange
        WHERE exchange.id = message.exchange_id
            AND exchange.milestone_id = anniversary_mention.milestone_id
            AND coalesce(exchange.ordinal, 0) = anniversary_mention.ordinal
    )
GROUP BY
    anniversary_mention.milestone_id,
    anniversary_mention.ordinal,
    message.exchange_id,
    message.id,
    message.sender_id,
    message.recipient_id,
    message.written_year,
    message.sent_on
