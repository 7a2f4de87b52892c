-- title = "What one report alone tells"
-- question = "Which theme, anniversary or trade figure of a message does one report alone tell, while others give words of it too?"
-- subject = "Coverage"
-- order = "occasion_year NULLS LAST, published_on NULLS LAST, message_id, fact_kind, fact"
-- shown = ["published_on", "outlet", "speaker", "recipient", "fact_kind", "fact", "reports", "quote"]
-- [filters]
-- leader = ["speaker", "recipient"]
-- speaker = "speaker"
-- country = ["speaker_country", "recipient_country"]
-- occasion = "occasion"
-- year = "occasion_year"
-- since = "published_on"
-- until = "published_on"
-- outlet = "outlet"
-- language = "language"
-- fact_kind = "fact_kind"
-- [columns]
-- reports = "Number of reports that give words of the message"

-- Of messages that two reports at least give words of.
WITH counted AS (
    SELECT
        message_id,
        fact_kind,
        fact,
        fact_name,
        count(DISTINCT source_report_id) AS told_by,
        min(statement_id) AS statement_id
    FROM report_facts
    WHERE message_id IS NOT NULL
    GROUP BY message_id, fact_kind, fact, fact_name
),
worded AS (
    SELECT message_id, count(DISTINCT source_report_id) AS reports
    FROM statement
    WHERE message_id IS NOT NULL
    GROUP BY message_id
)
SELECT
    statements.published_on,
    statements.outlet,
    statements.speaker,
    statements.recipient,
    CAST(counted.fact_kind AS text) AS fact_kind,
    CAST(counted.fact AS text) AS fact,
    CAST(worded.reports AS integer) AS reports,
    statements.quote,
    statements.statement_id,
    statements.message_id,
    statements.exchange_id,
    statements.occasion,
    statements.occasion_year,
    CAST(counted.fact_name AS text) AS fact_name,
    statements.outlet_name,
    statements.speaker_name,
    statements.recipient_name,
    statements.occasion_name,
    statements.speaker_country,
    statements.recipient_country,
    statements.language,
    statements.speaker_id,
    statements.recipient_id
FROM counted
JOIN worded ON worded.message_id = counted.message_id
JOIN report_statements AS statements ON statements.statement_id = counted.statement_id
WHERE counted.told_by = 1 AND worded.reports > 1
