-- title = "Exchanges of a pair reported by year"
-- question = "Of how many exchanges of a pair in each year are reports here, against the year before?"
-- only = "years in which a report here tells of an exchange of the pair"
-- subject = "Correspondents"
-- order = "year, leader_a, leader_b"
-- listed = true
-- shown = ["year", "leader_a", "leader_b", "exchanges", "exchanges_before", "change", "messages"]
-- [filters]
-- leader = ["leader_a", "leader_b"]
-- country = ["country_a", "country_b"]
-- year = "year"
-- since = "year"
-- until = "year"
-- [columns]
-- change = "Exchanges reported of the year minus those of the year before; empty where no report here tells of one then"
-- year = "Year of writing"

-- By the year of writing. A year of which no report here tells of an exchange of the pair has no row, and is none to compare
-- with: that they wrote nothing does not follow.
WITH counted AS (
    SELECT leader_a_id, leader_b_id, written_year AS year, count(*) AS exchanges
    FROM exchange
    WHERE written_year IS NOT NULL
    GROUP BY leader_a_id, leader_b_id, written_year
),
pair_year AS (
    SELECT
        counted.*,
        (
            SELECT nullif(count(*), 0)
            FROM exchange AS before
            WHERE before.leader_a_id = counted.leader_a_id
                AND before.leader_b_id = counted.leader_b_id
                AND before.written_year = counted.year - 1
        ) AS exchanges_before
    FROM counted
)
SELECT
    leader_a.slug AS leader_a,
    leader_b.slug AS leader_b,
    country_a.code AS country_a,
    country_b.code AS country_b,
    pair_year.year,
    CAST(pair_year.exchanges AS integer) AS exchanges,
    CAST(pair_year.exchanges_before AS integer) AS exchanges_before,
    CAST(pair_year.exchanges - pair_year.exchanges_before AS integer) AS change,
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
