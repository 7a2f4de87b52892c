-- title = "Official trade figures"
-- question = "What do the official statistics count for a pair of countries, year by year, and which years were records?"
-- subject = "Trade"
-- order = "year, country_a, country_b, flow DESC"
-- shown = ["year", "country_a", "country_b", "flow", "official_usd", "growth_percent", "is_record", "issuer", "basis"]
-- [filters]
-- country = ["country_a", "country_b"]
-- year = "year"
-- since = "year"
-- until = "year"
-- flow = "flow"
-- is_record = "is_record"

-- Every pair stands in both orders; exports and imports are those of country_a. Its own statistics come first, else
-- those of country_b are read the other way round; then calendar years, then figures whose source was seen.
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
series AS (
    SELECT
        seen.country_a_id,
        seen.country_b_id,
        seen.flow,
        trade_statistic.year,
        trade_statistic.value_usd,
        trade_statistic.issuer,
        trade_statistic.basis,
        trade_statistic.verified,
        trade_statistic.source,
        row_number() OVER (
            PARTITION BY seen.country_a_id, seen.country_b_id, seen.flow, trade_statistic.year
            ORDER BY
                seen.preference,
                CASE trade_statistic.basis WHEN 'calendar_year' THEN 1 ELSE 2 END,
                CASE WHEN trade_statistic.verified THEN 1 ELSE 2 END,
                trade_statistic.value_usd DESC,
                trade_statistic.id
        ) AS place,
        -- growth and records are counted within the figures of one issuer
        max(trade_statistic.value_usd) OVER (
            PARTITION BY seen.country_a_id, seen.country_b_id, seen.flow, trade_statistic.issuer, trade_statistic.basis
            ORDER BY trade_statistic.year
            RANGE BETWEEN 1 PRECEDING AND 1 PRECEDING
        ) AS value_before,
        max(trade_statistic.value_usd) OVER (
            PARTITION BY seen.country_a_id, seen.country_b_id, seen.flow, trade_statistic.issuer, trade_statistic.basis
            ORDER BY trade_statistic.year
            RANGE BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS highest_before
    FROM seen
    JOIN trade_statistic ON trade_statistic.id = seen.id
)
SELECT
    country_a.code AS country_a,
    country_b.code AS country_b,
    CAST(series.flow AS text) AS flow,
    series.year,
    series.value_usd AS official_usd,
    CAST(
        round(
            CAST(
                CASE
                    WHEN series.value_before > 0
                        THEN 100.0 * (series.value_usd - series.value_before) / series.value_before
                END AS numeric
            ), 1
        ) AS numeric
    ) AS growth_percent,
    CAST(series.value_usd > series.highest_before AS boolean) AS is_record,
    CAST(series.highest_before AS numeric) AS highest_before_usd,
    series.issuer,
    series.basis,
    series.verified,
    series.source,
    country_a.name AS country_a_name,
    country_b.name AS country_b_name,
    series.country_a_id,
    series.country_b_id
FROM series
JOIN country AS country_a ON country_a.id = series.country_a_id
JOIN country AS country_b ON country_b.id = series.country_b_id
WHERE series.place = 1
