-- title = "Exchanges of a pair reported by year"
-- question = "Of how many exchanges of a pair in each year are reports here, against the year before?"
-- subject = "Correspondents"
-- order = "year, leader_a, leader_b"
-- shown = ["year", "leader_a", "leader_b", "exchanges", "exchanges_before", "change", "messages"]
-- [filters]
-- leader = ["leader_a", "leader_b"]
-- country = ["country_a", "country_b"]
-- year = "year"
-- since = "year"
-- until = "year"
-- [columns]
-- change = "Exchanges reported of the year minus those of the year before; empty in the first year"
-- year = "Year of writing"

-- By the year of writing; years of which no report here tells stand too, up to the one after the last with an exchange, if
-- it has begun: that they wrote nothing does not follow.
WITH RECURSIVE year_of_any AS (
    SELECT min(written_year) AS year FROM exchange
    UNION ALL
    SELECT year + 1 FROM year_of_any WHERE year <= (SELECT max(written_year) FROM exchange)
),
pair AS (
    SELECT leader_a_id, leader_b_id, min(written_year) AS first_year, max(written_year) AS last_year
    FROM exchange
    WHERE written_year IS NOT NULL
    GROUP BY leader_a_id, leader_b_id
),
pair_year AS (
    SELECT
        pair.leader_a_id,
        pair.leader_b_id,
        pair.first_year,
        year_of_any.year,
        (
            SELECT count(*)
            FROM exchange
            WHERE exchange.leader_a_id = pair.leader_a_id
                AND exchange.leader_b_id = pair.leader_b_id
                AND exchange.written_year = year_of_any.year
        ) AS exchanges,
        (
            SELECT count(*)
            FROM exchange
            WHERE exchange.leader_a_id = pair.leader_a_id
                AND exchange.leader_b_id = pair.leader_b_id
                AND exchange.written_year = year_of_any.year - 1
        ) AS exchanges_before
    FROM pair
    JOIN year_of_any ON year_of_any.year BETWEEN pair.first_year AND pair.last_year + 1
    WHERE year_of_any.year = pair.first_year
        OR year_of_any.year <= CAST(substr(CAST(CURRENT_DATE AS text), 1, 4) AS integer)
)
SELECT
    leader_a.slug AS leader_a,
    leader_b.slug AS leader_b,
    country_a.code AS country_a,
    country_b.code AS country_b,
    CAST(pair_year.year AS integer) AS year,
    CAST(pair_year.exchanges AS integer) AS exchanges,
    CAST(CASE WHEN pair_year.year > pair_year.first_year THEN pair_year.exchanges_before END AS integer)
        AS exchanges_before,
    CAST(
        CASE WHEN pair_year.year > pair_year.first_year THEN pair_year.exchanges - pair_year.exchanges_before END
        AS integer
    ) AS change,
    CAST((
        SELECT count(*)
        FROM exchange
        JOIN message ON message.exchange_id = exchange.id
        WHERE exchange.leader_a_id = pair_year.leader_a_id
            AND exchange.leader_b_id = pair_year.leader_b_id
            AND exchange.written_year = pair_year.year
    ) AS integer) AS messages,
    leader_a.full_name AS leader_a_name,
    leader_b.full_name AS leader_b_name,
    pair_year.leader_a_id,
    pair_year.leader_b_id
FROM pair_year
JOIN leader AS leader_a ON leader_a.id = pair_year.leader_a_id
JOIN leader AS leader_b ON leader_b.id = pair_year.leader_b_id
LEFT JOIN country AS country_a ON country_a.id = leader_a.country_id
LEFT JOIN country AS country_b ON country_b.id = leader_b.country_id
