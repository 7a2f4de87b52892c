-- title = "Messages answered and unanswered"
-- question = "Which messages were answered, when, and which were not?"
-- subject = "Exchanges"
-- order = "is_answered, sent_on NULLS LAST, sender, recipient, message_id"
-- shown = ["sent_on", "occasion", "occasion_year", "sender", "recipient", "is_answered", "answered_on", "reports"]
-- [filters]
-- leader = ["sender", "recipient"]
-- sender = "sender"
-- country = ["sender_country", "recipient_country"]
-- occasion = "occasion"
-- year = "occasion_year"
-- since = "sent_on"
-- until = "sent_on"
-- is_answered = "is_answered"

-- Unanswered means that no report in the database tells of a message the other way for the same occasion.
SELECT
    messages.message_id,
    messages.exchange_id,
    messages.sent_on,
    messages.sender,
    messages.sender_country,
    messages.recipient,
    messages.recipient_country,
    messages.occasion,
    messages.occasion_year,
    CAST(answer.id IS NOT NULL AS boolean) AS is_answered,
    answer.sent_on AS answered_on,
    messages.reports,
    messages.sender_id,
    messages.recipient_id
FROM report_messages AS messages
LEFT JOIN message AS answer ON answer.exchange_id = messages.exchange_id AND answer.sender_id = messages.recipient_id
