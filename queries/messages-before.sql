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

SELECT
    known.message_id,
    known.message_before_id,
    message.exchange_id,
    sender.slug AS sender,
    recipient.slug AS recipient,
    CAST((SELECT country.code FROM country WHERE country.id = sender.country_id) AS text) AS sender_country,
    CAST((SELECT country.code FROM country WHERE country.id = recipient.country_id) AS text) AS recipient_country,
    occasion.slug AS occasion,
    exchange.occasion_year AS year,
    exchange_before.occasion_year AS year_before,
    message.sent_on,
    sender.full_name AS sender_name,
    recipient.full_name AS recipient_name,
    occasion.name AS occasion_name,
    known.sender_id,
    known.recipient_id
FROM kept_message_before AS known
JOIN message ON message.id = known.message_id
JOIN exchange ON exchange.id = message.exchange_id
JOIN message AS before ON before.id = known.message_before_id
JOIN exchange AS exchange_before ON exchange_before.id = before.exchange_id
LEFT JOIN occasion ON occasion.id = exchange.occasion_id
LEFT JOIN leader AS sender ON sender.id = known.sender_id
LEFT JOIN leader AS recipient ON recipient.id = known.recipient_id
