-- title = "What each report tells of the same message"
-- question = "Which theme, anniversary or trade figure of a message does each report tell, and which does it leave out?"
-- subject = "Coverage"
-- order = "occasion_year NULLS LAST, message_id, fact_kind, fact, is_told DESC, outlet NULLS LAST, locator"
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
WITH told AS (
    SELECT statement.message_id, statement.source_report_id, 'theme' AS fact_kind, theme.slug AS fact
    FROM theme_mention
    JOIN theme ON theme.id = theme_mention.theme_id
    JOIN statement ON statement.id = theme_mention.statement_id
    WHERE statement.message_id IS NOT NULL
    UNION
    SELECT
        statement.message_id,
        statement.source_report_id,
        'anniversary',
        CAST(anniversary_mention.ordinal AS text) || ' ' || coalesce(milestone.slug, 'unknown')
    FROM anniversary_mention
    LEFT JOIN milestone ON milestone.id = anniversary_mention.milestone_id
    JOIN statement ON statement.id = anniversary_mention.statement_id
    WHERE statement.message_id IS NOT NULL
    UNION
    SELECT
        statement.message_id,
        statement.source_report_id,
        'trade',
        trade_figure.claim || coalesce(' of ' || CAST(trade_figure.year AS text), '')
    FROM trade_figure
    JOIN statement ON statement.id = trade_figure.statement_id
    WHERE statement.message_id IS NOT NULL
),
report_of AS (
    SELECT DISTINCT message_id, source_report_id FROM statement WHERE message_id IS NOT NULL
),
compared AS (
    SELECT message_id, count(*) AS reports FROM report_of GROUP BY message_id HAVING count(*) >= 2
),
fact AS (
    SELECT message_id, fact_kind, fact, count(*) AS told_by FROM told GROUP BY message_id, fact_kind, fact
)
SELECT
    fact.message_id,
    messages.exchange_id,
    messages.occasion_year,
    messages.sender,
    messages.recipient,
    CAST(fact.fact_kind AS text) AS fact_kind,
    CAST(fact.fact AS text) AS fact,
    source_report.locator,
    outlet.slug AS outlet,
    CAST(told.message_id IS NOT NULL AS boolean) AS is_told,
    CAST(fact.told_by AS integer) AS told_by,
    CAST(compared.reports AS integer) AS reports
FROM compared
JOIN fact ON fact.message_id = compared.message_id
JOIN report_of ON report_of.message_id = compared.message_id
JOIN report_messages AS messages ON messages.message_id = compared.message_id
JOIN source_report ON source_report.id = report_of.source_report_id
LEFT JOIN outlet ON outlet.id = source_report.outlet_id
LEFT JOIN told
    ON told.message_id = fact.message_id
    AND told.source_report_id = report_of.source_report_id
    AND told.fact_kind = fact.fact_kind
    AND told.fact = fact.fact
