-- title = "Length of the reported messages"
-- question = "How many words of each message are reported, and how many of them in quotation marks? Of Chinese, how many characters?"
-- only = "messages that a report here gives words of"
-- subject = "Correspondents"
-- order = "written_year NULLS LAST, sent_on NULLS LAST, sender, recipient, message_id, words NULLS LAST"
-- walk = [["forms-of-address", "message_id"], ["message-length", "message_id"]]
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

-- Of the report that gives most of the message: words are what stands between spaces. Chinese has none, and its
-- characters are not to be set beside words of others: a message that is told in both ways has a row for each. Who only
-- counts rows needs to know that some report gives words in this way, not which gives most.
SELECT
    messages.message_id,
    messages.exchange_id,
    messages.sent_on,
    messages.written_year,
    messages.sender,
    messages.recipient,
    messages.occasion,
    messages.occasion_year,
    CAST((
        SELECT sum(told.word_count)
        FROM statement AS told
        WHERE told.message_id = messages.message_id AND told.source_report_id = fullest.id AND unit.is_word
    ) AS integer) AS words,
    CAST((
        SELECT sum(told.quoted_word_count)
        FROM statement AS told
        WHERE told.message_id = messages.message_id AND told.source_report_id = fullest.id AND unit.is_word
    ) AS integer) AS direct_words,
    CAST((
        SELECT count(*)
        FROM statement AS told
        WHERE told.message_id = messages.message_id AND told.source_report_id = fullest.id
    ) AS integer) AS sentences,
    fullest.id AS source_report_id,
    CAST((SELECT outlet.slug FROM outlet WHERE outlet.id = fullest.outlet_id) AS text) AS outlet,
    messages.sender_name,
    messages.recipient_name,
    messages.sender_id,
    messages.recipient_id,
    messages.occasion_name,
    messages.sender_country,
    messages.recipient_country,
    fullest.language,
    CAST((SELECT outlet.name FROM outlet WHERE outlet.id = fullest.outlet_id) AS text) AS outlet_name,
    CAST((
        SELECT sum(told.end_char - told.start_char)
        FROM statement AS told
        WHERE told.message_id = messages.message_id AND told.source_report_id = fullest.id AND NOT unit.is_word
    ) AS integer) AS characters
FROM report_messages AS messages
CROSS JOIN (SELECT CAST(1 AS boolean) AS is_word UNION ALL SELECT CAST(0 AS boolean)) AS unit
LEFT JOIN source_report AS fullest ON fullest.id = (
    SELECT told.source_report_id
    FROM statement AS told
    JOIN source_report ON source_report.id = told.source_report_id
    WHERE told.message_id = messages.message_id AND (source_report.language IS DISTINCT FROM 'zh') = unit.is_word
    GROUP BY told.source_report_id
    ORDER BY
        sum(CASE WHEN source_report.language = 'zh' THEN told.end_char - told.start_char ELSE told.word_count END) DESC,
        told.source_report_id
    LIMIT 1
)
WHERE EXISTS (
    SELECT 1
    FROM message_report
    JOIN source_report ON source_report.id = message_report.source_report_id
    WHERE message_report.message_id = messages.message_id
        AND message_report.statement_count > 0
        AND (source_report.language IS DISTINCT FROM 'zh') = unit.is_word
)
