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
-- [columns]
-- difference_percent = "How far the figure lies above (below: negative) the mean of the others, in percent of that"

-- told is the amount, or the percentage where there is no amount. A figure counts as contradicted from 2 percent on,
-- as far off from 10. Both mean the others of the same year; in_message compares with reports of the same message only.
WITH told AS (
    SELECT figures.*, coalesce(figures.amount, figures.percent) AS value
    FROM report_trade_figures AS figures
    WHERE figures.year IS NOT NULL
        AND figures.country_a IS NOT NULL
        AND figures.country_b IS NOT NULL
        AND coalesce(figures.amount, figures.percent) > 0
),
-- the others are all of the group but those of the same report
summed AS (
    SELECT
        told.*,
        sum(value) OVER same_trade - sum(value) OVER same_report AS others_sum,
        count(*) OVER same_trade - count(*) OVER same_report AS others,
        sum(value) OVER same_message - sum(value) OVER same_report_of_message AS in_message_sum,
        count(*) OVER same_message - count(*) OVER same_report_of_message AS in_message
    FROM told
    WINDOW
        same_trade AS (PARTITION BY year, first_month, last_month, country_a, country_b, claim, flow, currency),
        same_report AS (
            PARTITION BY year, first_month, last_month, country_a, country_b, claim, flow, currency, locator
        ),
        same_message AS (
            PARTITION BY year, first_month, last_month, country_a, country_b, claim, flow, currency, message_id
        ),
        same_report_of_message AS (
            PARTITION BY year, first_month, last_month, country_a, country_b, claim, flow, currency, message_id, locator
        )
),
compared AS (
    SELECT
        summed.*,
        1.0 * others_sum / others AS others_mean,
        CASE WHEN message_id IS NOT NULL AND in_message > 0 THEN 1.0 * in_message_sum / in_message END
            AS in_message_mean
    FROM summed
    WHERE others > 0
)
SELECT
    compared.year,
    compared.country_a,
    compared.country_b,
    compared.claim,
    compared.flow,
    CAST(compared.value AS numeric) AS told,
    compared.currency,
    CAST(round(CAST(compared.others_mean AS numeric), 2) AS numeric) AS others_mean,
    CAST(
        round(CAST(100.0 * (compared.value - compared.others_mean) / compared.others_mean AS numeric), 1) AS numeric
    ) AS difference_percent,
    CAST(
        round(CAST(100.0 * (compared.value - compared.in_message_mean) / compared.in_message_mean AS numeric), 1) AS numeric
    ) AS in_message_difference_percent,
    CAST(abs(compared.value - compared.others_mean) > 0.1 * compared.others_mean AS boolean) AS is_far,
    CAST(compared.others AS integer) AS others,
    compared.statement_id,
    compared.message_id,
    compared.exchange_id,
    compared.locator,
    compared.outlet,
    compared.speaker,
    compared.recipient,
    compared.quote
FROM compared
WHERE abs(compared.value - compared.others_mean) > 0.02 * compared.others_mean
