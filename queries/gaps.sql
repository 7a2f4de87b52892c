-- title = "Years without a report of the usual exchange"
-- question = "Of which years is no report here of the exchange that a pair has for an occasion in other years?"
-- only = "pairs that wrote for the same occasion in two years at least, and the years between the first and the last of them"
-- subject = "Exchanges"
-- order = "year, leader_a, leader_b, occasion"
-- shown = ["year", "leader_a", "leader_b", "occasion", "years_written", "first_year", "last_year", "reports_of_pair"]
-- [filters]
-- leader = ["leader_a", "leader_b"]
-- country = ["country_a", "country_b"]
-- occasion = "occasion"
-- year = "year"
-- since = "year"
-- until = "year"
-- [columns]
-- year = "Year of whose exchange for the occasion no report is here"
-- first_year = "First year in which the pair wrote for the occasion"
-- last_year = "Last year in which the pair wrote for the occasion"

-- Usual is what is reported of two years at least; looked at are the years between the first and the last of them.
-- Where reports_of_pair is 0, nothing at all is known of the pair in that year.
WITH RECURSIVE year_of_any AS (
    SELECT min(occasion_year) AS year FROM exchange
    UNION ALL
    SELECT year + 1 FROM year_of_any WHERE year < (SELECT max(occasion_year) FROM exchange)
),
usual AS (
    SELECT
        occasion_id,
        leader_a_id,
        leader_b_id,
        min(occasion_year) AS first_year,
        max(occasion_year) AS last_year,
        count(*) AS years_written
    FROM exchange
    WHERE occasion_year IS NOT NULL
    GROUP BY occasion_id, leader_a_id, leader_b_id
    HAVING count(*) >= 2
)
SELECT
    CAST(year_of_any.year AS integer) AS year,
    occasion.slug AS occasion,
    leader_a.slug AS leader_a,
    leader_b.slug AS leader_b,
    country_a.code AS country_a,
    country_b.code AS country_b,
    CAST(usual.years_written AS integer) AS years_written,
    CAST(usual.first_year AS integer) AS first_year,
    CAST(usual.last_year AS integer) AS last_year,
    usual.leader_a_id,
    usual.leader_b_id,
    leader_a.full_name AS leader_a_name,
    leader_b.full_name AS leader_b_name,
    occasion.name AS occasion_name,
    CAST((
        SELECT count(DISTINCT told.source_report_id)
        FROM exchange AS other
        JOIN exchange_report AS told ON told.exchange_id = other.id
        WHERE other.leader_a_id = usual.leader_a_id
            AND other.leader_b_id = usual.leader_b_id
            AND (other.occasion_year = year_of_any.year OR other.written_year = year_of_any.year)
    ) AS integer) AS reports_of_pair
FROM usual
JOIN year_of_any ON year_of_any.year BETWEEN usual.first_year AND usual.last_year
JOIN occasion ON occasion.id = usual.occasion_id
JOIN leader AS leader_a ON leader_a.id = usual.leader_a_id
JOIN leader AS leader_b ON leader_b.id = usual.leader_b_id
LEFT JOIN country AS country_a ON country_a.id = leader_a.country_id
LEFT JOIN country AS country_b ON country_b.id = leader_b.country_id
WHERE NOT EXISTS (
    SELECT 1
    FROM exchange AS written
    WHERE written.occasion_id = usual.occasion_id
        AND written.leader_a_id = usual.leader_a_id
        AND written.leader_b_id = usual.leader_b_id
        AND written.occasion_year = year_of_any.year
)
