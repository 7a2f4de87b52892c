-- title = "Told in one language and not in another"
-- question = "What is told of a message in the reports of one language, and in none of those of another?"
-- only = "messages that reports of two languages at least give words of"
-- subject = "Coverage"
-- order = "occasion_year NULLS LAST, sent_on NULLS LAST, sender, recipient, message_id, told_in, not_told_in, fact_kind, fact"
-- shown = ["sent_on", "sender", "recipient", "told_in", "not_told_in", "fact_kind", "fact", "told_by", "other_reports", "quote"]
-- [filters]
-- leader = ["sender", "recipient"]
-- sender = "sender"
-- country = ["sender_country", "recipient_country"]
-- occasion = "occasion"
-- year = "occasion_year"
-- since = "sent_on"
-- until = "sent_on"
-- outlet = "outlet"
-- language = "told_in"
-- told_in = "told_in"
-- not_told_in = "not_told_in"
-- fact_kind = "fact_kind"
-- [columns]
-- told_by = "Number of reports in the first language that tell the fact"

-- Messages whose words are reported in two languages at least. told_by reports in the first language tell the fact; of
-- the reports in the other, as many as other_reports give words of the message, and none tells it.
WITH told AS (
    SELECT
        facts.message_id,
        source_report.language,
        facts.fact_kind,
        facts.fact,
        facts.fact_name,
        count(DISTINCT facts.source_report_id) AS told_by,
        min(facts.statement_id) AS statement_id
    FROM (SELECT DISTINCT message_id FROM kept_message_language) AS several
    CROSS JOIN report_facts AS facts  -- for SQLite, which else works out all facts first
    JOIN source_report ON source_report.id = facts.source_report_id
    WHERE facts.message_id = several.message_id
    GROUP BY facts.message_id, source_report.language, facts.fact_kind, facts.fact, facts.fact_name
)
SELECT
    messages.sent_on,
    messages.sender,
    messages.recipient,
    messages.occasion,
    messages.occasion_year,
    CAST(told.fact_kind AS text) AS fact_kind,
    CAST(told.fact AS text) AS fact,
    CAST(told.language AS text) AS told_in,
    CAST(other.language AS text) AS not_told_in,
    CAST(told.told_by AS integer) AS told_by,
    CAST(other.reports AS integer) AS other_reports,
    CAST(
        substr(source_report.body, statement.start_char + 1, statement.end_char - statement.start_char) AS text
    ) AS quote,
    CAST(told.statement_id AS bigint) AS statement_id,
    messages.message_id,
    messages.exchange_id,
    CAST(told.fact_name AS text) AS fact_name,
    messages.sender_name,
    messages.recipient_name,
    messages.occasion_name,
    messages.sender_country,
    messages.recipient_country,
    messages.sender_id,
    messages.recipient_id,
    outlet.slug AS outlet,
    outlet.name AS outlet_name,
    source_report.headline,
    source_report.url
FROM told
JOIN kept_message_language AS other ON other.message_id = told.message_id AND other.language <> told.language
LEFT JOIN told AS same
    ON same.message_id = told.message_id
    AND same.language = other.language
    AND same.fact_kind = told.fact_kind
    AND same.fact = told.fact
JOIN report_messages AS messages ON messages.message_id = told.message_id
JOIN statement ON statement.id = told.statement_id
JOIN source_report ON source_report.id = statement.source_report_id
LEFT JOIN outlet ON outlet.id = source_report.outlet_id
WHERE same.fact IS NULL
