-- title = "What each report tells of the same message"
-- question = "Which theme, anniversary or trade figure of a message does each report tell, and which does it leave out?"
-- subject = "Coverage"
-- order = "occasion_year NULLS LAST, message_id, fact_kind, fact, outlet NULLS LAST, locator"
-- shown = ["occasion_year", "sender", "recipient", "fact_kind", "fact", "outlet", "is_told", "told_by", "reports"]
-- [filters]
-- leader = ["sender", "recipient"]
-- sender = "sender"
-- outlet = "outlet"
-- year = "occasion_year"
-- fact_kind = "fact_kind"
-- is_told = "is_told"
-- [columns]
-- reports = "Number of reports that give words of the message"

-- Messages that two reports at least give words of. told_by of reports tell the fact.
WITH told AS NOT MATERIALIZED (
    SELECT
        message.id AS message_id,
        message.exchange_id,
        exchange.occasion_year,
        message.sender_id,
        message.recipient_id,
        statement.source_report_id,
        'theme' AS fact_kind,
        theme.slug AS fact
    FROM message
    JOIN exchange ON exchange.id = message.exchange_id
    JOIN statement ON statement.message_id = message.id
    JOIN theme_mention ON theme_mention.statement_id = statement.id
    JOIN theme ON theme.id = theme_mention.theme_id
    UNION ALL
    SELECT
        message.id,
        message.exchange_id,
        exchange.occasion_year,
        message.sender_id,
        message.recipient_id,
        statement.source_report_id,
        'anniversary',
        CAST(anniversary_mention.ordinal AS text) || ' ' || coalesce(milestone.slug, 'unknown')
    FROM message
    JOIN exchange ON exchange.id = message.exchange_id
    JOIN statement ON statement.message_id = message.id
    JOIN anniversary_mention ON anniversary_mention.statement_id = statement.id
    LEFT JOIN milestone ON milestone.id = anniversary_mention.milestone_id
    UNION ALL
    SELECT
        message.id,
        message.exchange_id,
        exchange.occasion_year,
        message.sender_id,
        message.recipient_id,
        statement.source_report_id,
        'trade',
        trade_figure.claim || coalesce(' of ' || CAST(trade_figure.year AS text), '')
    FROM message
    JOIN exchange ON exchange.id = message.exchange_id
    JOIN statement ON statement.message_id = message.id
    JOIN trade_figure ON trade_figure.statement_id = statement.id
),
fact AS (
    SELECT
        message_id,
        exchange_id,
        occasion_year,
        sender_id,
        recipient_id,
        fact_kind,
        fact,
        count(DISTINCT source_report_id) AS told_by
    FROM told
    GROUP BY message_id, exchange_id, occasion_year, sender_id, recipient_id, fact_kind, fact
),
-- the first statement of each report that gives words of a message stands for the report
report_of AS (
    SELECT statement.message_id, statement.source_report_id
    FROM statement
    WHERE NOT EXISTS (
        SELECT 1
        FROM statement AS earlier
        WHERE earlier.message_id = statement.message_id
            AND earlier.source_report_id = statement.source_report_id
            AND (earlier.start_char < statement.start_char
                OR (earlier.start_char = statement.start_char AND earlier.end_char < statement.end_char))
    )
),
compared AS (
    SELECT
        fact.*,
        (
            SELECT count(DISTINCT statement.source_report_id)
            FROM statement
            WHERE statement.message_id = fact.message_id
        ) AS reports
    FROM fact
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
    CAST(
        EXISTS (
            SELECT 1
            FROM told
            WHERE told.message_id = compared.message_id
                AND told.source_report_id = report_of.source_report_id
                AND told.fact_kind = compared.fact_kind
                AND told.fact = compared.fact
        ) AS boolean
    ) AS is_told,
    CAST(compared.told_by AS integer) AS told_by,
    CAST(compared.reports AS integer) AS reports,
    compared.sender_id,
    compared.recipient_id
FROM compared
JOIN report_of ON report_of.message_id = compared.message_id
JOIN source_report ON source_report.id = report_of.source_report_id
LEFT JOIN outlet ON outlet.id = source_report.outlet_id
LEFT JOIN leader AS sender ON sender.id = compared.sender_id
LEFT JOIN leader AS recipient ON recipient.id = compared.recipient_id
WHERE compared.reports >= 2
