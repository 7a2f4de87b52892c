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
-- [chart]
-- encoding.x = {field = "year", type = "ordinal", title = "Year of writing", axis = {labelAngle = 0}}
-- width = {step = 38}
-- encoding.y = {field = "occasion", type = "nominal", title = "", sort = {field = "exchanges", op = "sum", order = "descending"}}
-- encoding.color = {aggregate = "sum", field = "exchanges", type = "quantitative", title = "Exchanges, for both sides", scale = {domainMin = 0}}
-- mark = {type = "rect", stroke = "white"}
-- rough = {y = "occasion", x = "year", value = "exchanges"}

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
