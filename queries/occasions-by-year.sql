-- title = "Occasions by year"
-- question = "For which occasions did which pairs of leaders write, in each year?"
-- subject = "Correspondents"
-- order = "year, first_on NULLS LAST, occasion, leader_a, leader_b"
-- listed = true
-- shown = ["year", "occasion", "leader_a", "leader_b", "exchanges", "first_on"]
-- [filters]
-- leader = ["leader_a", "leader_b"]
-- country = ["country_a", "country_b"]
-- occasion = "occasion"
-- year = "year"
-- since = "year"
-- until = "year"
-- [columns]
-- first_on = "Day of the year's first exchange for the occasion"
-- year = "Year of writing"

-- By the year of writing; first_on is the day of the year's first such exchange.
WITH counted AS (
    SELECT
        leader_a_id,
        leader_b_id,
        occasion_id,
        written_year AS year,
        count(*) AS exchanges,
        min(exchanged_on) AS first_on
    FROM exchange
    WHERE written_year IS NOT NULL
    GROUP BY leader_a_id, leader_b_id, occasion_id, written_year
)
SELECT
    counted.year,
    CAST(counted.first_on AS date) AS first_on,
    occasion.slug AS occasion,
    leader_a.slug AS leader_a,
    leader_b.slug AS leader_b,
    country_a.code AS country_a,
    country_b.code AS country_b,
    CAST(counted.exchanges AS integer) AS exchanges,
    occasion.name AS occasion_name,
    leader_a.full_name AS leader_a_name,
    leader_b.full_name AS leader_b_name,
    counted.leader_a_id,
    counted.leader_b_id
FROM counted
JOIN occasion ON occasion.id = counted.occasion_id
JOIN leader AS leader_a ON leader_a.id = counted.leader_a_id
JOIN leader AS leader_b ON leader_b.id = counted.leader_b_id
LEFT JOIN country AS country_a ON country_a.id = leader_a.country_id
LEFT JOIN country AS country_b ON country_b.id = leader_b.country_id
