-- title = "Goals of trade and when they were reached"
-- question = "Which goals were set for the trade of two countries, when were they really reached, and how often were they told?"
-- subject = "Trade"
-- order = "country_a, country_b, set_year NULLS LAST, value_usd, target"
-- shown = ["country_a", "country_b", "value_usd", "set_year", "due_year", "counted_reached_year", "in_time", "times_told"]
-- [filters]
-- country = ["country_a", "country_b"]
-- year = "due_year"
-- [columns]
-- due_year = "Year by which the goal was to be reached"
-- source = "Where the goal was looked up"

-- counted_reached_year is the first year, not before the goal was set, whose official total came to it; in_time is NULL
-- where the goal has no year, or is neither reached nor due by the last year of the series.
WITH counted AS (
    SELECT
        trade_target.id,
        country_a.code AS country_a,
        country_b.code AS country_b,
        min(CASE
            WHEN official.official_usd >= trade_target.value_usd
                AND official.year >= coalesce(trade_target.set_year, official.year)
                THEN official.year
        END) AS reached_year,
        max(official.year) AS last_year
    FROM trade_target
    JOIN country AS country_a ON country_a.id = trade_target.country_a_id
    JOIN country AS country_b ON country_b.id = trade_target.country_b_id
    LEFT JOIN report_official_trade AS official
        ON official.country_a = country_a.code AND official.country_b = country_b.code AND official.flow = 'total'
    GROUP BY trade_target.id, country_a.code, country_b.code
)
SELECT
    trade_target.slug AS target,
    counted.country_a,
    counted.country_b,
    trade_target.value_usd,
    trade_target.set_year,
    trade_target.due_year,
    trade_target.reached_year,
    CAST(counted.reached_year AS integer) AS counted_reached_year,
    CAST(
        CASE
            WHEN trade_target.due_year IS NULL THEN NULL
            WHEN counted.reached_year <= trade_target.due_year THEN true
            WHEN counted.last_year >= trade_target.due_year THEN false
        END AS boolean
    ) AS in_time,
    CAST((
        SELECT count(*)
        FROM trade_figure
        WHERE trade_figure.claim IN ('target', 'target_reached')
            AND trade_figure.currency = 'USD'
            AND trade_figure.amount = trade_target.value_usd
            AND (
                (trade_figure.country_a_id = trade_target.country_a_id
                    AND trade_figure.country_b_id = trade_target.country_b_id)
                OR (trade_figure.country_a_id = trade_target.country_b_id
                    AND trade_figure.country_b_id = trade_target.country_a_id)
            )
    ) AS integer) AS times_told,
    trade_target.deadline,
    trade_target.source
FROM counted
JOIN trade_target ON trade_target.id = counted.id
