-- title = "Official trade figures"
-- question = "What do the official statistics count for a pair of countries, year by year, and which years were records?"
-- subject = "Trade"
-- order = "year, country_a, country_b, flow DESC"
-- shown = ["year", "country_a", "country_b", "flow", "official_usd", "unverified_usd", "growth_percent", "is_record", "issuer", "basis"]
-- [filters]
-- country = ["country_a", "country_b"]
-- year = "year"
-- since = "year"
-- until = "year"
-- flow = "flow"
-- is_record = "is_record"
-- unverified = "is_unverified"

-- Every pair stands in both orders; exports and imports are those of country_a. Figures that were looked up come first:
-- one that was not is no official figure, and stands in unverified_usd where there is no other. Then come the country's own
-- statistics, before those of country_b read the other way round; then calendar years; then the longest series.
WITH seen AS (
    SELECT id, reporter_id AS country_a_id, partner_id AS country_b_id, flow, 1 AS preference FROM trade_statistic
    UNION ALL
    SELECT
        id,
        partner_id,
        reporter_id,
        CASE flow WHEN 'export' THEN 'import' WHEN 'import' THEN 'export' ELSE flow END,
        2
    FROM trade_statistic
),
counted AS (
    SELECT
        seen.country_a_id,
        seen.country_b_id,
        seen.flow,
        seen.preference,
        trade_statistic.id,
        trade_statistic.year,
        trade_statistic.value_usd,
        trade_statistic.issuer,
        trade_statistic.basis,
        trade_statistic.verified,
        trade_statistic.source,
        count(*) OVER (
            PARTITION BY
                seen.country_a_id, seen.country_b_id, seen.flow, seen.preference, trade_statistic.verified,
                trade_statistic.issuer, trade_statistic.basis
        ) AS years
    FROM seen
    JOIN trade_statistic ON trade_statistic.id = seen.id
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
        row_number() OVER (
            PARTITION BY country_a_id, country_b_id, flow, year
            ORDER BY
                CASE WHEN verified THEN 1 ELSE 2 END,
                preference,
                CASE basis WHEN 'calendar_year' THEN 1 ELSE 2 END,
                years DESC,
                value_usd DESC,
                id
        ) AS place,
        -- growth is counted within the figures of one issuer, records within all of the same side's
        max(value_usd) OVER (
            PARTITION BY country_a_id, country_b_id, flow, preference, verified, issuer, basis
            ORDER BY year
            RANGE BETWEEN 1 PRECEDING AND 1 PRECEDING
        ) AS value_before,
        max(value_usd) OVER (
            PARTITION BY country_a_id, country_b_id, flow, preference, verified, basis
            ORDER BY year
            RANGE BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS highest_before
    FROM counted
)
SELECT
    country_a.code AS country_a,
    country_b.code AS country_b,
    CAST(series.flow AS text) AS flow,
    series.year,
    CAST(CASE WHEN series.verified THEN series.value_usd END AS numeric) AS official_usd,
    CAST(
        round(
            CAST(
                CASE
                    WHEN series.verified AND series.value_before > 0
                        THEN 100.0 * (series.value_usd - series.value_before) / series.value_before
                END AS numeric
            ), 1
        ) AS numeric
    ) AS growth_percent,
    CAST(CASE WHEN series.verified THEN series.value_usd > series.highest_before END AS boolean) AS is_record,
    CAST(CASE WHEN series.verified THEN series.highest_before END AS numeric) AS highest_before_usd,
    series.issuer,
    series.basis,
    series.verified,
    series.source,
    country_a.name AS country_a_name,
    country_b.name AS country_b_name,
    series.country_a_id,
    series.country_b_id,
    CAST(CASE WHEN NOT series.verified THEN series.value_usd END AS numeric) AS unverified_usd,
    CAST(NOT series.verified AS boolean) AS is_unverified
FROM series
JOIN country AS country_a ON country_a.id = series.country_a_id
JOIN country AS country_b ON country_b.id = series.country_b_id
WHERE series.place = 1
