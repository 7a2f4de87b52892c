-- title = "Evidence"
-- question = "Which sentence tells each message and each claim, and which pattern read it there?"
-- subject = "Data quality"
-- order = "published_on NULLS LAST, source_report_id, start_char NULLS FIRST, fact_kind, fact, statement_id, message_id"
-- walk = [["source-reports", "source_report_id"]]
-- shown = ["fact_kind", "fact", "read_by", "evidence", "language", "outlet", "quote"]
-- [filters]
-- fact_kind = "fact_kind"
-- read_by = "read_by"
-- evidence = "evidence"
-- leader = ["speaker", "recipient"]
-- speaker = "speaker"
-- country = ["speaker_country", "recipient_country"]
-- year = "published_on"
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

-- Labels stand behind the union, and who only counts rows need not look at them. What is of a message and what is of none
-- stand apart: a filter on who wrote then finds the messages first. Few sentences of a speaker are of none: coalesce lets
-- engines begin at the speaker. The columns of all parts have one type, without which SQLite reads all of them first.
SELECT
    CAST(told.fact_kind AS text) AS fact_kind,
    CAST(
        CASE told.fact_kind
            WHEN 'message' THEN speaker.slug || ' to ' || recipient.slug
            WHEN 'speaker' THEN speaker.slug
            WHEN 'anniversary' THEN CAST(told.ordinal AS text) || ' ' || coalesce(milestone.slug, 'unknown')
            ELSE told.claim || coalesce(' of ' || CAST(told.year AS text), '')
        END AS text
    ) AS fact,
    CAST(told.read_by AS text) AS read_by,
    CAST(told.evidence AS text) AS evidence,
    told.statement_id,
    statement.start_char,
    statement.end_char,
    CAST(
        substr(source_report.body, statement.start_char + 1, statement.end_char - statement.start_char) AS text
    ) AS quote,
    told.source_report_id,
    source_report.locator,
    source_report.language,
    source_report.published_on,
    source_report.headline,
    CAST((SELECT outlet.slug FROM outlet WHERE outlet.id = source_report.outlet_id) AS text) AS outlet,
    CAST((SELECT outlet.name FROM outlet WHERE outlet.id = source_report.outlet_id) AS text) AS outlet_name,
    told.message_id,
    told.exchange_id,
    speaker.slug AS speaker,
    speaker.full_name AS speaker_name,
    recipient.slug AS recipient,
    recipient.full_name AS recipient_name,
    told.speaker_id,
    told.recipient_id,
    source_report.url,
    told.sender_id,
    CAST(
        CASE told.fact_kind
            WHEN 'message' THEN speaker.full_name || ' to ' || recipient.full_name
            WHEN 'speaker' THEN speaker.full_name
            WHEN 'anniversary'
            THEN CAST(told.ordinal AS text) || ' years: ' || coalesce(milestone.name, 'of an event not known')
            ELSE told.claim || coalesce(' of ' || CAST(told.year AS text), '')
        END AS text
    ) AS fact_name,
    CAST((SELECT country.code FROM country WHERE country.id = speaker.country_id) AS text) AS speaker_country,
    CAST((SELECT country.code FROM country WHERE country.id = recipient.country_id) AS text) AS recipient_country
FROM (
    SELECT
        'message' AS fact_kind,
        CAST(NULL AS bigint) AS milestone_id,
        CAST(NULL AS integer) AS ordinal,
        CAST(NULL AS text) AS claim,
        CAST(NULL AS integer) AS year,
        message_report.read_by,
        message_report.evidence,
        message_report.statement_id,
        message_report.message_id,
        message_report.source_report_id,
        message.exchange_id,
        message.sender_id,
        message.sender_id AS speaker_id,
        message.recipient_id
    FROM message_report
    JOIN message ON message.id = message_report.message_id
    UNION ALL
    SELECT
        'speaker',
        CAST(NULL AS bigint),
        CAST(NULL AS integer),
        CAST(NULL AS text),
        CAST(NULL AS integer),
        statement.read_by,
        CAST(NULL AS text),
        statement.id,
        statement.message_id,
        statement.source_report_id,
        message.exchange_id,
        message.sender_id,
        statement.speaker_id,
        message.recipient_id
    FROM statement
    JOIN message ON message.id = statement.message_id
    WHERE statement.speaker_id IS NOT NULL
    UNION ALL
    SELECT
        'anniversary',
        anniversary_mention.milestone_id,
        anniversary_mention.ordinal,
        CAST(NULL AS text),
        CAST(NULL AS integer),
        anniversary_mention.read_by,
        CAST(NULL AS text),
        statement.id,
        statement.message_id,
        statement.source_report_id,
        message.exchange_id,
        message.sender_id,
        statement.speaker_id,
        message.recipient_id
    FROM anniversary_mention
    JOIN statement ON statement.id = anniversary_mention.statement_id
    JOIN message ON message.id = statement.message_id
    UNION ALL
    SELECT
        'trade',
        CAST(NULL AS bigint),
        CAST(NULL AS integer),
        trade_figure.claim,
        trade_figure.year,
        trade_figure.read_by,
        CAST(NULL AS text),
        statement.id,
        statement.message_id,
        statement.source_report_id,
        message.exchange_id,
        message.sender_id,
        statement.speaker_id,
        message.recipient_id
    FROM trade_figure
    JOIN statement ON statement.id = trade_figure.statement_id
    JOIN message ON message.id = statement.message_id
    UNION ALL
    SELECT
        'speaker',
        CAST(NULL AS bigint),
        CAST(NULL AS integer),
        CAST(NULL AS text),
        CAST(NULL AS integer),
        statement.read_by,
        CAST(NULL AS text),
        statement.id,
        statement.message_id,
        statement.source_report_id,
        CAST(NULL AS bigint),
        CAST(NULL AS bigint),
        statement.speaker_id,
        CAST(NULL AS bigint)
    FROM statement
    WHERE statement.speaker_id IS NOT NULL AND coalesce(statement.message_id, 0) = 0
    UNION ALL
    SELECT
        'anniversary',
        anniversary_mention.milestone_id,
        anniversary_mention.ordinal,
        CAST(NULL AS text),
        CAST(NULL AS integer),
        anniversary_mention.read_by,
        CAST(NULL AS text),
        statement.id,
        statement.message_id,
        statement.source_report_id,
        CAST(NULL AS bigint),
        CAST(NULL AS bigint),
        statement.speaker_id,
        CAST(NULL AS bigint)
    FROM anniversary_mention
    JOIN statement ON statement.id = anniversary_mention.statement_id
    WHERE coalesce(statement.message_id, 0) = 0
    UNION ALL
    SELECT
        'trade',
        CAST(NULL AS bigint),
        CAST(NULL AS integer),
        trade_figure.claim,
        trade_figure.year,
        trade_figure.read_by,
        CAST(NULL AS text),
        statement.id,
        statement.message_id,
        statement.source_report_id,
        CAST(NULL AS bigint),
        CAST(NULL AS bigint),
        statement.speaker_id,
        CAST(NULL AS bigint)
    FROM trade_figure
    JOIN statement ON statement.id = trade_figure.statement_id
    WHERE coalesce(statement.message_id, 0) = 0
) AS told
LEFT JOIN milestone ON milestone.id = told.milestone_id
LEFT JOIN source_report ON source_report.id = told.source_report_id
LEFT JOIN statement ON statement.id = told.statement_id
LEFT JOIN leader AS speaker ON speaker.id = told.speaker_id
LEFT JOIN leader AS recipient ON recipient.id = told.recipient_id
