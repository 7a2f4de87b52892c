-- title = "Trade figures that contradict each other"
-- question = "Which figures differ from what others tell of the same trade in the same year, and which are far off?"
-- only = "figures that differ by two percent or more from what other reports tell of the same trade of the same year"
-- subject = "Trade"
-- order = "year, sent_on NULLS LAST, published_on NULLS LAST, country_a, country_b, claim, flow, told, statement_id"
-- shown = ["year", "country_a", "country_b", "claim", "told", "currency", "others_mean", "difference_percent", "is_far", "speaker", "outlet"]
-- [filters]
-- leader = ["speaker", "recipient"]
-- speaker = "speaker"
-- country = ["country_a", "country_b"]
-- occasion = "occasion"
-- year = "year"
-- since = "published_on"
-- until = "published_on"
-- outlet = "outlet"
-- language = "language"
-- claim = "claim"
-- flow = "flow"
-- is_far = "is_far"
-- [columns]
-- difference_percent = "How far the figure lies above (below: negative) the mean of the others, in percent of that"

-- told is the amount, or the percentage where there is no amount; a bound, "more than 200 billion", is no figure. A figure
-- counts as contradicted from 2 percent on, as far off from 10. Both differences mean the others of the same year and months,
-- told in other reports; in_message_difference_percent those of the same message only.
WITH figure AS (
    SELECT
        trade_figure_id AS id,
        coalesce(amount, percent) AS value,
        source_report_id,
        message_id,
        dense_rank() OVER (
            ORDER BY country_a_id, country_b_id, year, base_year, first_month, last_month, claim, flow, currency
        ) AS trade
    FROM report_trade_figures
    WHERE coalesce(amount, percent) > 0
        AND year IS NOT NULL
        AND country_a_id IS NOT NULL
        AND country_b_id IS NOT NULL
        AND is_threshold IS NOT TRUE
),
-- those of other reports: all, but for those of the figure's own report
summed AS (
    SELECT
        figure.*,
        count(*) OVER (PARTITION BY trade)
            - count(*) OVER (PARTITION BY trade, source_report_id) AS others,
        sum(value) OVER (PARTITION BY trade)
            - sum(value) OVER (PARTITION BY trade, source_report_id) AS others_sum,
        count(*) OVER (PARTITION BY trade, message_id)
            - count(*) OVER (PARTITION BY trade, message_id, source_report_id) AS in_message,
        sum(value) OVER (PARTITION BY trade, message_id)
            - sum(value) OVER (PARTITION BY trade, message_id, source_report_id) AS in_message_sum
    FROM figure
),
compared AS (
    SELECT
        id,
        value,
        others,
        1.0 * others_sum / others AS others_mean,
        CASE WHEN message_id IS NOT NULL AND in_message > 0 THEN 1.0 * in_message_sum / in_message END
            AS in_message_mean
    FROM summed
    WHERE others > 0
)
SELECT
    figures.year,
    figures.country_a,
    figures.country_b,
    figures.claim,
    figures.flow,
    CAST(compared.value AS numeric) AS told,
    figures.currency,
    CAST(round(CAST(compared.others_mean AS numeric), 2) AS numeric) AS others_mean,
    CAST(
        round(CAST(100.0 * (compared.value - compared.others_mean) / compared.others_mean AS numeric), 1) AS numeric
    ) AS difference_percent,
    CAST(
        round(CAST(100.0 * (compared.value - compared.in_message_mean) / compared.in_message_mean AS numeric), 1)
        AS numeric
    ) AS in_message_difference_percent,
    CAST(abs(compared.value - compared.others_mean) > 0.1 * compared.others_mean AS boolean) AS is_far,
    CAST(compared.others AS integer) AS others,
    figures.statement_id,
    figures.message_id,
    figures.exchange_id,
    figures.locator,
    figures.outlet,
    figures.speaker,
    figures.recipient,
    figures.quote,
    figures.speaker_id,
    figures.recipient_id,
    figures.country_a_id,
    figures.country_b_id,
    figures.speaker_name,
    figures.recipient_name,
    figures.outlet_name,
    figures.country_a_name,
    figures.country_b_name,
    figures.sent_on,
    figures.published_on,
    figures.language,
    figures.occasion,
    figures.occasion_name,
    figures.headline,
    figures.url,
    figures.trade_figure_id
FROM compared
JOIN report_trade_figures AS figures ON figures.trade_figure_id = compared.id
WHERE abs(compared.value - compared.others_mean) > 0.02 * compared.others_mean
