-- title = "What one report alone tells"
-- question = "Which theme, anniversary or trade figure of a message does one report alone tell, while others give words of it too?"
-- only = "messages that two reports at least give words of"
-- subject = "Coverage"
-- order = "occasion_year NULLS LAST, sent_on NULLS LAST, message_id, fact_kind, fact"
-- walk = [["messages", "message_id"]]
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

-- Of messages that two reports at least give words of. Whose they are and of which year stands within told, where a filter
-- reaches it before anything is compared.
WITH told AS (
    SELECT
        message.id AS message_id,
        message.exchange_id,
        exchange.occasion_id,
        exchange.occasion_year,
        message.sent_on,
        message.sender_id,
        message.recipient_id,
        'theme' AS fact_kind,
        theme_mention.theme_id,
        CAST(NULL AS bigint) AS milestone_id,
        CAST(NULL AS integer) AS ordinal,
        CAST(NULL AS text) AS claim,
        CAST(NULL AS integer) AS year,
        theme_mention.statement_id,
        theme_mention.source_report_id
    FROM message
    JOIN exchange ON exchange.id = message.exchange_id
    JOIN theme_mention ON theme_mention.message_id = message.id
    WHERE NOT EXISTS (
            SELECT 1
            FROM theme_mention AS other
            WHERE other.message_id = theme_mention.message_id
                AND other.theme_id = theme_mention.theme_id
                AND (other.source_report_id <> theme_mention.source_report_id OR other.id < theme_mention.id)
        )
        AND (
            SELECT min(giving.source_report_id) < max(giving.source_report_id)
            FROM message_report AS giving
            WHERE giving.message_id = message.id AND giving.statement_count > 0
        )
    UNION ALL
    SELECT
        message.id,
        message.exchange_id,
        exchange.occasion_id,
        exchange.occasion_year,
        message.sent_on,
        message.sender_id,
        message.recipient_id,
        'anniversary',
        NULL,
        anniversary_mention.milestone_id,
        anniversary_mention.ordinal,
        NULL,
        NULL,
        anniversary_mention.statement_id,
        statement.source_report_id
    FROM message
    JOIN exchange ON exchange.id = message.exchange_id
    JOIN statement ON statement.message_id = message.id
    JOIN anniversary_mention ON anniversary_mention.statement_id = statement.id
    WHERE NOT EXISTS (
            SELECT 1
            FROM statement AS telling
            JOIN anniversary_mention AS other ON other.statement_id = telling.id
            WHERE telling.message_id = statement.message_id
                AND other.ordinal = anniversary_mention.ordinal
                AND other.milestone_id IS NOT DISTINCT FROM anniversary_mention.milestone_id
                AND (telling.source_report_id <> statement.source_report_id OR other.id < anniversary_mention.id)
        )
        AND (
            SELECT min(giving.source_report_id) < max(giving.source_report_id)
            FROM message_report AS giving
            WHERE giving.message_id = message.id AND giving.statement_count > 0
        )
    UNION ALL
    SELECT
        message.id,
        message.exchange_id,
        exchange.occasion_id,
        exchange.occasion_year,
        message.sent_on,
        message.sender_id,
        message.recipient_id,
        'trade',
        NULL,
        NULL,
        NULL,
        trade_figure.claim,
        trade_figure.year,
        trade_figure.statement_id,
        statement.source_report_id
    FROM message
    JOIN exchange ON exchange.id = message.exchange_id
    JOIN statement ON statement.message_id = message.id
    JOIN trade_figure ON trade_figure.statement_id = statement.id
    WHERE NOT EXISTS (
            SELECT 1
            FROM statement AS telling
            JOIN trade_figure AS other ON other.statement_id = telling.id
            WHERE telling.message_id = statement.message_id
                AND other.claim = trade_figure.claim
                AND other.year IS NOT DISTINCT FROM trade_figure.year
                AND (telling.source_report_id <> statement.source_report_id OR other.id < trade_figure.id)
        )
        AND (
            SELECT min(giving.source_report_id) < max(giving.source_report_id)
            FROM message_report AS giving
            WHERE giving.message_id = message.id AND giving.statement_count > 0
        )
)
SELECT
    source_report.published_on,
    CAST((SELECT outlet.slug FROM outlet WHERE outlet.id = source_report.outlet_id) AS text) AS outlet,
    speaker.slug AS speaker,
    recipient.slug AS recipient,
    CAST(told.fact_kind AS text) AS fact_kind,
    CAST(
        CASE told.fact_kind
            WHEN 'theme' THEN theme.slug
            WHEN 'anniversary' THEN CAST(told.ordinal AS text) || ' ' || coalesce(milestone.slug, 'unknown')
            ELSE told.claim || coalesce(' of ' || CAST(told.year AS text), '')
        END AS text
    ) AS fact,
    CAST((
        SELECT count(*)
        FROM message_report
        WHERE message_report.message_id = told.message_id AND message_report.statement_count > 0
    ) AS integer) AS reports,
    CAST(
        substr(source_report.body, statement.start_char + 1, statement.end_char - statement.start_char) AS text
    ) AS quote,
    told.statement_id,
    told.message_id,
    told.exchange_id,
    occasion.slug AS occasion,
    told.occasion_year,
    CAST(
        CASE told.fact_kind
            WHEN 'theme' THEN theme.name
            WHEN 'anniversary'
            THEN CAST(told.ordinal AS text) || ' years: ' || coalesce(milestone.name, 'of an event not known')
            ELSE told.claim || coalesce(' of ' || CAST(told.year AS text), '')
        END AS text
    ) AS fact_name,
    CAST((SELECT outlet.name FROM outlet WHERE outlet.id = source_report.outlet_id) AS text) AS outlet_name,
    speaker.full_name AS speaker_name,
    recipient.full_name AS recipient_name,
    occasion.name AS occasion_name,
    CAST((SELECT country.code FROM country WHERE country.id = speaker.country_id) AS text) AS speaker_country,
    CAST((SELECT country.code FROM country WHERE country.id = recipient.country_id) AS text) AS recipient_country,
    source_report.language,
    told.sender_id AS speaker_id,
    told.recipient_id,
    source_report.headline,
    source_report.url,
    told.sent_on
FROM told
LEFT JOIN theme ON theme.id = told.theme_id
LEFT JOIN milestone ON milestone.id = told.milestone_id
LEFT JOIN statement ON statement.id = told.statement_id
LEFT JOIN source_report ON source_report.id = told.source_report_id
LEFT JOIN occasion ON occasion.id = told.occasion_id
LEFT JOIN leader AS speaker ON speaker.id = told.sender_id
LEFT JOIN leader AS recipient ON recipient.id = told.recipient_id
