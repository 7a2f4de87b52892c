-- grain = "pair"
-- keys = ["sender_id", "recipient_id"]
-- indexes = ["sender_id, recipient_id", "occasion_id"]

-- In how many years somebody wrote to somebody for an occasion that is no anniversary, two at least, and the last day.
SELECT
    message.sender_id,
    message.recipient_id,
    exchange.occasion_id,
    count(DISTINCT message.written_year) AS years,
    max(coalesce(message.sent_on, exchange.exchanged_on)) AS last_on
FROM message
JOIN exchange ON exchange.id = message.exchange_id
WHERE coalesce(message.sent_on, exchange.exchanged_on) IS NOT NULL AND exchange.milestone_id IS NULL
GROUP BY message.sender_id, message.recipient_id, exchange.occasion_id
HAVING count(DISTINCT message.written_year) >= 2
