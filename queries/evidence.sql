-- title = "Evidence"
-- question = "Which sentence tells each message and each claim, and which pattern read it there?"
-- subject = "Data quality"
-- order = "published_on NULLS LAST, source_report_id, start_char NULLS FIRST, fact_kind, fact, statement_id, message_id"
-- shown = ["fact_kind", "fact", "read_by", "evidence", "language", "outlet", "quote"]
-- [filters]
-- fact_kind = "fact_kind"
-- read_by = "read_by"
-- evidence = "evidence"
-- leader = ["speaker", "recipient"]
-- speaker = "speaker"
-- since = "published_on"
-- until = "published_on"
-- outlet = "outlet"
-- language = "language"
-- [columns]
-- fact_kind = "message (who wrote to whom), speaker (whose words), anniversary or trade"
-- fact = "The fact: who wrote to whom, whose words, an anniversary with its milestone, or a claim on trade with its year"
-- start_char = "First character of the sentence in the stored body, counted from 0; empty where only a headline tells it"
-- end_char = "The character after the last one; empty where only a headline tells it"
-- quote = "The whole sentence, as it stands in the report; empty where only a headline tells it"

SELECT
    CAST(told.fact_kind AS text) AS fact_kind,
    CAST(told.fact AS text) AS fact,
    CAST(told.read_by AS text) AS read_by,
    CAST(told.evidence AS text) AS evidence,
    CAST(told.statement_id AS bigint) AS statement_id,
    statement.start_char,
    statement.end_char,
    CAST(
        substr(source_report.body, statement.start_char + 1, statement.end_char - statement.start_char) AS text
    ) AS quote,
    CAST(told.source_report_id AS bigint) AS source_report_id,
    source_report.locator,
    source_report.language,
    source_report.published_on,
    source_report.headline,
    outlet.slug AS outlet,
    outlet.name AS outlet_name,
    CAST(told.message_id AS bigint) AS message_id,
    message.exchange_id,
    speaker.slug AS speaker,
    speaker.full_name AS speaker_name,
    recipient.slug AS recipient,
    recipient.full_name AS recipient_name,
    CAST(told.speaker_id AS bigint) AS speaker_id,
    message.recipient_id,
    source_report.url
FROM (
    SELECT
        'message' AS fact_kind,
        sender.slug || ' to ' || recipient.slug AS fact,
        message_report.read_by,
        message_report.evidence,
        message_report.statement_id,
        message_report.message_id,
        message_report.source_report_id,
        message.sender_id AS speaker_id
    FROM message_report
    JOIN message ON message.id = message_report.message_id
    JOIN leader AS sender ON sender.id = message.sender_id
    JOIN leader AS recipient ON recipient.id = message.recipient_id
    UNION ALL
    SELECT
        'speaker',
        speaker.slug,
        statement.read_by,
        NULL,
        statement.id,
        statement.message_id,
        statement.source_report_id,
        statement.speaker_id
    FROM statement
    JOIN leader AS speaker ON speaker.id = statement.speaker_id
    UNION ALL
    SELECT
        'anniversary',
        CAST(anniversary_mention.ordinal AS text) || ' ' || coalesce(milestone.slug, 'unknown'),
        anniversary_mention.read_by,
        NULL,
        statement.id,
        statement.message_id,
        statement.source_report_id,
        statement.speaker_id
    FROM anniversary_mention
    JOIN statement ON statement.id = anniversary_mention.statement_id
    LEFT JOIN milestone ON milestone.id = anniversary_mention.milestone_id
    UNION ALL
    SELECT
        'trade',
        trade_figure.claim || coalesce(' of ' || CAST(trade_figure.year AS text), ''),
        trade_figure.read_by,
        NULL,
        statement.id,
        statement.message_id,
        statement.source_report_id,
        statement.speaker_id
    FROM trade_figure
    JOIN statement ON statement.id = trade_figure.statement_id
) AS told
JOIN source_report ON source_report.id = told.source_report_id
LEFT JOIN outlet ON outlet.id = source_report.outlet_id
LEFT JOIN statement ON statement.id = told.statement_id
LEFT JOIN message ON message.id = told.message_id
LEFT JOIN leader AS speaker ON speaker.id = told.speaker_id
LEFT JOIN leader AS recipient ON recipient.id = message.recipient_id
