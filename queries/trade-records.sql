-- title = "Records told beside the series"
-- question = "Was trade really at a new high where a new high is told?"
-- subject = "Trade"
-- order = "year NULLS LAST, country_a, country_b, statement_id"
-- shown = ["year", "country_a", "country_b", "flow", "official_usd", "highest_before_usd", "highest_before_year", "agrees", "speaker", "outlet", "quote"]
-- [filters]
-- country = ["country_a", "country_b"]
-- leader = ["speaker", "recipient"]
-- speaker = "speaker"
-- year = "year"
-- outlet = "outlet"
-- flow = "flow"

-- agrees is NULL where the series has no earlier year of the same issuer, or not the year itself.
SELECT
    told.year,
    told.country_a,
    told.country_b,
    told.flow,
    told.official_usd,
    CAST((
        SELECT max(earlier.official_usd)
        FROM report_official_trade AS earlier
        WHERE earlier.country_a = told.country_a
            AND earlier.country_b = told.country_b
            AND earlier.flow = told.flow
            AND earlier.issuer = told.issuer
            AND earlier.basis = told.basis
            AND earlier.year < told.year
    ) AS numeric) AS highest_before_usd,
    CAST((
        SELECT earlier.year
        FROM report_official_trade AS earlier
        WHERE earlier.country_a = told.country_a
            AND earlier.country_b = told.country_b
            AND earlier.flow = told.flow
            AND earlier.issuer = told.issuer
            AND earlier.basis = told.basis
            AND earlier.year < told.year
        ORDER BY earlier.official_usd DESC, earlier.year
        LIMIT 1
    ) AS integer) AS highest_before_year,
    CAST(told.reached AS boolean) AS agrees,
    told.issuer,
    told.statement_id,
    told.exchange_id,
    told.locator,
    told.outlet,
    told.speaker,
    told.recipient,
    told.quote
FROM report_trade_against_official AS told
WHERE told.claim = 'record'
