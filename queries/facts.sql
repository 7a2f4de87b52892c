-- title = "Facts told"
-- question = "Which theme, anniversary or trade figure does each statement tell?"
-- subject = "Base"
-- order = "source_report_id, statement_id, fact_kind, fact"
-- walk = [["source-reports", "source_report_id"], ["statements", "source_report_id"]]
-- shown = ["fact_kind", "fact", "speaker", "recipient", "statement_id"]
-- [filters]
-- fact_kind = "fact_kind"
-- leader = ["speaker", "recipient"]
-- speaker = "speaker"
-- country = ["speaker_country", "recipient_country"]

-- Whose words they are is named behind the union: who only counts facts need not look at it. What is of a message and what is
-- of none stand apart, as in evidence; the columns of all parts have one type, without which SQLite reads all of them first.
SELECT
    CAST(told.fact_kind AS text) AS fact_kind,
    CAST(told.fact AS text) AS fact,
    CAST(told.fact_name AS text) AS fact_name,
    told.statement_id,
    told.message_id,
    told.source_report_id,
    CAST((SELECT leader.slug FROM leader WHERE leader.id = told.speaker_id) AS text) AS speaker,
    CAST((SELECT leader.slug FROM leader WHERE leader.id = told.recipient_id) AS text) AS recipient,
    CAST((
        SELECT country.code FROM leader JOIN country ON country.id = leader.country_id WHERE leader.id = told.speaker_id
    ) AS text) AS speaker_country,
    CAST((
        SELECT country.code FROM leader JOIN country ON country.id = leader.country_id WHERE leader.id = told.recipient_id
    ) AS text) AS recipient_country,
    told.speaker_id,
    told.recipient_id,
    CAST((SELECT leader.full_name FROM leader WHERE leader.id = told.speaker_id) AS text) AS speaker_name,
    CAST((SELECT leader.full_name FROM leader WHERE leader.id = told.recipient_id) AS text) AS recipient_name
FROM (
    SELECT
        'theme' AS fact_kind,
        theme.slug AS fact,
        theme.name AS fact_name,
        theme_mention.statement_id,
        statement.message_id,
        statement.source_report_id,
        statement.speaker_id,
        message.recipient_id
    FROM theme_mention
    JOIN statement ON statement.id = theme_mention.statement_id
    JOIN theme ON theme.id = theme_mention.theme_id
    JOIN message ON message.id = statement.message_id
    UNION ALL
    SELECT
        'anniversary',
        CAST(CAST(anniversary_mention.ordinal AS text) || ' ' || coalesce(milestone.slug, 'unknown') AS text),
        CAST(
            CAST(anniversary_mention.ordinal AS text) || ' years: ' || coalesce(milestone.name, 'of an event not known')
            AS text
        ),
        anniversary_mention.statement_id,
        statement.message_id,
        statement.source_report_id,
        statement.speaker_id,
        message.recipient_id
    FROM anniversary_mention
    JOIN statement ON statement.id = anniversary_mention.statement_id
    JOIN message ON message.id = statement.message_id
    LEFT JOIN milestone ON milestone.id = anniversary_mention.milestone_id
    UNION ALL
    SELECT
        'trade',
        CAST(trade_figure.claim || coalesce(' of ' || CAST(trade_figure.year AS text), '') AS text),
        CAST(trade_figure.claim || coalesce(' of ' || CAST(trade_figure.year AS text), '') AS text),
        trade_figure.statement_id,
        statement.message_id,
        statement.source_report_id,
        statement.speaker_id,
        message.recipient_id
    FROM trade_figure
    JOIN statement ON statement.id = trade_figure.statement_id
    JOIN message ON message.id = statement.message_id
    UNION ALL
    SELECT
        'theme',
        theme.slug,
        theme.name,
        theme_mention.statement_id,
        statement.message_id,
        statement.source_report_id,
        statement.speaker_id,
        CAST(NULL AS bigint)
    FROM theme_mention
    JOIN statement ON statement.id = theme_mention.statement_id
    JOIN theme ON theme.id = theme_mention.theme_id
    WHERE coalesce(statement.message_id, 0) = 0
    UNION ALL
    SELECT
        'anniversary',
        CAST(CAST(anniversary_mention.ordinal AS text) || ' ' || coalesce(milestone.slug, 'unknown') AS text),
        CAST(
            CAST(anniversary_mention.ordinal AS text) || ' years: ' || coalesce(milestone.name, 'of an event not known')
            AS text
        ),
        anniversary_mention.statement_id,
        statement.message_id,
        statement.source_report_id,
        statement.speaker_id,
        CAST(NULL AS bigint)
    FROM anniversary_mention
    JOIN statement ON statement.id = anniversary_mention.statement_id
    LEFT JOIN milestone ON milestone.id = anniversary_mention.milestone_id
    WHERE coalesce(statement.message_id, 0) = 0
    UNION ALL
    SELECT
        'trade',
        CAST(trade_figure.claim || coalesce(' of ' || CAST(trade_figure.year AS text), '') AS text),
        CAST(trade_figure.claim || coalesce(' of ' || CAST(trade_figure.year AS text), '') AS text),
        trade_figure.statement_id,
        statement.message_id,
        statement.source_report_id,
        statement.speaker_id,
        CAST(NULL AS bigint)
    FROM trade_figure
    JOIN statement ON statement.id = trade_figure.statement_id
    WHERE coalesce(statement.message_id, 0) = 0
) AS told
