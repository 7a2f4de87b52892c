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
exchange_of_pair AS (
    SELECT
        exchange.id,
        exchange.milestone_id,
        exchange.ordinal,
        CASE WHEN leader_a.country_id < leader_b.country_id THEN leader_a.country_id ELSE leader_b.country_id END
            AS country_1,
        CASE WHEN leader_a.country_id < leader_b.country_id THEN leader_b.country_id ELSE leader_a.country_id END
            AS country_2,
        coalesce(CAST(substr(CAST(exchange.exchanged_on AS text), 1, 4) AS integer), exchange.occasion_year) AS year
    FROM exchange
    JOIN leader AS leader_a ON leader_a.id = exchange.leader_a_id
    JOIN leader AS leader_b ON leader_b.id = exchange.leader_b_id
    WHERE leader_a.country_id <> leader_b.country_id
),
known AS (
    SELECT country_1, country_2, min(year) AS first_year, max(year) AS last_year
    FROM exchange_of_pair
    WHERE year IS NOT NULL
    GROUP BY country_1, country_2
),
marked AS (
    SELECT milestone_id, ordinal FROM exchange WHERE milestone_id IS NOT NULL AND ordinal IS NOT NULL
    UNION
    SELECT anniversary_mention.milestone_id, anniversary_mention.ordinal
    FROM anniversary_mention
    JOIN statement ON statement.id = anniversary_mention.statement_id
    WHERE statement.message_id IS NOT NULL AND anniversary_mention.milestone_id IS NOT NULL
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
        FROM exchange_of_pair
        WHERE exchange_of_pair.country_1 = pair.country_1
            AND exchange_of_pair.country_2 = pair.country_2
            AND exchange_of_pair.year = milestone.year + step.ordinal
    ) AS integer) AS exchanges_that_year
FROM pair
JOIN milestone ON milestone.id = pair.milestone_id
JOIN known ON known.country_1 = pair.country_1 AND known.country_2 = pair.country_2
JOIN step ON milestone.year + step.ordinal BETWEEN known.first_year AND known.last_year
JOIN country AS country_1 ON country_1.id = pair.country_1
JOIN country AS country_2 ON country_2.id = pair.country_2
LEFT JOIN marked ON marked.milestone_id = pair.milestone_id AND marked.ordinal = step.ordinal
WHERE marked.milestone_id IS NULL
