-- title = "Trade told beside trade counted"
-- question = "How far are the trade figures told from the official ones, and were goals reached and records set?"
-- subject = "Trade"
-- order = "year NULLS LAST, country_a, country_b, claim, amount NULLS LAST, percent NULLS LAST, statement_id"
-- shown = ["year", "country_a", "country_b", "claim", "amount", "currency", "official_usd", "difference_percent", "reached", "speaker", "outlet"]
-- [filters]
-- country = ["country_a", "country_b"]
-- leader = ["speaker", "recipient"]
-- speaker = "speaker"
-- year = "year"
-- outlet = "outlet"
-- claim = "claim"
-- flow = "flow"

-- reached: of a target, whether the official total came to the amount, in the year told if there is one, else in any;
-- of a record, whether the official series agrees. NULL where the statistics do not say. The official figures are those of
-- whole years: a figure of some months (first_month) has none beside it.
-- GROUP BY changes no row, but has SQLite look the series up in an index of its own making, not go through it each time
WITH official AS MATERIALIZED (
    SELECT
        country_a,
        country_b,
        year,
        flow,
        official_usd,
        is_record,
        growth_percent,
        highest_before_usd,
        issuer,
        basis
    FROM report_official_trade
    GROUP BY
        country_a,
        country_b,
        year,
        flow,
        official_usd,
        is_record,
        growth_percent,
        highest_before_usd,
        issuer,
        basis
),
highest AS (
    SELECT country_a, country_b, flow, max(official_usd) AS official_usd
    FROM official
    GROUP BY country_a, country_b, flow
)
SELECT
    told.claim,
    told.flow,
    told.amount,
    told.currency,
    told.percent,
    told.year,
    told.country_a,
    told.country_b,
    told.statement_id,
    told.exchange_id,
    told.locator,
    told.outlet,
    told.speaker,
    told.quote,
    official.official_usd,
    CAST(
        round(
            CAST(
                CASE
                    WHEN told.currency = 'USD' AND official.official_usd > 0
                        THEN 100.0 * (told.amount - official.official_usd) / official.official_usd
                END AS numeric
            ), 1
        ) AS numeric
    ) AS difference_percent,
    CAST(
        CASE
            WHEN told.claim = 'record' THEN official.is_record
            WHEN told.claim IN ('target', 'target_reached') AND told.currency = 'USD' AND told.year IS NOT NULL
                THEN official.official_usd >= told.amount
            WHEN told.claim IN ('target', 'target_reached') AND told.currency = 'USD'
                THEN highest.official_usd >= told.amount
        END AS boolean
    ) AS reached,
    official.growth_percent AS official_growth_percent,
    official.highest_before_usd,
    official.issuer,
    official.basis,
    told.trade_figure_id,
    told.message_id,
    told.recipient,
    told.outlet_name,
    told.speaker_name,
    told.first_month,
    told.last_month,
    told.speaker_id,
    told.recipient_id,
    told.country_a_id,
    told.country_b_id
FROM report_trade_figures AS told
LEFT JOIN official
    ON official.country_a = told.country_a
    AND official.country_b = told.country_b
    AND official.year = told.year
    AND official.flow = told.flow
    AND told.first_month IS NULL
LEFT JOIN highest
    ON highest.country_a = told.country_a AND highest.country_b = told.country_b AND highest.flow = told.flow
