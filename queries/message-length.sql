-- title = "Length of the reported messages"
-- question = "How many words of each message are reported, and how many of them in quotation marks? Of Chinese, how many characters?"
-- only = "messages that a report here gives words of"
-- subject = "Correspondents"
-- order = "written_year NULLS LAST, sent_on NULLS LAST, sender, recipient, message_id, words NULLS LAST"
-- walk = [["message-length", "message_id"]]
-- shown = ["sent_on", "sender", "recipient", "occasion", "words", "characters", "direct_words", "sentences", "outlet"]
-- [filters]
-- leader = ["sender", "recipient"]
-- sender = "sender"
-- country = ["sender_country", "recipient_country"]
-- occasion = "occasion"
-- year = "written_year"
-- since = "sent_on"
-- until = "sent_on"
-- outlet = "outlet"
-- language = "language"
-- [columns]
-- words = "Number of reported words, by the report that gives most of the message; empty in Chinese"
-- characters = "Number of reported characters, marks counted in, by the Chinese report that gives most of the message; else empty"
-- direct_words = "Number of the reported words that stand in quotation marks; empty in Chinese"

-- Of the report that gives most of the message: words are what stands between spaces. Chinese has none, and its characters
-- are not to be set beside words of others: a message that is told in both ways has a row for each.
SELECT
    fullest.message_id,
    fullest.exchange_id,
    fullest.sent_on,
    fullest.written_year,
    fullest.sender,
    fullest.recipient,
    fullest.occasion,
    fullest.occasion_year,
    CAST((
        SELECT sum(told.word_count)
        FROM report_statements AS told
        WHERE told.message_id = fullest.message_id AND told.source_report_id = fullest.source_report_id
    ) AS integer) AS words,
    CAST((
        SELECT sum(told.direct_words)
        FROM report_statements AS told
        WHERE told.message_id = fullest.message_id AND told.source_report_id = fullest.source_report_id
    ) AS integer) AS direct_words,
    CAST((
        SELECT count(*)
        FROM statement AS told
        WHERE told.message_id = fullest.message_id AND told.source_report_id = fullest.source_report_id
    ) AS integer) AS sentences,
    fullest.source_report_id,
    CAST((
        SELECT outlet.slug
        FROM source_report
        JOIN outlet ON outlet.id = source_report.outlet_id
        WHERE source_report.id = fullest.source_report_id
    ) AS text) AS outlet,
    fullest.sender_name,
    fullest.recipient_name,
    fullest.sender_id,
    fullest.recipient_id,
    fullest.occasion_name,
    fullest.sender_country,
    fullest.recipient_country,
    CAST((
        SELECT source_report.language FROM source_report WHERE source_report.id = fullest.source_report_id
    ) AS text) AS language,
    CAST((
        SELECT outlet.name
        FROM source_report
        JOIN outlet ON outlet.id = source_report.outlet_id
        WHERE source_report.id = fullest.source_report_id
    ) AS text) AS outlet_name,
    CAST((
        SELECT sum(told.characters)
        FROM report_statements AS told
        WHERE told.message_id = fullest.message_id AND told.source_report_id = fullest.source_report_id
    ) AS integer) AS characters
FROM (
    SELECT
        messages.*,
        (
            SELECT told.source_report_id
            FROM report_statements AS told
            WHERE told.message_id = messages.message_id AND (told.characters IS NULL) = unit.is_word
            GROUP BY told.source_report_id
            ORDER BY sum(coalesce(told.characters, told.word_count)) DESC, told.source_report_id
            LIMIT 1
        ) AS source_report_id
    FROM report_messages AS messages
    CROSS JOIN (SELECT CAST(1 AS boolean) AS is_word UNION ALL SELECT CAST(0 AS boolean)) AS unit
) AS fullest
WHERE fullest.source_report_id IS NOT NULL
