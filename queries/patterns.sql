-- title = "Patterns"
-- question = "Over all reports, how many facts did each pattern read, in which language, and how many did people correct?"
-- subject = "Data quality"
-- order = "language NULLS LAST, fact_kind, facts DESC, read_by NULLS LAST"
-- shown = ["language", "fact_kind", "read_by", "facts", "reports", "corrected"]
-- [filters]
-- language = "language"
-- fact_kind = "fact_kind"
-- read_by = "read_by"
-- [columns]
-- fact_kind = "message (who wrote to whom), speaker (whose words), anniversary or trade"
-- read_by = "Name of the pattern in the files of the language; empty for facts that no single pattern read"
-- reports = "Number of reports in which it read them"

-- All is counted over all reports and countries, and no filter takes some of them: that is evidence. What a pattern read
-- in one report is counted first, report by report, as rows lie; of which language that is, is looked up once for each.
WITH told AS (
    SELECT 'message' AS fact_kind, read_by, source_report_id, count(*) AS facts
    FROM message_report
    GROUP BY source_report_id, read_by
    UNION ALL
    SELECT 'speaker', read_by, source_report_id, count(*)
    FROM statement
    WHERE speaker_id IS NOT NULL
    GROUP BY source_report_id, read_by
    UNION ALL
    SELECT 'anniversary', anniversary_mention.read_by, statement.source_report_id, count(*)
    FROM anniversary_mention
    JOIN statement ON statement.id = anniversary_mention.statement_id
    GROUP BY statement.source_report_id, anniversary_mention.read_by
    UNION ALL
    SELECT 'trade', trade_figure.read_by, statement.source_report_id, count(*)
    FROM trade_figure
    JOIN statement ON statement.id = trade_figure.statement_id
    GROUP BY statement.source_report_id, trade_figure.read_by
),
corrected AS (
    SELECT
        CASE correction.fact
            WHEN 'trade_figure' THEN 'trade'
            WHEN 'anniversary' THEN 'anniversary'
            WHEN 'statement' THEN 'speaker'
            ELSE 'message'
        END AS fact_kind,
        correction_report.read_by,
        correction_report.source_report_id,
        correction.id AS correction_id
    FROM correction_report
    JOIN correction ON correction.id = correction_report.correction_id
    WHERE correction_report.is_applied AND correction_report.read_by IS NOT NULL
),
counted AS (
    SELECT
        source_report.language,
        told.fact_kind,
        told.read_by,
        sum(told.facts) AS facts,
        count(*) AS reports,
        0 AS corrected
    FROM told
    JOIN source_report ON source_report.id = told.source_report_id
    GROUP BY source_report.language, told.fact_kind, told.read_by
    UNION ALL
    -- a report of which nothing is left but what was put right counts, too
    SELECT
        source_report.language,
        corrected.fact_kind,
        corrected.read_by,
        0,
        count(DISTINCT CASE
            WHEN NOT EXISTS (
                SELECT 1
                FROM told
                WHERE told.source_report_id = corrected.source_report_id
                    AND told.fact_kind = corrected.fact_kind
                    AND told.read_by = corrected.read_by
            ) THEN corrected.source_report_id
        END),
        count(DISTINCT corrected.correction_id)
    FROM corrected
    JOIN source_report ON source_report.id = corrected.source_report_id
    GROUP BY source_report.language, corrected.fact_kind, corrected.read_by
)
SELECT
    language,
    CAST(fact_kind AS text) AS fact_kind,
    CAST(read_by AS text) AS read_by,
    CAST(sum(facts) AS integer) AS facts,
    CAST(sum(reports) AS integer) AS reports,
    CAST(sum(corrected) AS integer) AS corrected
FROM counted
GROUP BY language, fact_kind, read_by
