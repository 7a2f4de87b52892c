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

-- All is counted over all reports and countries, and no filter takes some of them: that is evidence.
SELECT
    told.language,
    told.fact_kind,
    told.read_by,
    CAST(sum(told.facts) AS integer) AS facts,
    CAST(count(DISTINCT told.source_report_id) AS integer) AS reports,
    CAST(count(DISTINCT told.correction_id) AS integer) AS corrected
FROM (
    SELECT
        evidence.language,
        evidence.fact_kind,
        evidence.read_by,
        evidence.source_report_id,
        1 AS facts,
        NULL AS correction_id
    FROM report_evidence AS evidence
    UNION ALL
    SELECT
        source_report.language,
        CASE correction.fact
            WHEN 'trade_figure' THEN 'trade'
            WHEN 'anniversary' THEN 'anniversary'
            WHEN 'statement' THEN 'speaker'
            ELSE 'message'
        END,
        correction_report.read_by,
        correction_report.source_report_id,
        0,
        correction.id
    FROM correction_report
    JOIN correction ON correction.id = correction_report.correction_id
    JOIN source_report ON source_report.id = correction_report.source_report_id
    WHERE correction_report.is_applied AND correction_report.read_by IS NOT NULL
) AS told
GROUP BY told.language, told.fact_kind, told.read_by
