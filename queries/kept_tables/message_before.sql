-- grain = "pair"
-- keys = ["sender_id", "recipient_id"]
-- indexes = ["sender_id, recipient_id", "recipient_id", "message_id, message_before_id"]

-- The last message before each, of the same leader to the same one for the same occasion. Messages without reported words
-- are passed over: nothing is known to be dropped in them.
SELECT message.sender_id, message.recipient_id, message.id AS message_id, before.id AS message_before_id
FROM message
JOIN exchange ON exchange.id = message.exchange_id
JOIN message AS before ON before.id = (
    SELECT worded_before.id
    FROM exchange AS earlier
    JOIN message AS worded_before
        ON worded_before.exchange_id = earlier.id AND worded_before.sender_id = message.sender_id
    WHERE earlier.leader_a_id = exchange.leader_a_id
        AND earlier.leader_b_id = exchange.leader_b_id
        AND earlier.occasion_id = exchange.occasion_id
        AND earlier.occasion_year < exchange.occasion_year
        AND EXISTS (SELECT 1 FROM statement WHERE statement.message_id = worded_before.id)
    ORDER BY earlier.occasion_year DESC
    LIMIT 1
)
WHERE EXISTS (SELECT 1 FROM statement WHERE statement.message_id = message.id)
