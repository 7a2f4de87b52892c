-- title = "Trade told beside trade counted"
-- question = "How far are the trade figures told from the official ones, and were goals reached and records set?"
-- subject = "Trade"
-- order = "year NULLS LAST, first_month NULLS LAST, sent_on NULLS LAST, published_on NULLS LAST, country_a, country_b, claim, amount NULLS LAST, percent NULLS LAST, statement_id"
-- shown = ["year", "country_a", "country_b", "claim", "amount", "currency", "official_usd", "difference_percent", "agrees", "reached", "speaker", "outlet"]
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
-- agrees = "agrees"
-- [columns]
-- agrees = "Whether the official figure is the level told, in the digits in which it is told, and within ten percent; empty where it is no level, or there is none"

-- A level is compared: the amount of a target is a goal, no figure. agrees: whether the official figure, in the digits in
-- which the level is told, is the one told ("had reached 100 billion" of 107), and no more than ten percent from it.
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
                    WHEN told.claim = 'level' AND told.currency = 'USD' AND official.official_usd > 0
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
    told.country_b_id,
    CAST(
        CASE
            WHEN told.claim = 'level' AND told.currency = 'USD' AND official.official_usd > 0
                THEN abs(told.amount - official.official_usd) <= 0.1 * official.official_usd
                    AND 2 * abs(told.amount - official.official_usd) <= CASE
                        WHEN told.amount % 100000000000 = 0 THEN 100000000000
                        WHEN told.amount % 10000000000 = 0 THEN 10000000000
                        WHEN told.amount % 1000000000 = 0 THEN 1000000000
                        WHEN told.amount % 100000000 = 0 THEN 100000000
                        ELSE 10000000
                    END
        END AS boolean
    ) AS agrees,
    CAST(CASE told.claim WHEN 'growth' THEN told.percent WHEN 'decline' THEN -told.percent END AS numeric) AS told_percent,
    CAST(
        round(
            CAST(
                CASE told.claim WHEN 'growth' THEN told.percent WHEN 'decline' THEN -told.percent END - official.growth_percent AS numeric
            ), 1
        ) AS numeric
    ) AS difference_points,
    told.sent_on,
    told.published_on,
    told.language,
    told.occasion,
    told.occasion_name,
    told.recipient_name,
    told.country_a_name,
    told.country_b_name,
    told.headline,
    told.url
FROM report_trade_figures AS told
LEFT JOIN official
    ON official.country_a = told.country_a
    AND official.country_b = told.country_b
    AND official.year = told.year
    AND official.flow = told.flow
    AND told.first_month IS NULL
LEFT JOIN highest
    ON highest.country_a = told.country_a AND highest.country_b = told.country_b AND highest.flow = told.flow
