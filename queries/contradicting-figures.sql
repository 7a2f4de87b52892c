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
-- as far off from 10. Both differences mean the others of the same year and months; in_message_difference_percent those of
-- the same message only.
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
    compared.quote,
    compared.speaker_id,
    compared.recipient_id,
    compared.country_a_id,
    compared.country_b_id
FROM (
    SELECT
        figures.*,
        coalesce(figures.amount, figures.percent) AS value,
        (
            SELECT 1.0 * sum(coalesce(other.amount, other.percent)) / count(*)
            FROM report_trade_figures AS other
            WHERE other.country_a_id = figures.country_a_id
                AND other.country_b_id = figures.country_b_id
                AND other.year = figures.year
                AND other.first_month IS NOT DISTINCT FROM figures.first_month
                AND other.last_month IS NOT DISTINCT FROM figures.last_month
                AND other.claim = figures.claim
                AND other.flow = figures.flow
                AND other.currency IS NOT DISTINCT FROM figures.currency
                AND other.source_report_id <> figures.source_report_id
                AND coalesce(other.amount, other.percent) > 0
        ) AS others_mean,
        (
            SELECT count(*)
            FROM report_trade_figures AS other
            WHERE other.country_a_id = figures.country_a_id
                AND other.country_b_id = figures.country_b_id
                AND other.year = figures.year
                AND other.first_month IS NOT DISTINCT FROM figures.first_month
                AND other.last_month IS NOT DISTINCT FROM figures.last_month
                AND other.claim = figures.claim
                AND other.flow = figures.flow
                AND other.currency IS NOT DISTINCT FROM figures.currency
                AND other.source_report_id <> figures.source_report_id
                AND coalesce(other.amount, other.percent) > 0
        ) AS others,
        (
            SELECT 1.0 * sum(coalesce(other.amount, other.percent)) / count(*)
            FROM report_trade_figures AS other
            WHERE other.country_a_id = figures.country_a_id
                AND other.country_b_id = figures.country_b_id
                AND other.year = figures.year
                AND other.first_month IS NOT DISTINCT FROM figures.first_month
                AND other.last_month IS NOT DISTINCT FROM figures.last_month
                AND other.claim = figures.claim
                AND other.flow = figures.flow
                AND other.currency IS NOT DISTINCT FROM figures.currency
                AND other.source_report_id <> figures.source_report_id
                AND coalesce(other.amount, other.percent) > 0
                AND other.message_id = figures.message_id
        ) AS in_message_mean
    FROM report_trade_figures AS figures
    WHERE coalesce(figures.amount, figures.percent) > 0
) AS compared
WHERE abs(compared.value - compared.others_mean) > 0.02 * compared.others_mean
