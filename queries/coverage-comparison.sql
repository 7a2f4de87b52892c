-- title = "What each report tells of the same message"
-- question = "Which theme, anniversary or trade figure of a message does each report tell, and which does it leave out?"
-- only = "messages that two reports at least give words of"
-- subject = "Coverage"
-- order = "occasion_year NULLS LAST, message_id, fact_kind, fact, outlet NULLS LAST, locator"
-- walk = [["messages", "message_id"]]
-- shown = ["occasion_year", "sender", "recipient", "fact_kind", "fact", "outlet", "is_told", "told_by", "reports"]
-- [filters]
-- leader = ["sender", "recipient"]
-- sender = "sender"
-- country = ["sender_country", "recipient_country"]
-- occasion = "occasion"
-- year = "occasion_year"
-- since = "published_on"
-- until = "published_on"
-- outlet = "outlet"
-- language = "language"
-- fact_kind = "fact_kind"
-- is_told = "is_told"
-- [columns]
-- reports = "Number of reports that give words of the message"

-- Messages that two reports at least give words of. told_by of reports tell the fact. A fact stands once: by the first of
-- its mentions. What is told of a row stands behind the union, where who only counts rows need not work it out; CROSS JOIN
-- lets an engine go from the facts of a message to its reports, as it else looks at each fact once for each report.
WITH anniversary_told AS NOT MATERIALIZED (
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
        message.id AS message_id,
        message.exchange_id,
        exchange.occasion_year,
        message.sender_id,
        message.recipient_id,
        'theme' AS fact_kind,
        fact.theme_id,
        CAST(NULL AS bigint) AS milestone_id,
        CAST(NULL AS integer) AS ordinal,
        CAST(NULL AS text) AS claim,
        CAST(NULL AS integer) AS year,
        telling.source_report_id
    FROM message
    JOIN exchange ON exchange.id = message.exchange_id
    JOIN theme_mention AS fact ON fact.message_id = message.id
    CROSS JOIN message_report AS telling
    WHERE telling.message_id = message.id
        AND telling.statement_count > 0
        AND NOT EXISTS (
            SELECT 1
            FROM theme_mention AS earlier
            WHERE earlier.message_id = fact.message_id
                AND earlier.theme_id = fact.theme_id
                AND earlier.id < fact.id
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
        exchange.occasion_year,
        message.sender_id,
        message.recipient_id,
        'anniversary',
        NULL,
        fact.milestone_id,
        fact.ordinal,
        NULL,
        NULL,
        telling.source_report_id
    FROM message
    JOIN exchange ON exchange.id = message.exchange_id
    JOIN anniversary_told AS fact ON fact.message_id = message.id
    CROSS JOIN message_report AS telling
    WHERE telling.message_id = message.id
        AND telling.statement_count > 0
        AND NOT EXISTS (
            SELECT 1
            FROM anniversary_told AS earlier
            WHERE earlier.message_id = fact.message_id
                AND earlier.ordinal = fact.ordinal
                AND earlier.milestone_id IS NOT DISTINCT FROM fact.milestone_id
                AND earlier.id < fact.id
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
        exchange.occasion_year,
        message.sender_id,
        message.recipient_id,
        'trade',
        NULL,
        NULL,
        NULL,
        fact.claim,
        fact.year,
        telling.source_report_id
    FROM message
    JOIN exchange ON exchange.id = message.exchange_id
    JOIN trade_told AS fact ON fact.message_id = message.id
    CROSS JOIN message_report AS telling
    WHERE telling.message_id = message.id
        AND telling.statement_count > 0
        AND NOT EXISTS (
            SELECT 1
            FROM trade_told AS earlier
            WHERE earlier.message_id = fact.message_id
                AND earlier.claim = fact.claim
                AND earlier.year IS NOT DISTINCT FROM fact.year
                AND earlier.id < fact.id
        )
        AND (
            SELECT min(giving.source_report_id) < max(giving.source_report_id)
            FROM message_report AS giving
            WHERE giving.message_id = message.id AND giving.statement_count > 0
        )
)
SELECT
    compared.message_id,
    compared.exchange_id,
    compared.occasion_year,
    sender.slug AS sender,
    recipient.slug AS recipient,
    CAST(compared.fact_kind AS text) AS fact_kind,
    CAST(
        CASE compared.fact_kind
            WHEN 'theme' THEN theme.slug
            WHEN 'anniversary' THEN CAST(compared.ordinal AS text) || ' ' || coalesce(milestone.slug, 'unknown')
            ELSE compared.claim || coalesce(' of ' || CAST(compared.year AS text), '')
        END AS text
    ) AS fact,
    source_report.locator,
    CAST((SELECT outlet.slug FROM outlet WHERE outlet.id = source_report.outlet_id) AS text) AS outlet,
    CAST(
        CASE compared.fact_kind
            WHEN 'theme' THEN EXISTS (
                SELECT 1
                FROM theme_mention AS told
                WHERE told.message_id = compared.message_id
                    AND told.theme_id = compared.theme_id
                    AND told.source_report_id = compared.source_report_id
            )
            WHEN 'anniversary' THEN EXISTS (
                SELECT 1
                FROM anniversary_told AS told
                WHERE told.message_id = compared.message_id
                    AND told.ordinal = compared.ordinal
                    AND told.milestone_id IS NOT DISTINCT FROM compared.milestone_id
                    AND told.source_report_id = compared.source_report_id
            )
            WHEN 'trade' THEN EXISTS (
                SELECT 1
                FROM trade_told AS told
                WHERE told.message_id = compared.message_id
                    AND told.claim = compared.claim
                    AND told.year IS NOT DISTINCT FROM compared.year
                    AND told.source_report_id = compared.source_report_id
            )
        END AS boolean
    ) AS is_told,
    CAST(
        CASE compared.fact_kind
            WHEN 'theme' THEN (
                SELECT count(DISTINCT told.source_report_id)
                FROM theme_mention AS told
                WHERE told.message_id = compared.message_id
                    AND told.theme_id = compared.theme_id
            )
            WHEN 'anniversary' THEN (
                SELECT count(DISTINCT told.source_report_id)
                FROM anniversary_told AS told
                WHERE told.message_id = compared.message_id
                    AND told.ordinal = compared.ordinal
                    AND told.milestone_id IS NOT DISTINCT FROM compared.milestone_id
            )
            WHEN 'trade' THEN (
                SELECT count(DISTINCT told.source_report_id)
                FROM trade_told AS told
                WHERE told.message_id = compared.message_id
                    AND told.claim = compared.claim
                    AND told.year IS NOT DISTINCT FROM compared.year
            )
        END AS integer
    ) AS told_by,
    CAST((
        SELECT count(*)
        FROM message_report
        WHERE message_report.message_id = compared.message_id AND message_report.statement_count > 0
    ) AS integer) AS reports,
    compared.sender_id,
    compared.recipient_id,
    sender.full_name AS sender_name,
    recipient.full_name AS recipient_name,
    CAST((SELECT outlet.name FROM outlet WHERE outlet.id = source_report.outlet_id) AS text) AS outlet_name,
    source_report.language,
    source_report.published_on,
    CAST((SELECT country.code FROM country WHERE country.id = sender.country_id) AS text) AS sender_country,
    CAST((SELECT country.code FROM country WHERE country.id = recipient.country_id) AS text) AS recipient_country,
    CAST(
        CASE compared.fact_kind
            WHEN 'theme' THEN theme.name
            WHEN 'anniversary'
            THEN CAST(compared.ordinal AS text) || ' years: ' || coalesce(milestone.name, 'of an event not known')
            ELSE compared.claim || coalesce(' of ' || CAST(compared.year AS text), '')
        END AS text
    ) AS fact_name,
    CAST((
        SELECT occasion.slug
        FROM exchange
        JOIN occasion ON occasion.id = exchange.occasion_id
        WHERE exchange.id = compared.exchange_id
    ) AS text) AS occasion,
    CAST((
        SELECT occasion.name
        FROM exchange
        JOIN occasion ON occasion.id = exchange.occasion_id
        WHERE exchange.id = compared.exchange_id
    ) AS text) AS occasion_name
FROM compared
LEFT JOIN theme ON theme.id = compared.theme_id
LEFT JOIN milestone ON milestone.id = compared.milestone_id
LEFT JOIN source_report ON source_report.id = compared.source_report_id
LEFT JOIN leader AS sender ON sender.id = compared.sender_id
LEFT JOIN leader AS recipient ON recipient.id = compared.recipient_id
