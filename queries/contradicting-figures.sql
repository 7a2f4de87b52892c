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
-- Each figure is compared by itself: a filter finds the figures first, and an index the others of each. What counts as a
-- bound among these is what trade-figures tells.
WITH pair AS NOT MATERIALIZED (
    SELECT own.id, coalesce(other.amount, other.percent) AS value, statement.message_id
    FROM trade_figure AS own
    JOIN statement AS telling ON telling.id = own.statement_id
    JOIN trade_figure AS other
        ON other.country_a_id = own.country_a_id
        AND other.country_b_id = own.country_b_id
        AND other.year = own.year
        AND other.claim = own.claim
        AND other.flow = own.flow
        AND other.currency IS NOT DISTINCT FROM own.currency
        AND other.base_year IS NOT DISTINCT FROM own.base_year
        AND other.first_month IS NOT DISTINCT FROM own.first_month
        AND other.last_month IS NOT DISTINCT FROM own.last_month
    JOIN statement ON statement.id = other.statement_id AND statement.source_report_id <> telling.source_report_id
    WHERE coalesce(other.amount, other.percent) > 0
        AND other.is_threshold IS NOT TRUE
        -- the goal is never own, whose claim is that of other; saying so has it looked for only where there is a pair
        AND (
            other.claim <> 'level'
            OR NOT EXISTS (
                SELECT 1
                FROM statement AS of_message
                JOIN trade_figure AS goal ON goal.statement_id = of_message.id
                WHERE of_message.message_id = statement.message_id
                    AND goal.claim = 'target_reached'
                    AND goal.amount = other.amount
                    AND goal.id <> own.id
            )
        )
),
compared AS NOT MATERIALIZED (
    SELECT
        figures.*,
        coalesce(figures.amount, figures.percent) AS value,
        (
            SELECT 1.0 * sum(pair.value) / count(*) FROM pair WHERE pair.id = figures.trade_figure_id
        ) AS others_mean
    FROM report_trade_figures AS figures
    WHERE coalesce(figures.amount, figures.percent) > 0
        AND figures.is_threshold IS NOT TRUE
        AND (
            SELECT
                abs(coalesce(figures.amount, figures.percent) - 1.0 * sum(pair.value) / count(*))
                > 0.02 * sum(pair.value) / count(*)
            FROM pair
            WHERE pair.id = figures.trade_figure_id
        )
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
    CAST((
        SELECT
            round(
                CAST(
                    100.0 * (compared.value - 1.0 * sum(pair.value) / count(*)) / (1.0 * sum(pair.value) / count(*))
                    AS numeric
                ), 1
            )
        FROM pair
        WHERE pair.id = compared.trade_figure_id AND pair.message_id = compared.message_id
    ) AS numeric) AS in_message_difference_percent,
    CAST(abs(compared.value - compared.others_mean) > 0.1 * compared.others_mean AS boolean) AS is_far,
    CAST((
        SELECT count(*) FROM pair WHERE pair.id = compared.trade_figure_id
    ) AS integer) AS others,
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
    compared.country_b_id,
    compared.speaker_name,
    compared.recipient_name,
    compared.outlet_name,
    compared.country_a_name,
    compared.country_b_name,
    compared.sent_on,
    compared.published_on,
    compared.language,
    compared.occasion,
    compared.occasion_name,
    compared.headline,
    compared.url,
    compared.trade_figure_id
FROM compared
