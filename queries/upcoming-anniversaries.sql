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
-- nearly all milestones are of two countries; of these also their keys, the smaller one first
pair AS (
    SELECT
        milestone_party.milestone_id,
        min(country.code) AS code_a,
        max(country.code) AS code_b,
        min(country.id) AS country_1_id,
        max(country.id) AS country_2_id
    FROM milestone_party
    JOIN country ON country.id = milestone_party.country_id
    GROUP BY milestone_party.milestone_id
    HAVING count(*) = 2
),
-- longer lists are joined step by step: the engines have no common aggregate that joins words in an order
party AS (
    SELECT
        milestone_party.milestone_id,
        country.code,
        country.name,
        row_number() OVER (PARTITION BY milestone_party.milestone_id ORDER BY country.code) AS place,
        count(*) OVER (PARTITION BY milestone_party.milestone_id) AS places
    FROM milestone_party
    JOIN country ON country.id = milestone_party.country_id
    WHERE milestone_party.milestone_id NOT IN (SELECT pair.milestone_id FROM pair)
),
parties AS (
    SELECT milestone_id, place, places, code AS codes, name AS names FROM party WHERE place = 1
    UNION ALL
    SELECT
        party.milestone_id, party.place, party.places, parties.codes || ';' || party.code, parties.names || '; ' || party.name
    FROM parties
    JOIN party ON party.milestone_id = parties.milestone_id AND party.place = parties.place + 1
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
    CAST(coalesce(pair.code_a || ';' || pair.code_b, parties.codes) AS text) AS parties,
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
    CAST((
        WITH RECURSIVE spoken AS (
            SELECT DISTINCT leader.slug
            FROM kept_milestone_mention AS mention
            JOIN leader ON leader.id = mention.sender_id
            WHERE mention.milestone_id = due.milestone_id
        ),
        speaker AS (
            SELECT slug, row_number() OVER (ORDER BY slug) AS place FROM spoken
        ),
        speakers AS (
            SELECT slug AS slugs, place FROM speaker WHERE place = 1
            UNION ALL
            SELECT speakers.slugs || ';' || speaker.slug, speaker.place
            FROM speakers
            JOIN speaker ON speaker.place = speakers.place + 1
        )
        SELECT slugs FROM speakers ORDER BY place DESC LIMIT 1
    ) AS text) AS mentioned_by,
    milestone.kind AS milestone_kind,
    CAST(pair.code_a AS text) AS country_a,
    CAST(pair.code_b AS text) AS country_b,
    CAST(writer_a.slug AS text) AS writer_a,
    CAST(writer_b.slug AS text) AS writer_b,
    CAST(coalesce((
        SELECT sum(partners.exchanges)
        FROM kept_partners AS partners
        WHERE partners.country_1_id = pair.country_1_id AND partners.country_2_id = pair.country_2_id
    ), 0) AS integer) AS pair_exchanges,
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
    CAST(coalesce(country_a.name || '; ' || country_b.name, parties.names) AS text) AS parties_name,
    CAST((
        SELECT count(DISTINCT exchange_report.source_report_id)
        FROM kept_partners AS partners
        JOIN exchange
            ON exchange.leader_a_id = partners.leader_a_id AND exchange.leader_b_id = partners.leader_b_id
        JOIN exchange_report ON exchange_report.exchange_id = exchange.id
        WHERE partners.country_1_id = pair.country_1_id AND partners.country_2_id = pair.country_2_id
    ) AS integer) AS reports_of_pair,
    CAST(
        EXISTS (
            SELECT 1
            FROM kept_partners AS partners
            WHERE partners.country_1_id = pair.country_1_id AND partners.country_2_id = pair.country_2_id
        )
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
LEFT JOIN pair ON pair.milestone_id = due.milestone_id
LEFT JOIN parties ON parties.milestone_id = due.milestone_id AND parties.place = parties.places
LEFT JOIN head_of_state AS writer_a ON writer_a.code = pair.code_a
LEFT JOIN head_of_state AS writer_b ON writer_b.code = pair.code_b
LEFT JOIN country AS country_a ON country_a.code = pair.code_a
LEFT JOIN country AS country_b ON country_b.code = pair.code_b
