-- title = "Occasions by year"
-- question = "For which occasions did leaders write, and how often in each year?"
-- subject = "Correspondents"
-- order = "year, exchanges DESC, occasion, leader"
-- shown = ["year", "occasion", "leader", "exchanges", "partners"]
-- [filters]
-- leader = "leader"
-- occasion = "occasion"
-- country = "country"
-- year = "year"
-- since = "year"
-- until = "year"

-- Each exchange counts once for each of its two leaders, in the year of writing.
WITH side AS (
    SELECT leader_a_id AS leader_id, leader_b_id AS partner_id, occasion_id, written_year AS year
    FROM exchange
    UNION ALL
    SELECT leader_b_id, leader_a_id, occasion_id, written_year
    FROM exchange
),
counted AS (
    SELECT leader_id, occasion_id, year, count(*) AS exchanges, count(DISTINCT partner_id) AS partners
    FROM side
    WHERE year IS NOT NULL
    GROUP BY leader_id, occasion_id, year
)
SELECT
    leader.slug AS leader,
    country.code AS country,
    occasion.slug AS occasion,
    CAST(counted.year AS integer) AS year,
    CAST(counted.exchanges AS integer) AS exchanges,
    CAST(counted.partners AS integer) AS partners,
    counted.leader_id,
    occasion.name AS occasion_name
FROM counted
JOIN leader ON leader.id = counted.leader_id
JOIN occasion ON occasion.id = counted.occasion_id
LEFT JOIN country ON country.id = leader.country_id
