-- title = "Trade figures that contradict each other"
-- question = "Which figures differ from what others tell of the same trade in the same year, and which are far off?"
-- subject = "Trade"
-- order = "year, country_a, country_b, claim, flow, told, statement_id"
-- shown = ["year", "country_a", "country_b", "claim", "told", "currency", "others_mean", "difference_percent", "is_far", "speaker", "outlet"]
-- [filters]
-- country = ["country_a", "country_b"]
-- leader = ["speaker", "recipient"]
-- speaker = "speaker"
-- year = "year"
-- outlet = "outlet"
-- claim = "claim"
-- flow = "flow"

-- told is the amount, or the percentage where there is no amount. A figure counts as contradicted from 2 percent on,
-- as far off from 10. Both mean the others of the same year; in_message compares with reports of the same message only.
WITH told AS (
    SELECT figures.*, coalesce(figures.amount, figures.percent) AS value
    FROM report_trade_figures AS figures
    WHERE figures.year IS NOT NULL AND coalesce(figures.amount, figures.percent) > 0
),
compared AS (
    SELECT
        told.trade_figure_id,
        avg(1.0 * other.value) AS others_mean,
        avg(CASE WHEN other.message_id = told.message_id THEN 1.0 * other.value END) AS in_message_mean,
        count(*) AS others
    FROM told
    JOIN told AS other
        ON other.year = told.year
        AND other.country_a = told.country_a
        AND other.country_b = told.country_b
        AND other.claim = told.claim
        AND other.flow = told.flow
        AND coalesce(other.currency, '') = coalesce(told.currency, '')
        AND other.trade_figure_id <> told.trade_figure_id
        AND other.locator <> told.locator
    GROUP BY told.trade_figure_id
)
SELECT
    told.year,
    told.country_a,
    told.country_b,
    told.claim,
    told.flow,
    CAST(told.value AS numeric) AS told,
    told.currency,
    CAST(round(CAST(compared.others_mean AS numeric), 2) AS numeric) AS others_mean,
    CAST(
        round(CAST(100.0 * (told.value - compared.others_mean) / compared.others_mean AS numeric), 1) AS numeric
    ) AS difference_percent,
    CAST(
        round(CAST(100.0 * (told.value - compared.in_message_mean) / compared.in_message_mean AS numeric), 1) AS numeric
    ) AS in_message_difference_percent,
    CAST(abs(told.value - compared.others_mean) > 0.1 * compared.others_mean AS boolean) AS is_far,
    CAST(compared.others AS integer) AS others,
    told.statement_id,
    told.message_id,
    told.exchange_id,
    told.locator,
    told.outlet,
    told.speaker,
    told.recipient,
    told.quote
FROM told
JOIN compared ON compared.trade_figure_id = told.trade_figure_id
WHERE abs(told.value - compared.others_mean) > 0.02 * compared.others_mean
