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

-- Of messages that two reports at least give words of. Whose they are and of which year stands within told, where a filter
-- reaches it before anything is compared.
WITH told AS (
    SELECT
        theme_mention.message_id,
        message.exchange_id,
        exchange.occasion_year,
        message.sender_id,
        message.recipient_id,
        'theme' AS fact_kind,
        theme.slug AS fact,
        theme.name AS fact_name,
        statement.id AS statement_id,
        statement.source_report_id
    FROM message
    JOIN exchange ON exchange.id = message.exchange_id
    JOIN theme_mention ON theme_mention.message_id = message.id
    JOIN statement ON statement.id = theme_mention.statement_id
    JOIN theme ON theme.id = theme_mention.theme_id
    WHERE NOT EXISTS (
        SELECT 1
        FROM theme_mention AS other
        JOIN statement AS telling ON telling.id = other.statement_id
        WHERE other.message_id = theme_mention.message_id
            AND other.theme_id = theme_mention.theme_id
            AND (telling.source_report_id <> statement.source_report_id OR other.id < theme_mention.id)
    )
    UNION ALL
    SELECT
        statement.message_id,
        message.exchange_id,
        exchange.occasion_year,
        message.sender_id,
        message.recipient_id,
        'anniversary',
        CAST(anniversary_mention.ordinal AS text) || ' ' || coalesce(milestone.slug, 'unknown'),
        CAST(anniversary_mention.ordinal AS text) || ' years: ' || coalesce(milestone.name, 'of an event not known'),
        statement.id,
        statement.source_report_id
    FROM message
    JOIN exchange ON exchange.id = message.exchange_id
    JOIN statement ON statement.message_id = message.id
    JOIN anniversary_mention ON anniversary_mention.statement_id = statement.id
    LEFT JOIN milestone ON milestone.id = anniversary_mention.milestone_id
    WHERE NOT EXISTS (
        SELECT 1
        FROM statement AS telling
        JOIN anniversary_mention AS other ON other.statement_id = telling.id
        WHERE telling.message_id = statement.message_id
            AND other.ordinal = anniversary_mention.ordinal
            AND other.milestone_id IS NOT DISTINCT FROM anniversary_mention.milestone_id
            AND (telling.source_report_id <> statement.source_report_id OR other.id < anniversary_mention.id)
    )
    UNION ALL
    SELECT
        statement.message_id,
        message.exchange_id,
        exchange.occasion_year,
        message.sender_id,
        message.recipient_id,
        'trade',
        trade_figure.claim || coalesce(' of ' || CAST(trade_figure.year AS text), ''),
        trade_figure.claim || coalesce(' of ' || CAST(trade_figure.year AS text), ''),
        statement.id,
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
)
SELECT
    statements.published_on,
    statements.outlet,
    statements.speaker,
    statements.recipient,
    CAST(told.fact_kind AS text) AS fact_kind,
    CAST(told.fact AS text) AS fact,
    CAST((
        SELECT count(DISTINCT telling.source_report_id) FROM statement AS telling WHERE telling.message_id = told.message_id
    ) AS integer) AS reports,
    statements.quote,
    statements.statement_id,
    told.message_id,
    told.exchange_id,
    statements.occasion,
    told.occasion_year,
    CAST(told.fact_name AS text) AS fact_name,
    statements.outlet_name,
    statements.speaker_name,
    statements.recipient_name,
    statements.occasion_name,
    statements.speaker_country,
    statements.recipient_country,
    statements.language,
    told.sender_id AS speaker_id,
    told.recipient_id,
    statements.headline,
    statements.url
FROM told
JOIN report_statements AS statements ON statements.statement_id = told.statement_id
WHERE EXISTS (
    SELECT 1
    FROM statement AS other
    WHERE other.message_id = told.message_id AND other.source_report_id <> told.source_report_id
)
