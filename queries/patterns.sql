-- title = "Patterns"
-- question = "How many facts did each pattern read, in which language?"
-- subject = "Data quality"
-- order = "language NULLS LAST, fact_kind, facts DESC, read_by NULLS LAST"
-- shown = ["language", "fact_kind", "read_by", "facts", "reports"]
-- [filters]
-- language = "language"
-- fact_kind = "fact_kind"
-- read_by = "read_by"
-- [columns]
-- fact_kind = "message (who wrote to whom), speaker (whose words), anniversary or trade"
-- read_by = "Name of the pattern in the files of the language; empty for facts that no single pattern read"
-- reports = "Number of reports in which it read them"

SELECT
    evidence.language,
    evidence.fact_kind,
    evidence.read_by,
    CAST(count(*) AS integer) AS facts,
    CAST(count(DISTINCT evidence.source_report_id) AS integer) AS reports
FROM report_evidence AS evidence
GROUP BY evidence.language, evidence.fact_kind, evidence.read_by
