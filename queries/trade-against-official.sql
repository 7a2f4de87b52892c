-- title = "Trade told beside trade counted"
-- question = "How far are the trade figures told from the official ones, and were goals reached and records set?"
-- subject = "Trade"
-- order = "year NULLS LAST, first_month NULLS LAST, sent_on NULLS LAST, published_on NULLS LAST, country_a, country_b, claim, amount NULLS LAST, percent NULLS LAST, statement_id, trade_figure_id"
-- walk = [["trade-figures", "trade_figure_id"]]
-- shown = ["year", "country_a", "country_b", "claim", "is_threshold", "amount", "currency", "official_usd", "difference_percent", "agrees", "reached", "speaker", "outlet"]
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
-- agrees = "Whether the official figure is the level told, in the digits in which it is told, and within ten percent; of a bound, whether the figure is as much; empty where it is no level, or there is none"

-- A level is compared: the amount of a target is a goal, no figure. agrees: whether the official figure, in the digits in
-- which the level is told, is the one told ("had reached 100 billion" of 107), and no more than ten percent from it; of a
-- bound ("more than 200 billion" of 240), whether the official figure is as much.
-- What agrees is not off: its difference is 0.
-- reached: of a target, whether the official total came to the amount, in the year told if there is one, else in any;
-- of a record, whether the official series agrees. NULL where the statistics do not say. The official figures are those of
-- whole years: a figure of some months (first_month) has none beside it, nor has growth over several years (base_year).
WITH beside AS (
    SELECT
        told.*,
        official.official_usd,
        official.is_record,
        official.growth_percent,
        official.highest_before_usd,
        official.issuer,
        official.basis,
        CASE
            WHEN told.base_year IS NOT NULL THEN NULL
            WHEN told.claim = 'growth' THEN told.percent
            WHEN told.claim = 'decline' THEN -told.percent
        END AS signed_percent,
        CAST(
            CASE
                WHEN told.claim <> 'level' OR told.currency <> 'USD' OR official.official_usd <= 0 THEN NULL
                WHEN told.is_threshold THEN official.official_usd >= told.amount
                ELSE abs(told.amount - official.official_usd) <= 0.1 * official.official_usd
                    AND 2 * abs(told.amount - official.official_usd) <= CASE
                        WHEN told.amount % 100000000000 = 0 THEN 100000000000
                        WHEN told.amount % 10000000000 = 0 THEN 10000000000
                        WHEN told.amount % 1000000000 = 0 THEN 1000000000
                        WHEN told.amount % 100000000 = 0 THEN 100000000
                        ELSE 10000000
                    END
            END AS boolean
        ) AS agrees
    FROM report_trade_figures AS told
    LEFT JOIN kept_official_series AS official
        ON official.country_a_id = told.country_a_id
        AND official.country_b_id = told.country_b_id
        AND official.flow = told.flow
        AND official.year = told.year
        AND told.first_month IS NULL
)
SELECT
    beside.claim,
    beside.flow,
    beside.amount,
    beside.currency,
    beside.percent,
    beside.year,
    beside.country_a,
    beside.country_b,
    beside.statement_id,
    beside.exchange_id,
    beside.locator,
    beside.outlet,
    beside.speaker,
    beside.quote,
    beside.official_usd,
    CAST(
        round(
            CAST(
                CASE
                    WHEN beside.agrees THEN 0
                    WHEN NOT beside.agrees THEN 100.0 * (beside.amount - beside.official_usd) / beside.official_usd
                END AS numeric
            ), 1
        ) AS numeric
    ) AS difference_percent,
    CAST(
        CASE
            WHEN beside.claim = 'record' THEN beside.is_record
            WHEN beside.claim IN ('target', 'target_reached') AND beside.currency = 'USD' AND beside.year IS NOT NULL
                THEN beside.official_usd >= beside.amount
            WHEN beside.claim IN ('target', 'target_reached') AND beside.currency = 'USD'
                THEN (
                    SELECT max(ever.official_usd)
                    FROM kept_official_series AS ever
                    WHERE ever.country_a_id = beside.country_a_id
                        AND ever.country_b_id = beside.country_b_id
                        AND ever.flow = beside.flow
                ) >= beside.amount
        END AS boolean
    ) AS reached,
    beside.growth_percent AS official_growth_percent,
    beside.highest_before_usd,
    beside.issuer,
    beside.basis,
    beside.trade_figure_id,
    beside.message_id,
    beside.recipient,
    beside.outlet_name,
    beside.speaker_name,
    beside.first_month,
    beside.last_month,
    beside.speaker_id,
    beside.recipient_id,
    beside.country_a_id,
    beside.country_b_id,
    beside.agrees,
    CAST(beside.signed_percent AS numeric) AS told_percent,
    CAST(
        round(
            CAST(beside.signed_percent - beside.growth_percent AS numeric), 1
        ) AS numeric
    ) AS difference_points,
    beside.sent_on,
    beside.published_on,
    beside.language,
    beside.occasion,
    beside.occasion_name,
    beside.recipient_name,
    beside.country_a_name,
    beside.country_b_name,
    beside.headline,
    beside.url,
    beside.is_threshold
FROM beside
