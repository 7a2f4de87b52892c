-- title = "Goals set for trade"
-- question = "Which goals were set for the trade of two countries, what do they count, by when, how did they end, and how often are they told?"
-- subject = "Trade"
-- order = "set_year NULLS LAST, due_year NULLS LAST, country_a, country_b, value_usd, target"
-- shown = ["country_a", "country_b", "value_usd", "kind", "flow", "set_year", "due_year", "passed_by_year", "passed_by_basis", "outcome", "times_told", "note"]
-- [filters]
-- country = ["country_a", "country_b"]
-- year = "due_year"
-- since = "due_year"
-- until = "due_year"
-- verified = "verified"
-- kind = "kind"
-- flow = "flow"
-- outcome = "outcome"
-- [columns]
-- due_year = "Year by which the goal was to be reached"
-- passed_by_basis = "Whether passed_by_year is a calendar_year, or a fiscal_year, which is called by the year in which it ends"
-- source = "Where the goal was looked up"
-- kind = "signed in a document of both, stated by leaders, a wish of one of them, or a forecast"
-- flow = "total, or export, import or additional_import (beyond those of the base year) as seen from country_a"

-- passed_by_year is the first year, not before the goal was set, whose official figure of the goal's own flow is the amount
-- or more; empty where the figure was above it before, and for goals of several years together or beyond a base year, which no
-- yearly figure measures. passed_year is the same where the year before is counted, too: else it may have been passed in that. The outcome is that of the reference data, with what it rests on. A telling belongs to one goal: the one due in the year told, else the last one set by then.
WITH goal AS (
    SELECT trade_target.*, country_a.code AS country_a, country_b.code AS country_b,
        country_a.name AS country_a_name, country_b.name AS country_b_name
    FROM trade_target
    JOIN country AS country_a ON country_a.id = trade_target.country_a_id
    JOIN country AS country_b ON country_b.id = trade_target.country_b_id
),
passed AS (
    SELECT goal.id, goal.country_a_id, goal.country_b_id, goal.flow, min(official.year) AS year
    FROM goal
    JOIN kept_official_series AS official
        ON official.country_a_id = goal.country_a_id
        AND official.country_b_id = goal.country_b_id
        AND official.flow = goal.flow
    WHERE official.official_usd >= goal.value_usd AND goal.span_years = 1
    GROUP BY goal.id, goal.country_a_id, goal.country_b_id, goal.flow, goal.set_year
    HAVING min(official.year) >= goal.set_year OR goal.set_year IS NULL
),
told AS (
    SELECT
        trade_figure.id,
        goal.id AS goal_id,
        row_number() OVER (
            PARTITION BY trade_figure.id
            ORDER BY
                CASE WHEN goal.due_year = trade_figure.year THEN 0 ELSE 1 END,
                CASE WHEN goal.set_year <= CAST(substr(CAST(source_report.published_on AS text), 1, 4) AS integer) THEN 0
                    ELSE 1 END,
                goal.set_year DESC NULLS LAST,
                goal.slug
        ) AS place
    FROM trade_figure
    JOIN goal
        ON goal.value_usd = trade_figure.amount
        AND (
            (trade_figure.country_a_id = goal.country_a_id AND trade_figure.country_b_id = goal.country_b_id)
            OR (trade_figure.country_a_id = goal.country_b_id AND trade_figure.country_b_id = goal.country_a_id)
        )
    JOIN statement ON statement.id = trade_figure.statement_id
    JOIN source_report ON source_report.id = statement.source_report_id
    WHERE trade_figure.claim IN ('target', 'target_reached') AND trade_figure.currency = 'USD'
)
SELECT
    goal.slug AS target,
    goal.country_a,
    goal.country_b,
    goal.value_usd,
    goal.set_year,
    goal.due_year,
    goal.deadline,
    CAST(
        CASE
            WHEN EXISTS (
                SELECT 1
                FROM kept_official_series AS official
                WHERE official.country_a_id = passed.country_a_id
                    AND official.country_b_id = passed.country_b_id
                    AND official.flow = passed.flow
                    AND official.year = passed.year - 1
            ) THEN passed.year
        END AS integer
    ) AS passed_year,
    CAST((SELECT count(*) FROM told WHERE told.goal_id = goal.id AND told.place = 1) AS integer) AS times_told,
    goal.kind,
    goal.flow,
    goal.span_years,
    goal.base_year,
    goal.with_services,
    goal.outcome,
    goal.outcome_source,
    goal.note,
    goal.verified,
    goal.source,
    goal.country_a_name,
    goal.country_b_name,
    goal.country_a_id,
    goal.country_b_id,
    CAST(passed.year AS integer) AS passed_by_year,
    CAST((
        SELECT official.basis
        FROM kept_official_series AS official
        WHERE official.country_a_id = passed.country_a_id
            AND official.country_b_id = passed.country_b_id
            AND official.flow = passed.flow
            AND official.year = passed.year
    ) AS text) AS passed_by_basis
FROM goal
LEFT JOIN passed ON passed.id = goal.id
