-- title = "Anniversaries that came, and nobody wrote"
-- question = "Which anniversaries in multiples of five passed between countries that write, without a message that marks them?"
-- subject = "Anniversaries"
-- order = "year, milestone, ordinal"
-- shown = ["year", "milestone_name", "ordinal", "country_a", "country_b", "exchanges_that_year"]
-- [filters]
-- country = ["country_a", "country_b"]
-- milestone = "milestone"
-- milestone_kind = "milestone_kind"
-- year = "year"
-- since = "year"
-- until = "year"
-- [columns]
-- year = "Year in which the anniversary fell"

-- Only milestones of two countries, from the year of their first exchange in the database to the last one: where the
-- database knows nothing of a pair, silence tells nothing.
WITH RECURSIVE step AS (
    SELECT 5 AS ordinal
    UNION ALL
    SELECT ordinal + 5 FROM step WHERE ordinal < 500
),
pair AS (
    SELECT milestone_id, min(country_id) AS country_1, max(country_id) AS country_2
    FROM milestone_party
    GROUP BY milestone_id
    HAVING count(*) = 2
),
-- first by leaders, who are read from an index, then by their countries
written AS (
    SELECT leader_a_id, leader_b_id, min(written_year) AS first_year, max(written_year) AS last_year
    FROM exchange
    WHERE written_year IS NOT NULL
    GROUP BY leader_a_id, leader_b_id
),
known AS (
    SELECT
        CASE WHEN leader_a.country_id < leader_b.country_id THEN leader_a.country_id ELSE leader_b.country_id END
            AS country_1,
        CASE WHEN leader_a.country_id < leader_b.country_id THEN leader_b.country_id ELSE leader_a.country_id END
            AS country_2,
        min(written.first_year) AS first_year,
        max(written.last_year) AS last_year
    FROM written
    JOIN leader AS leader_a ON leader_a.id = written.leader_a_id
    JOIN leader AS leader_b ON leader_b.id = written.leader_b_id
    WHERE leader_a.country_id <> leader_b.country_id
    GROUP BY 1, 2
)
SELECT
    milestone.slug AS milestone,
    milestone.name AS milestone_name,
    milestone.kind AS milestone_kind,
    CAST(step.ordinal AS integer) AS ordinal,
    CAST(milestone.year + step.ordinal AS integer) AS year,
    CAST(CASE WHEN country_1.code < country_2.code THEN country_1.code ELSE country_2.code END AS text) AS country_a,
    CAST(CASE WHEN country_1.code < country_2.code THEN country_2.code ELSE country_1.code END AS text) AS country_b,
    CAST((
        SELECT count(*)
        FROM leader AS one
        CROSS JOIN leader AS other
        JOIN exchange ON exchange.leader_a_id = one.id AND exchange.leader_b_id = other.id
        WHERE one.country_id = pair.country_1 AND other.country_id = pair.country_2 AND exchange.written_year = milestone.year + step.ordinal
    ) + (
        SELECT count(*)
        FROM leader AS one
        CROSS JOIN leader AS other
        JOIN exchange ON exchange.leader_a_id = one.id AND exchange.leader_b_id = other.id
        WHERE one.country_id = pair.country_2 AND other.country_id = pair.country_1 AND exchange.written_year = milestone.year + step.ordinal
    ) AS integer) AS exchanges_that_year
FROM pair
JOIN milestone ON milestone.id = pair.milestone_id
JOIN known ON known.country_1 = pair.country_1 AND known.country_2 = pair.country_2
JOIN country AS country_1 ON country_1.id = pair.country_1
JOIN country AS country_2 ON country_2.id = pair.country_2
CROSS JOIN step -- last, as SQLite takes it: most pairs have few anniversaries in the years known
WHERE milestone.year + step.ordinal BETWEEN known.first_year AND known.last_year
AND NOT EXISTS (
    SELECT 1 FROM exchange WHERE exchange.milestone_id = pair.milestone_id AND exchange.ordinal = step.ordinal
)
AND NOT EXISTS (
    SELECT 1
    FROM anniversary_mention
    JOIN statement ON statement.id = anniversary_mention.statement_id
    WHERE anniversary_mention.milestone_id = pair.milestone_id
        AND anniversary_mention.ordinal = step.ordinal
        AND statement.message_id IS NOT NULL
)
