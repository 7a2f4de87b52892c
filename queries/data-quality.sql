-- title = "What to look at again"
-- question = "Which leaders are provisional, which days, outlets and speakers unknown, which counts wrong, which files unread?"
-- subject = "Data quality"
-- order = "problem, subject NULLS LAST, locator NULLS LAST, details, row_id"
-- shown = ["problem", "subject", "details", "locator"]
-- [filters]
-- problem = "problem"

-- row_id is the key of the row in its table: leader, exchange, source_report, statement or rejection.
SELECT
    CAST('provisional leader' AS text) AS problem,
    CAST(leader.slug AS text) AS subject,
    CAST(leader.full_name || coalesce(', ' || country.name, '') AS text) AS details,
    CAST(NULL AS text) AS locator,
    leader.id AS row_id
FROM leader
LEFT JOIN country ON country.id = leader.country_id
WHERE leader.provisional
UNION ALL
SELECT
    'undated exchange',
    occasion.slug,
    leader_a.full_name || ' and ' || leader_b.full_name,
    NULL,
    exchange.id
FROM exchange
JOIN occasion ON occasion.id = exchange.occasion_id
JOIN leader AS leader_a ON leader_a.id = exchange.leader_a_id
JOIN leader AS leader_b ON leader_b.id = exchange.leader_b_id
WHERE exchange.exchanged_on IS NULL
UNION ALL
SELECT 'report without outlet', NULL, source_report.headline, source_report.locator, source_report.id
FROM source_report
WHERE source_report.outlet_id IS NULL AND source_report.is_current
UNION ALL
SELECT 'report without day', outlet.slug, source_report.headline, source_report.locator, source_report.id
FROM source_report
LEFT JOIN outlet ON outlet.id = source_report.outlet_id
WHERE source_report.published_on IS NULL AND source_report.is_current
UNION ALL
SELECT 'report without exchange', outlet.slug, source_report.headline, source_report.locator, source_report.id
FROM source_report
LEFT JOIN outlet ON outlet.id = source_report.outlet_id
WHERE source_report.is_current
    AND NOT EXISTS (SELECT 1 FROM exchange_report WHERE exchange_report.source_report_id = source_report.id)
UNION ALL
SELECT 'statement without speaker', outlet, quote, locator, statement_id
FROM report_statements
WHERE message_id IS NULL
UNION ALL
SELECT
    'anniversary that does not add up',
    milestone,
    CAST(ordinal AS text) || ' in ' || CAST(observed_year AS text) || ', by the milestone ' || CAST(counted_year AS text),
    locator,
    statement_id
FROM report_anniversaries
WHERE counted_year <> observed_year
UNION ALL
SELECT 'unknown anniversary', speaker, words, locator, statement_id
FROM report_anniversaries
WHERE milestone IS NULL
UNION ALL
SELECT 'contradicting figure', speaker, quote, locator, statement_id
FROM report_contradicting_figures
UNION ALL
SELECT 'unread', NULL, rejection.reason, rejection.locator, rejection.id
FROM rejection
WHERE
    rejection.reason IS NOT NULL
    AND NOT EXISTS (
        SELECT 1 FROM rejection AS later
        WHERE later.locator = rejection.locator AND later.last_run_id > rejection.last_run_id
    )
