-- title = "Facts told"
-- question = "Which theme, anniversary or trade figure does each statement tell?"
-- subject = "Base"
-- order = "source_report_id, statement_id, fact_kind, fact"
-- shown = ["fact_kind", "fact", "statement_id"]
-- [filters]
-- fact_kind = "fact_kind"

SELECT
    CAST('theme' AS text) AS fact_kind,
    CAST(theme.slug AS text) AS fact,
    CAST(theme.name AS text) AS fact_name,
    theme_mention.statement_id,
    statement.message_id,
    statement.source_report_id
FROM theme_mention
JOIN statement ON statement.id = theme_mention.statement_id
JOIN theme ON theme.id = theme_mention.theme_id
UNION ALL
SELECT
    'anniversary',
    CAST(anniversary_mention.ordinal AS text) || ' ' || coalesce(milestone.slug, 'unknown'),
    CAST(anniversary_mention.ordinal AS text) || ' years: ' || coalesce(milestone.name, 'of an event not known'),
    anniversary_mention.statement_id,
    statement.message_id,
    statement.source_report_id
FROM anniversary_mention
JOIN statement ON statement.id = anniversary_mention.statement_id
LEFT JOIN milestone ON milestone.id = anniversary_mention.milestone_id
UNION ALL
SELECT
    'trade',
    trade_figure.claim || coalesce(' of ' || CAST(trade_figure.year AS text), ''),
    trade_figure.claim || coalesce(' of ' || CAST(trade_figure.year AS text), ''),
    trade_figure.statement_id,
    statement.message_id,
    statement.source_report_id
FROM trade_figure
JOIN statement ON statement.id = trade_figure.statement_id
