-- title = "Messages and the answers reported"
-- question = "To which messages is an answer reported, and when, and to which is none reported here?"
-- subject = "Exchanges"
-- order = "written_year NULLS LAST, sent_on NULLS LAST, sender, recipient, message_id"
-- rows = ["answers", "message_id"]
-- shown = ["sent_on", "sender", "recipient", "occasion", "occasion_year", "is_answered", "answered_on", "reports"]
-- [filters]
-- leader = ["sender", "recipient"]
-- sender = "sender"
-- country = ["sender_country", "recipient_country"]
-- occasion = "occasion"
-- year = "occasion_year"
-- since = "sent_on"
-- until = "sent_on"
-- is_answered = "is_answered"

-- That no answer is reported here does not say that none was sent: reports is how many tell of the message itself.
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
    messages.recipient_id,
    messages.sender_name,
    messages.recipient_name,
    messages.occasion_name,
    messages.written_year
FROM report_messages AS messages
LEFT JOIN message AS answer ON answer.exchange_id = messages.exchange_id AND answer.sender_id = messages.recipient_id
