-- title = "Messages whose words no report gives"
-- question = "Which messages are known to have been sent, while no report tells what they say?"
-- only = "messages of which no report here gives any word"
-- subject = "Exchanges"
-- order = "sent_on NULLS LAST, occasion_year NULLS LAST, sender, recipient, message_id"
-- rows = ["wordless-messages", "message_id"]
-- shown = ["sent_on", "sender", "sender_office", "recipient", "occasion", "occasion_year", "reports"]
-- [filters]
-- leader = ["sender", "recipient"]
-- sender = "sender"
-- country = ["sender_country", "recipient_country"]
-- occasion = "occasion"
-- year = "occasion_year"
-- since = "sent_on"
-- until = "sent_on"

SELECT
    message_id,
    exchange_id,
    sent_on,
    sender,
    sender_office,
    sender_country,
    recipient,
    recipient_office,
    recipient_country,
    occasion,
    occasion_year,
    reports,
    sender_id,
    recipient_id,
    sender_name,
    recipient_name,
    sender_office_name,
    recipient_office_name,
    occasion_name
FROM report_messages AS messages
WHERE NOT EXISTS (SELECT 1 FROM statement WHERE statement.message_id = messages.message_id)
