-- title = "Official trade figures"
-- question = "What do the official statistics count for a pair of countries, year by year, and which years were records?"
-- only = "pairs of countries of which official figures are in the database"
-- subject = "Trade"
-- order = "year, country_a, country_b, flow DESC"
-- listed = true
-- shown = ["year", "country_a", "country_b", "flow", "official_usd", "unverified_usd", "growth_percent", "is_record", "issuer", "basis"]
-- [filters]
-- country = ["country_a", "country_b"]
-- year = "year"
-- since = "year"
-- until = "year"
-- flow = "flow"
-- is_record = "is_record"
-- unverified = "is_unverified"

-- Every pair stands in both orders; exports and imports are those of country_a. A figure that was not looked up is no
-- official figure, and stands in unverified_usd where there is no other.
SELECT
    country_a.code AS country_a,
    country_b.code AS country_b,
    series.flow,
    series.year,
    CAST(series.official_usd AS numeric) AS official_usd,
    CAST(series.growth_percent AS numeric) AS growth_percent,
    CAST(series.is_record AS boolean) AS is_record,
    CAST(series.highest_before_usd AS numeric) AS highest_before_usd,
    series.issuer,
    series.basis,
    series.verified,
    series.source,
    country_a.name AS country_a_name,
    country_b.name AS country_b_name,
    series.country_a_id,
    series.country_b_id,
    CAST(series.unverified_usd AS numeric) AS unverified_usd,
    CAST(NOT series.verified AS boolean) AS is_unverified
FROM kept_official_series AS series
JOIN country AS country_a ON country_a.id = series.country_a_id
JOIN country AS country_b ON country_b.id = series.country_b_id
