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
    usual.leader_b_id
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
