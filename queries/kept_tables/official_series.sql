-- grain = "trade_statistic"
-- indexes = ["country_a_id, country_b_id, flow, year", "year"]

-- Every pair of countries stands in both orders; exports and imports are those of country_a. Figures that were looked up
-- come first: one that was not is no official figure. Then come the country's own statistics, before those of country_b
-- read the other way round; then calendar years; then the longest series.
WITH counted AS MATERIALIZED (
    SELECT
        id,
        reporter_id,
        partner_id,
        flow,
        year,
        value_usd,
        issuer,
        basis,
        verified,
        source,
        count(*) OVER (PARTITION BY reporter_id, partner_id, flow, verified, issuer, basis) AS years,
        -- growth is counted within the figures of one issuer
        max(value_usd) OVER (
            PARTITION BY reporter_id, partner_id, flow, verified, issuer, basis
            ORDER BY year
            RANGE BETWEEN 1 PRECEDING AND 1 PRECEDING
        ) AS value_before,
        max(value_usd) OVER (
            PARTITION BY reporter_id, partner_id, flow, verified, basis
            ORDER BY year
            RANGE BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS highest_before
    FROM trade_statistic
),
seen AS (
    SELECT
        reporter_id AS country_a_id,
        partner_id AS country_b_id,
        flow,
        1 AS preference,
        id, year, value_usd, issuer, basis, verified, source, years, value_before, highest_before
    FROM counted
    UNION ALL
    SELECT
        partner_id,
        reporter_id,
        CASE flow WHEN 'export' THEN 'import' WHEN 'import' THEN 'export' ELSE flow END,
        2,
        id, year, value_usd, issuer, basis, verified, source, years, value_before, highest_before
    FROM counted
),
series AS (
    SELECT
        country_a_id,
        country_b_id,
        flow,
        year,
        value_usd,
        issuer,
        basis,
        verified,
        source,
        value_before,
        highest_before,
        row_number() OVER (
            PARTITION BY country_a_id, country_b_id, flow, year
            ORDER BY
                CASE WHEN verified THEN 1 ELSE 2 END,
                preference,
                CASE basis WHEN 'calendar_year' THEN 1 ELSE 2 END,
                years DESC,
                value_usd DESC,
                id
        ) AS place
    FROM seen
),
-- of figures of several issuers, or of two countries, none is a record that is below what another shows of a year before
shown AS (
    SELECT
        series.*,
        max(CASE WHEN verified THEN value_usd END) OVER (
            PARTITION BY country_a_id, country_b_id, flow
            ORDER BY year
            RANGE BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS highest_shown
    FROM series
    WHERE place = 1
)
SELECT
    country_a_id,
    country_b_id,
    CAST(flow AS text) AS flow,
    year,
    CAST(CASE WHEN verified THEN value_usd END AS numeric) AS official_usd,
    CAST(
        round(
            CAST(
                CASE WHEN verified AND value_before > 0 THEN 100.0 * (value_usd - value_before) / value_before END AS numeric
            ), 1
        ) AS numeric
    ) AS growth_percent,
    CAST(CASE WHEN verified THEN value_usd > highest_before AND value_usd > coalesce(highest_shown, 0) END AS boolean) AS is_record,
    CAST(
        CASE
            WHEN verified AND (highest_before IS NULL OR highest_shown > highest_before) THEN highest_shown
            WHEN verified THEN highest_before
        END AS numeric
    ) AS highest_before_usd,
    issuer,
    basis,
    verified,
    source,
    CAST(CASE WHEN NOT verified THEN value_usd END AS numeric) AS unverified_usd
FROM shown
