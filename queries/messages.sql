-- title = "Messages"
-- question = "Who wrote to whom, in which office, and in how many sentences and reports is it told?"
-- subject = "Exchanges"
-- order = "coalesce(written_year, occasion_year) NULLS LAST, sent_on NULLS LAST, occasion_year NULLS LAST, sender, recipient, message_id"
-- rows = ["messages", "message_id"]
-- shown = ["sent_on", "sender", "sender_office", "recipient", "recipient_office", "occasion", "occasion_year", "statements", "reports"]
-- [filters]
-- leader = ["sender", "recipient"]
-- sender = "sender"
-- country = ["sender_country", "recipient_country"]
-- occasion = "occasion"
-- year = "occasion_year"
-- since = "sent_on"
-- until = "sent_on"
-- evidence = "evidence"

-- The office is the highest of those held on the day. Joins that every row has are left ones too: the
-- engines pass over those whose columns nobody asks for.
SELECT
    message.id AS message_id,
    message.exchange_id,
    message.sent_on,
    sender.slug AS sender,
    sender_office.slug AS sender_office,
    CAST((SELECT country.code FROM country WHERE country.id = sender.country_id) AS text) AS sender_country,
    recipient.slug AS recipient,
    recipient_office.slug AS recipient_office,
    CAST((SELECT country.code FROM country WHERE country.id = recipient.country_id) AS text) AS recipient_country,
    CAST((SELECT count(*) FROM statement WHERE statement.message_id = message.id) AS integer) AS statements,
    CAST((SELECT count(*) FROM message_report WHERE message_report.message_id = message.id) AS integer) AS reports,
    CAST((
        SELECT count(DISTINCT coalesce(source_report.account_id, source_report.id))
        FROM message_report
        JOIN source_report ON source_report.id = message_report.source_report_id
        WHERE message_report.message_id = message.id
    ) AS integer) AS accounts,
    -- the best that any report of it gives
    CAST((
        SELECT
            CASE min(CASE message_report.evidence WHEN 'message' THEN 1 WHEN 'greeting' THEN 2 ELSE 3 END)
                WHEN 1 THEN 'message'
                WHEN 2 THEN 'greeting'
                WHEN 3 THEN 'headline'
            END
        FROM message_report
        WHERE message_report.message_id = message.id AND message_report.evidence IS NOT NULL
    ) AS text) AS evidence,
    occasion.slug AS occasion,
    exchange.occasion_year,
    exchange.exchanged_on,
    message.written_year,
    sender.full_name AS sender_name,
    recipient.full_name AS recipient_name,
    message.sender_id,
    message.recipient_id,
    occasion.name AS occasion_name,
    sender_office.title AS sender_office_name,
    recipient_office.title AS recipient_office_name
FROM message
LEFT JOIN exchange ON exchange.id = message.exchange_id
LEFT JOIN occasion ON occasion.id = exchange.occasion_id
LEFT JOIN leader AS sender ON sender.id = message.sender_id
LEFT JOIN leader AS recipient ON recipient.id = message.recipient_id
LEFT JOIN office AS sender_office ON sender_office.id = (
    SELECT held.office_id
    FROM report_tenures AS held
    WHERE held.leader_id = message.sender_id
        AND held.started_on <= coalesce(message.sent_on, exchange.exchanged_on)
        AND (held.ended_on IS NULL OR held.ended_on > coalesce(message.sent_on, exchange.exchanged_on))
    ORDER BY held.role_rank, held.office
    LIMIT 1
)
LEFT JOIN office AS recipient_office ON recipient_office.id = (
    SELECT held.office_id
    FROM report_tenures AS held
    WHERE held.leader_id = message.recipient_id
        AND held.started_on <= coalesce(message.sent_on, exchange.exchanged_on)
        AND (held.ended_on IS NULL OR held.ended_on > coalesce(message.sent_on, exchange.exchanged_on))
    ORDER BY held.role_rank, held.office
    LIMIT 1
)
