-- title = "Anniversaries kept, and those no report tells of"
-- question = "Which anniversaries in multiples of five of a pair are marked by a message in the reports here, and of which is no report here?"
-- subject = "Anniversaries"
-- order = "year, first_on NULLS LAST, milestone, ordinal"
-- shown = ["year", "ordinal", "milestone", "country_a", "country_b", "kept", "first_on", "messages", "exchanges_that_year", "reports_that_year"]
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
-- first_on = "Day of the first message that marks it"
-- messages = "Number of messages that mark it"

-- Only milestones of two countries, from the year of their first exchange in the database to the last one. Where no report
-- here tells of it, a letter may have been written all the same: reports_that_year is how many reports tell of any letter
-- between the two countries in that year.
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
of_year AS (
    SELECT
        CASE WHEN leader_a.country_id < leader_b.country_id THEN leader_a.country_id ELSE leader_b.country_id END
            AS country_1,
        CASE WHEN leader_a.country_id < leader_b.country_id THEN leader_b.country_id ELSE leader_a.country_id END
            AS country_2,
        exchange.written_year AS year,
        count(DISTINCT exchange.id) AS exchanges,
        count(DISTINCT exchange_report.source_report_id) AS reports
    FROM exchange
    JOIN leader AS leader_a ON leader_a.id = exchange.leader_a_id
    JOIN leader AS leader_b ON leader_b.id = exchange.leader_b_id
    LEFT JOIN exchange_report ON exchange_report.exchange_id = exchange.id
    WHERE exchange.written_year IS NOT NULL AND leader_a.country_id <> leader_b.country_id
    GROUP BY 1, 2, 3
),
known AS (
    SELECT country_1, country_2, min(year) AS first_year, max(year) AS last_year
    FROM of_year
    GROUP BY country_1, country_2
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
    CAST(step.ordinal AS integer) AS ordinal,
    CAST(milestone.year + step.ordinal AS integer) AS year,
    country_a.code AS country_a,
    country_b.code AS country_b,
    CAST(coalesce(of_year.exchanges, 0) AS integer) AS exchanges_that_year,
    CAST(coalesce(of_year.reports, 0) AS integer) AS reports_that_year,
    CAST(
        CASE
            WHEN marked.milestone_id IS NOT NULL THEN 'kept'
            WHEN of_year.reports > 0 THEN 'not in the reports here'
            ELSE 'no report of that year here'
        END AS text
    ) AS kept,
    CAST(marked.first_on AS date) AS first_on,
    CAST(coalesce(marked.messages, 0) AS integer) AS messages,
    country_a.name AS country_a_name,
    country_b.name AS country_b_name,
    country_a.id AS country_a_id,
    country_b.id AS country_b_id
FROM pair
JOIN milestone ON milestone.id = pair.milestone_id
JOIN known ON known.country_1 = pair.country_1 AND known.country_2 = pair.country_2
JOIN country AS country_1 ON country_1.id = pair.country_1
JOIN country AS country_2 ON country_2.id = pair.country_2
JOIN country AS country_a ON country_a.code = CASE WHEN country_1.code < country_2.code THEN country_1.code ELSE country_2.code END
JOIN country AS country_b ON country_b.code = CASE WHEN country_1.code < country_2.code THEN country_2.code ELSE country_1.code END
CROSS JOIN step
LEFT JOIN of_year
    ON of_year.country_1 = pair.country_1
    AND of_year.country_2 = pair.country_2
    AND of_year.year = milestone.year + step.ordinal
LEFT JOIN marked ON marked.milestone_id = pair.milestone_id AND marked.ordinal = step.ordinal
WHERE milestone.year + step.ordinal BETWEEN known.first_year AND known.last_year
