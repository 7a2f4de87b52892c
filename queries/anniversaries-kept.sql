-- title = "Anniversaries kept, and those no report tells of"
-- question = "Which anniversaries in multiples of five of a pair are marked by a message in the reports here, and of which is no report here?"
-- only = "anniversaries of two countries whose leaders write to each other in the reports here, of the years from the first of their letters to the last"
-- subject = "Anniversaries"
-- order = "year, due_on NULLS LAST, milestone, ordinal"
-- shown = ["due_on", "year", "ordinal", "milestone", "country_a", "country_b", "kept", "first_on", "messages", "exchanges_that_year", "reports_that_year"]
-- [filters]
-- country = ["country_a", "country_b"]
-- milestone = "milestone"
-- year = "year"
-- since = "year"
-- until = "year"
-- milestone_kind = "milestone_kind"
-- kept = "kept"
-- [columns]
-- year = "Year in which the anniversary fell"
-- due_on = "Day on which the anniversary fell; empty where only the year of the milestone is known"
-- first_on = "Day of the first message that marks it"
-- messages = "Number of messages that mark it"

-- Only milestones of two countries, from the year of their first exchange in the database to the last one that was written
-- in, or that a letter greets: those of December speak of the year that comes. What was marked stands in any case, the rest
-- once its day is past. Where no report here tells of it, a letter may have been written all the same: reports_that_year is
-- how many reports tell of any letter between the two countries in that year.
WITH RECURSIVE step AS (
    SELECT 5 AS ordinal
    UNION ALL
    SELECT ordinal + 5 FROM step WHERE ordinal < 500
),
of_two AS (
    SELECT milestone_id, min(country_id) AS country_1, max(country_id) AS country_2
    FROM milestone_party
    GROUP BY milestone_id
    HAVING count(*) = 2
),
known AS (
    SELECT country_1_id, country_2_id, min(first_year) AS first_year, max(last_year) AS last_year
    FROM kept_partners
    WHERE first_year IS NOT NULL
    GROUP BY country_1_id, country_2_id
),
pair AS MATERIALIZED (
    SELECT of_two.milestone_id, of_two.country_1, of_two.country_2, known.first_year, known.last_year
    FROM of_two
    JOIN known ON known.country_1_id = of_two.country_1 AND known.country_2_id = of_two.country_2
),
fell AS (
    SELECT
        milestone.id AS milestone_id,
        step.ordinal,
        milestone.year + step.ordinal AS year,
        CAST(milestone.year + step.ordinal AS text)
        || CASE WHEN milestone.month < 10 THEN '-0' ELSE '-' END || CAST(milestone.month AS text)
        || CASE
            WHEN milestone.month = 2 AND milestone.day = 29 AND NOT (
                (milestone.year + step.ordinal) % 4 = 0
                AND ((milestone.year + step.ordinal) % 100 <> 0 OR (milestone.year + step.ordinal) % 400 = 0)
            ) THEN '-28'
            WHEN milestone.day < 10 THEN '-0' || CAST(milestone.day AS text)
            ELSE '-' || CAST(milestone.day AS text)
        END AS day
    FROM milestone
    CROSS JOIN step
),
marked AS (
    SELECT milestone_id, ordinal, min(sent_on) AS first_on, count(*) AS messages
    FROM kept_milestone_mention
    GROUP BY milestone_id, ordinal
)
SELECT
    milestone.slug AS milestone,
    milestone.name AS milestone_name,
    milestone.kind AS milestone_kind,
    CAST(fell.ordinal AS integer) AS ordinal,
    CAST(fell.year AS integer) AS year,
    country_a.code AS country_a,
    country_b.code AS country_b,
    CAST((
        SELECT count(*)
        FROM kept_partners AS partners
        JOIN exchange ON exchange.leader_a_id = partners.leader_a_id AND exchange.leader_b_id = partners.leader_b_id
        WHERE partners.country_1_id = pair.country_1
            AND partners.country_2_id = pair.country_2
            AND exchange.written_year = fell.year
    ) AS integer) AS exchanges_that_year,
    CAST((
        SELECT count(DISTINCT exchange_report.source_report_id)
        FROM kept_partners AS partners
        JOIN exchange ON exchange.leader_a_id = partners.leader_a_id AND exchange.leader_b_id = partners.leader_b_id
        JOIN exchange_report ON exchange_report.exchange_id = exchange.id
        WHERE partners.country_1_id = pair.country_1
            AND partners.country_2_id = pair.country_2
            AND exchange.written_year = fell.year
    ) AS integer) AS reports_that_year,
    CAST(
        CASE
            WHEN marked.milestone_id IS NOT NULL THEN 'kept'
            WHEN EXISTS (
                SELECT 1
                FROM kept_partners AS partners
                JOIN exchange
                    ON exchange.leader_a_id = partners.leader_a_id AND exchange.leader_b_id = partners.leader_b_id
                JOIN exchange_report ON exchange_report.exchange_id = exchange.id
                WHERE partners.country_1_id = pair.country_1
                    AND partners.country_2_id = pair.country_2
                    AND exchange.written_year = fell.year
            ) THEN 'not in the reports here'
            ELSE 'no report of that year here'
        END AS text
    ) AS kept,
    CAST(marked.first_on AS date) AS first_on,
    CAST(coalesce(marked.messages, 0) AS integer) AS messages,
    country_a.name AS country_a_name,
    country_b.name AS country_b_name,
    country_a.id AS country_a_id,
    country_b.id AS country_b_id,
    CAST(fell.day AS date) AS due_on
FROM pair
JOIN milestone ON milestone.id = pair.milestone_id
JOIN fell ON fell.milestone_id = pair.milestone_id
JOIN country AS country_1 ON country_1.id = pair.country_1
JOIN country AS country_2 ON country_2.id = pair.country_2
JOIN country AS country_a ON country_a.code = CASE WHEN country_1.code < country_2.code THEN country_1.code ELSE country_2.code END
JOIN country AS country_b ON country_b.code = CASE WHEN country_1.code < country_2.code THEN country_2.code ELSE country_1.code END
LEFT JOIN marked ON marked.milestone_id = pair.milestone_id AND marked.ordinal = fell.ordinal
WHERE marked.milestone_id IS NOT NULL
    OR (
        fell.year BETWEEN pair.first_year AND pair.last_year
        AND coalesce(fell.day, CAST(fell.year AS text) || '-12-31') < CAST(CURRENT_DATE AS text)
    )
