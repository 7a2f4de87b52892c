-- title = "Exchanges of a pair by year"
-- question = "How often did a pair of leaders write in each year, against the year before?"
-- subject = "Correspondents"
-- order = "leader_a, leader_b, year"
-- shown = ["year", "leader_a", "leader_b", "exchanges", "exchanges_before", "change", "messages"]
-- [filters]
-- leader = ["leader_a", "leader_b"]
-- country = ["country_a", "country_b"]
-- year = "year"
-- since = "year"
-- until = "year"
-- [chart]
-- transform = [
--   {calculate = "datum.leader_a_name + ' and ' + datum.leader_b_name", as = "pair"},
--   {joinaggregate = [{op = "sum", field = "exchanges", as = "in_all"}], groupby = ["pair"]},
--   {window = [{op = "dense_rank", as = "place"}], sort = [{field = "in_all", order = "descending"}, {field = "pair"}]},
--   {calculate = "datum.place <= 6 ? datum.pair : 'all others'", as = "shown"},
-- ]
-- encoding.x = {field = "year", type = "ordinal", title = "Year of writing", axis = {labelAngle = 0}}
-- width = {step = 38}
-- encoding.y = {aggregate = "sum", field = "exchanges", type = "quantitative", title = "Exchanges", axis = {tickMinStep = 1}}
-- encoding.color = {field = "shown", type = "nominal", title = "Pairs with most exchanges", sort = {field = "place"}}
-- encoding.order = {field = "place"}
-- mark = {type = "bar", stroke = "white", strokeWidth = 0.5}
-- rough = {y = ["leader_a", "leader_b"], x = "year", value = "exchanges"}
-- [columns]
-- change = "Exchanges of the year minus those of the year before; empty in the first year"

-- By the year of writing; years without an exchange stand too, up to the one after the last with an exchange, if it
-- has begun.
WITH RECURSIVE counted AS (
    SELECT
        leader_a,
        leader_b,
        leader_a_name,
        leader_b_name,
        country_a,
        country_b,
        written_year AS year,
        count(*) AS exchanges,
        sum(messages) AS messages
    FROM report_exchanges
    WHERE written_year IS NOT NULL
    GROUP BY leader_a, leader_b, leader_a_name, leader_b_name, country_a, country_b, written_year
),
pair AS (
    SELECT leader_a, leader_b, leader_a_name, leader_b_name, country_a, country_b, min(year) AS first_year, max(year) AS last_year
    FROM counted
    GROUP BY leader_a, leader_b, leader_a_name, leader_b_name, country_a, country_b
),
pair_year AS (
    SELECT leader_a, leader_b, leader_a_name, leader_b_name, country_a, country_b, first_year, last_year, first_year AS year FROM pair
    UNION ALL
    SELECT leader_a, leader_b, leader_a_name, leader_b_name, country_a, country_b, first_year, last_year, year + 1
    FROM pair_year
    WHERE year <= last_year AND year < CAST(substr(CAST(CURRENT_DATE AS text), 1, 4) AS integer)
)
SELECT
    pair_year.leader_a,
    pair_year.leader_b,
    pair_year.country_a,
    pair_year.country_b,
    CAST(pair_year.year AS integer) AS year,
    CAST(coalesce(counted.exchanges, 0) AS integer) AS exchanges,
    CAST(
        CASE WHEN pair_year.year > pair_year.first_year THEN coalesce(before.exchanges, 0) END AS integer
    ) AS exchanges_before,
    CAST(
        CASE
            WHEN pair_year.year > pair_year.first_year
                THEN coalesce(counted.exchanges, 0) - coalesce(before.exchanges, 0)
        END AS integer
    ) AS change,
    CAST(coalesce(counted.messages, 0) AS integer) AS messages,
    pair_year.leader_a_name,
    pair_year.leader_b_name
FROM pair_year
LEFT JOIN counted
    ON counted.leader_a = pair_year.leader_a
    AND counted.leader_b = pair_year.leader_b
    AND counted.year = pair_year.year
LEFT JOIN counted AS before
    ON before.leader_a = pair_year.leader_a
    AND before.leader_b = pair_year.leader_b
    AND before.year = pair_year.year - 1
