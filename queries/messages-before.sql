-- title = "Each message and the one before it"
-- question = "Which message of the same leader to the same one, for the same occasion, is the last before each, by the words known?"
-- only = "messages that a report here gives words of, and of which an earlier one for the same occasion is known by words, too"
-- subject = "Base"
-- order = "year, sent_on NULLS LAST, sender, recipient, message_id"
-- rows = ["messages-before", "message_id"]
-- shown = ["year", "sent_on", "sender", "recipient", "occasion", "year_before"]
-- [filters]
-- leader = ["sender", "recipient"]
-- sender = "sender"
-- country = ["sender_country", "recipient_country"]
-- occasion = "occasion"
-- year = "year"
-- since = "sent_on"
-- until = "sent_on"
-- [columns]
-- year = "Year greeted or observed by the message"

-- Messages without reported words are passed over: nothing is known to be dropped in them.
SELECT
    message.id AS message_id,
    before.id AS message_before_id,
    message.exchange_id,
    sender.slug AS sender,
    recipient.slug AS recipient,
    sender_country.code AS sender_country,
    recipient_country.code AS recipient_country,
    occasion.slug AS occasion,
    exchange.occasion_year AS year,
    exchange_before.occasion_year AS year_before,
    message.sent_on,
    sender.full_name AS sender_name,
    recipient.full_name AS recipient_name,
    occasion.name AS occasion_name,
    message.sender_id,
    message.recipient_id
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
JOIN exchange AS exchange_before ON exchange_before.id = before.exchange_id
LEFT JOIN occasion ON occasion.id = exchange.occasion_id
LEFT JOIN leader AS sender ON sender.id = message.sender_id
LEFT JOIN leader AS recipient ON recipient.id = message.recipient_id
LEFT JOIN country AS sender_country ON sender_country.id = sender.country_id
LEFT JOIN country AS recipient_country ON recipient_country.id = recipient.country_id
WHERE EXISTS (SELECT 1 FROM statement WHERE statement.message_id = message.id)
