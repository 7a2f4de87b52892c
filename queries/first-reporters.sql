-- title = "Who reported first"
-- question = "In which order did outlets report an exchange?"
-- only = "reports of which the day of publication is known"
-- subject = "Coverage"
-- order = "exchanged_on NULLS LAST, exchange_id, place, locator"
-- walk = [["exchanges", "exchange_id"]]
-- shown = ["exchanged_on", "who_to_whom", "occasion", "place", "outlet", "published_on", "statements"]
-- [filters]
-- leader = ["leader_a", "leader_b"]
-- country = ["country_a", "country_b"]
-- occasion = "occasion"
-- year = "occasion_year"
-- since = "published_on"
-- until = "published_on"
-- outlet = "outlet"
-- language = "language"
-- place = "place"
-- [columns]
-- place = "Rank of the report by its day among those of the exchange; reports of one day share a place"

-- Reports of the same day share a place; those of unknown day are left out.
SELECT
    coverage.exchange_id,
    coverage.occasion,
    coverage.occasion_year,
    exchange.exchanged_on,
    coverage.leader_a,
    coverage.leader_b,
    coverage.country_a,
    coverage.country_b,
    CAST(1 + (
        SELECT count(*)
        FROM exchange_report AS other
        JOIN source_report ON source_report.id = other.source_report_id
        WHERE other.exchange_id = coverage.exchange_id AND source_report.published_on < coverage.published_on
    ) AS integer) AS place,
    coverage.outlet,
    coverage.published_on,
    coverage.locator,
    coverage.statements,
    coverage.leader_a_id,
    coverage.leader_b_id,
    coverage.leader_a_name,
    coverage.leader_b_name,
    coverage.occasion_name,
    coverage.outlet_name,
    coverage.language,
    coverage.who_to_whom,
    coverage.who_to_whom_slugs
FROM report_coverage AS coverage
LEFT JOIN exchange ON exchange.id = coverage.exchange_id
WHERE coverage.published_on IS NOT NULL
