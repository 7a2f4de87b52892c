-- title = "What each report tells of the same message"
-- question = "Which theme, anniversary or trade figure of a message does each report tell, and which does it leave out?"
-- subject = "Coverage"
-- order = "occasion_year NULLS LAST, message_id, fact_kind, fact, outlet NULLS LAST, locator"
-- shown = ["occasion_year", "sender", "recipient", "fact_kind", "fact", "outlet", "is_told", "told_by", "reports"]
-- [filters]
-- leader = ["sender", "recipient"]
-- sender = "sender"
-- country = ["sender_country", "recipient_country"]
-- year = "occasion_year"
-- since = "published_on"
-- until = "published_on"
-- outlet = "outlet"
-- language = "language"
-- fact_kind = "fact_kind"
-- is_told = "is_told"
-- [columns]
-- reports = "Number of reports that give words of the message"

-- Messages that two reports at least give words of. told_by of reports tell the fact. A fact, and a report that gives words
-- of a message, stand once: by the first of their mentions and statements.
WITH report_of AS NOT MATERIALIZED (
    SELECT statement.message_id, statement.source_report_id
    FROM statement
    WHERE NOT EXISTS (
        SELECT 1
        FROM statement AS earlier
        WHERE earlier.message_id = statement.message_id
            AND earlier.source_report_id = statement.source_report_id
            AND earlier.id < statement.id
    )
),
theme_told AS NOT MATERIALIZED (
    SELECT theme_mention.id, theme_mention.message_id, statement.source_report_id, theme_mention.theme_id
    FROM theme_mention
    JOIN statement ON statement.id = theme_mention.statement_id
),
anniversary_told AS NOT MATERIALIZED (
    SELECT
        anniversary_mention.id,
        statement.message_id,
        statement.source_report_id,
        anniversary_mention.ordinal,
        anniversary_mention.milestone_id
    FROM statement
    JOIN anniversary_mention ON anniversary_mention.statement_id = statement.id
),
trade_told AS NOT MATERIALIZED (
    SELECT
        trade_figure.id, statement.message_id, statement.source_report_id, trade_figure.claim, trade_figure.year
    FROM statement
    JOIN trade_figure ON trade_figure.statement_id = statement.id
),
compared AS (
    SELECT
        fact.message_id,
        message.exchange_id,
        exchange.occasion_year,
        message.sender_id,
        message.recipient_id,
        'theme' AS fact_kind,
        theme.slug AS fact,
        report_of.source_report_id,
        EXISTS (
            SELECT 1
            FROM theme_told AS told
            WHERE told.message_id = fact.message_id
                AND told.theme_id = fact.theme_id
                AND told.source_report_id = report_of.source_report_id
        ) AS is_told,
        (
            SELECT count(DISTINCT told.source_report_id)
            FROM theme_told AS told
            WHERE told.message_id = fact.message_id AND told.theme_id = fact.theme_id
        ) AS told_by
    FROM message
    JOIN exchange ON exchange.id = message.exchange_id
    JOIN theme_mention AS fact ON fact.message_id = message.id
    JOIN theme ON theme.id = fact.theme_id
    JOIN report_of ON report_of.message_id = fact.message_id
    WHERE NOT EXISTS (
        SELECT 1
        FROM theme_mention AS earlier
        WHERE earlier.message_id = fact.message_id AND earlier.theme_id = fact.theme_id AND earlier.id < fact.id
    )
    UNION ALL
    SELECT
        fact.message_id,
        message.exchange_id,
        exchange.occasion_year,
        message.sender_id,
        message.recipient_id,
        'anniversary',
        CAST(CAST(fact.ordinal AS text) || ' ' || coalesce(milestone.slug, 'unknown') AS text),
        report_of.source_report_id,
        EXISTS (
            SELECT 1
            FROM anniversary_told AS told
            WHERE told.message_id = fact.message_id
                AND told.ordinal = fact.ordinal
                AND told.milestone_id IS NOT DISTINCT FROM fact.milestone_id
                AND told.source_report_id = report_of.source_report_id
        ),
        (
            SELECT count(DISTINCT told.source_report_id)
            FROM anniversary_told AS told
            WHERE told.message_id = fact.message_id
                AND told.ordinal = fact.ordinal
                AND told.milestone_id IS NOT DISTINCT FROM fact.milestone_id
        )
    FROM message
    JOIN exchange ON exchange.id = message.exchange_id
    JOIN anniversary_told AS fact ON fact.message_id = message.id
    JOIN report_of ON report_of.message_id = fact.message_id
    LEFT JOIN milestone ON milestone.id = fact.milestone_id
    WHERE NOT EXISTS (
        SELECT 1
        FROM anniversary_told AS earlier
        WHERE earlier.message_id = fact.message_id
            AND earlier.ordinal = fact.ordinal
            AND earlier.milestone_id IS NOT DISTINCT FROM fact.milestone_id
            AND earlier.id < fact.id
    )
    UNION ALL
    SELECT
        fact.message_id,
        message.exchange_id,
        exchange.occasion_year,
        message.sender_id,
        message.recipient_id,
        'trade',
        CAST(fact.claim || coalesce(' of ' || CAST(fact.year AS text), '') AS text),
        report_of.source_report_id,
        EXISTS (
            SELECT 1
            FROM trade_told AS told
            WHERE told.message_id = fact.message_id
                AND told.claim = fact.claim
                AND told.year IS NOT DISTINCT FROM fact.year
                AND told.source_report_id = report_of.source_report_id
        ),
        (
            SELECT count(DISTINCT told.source_report_id)
            FROM trade_told AS told
            WHERE told.message_id = fact.message_id
                AND told.claim = fact.claim
                AND told.year IS NOT DISTINCT FROM fact.year
        )
    FROM message
    JOIN exchange ON exchange.id = message.exchange_id
    JOIN trade_told AS fact ON fact.message_id = message.id
    JOIN report_of ON report_of.message_id = fact.message_id
    WHERE NOT EXISTS (
        SELECT 1
        FROM trade_told AS earlier
        WHERE earlier.message_id = fact.message_id
            AND earlier.claim = fact.claim
            AND earlier.year IS NOT DISTINCT FROM fact.year
            AND earlier.id < fact.id
    )
)
SELECT
    compared.message_id,
    compared.exchange_id,
    compared.occasion_year,
    sender.slug AS sender,
    recipient.slug AS recipient,
    CAST(compared.fact_kind AS text) AS fact_kind,
    CAST(compared.fact AS text) AS fact,
    source_report.locator,
    outlet.slug AS outlet,
    CAST(compared.is_told AS boolean) AS is_told,
    CAST(compared.told_by AS integer) AS told_by,
    CAST((
        SELECT count(DISTINCT statement.source_report_id)
        FROM statement
        WHERE statement.message_id = compared.message_id
    ) AS integer) AS reports,
    compared.sender_id,
    compared.recipient_id,
    sender.full_name AS sender_name,
    recipient.full_name AS recipient_name,
    outlet.name AS outlet_name,
    source_report.language,
    source_report.published_on,
    sender_country.code AS sender_country,
    recipient_country.code AS recipient_country
FROM compared
LEFT JOIN source_report ON source_report.id = compared.source_report_id
LEFT JOIN outlet ON outlet.id = source_report.outlet_id
LEFT JOIN leader AS sender ON sender.id = compared.sender_id
LEFT JOIN leader AS recipient ON recipient.id = compared.recipient_id
LEFT JOIN country AS sender_country ON sender_country.id = sender.country_id
LEFT JOIN country AS recipient_country ON recipient_country.id = recipient.country_id
WHERE EXISTS (
    SELECT 1
    FROM statement AS other
    WHERE other.message_id = compared.message_id AND other.source_report_id <> compared.source_report_id
)
