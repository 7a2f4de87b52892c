-- title = "Anniversaries to come"
-- question = "Which anniversaries in multiples of five come next, when, who would write, and who spoke of them before?"
-- subject = "Anniversaries"
-- order = "has_reports DESC, due_year, due_on NULLS LAST, is_round DESC, milestone"
-- shown = ["due_on", "days_left", "ordinal", "milestone", "parties", "times_mentioned", "last_mentioned_year", "reports", "reports_of_pair", "pair_exchanges"]
-- [filters]
-- country = ["country_a", "country_b"]
-- milestone = "milestone"
-- year = "due_year"
-- since = "due_year"
-- until = "due_year"
-- milestone_kind = "milestone_kind"
-- is_round = "is_round"
-- has_reports = "has_reports"
-- [columns]
-- parties_name = "English names of parties, parted by semicolons"
-- reports = "Number of reports here that tell of an anniversary of the milestone, with a letter or without one"
-- reports_of_pair = "Number of reports here that tell of any exchange between leaders of the two countries"
-- has_reports = "Whether reports here tell of an anniversary of the milestone, or of any exchange between leaders of the two countries"

WITH RECURSIVE today AS (
    SELECT
        CAST(substr(CAST(CURRENT_DATE AS text), 1, 4) AS integer) AS year,
        CAST(substr(CAST(CURRENT_DATE AS text), 6, 2) AS integer) AS month,
        CAST(substr(CAST(CURRENT_DATE AS text), 9, 2) AS integer) AS day
),
-- how many years the milestone will be old on its next day: this year's, unless that day is past
next_day AS (
    SELECT
        milestone.id AS milestone_id,
        today.year - milestone.year
        + CASE
            WHEN milestone.month < today.month THEN 1
            WHEN milestone.month = today.month AND milestone.day < today.day THEN 1
            ELSE 0
        END AS age
    FROM milestone
    CROSS JOIN today
),
coming AS (
    SELECT
        milestone_id,
        CASE WHEN age <= 5 THEN 5 ELSE (age + 4) / 5 * 5 END AS ordinal
    FROM next_day
),
due AS (
    SELECT
        coming.milestone_id,
        coming.ordinal,
        milestone.year + coming.ordinal AS year,
        milestone.month,
        CASE
            WHEN milestone.month = 2 AND milestone.day = 29 AND NOT (
                (milestone.year + coming.ordinal) % 4 = 0
                AND ((milestone.year + coming.ordinal) % 100 <> 0 OR (milestone.year + coming.ordinal) % 400 = 0)
            ) THEN 28
            ELSE milestone.day
        END AS day
    FROM coming
    JOIN milestone ON milestone.id = coming.milestone_id
),
-- both as Julian day numbers, by whole divisions: the engines have no common subtraction of dates
day_number AS (
    SELECT
        milestone_id,
        (1461 * (year + 4800 + (month - 14) / 12)) / 4
        + (367 * (month - 2 - 12 * ((month - 14) / 12))) / 12
        - (3 * ((year + 4900 + (month - 14) / 12) / 100)) / 4 + day AS number
    FROM due
),
today_number AS (
    SELECT
        (1461 * (year + 4800 + (month - 14) / 12)) / 4
        + (367 * (month - 2 - 12 * ((month - 14) / 12))) / 12
        - (3 * ((year + 4900 + (month - 14) / 12) / 100)) / 4 + day AS number
    FROM today
),
-- lists are joined step by step: the engines have no common aggregate that joins words in an order
party AS (
    SELECT
        milestone_party.milestone_id,
        country.code,
        country.name,
        row_number() OVER (PARTITION BY milestone_party.milestone_id ORDER BY country.code) AS place,
        count(*) OVER (PARTITION BY milestone_party.milestone_id) AS places
    FROM milestone_party
    JOIN country ON country.id = milestone_party.country_id
),
parties AS (
    SELECT milestone_id, place, places, code AS codes, name AS names FROM party WHERE place = 1
    UNION ALL
    SELECT
        party.milestone_id, party.place, party.places, parties.codes || ';' || party.code, parties.names || '; ' || party.name
    FROM parties
    JOIN party ON party.milestone_id = parties.milestone_id AND party.place = parties.place + 1
),
speaker AS (
    SELECT
        milestone_id,
        slug,
        row_number() OVER (PARTITION BY milestone_id ORDER BY slug) AS place,
        count(*) OVER (PARTITION BY milestone_id) AS places
    FROM (
        SELECT DISTINCT mention.milestone_id, leader.slug
        FROM kept_milestone_mention AS mention
        JOIN leader ON leader.id = mention.sender_id
    ) AS spoken
),
speakers AS (
    SELECT milestone_id, place, places, slug AS slugs FROM speaker WHERE place = 1
    UNION ALL
    SELECT speaker.milestone_id, speaker.place, speaker.places, speakers.slugs || ';' || speaker.slug
    FROM speakers
    JOIN speaker ON speaker.milestone_id = speakers.milestone_id AND speaker.place = speakers.place + 1
),
-- what pairs of leaders write, and how many reports tell of it, by countries: few of those that have milestones write
writing AS (
    SELECT
        CASE WHEN country_a.code < country_b.code THEN country_a.code ELSE country_b.code END AS code_a,
        CASE WHEN country_a.code < country_b.code THEN country_b.code ELSE country_a.code END AS code_b,
        sum(pair.exchanges) AS exchanges
    FROM (
        SELECT leader_a_id, leader_b_id, count(*) AS exchanges FROM exchange GROUP BY leader_a_id, leader_b_id
    ) AS pair
    JOIN leader AS leader_a ON leader_a.id = pair.leader_a_id
    JOIN leader AS leader_b ON leader_b.id = pair.leader_b_id
    JOIN country AS country_a ON country_a.id = leader_a.country_id
    JOIN country AS country_b ON country_b.id = leader_b.country_id
    GROUP BY 1, 2
),
telling AS (
    SELECT
        CASE WHEN country_a.code < country_b.code THEN country_a.code ELSE country_b.code END AS code_a,
        CASE WHEN country_a.code < country_b.code THEN country_b.code ELSE country_a.code END AS code_b,
        count(DISTINCT exchange_report.source_report_id) AS reports
    FROM exchange_report
    JOIN exchange ON exchange.id = exchange_report.exchange_id
    JOIN leader AS leader_a ON leader_a.id = exchange.leader_a_id
    JOIN leader AS leader_b ON leader_b.id = exchange.leader_b_id
    JOIN country AS country_a ON country_a.id = leader_a.country_id
    JOIN country AS country_b ON country_b.id = leader_b.country_id
    GROUP BY 1, 2
),
-- the head of state of each country today; the first in the alphabet where several share the office
head_of_state AS (
    SELECT country.code, min(leader.slug) AS slug, min(leader.full_name) AS full_name
    FROM tenure
    JOIN office ON office.id = tenure.office_id
    JOIN leader ON leader.id = tenure.leader_id
    JOIN country ON country.id = office.country_id
    WHERE office.role = 'head_of_state' AND tenure.started_on <= CURRENT_DATE
        AND (tenure.ended_on IS NULL OR tenure.ended_on > CURRENT_DATE)
    GROUP BY country.code
)
SELECT
    milestone.slug AS milestone,
    milestone.name AS milestone_name,
    CAST(due.ordinal AS integer) AS ordinal,
    CAST(due.year AS integer) AS due_year,
    CAST(
        CAST(due.year AS text)
        || CASE WHEN due.month < 10 THEN '-0' ELSE '-' END || CAST(due.month AS text)
        || CASE WHEN due.day < 10 THEN '-0' ELSE '-' END || CAST(due.day AS text)
        AS date) AS due_on,
    CAST(parties.codes AS text) AS parties,
    CAST((
        SELECT count(DISTINCT mention.exchange_id)
        FROM kept_milestone_mention AS mention
        WHERE mention.milestone_id = due.milestone_id
    ) AS integer) AS times_mentioned,
    CAST((
        SELECT max(mention.year)
        FROM kept_milestone_mention AS mention
        WHERE mention.milestone_id = due.milestone_id
    ) AS integer) AS last_mentioned_year,
    CAST(due.ordinal % 10 = 0 OR due.ordinal % 25 = 0 AS boolean) AS is_round,
    CAST(day_number.number - today_number.number AS integer) AS days_left,
    CAST(speakers.slugs AS text) AS mentioned_by,
    milestone.kind AS milestone_kind,
    CAST(CASE WHEN parties.places = 2 THEN substr(parties.codes, 1, 2) END AS text) AS country_a,
    CAST(CASE WHEN parties.places = 2 THEN substr(parties.codes, 4, 2) END AS text) AS country_b,
    CAST(writer_a.slug AS text) AS writer_a,
    CAST(writer_b.slug AS text) AS writer_b,
    CAST(coalesce(writing.exchanges, 0) AS integer) AS pair_exchanges,
    country_a.name AS country_a_name,
    country_b.name AS country_b_name,
    CAST(writer_a.full_name AS text) AS writer_a_name,
    CAST(writer_b.full_name AS text) AS writer_b_name,
    -- journalists and third parties tell of anniversaries for which no letter is here
    CAST((
        SELECT count(*)
        FROM (
            SELECT statement.source_report_id
            FROM anniversary_mention
            JOIN statement ON statement.id = anniversary_mention.statement_id
            WHERE anniversary_mention.milestone_id = due.milestone_id
            UNION
            SELECT exchange_report.source_report_id
            FROM exchange
            JOIN exchange_report ON exchange_report.exchange_id = exchange.id
            WHERE exchange.milestone_id = due.milestone_id
        ) AS telling
    ) AS integer) AS reports,
    CAST(parties.names AS text) AS parties_name,
    CAST(coalesce(telling.reports, 0) AS integer) AS reports_of_pair,
    CAST(
        writing.code_a IS NOT NULL
        OR EXISTS (
            SELECT 1 FROM anniversary_mention WHERE anniversary_mention.milestone_id = due.milestone_id
        )
        OR EXISTS (SELECT 1 FROM exchange WHERE exchange.milestone_id = due.milestone_id)
        AS boolean
    ) AS has_reports
FROM due
JOIN milestone ON milestone.id = due.milestone_id
JOIN day_number ON day_number.milestone_id = due.milestone_id
CROSS JOIN today_number
LEFT JOIN parties ON parties.milestone_id = due.milestone_id AND parties.place = parties.places
LEFT JOIN speakers ON speakers.milestone_id = due.milestone_id AND speakers.place = speakers.places
LEFT JOIN head_of_state AS writer_a ON parties.places = 2 AND writer_a.code = substr(parties.codes, 1, 2)
LEFT JOIN head_of_state AS writer_b ON parties.places = 2 AND writer_b.code = substr(parties.codes, 4, 2)
LEFT JOIN country AS country_a ON parties.places = 2 AND country_a.code = substr(parties.codes, 1, 2)
LEFT JOIN country AS country_b ON parties.places = 2 AND country_b.code = substr(parties.codes, 4, 2)
LEFT JOIN writing
    ON parties.places = 2
    AND writing.code_a = substr(parties.codes, 1, 2)
    AND writing.code_b = substr(parties.codes, 4, 2)
LEFT JOIN telling
    ON parties.places = 2
    AND telling.code_a = substr(parties.codes, 1, 2)
    AND telling.code_b = substr(parties.codes, 4, 2)
