-- title = "Source reports"
-- question = "Which reports are in the database, from which outlets, and of which days?"
-- subject = "Coverage"
-- order = "published_on NULLS LAST, locator"
-- shown = ["published_on", "outlet", "language", "headline", "exchanges", "statements", "locator"]
-- [filters]
-- country = "outlet_country"
-- year = "published_on"
-- since = "published_on"
-- until = "published_on"
-- outlet = "outlet"
-- language = "language"
-- [columns]
-- exchanges = "Number of exchanges that the report tells of"
-- statements = "Number of sentences of the report"

SELECT
    source_report.id AS source_report_id,
    source_report.locator,
    outlet.slug AS outlet,
    source_report.language,
    source_report.headline,
    source_report.dateline_place,
    source_report.published_on,
    source_report.url,
    source_report.published_basis,
    source_report.account_id,
    outlet.name AS outlet_name,
    CAST((
        SELECT count(*) FROM exchange_report WHERE exchange_report.source_report_id = source_report.id
    ) AS integer) AS exchanges,
    CAST((
        SELECT count(*) FROM statement WHERE statement.source_report_id = source_report.id
    ) AS integer) AS statements,
    outlet_country.code AS outlet_country
FROM source_report
LEFT JOIN outlet ON outlet.id = source_report.outlet_id
LEFT JOIN country AS outlet_country ON outlet_country.id = outlet.country_id
WHERE source_report.is_current
