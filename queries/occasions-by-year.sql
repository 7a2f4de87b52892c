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
    SELECT leader_a AS leader, leader_b AS partner, country_a AS country, occasion, written_year AS year
    FROM report_exchanges
    UNION ALL
    SELECT leader_b, leader_a, country_b, occasion, written_year
    FROM report_exchanges
)
SELECT
    side.leader,
    side.country,
    side.occasion,
    CAST(side.year AS integer) AS year,
    CAST(count(*) AS integer) AS exchanges,
    CAST(count(DISTINCT side.partner) AS integer) AS partners
FROM side
WHERE side.year IS NOT NULL
GROUP BY side.leader, side.country, side.occasion, side.year
