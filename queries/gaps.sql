-- title = "Years without the usual exchange"
-- question = "In which years did a pair that usually writes for an occasion not write?"
-- subject = "Exchanges"
-- order = "leader_a, leader_b, occasion, year"
-- shown = ["year", "occasion", "leader_a", "leader_b", "years_written", "first_year", "last_year"]
-- [filters]
-- leader = ["leader_a", "leader_b"]
-- country = ["country_a", "country_b"]
-- occasion = "occasion"
-- year = "year"
-- [columns]
-- year = "Year in which the pair did not write for the occasion"
-- first_year = "First year in which the pair wrote for the occasion"
-- last_year = "Last year in which the pair wrote for the occasion"

-- Usual is what happened in two years at least; looked at are the years between the first and the last of them.
WITH RECURSIVE usual AS (
    SELECT
        occasion,
        leader_a,
        leader_b,
        country_a,
        country_b,
        min(occasion_year) AS first_year,
        max(occasion_year) AS last_year,
        count(DISTINCT occasion_year) AS years_written
    FROM report_exchanges
    WHERE occasion_year IS NOT NULL
    GROUP BY occasion, leader_a, leader_b, country_a, country_b
    HAVING count(DISTINCT occasion_year) >= 2
),
looked_at AS (
    SELECT usual.*, first_year AS year FROM usual
    UNION ALL
    SELECT
        occasion, leader_a, leader_b, country_a, country_b, first_year, last_year, years_written, year + 1
    FROM looked_at
    WHERE year < last_year
)
SELECT
    CAST(looked_at.year AS integer) AS year,
    looked_at.occasion,
    looked_at.leader_a,
    looked_at.leader_b,
    looked_at.country_a,
    looked_at.country_b,
    CAST(looked_at.years_written AS integer) AS years_written,
    CAST(looked_at.first_year AS integer) AS first_year,
    CAST(looked_at.last_year AS integer) AS last_year
FROM looked_at
LEFT JOIN report_exchanges AS written
    ON written.occasion = looked_at.occasion
    AND written.leader_a = looked_at.leader_a
    AND written.leader_b = looked_at.leader_b
    AND written.occasion_year = looked_at.year
WHERE written.exchange_id IS NULL
