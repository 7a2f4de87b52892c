-- grain = "anniversary"
-- keys = ["milestone_id", "ordinal"]
-- indexes = ["milestone_id, ordinal"]

-- Who speaks in which exchange of which anniversary, and in which year.
SELECT DISTINCT
    anniversary_mention.milestone_id,
    anniversary_mention.ordinal,
    message.exchange_id,
    message.sender_id,
    message.written_year AS year
FROM anniversary_mention
JOIN statement ON statement.id = anniversary_mention.statement_id
JOIN message ON message.id = statement.message_id
WHERE anniversary_mention.milestone_id IS NOT NULL
