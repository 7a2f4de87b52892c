-- grain = "pair"
-- keys = ["sender_id", "recipient_id"]
-- indexes = ["sender_id, recipient_id", "message_id, language"]

-- In which languages reports give words of a message, and how many, of messages for which these are several.
SELECT message.sender_id, message.recipient_id, message.id AS message_id, source_report.language, count(*) AS reports
FROM message
JOIN message_report ON message_report.message_id = message.id AND message_report.statement_count > 0
JOIN source_report ON source_report.id = message_report.source_report_id
WHERE source_report.language IS NOT NULL
    AND (
        SELECT min(of_report.language) < max(of_report.language)
        FROM message_report AS giving
        JOIN source_report AS of_report ON of_report.id = giving.source_report_id
        WHERE giving.message_id = message.id AND giving.statement_count > 0
    )
GROUP BY message.sender_id, message.recipient_id, message.id, source_report.language
