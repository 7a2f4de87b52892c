-- title = "Forms of address"
-- question = "How does each message address its recipient, and how does the share of each form change by year?"
-- only = "messages that a report here gives words of"
-- subject = "Correspondents"
-- order = "written_year NULLS LAST, sent_on NULLS LAST, sender, recipient, message_id"
-- rows = ["forms-of-address", "message_id"]
-- shown = ["written_year", "sent_on", "sender", "recipient", "occasion", "form", "share_percent"]
-- [filters]
-- leader = ["sender", "recipient"]
-- sender = "sender"
-- country = ["sender_country", "recipient_country"]
-- occasion = "occasion"
-- year = "written_year"
-- since = "sent_on"
-- until = "sent_on"
-- form = "form"

-- The warmest form in the reported words; "none reported" where none of the forms stands in them. share_percent is that
-- of the form among the sender's messages to this recipient in the year, as far as their words are known.
WITH addressed AS NOT MATERIALIZED (
    SELECT
        message.id AS message_id,
        message.sender_id,
        message.recipient_id,
        message.written_year,
        coalesce((
            SELECT statement.address
            FROM statement
            WHERE statement.message_id = message.id AND statement.address IS NOT NULL
            ORDER BY CASE statement.address
                WHEN 'dear friend' THEN 1 WHEN 'old friend' THEN 2 WHEN 'friend' THEN 3 WHEN 'brother' THEN 4 ELSE 5
            END
            LIMIT 1
        ), 'none reported') AS form
    FROM message
    WHERE EXISTS (SELECT 1 FROM statement WHERE statement.message_id = message.id)
)
SELECT
    messages.message_id,
    messages.exchange_id,
    messages.written_year,
    messages.sent_on,
    messages.occasion,
    messages.sender,
    messages.recipient,
    CAST(addressed.form AS text) AS form,
    CAST(
        round(
            CAST(
                100.0 * (
                    SELECT count(*)
                    FROM addressed AS alike
                    WHERE alike.sender_id = addressed.sender_id
                        AND alike.recipient_id = addressed.recipient_id
                        AND alike.written_year IS NOT DISTINCT FROM addressed.written_year
                        AND alike.form = addressed.form
                ) / (
                    SELECT count(*)
                    FROM addressed AS worded
                    WHERE worded.sender_id = addressed.sender_id
                        AND worded.recipient_id = addressed.recipient_id
                        AND worded.written_year IS NOT DISTINCT FROM addressed.written_year
                ) AS numeric
            ), 1
        ) AS numeric
    ) AS share_percent,
    messages.sender_id,
    messages.recipient_id,
    messages.sender_name,
    messages.recipient_name,
    messages.occasion_name,
    messages.sender_country,
    messages.recipient_country,
    messages.occasion_year
FROM addressed
JOIN report_messages AS messages ON messages.message_id = addressed.message_id
