-- title = "Trade told beside trade counted"
-- question = "How far are the trade figures told from the official ones, and were goals reached and records set?"
-- subject = "Trade"
-- order = "year NULLS LAST, first_month NULLS LAST, sent_on NULLS LAST, published_on NULLS LAST, country_a, country_b, claim, amount NULLS LAST, percent NULLS LAST, statement_id, trade_figure_id"
-- rows = ["trade-figures", "trade_figure_id"]
-- shown = ["year", "country_a", "country_b", "claim", "is_threshold", "amount", "currency", "official_usd", "difference_percent", "agrees", "percent", "official_growth_percent", "reached", "speaker", "outlet"]
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
-- is_far = "is_far"
-- [columns]
-- agrees = "Whether the official figure is the level told, in the digits in which it is told, and within ten percent; of a bound, whether the figure is as much; empty where it is no level, or there is none"
-- is_far = "Whether the level told is more than ten percent from the official figure, a bound more than ten percent above it"
-- told_to_usd = "The last digit in which a level is told, in US dollars: 80 billion is told to 10 billion, 107.06 billion to 10 million; empty for bounds"

-- A level is compared: the amount of a target is a goal, no figure. agrees: whether the official figure, in the digits in
-- which the level is told, is the one told ("had reached 100 billion" of 107: told to 100 billions), and no more than ten
-- percent from it. A bound ("more than 200 billion" of 240) has no difference: it holds where the official figure is as much.
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
        CASE
            WHEN told.claim <> 'level' OR told.currency <> 'USD' OR official.official_usd <= 0 THEN NULL
            ELSE 1.0 * (told.amount - official.official_usd) / official.official_usd
        END AS difference,
        CASE
            WHEN told.claim <> 'level' OR told.currency <> 'USD' OR told.is_threshold THEN NULL
            WHEN told.amount % 100000000000 = 0 THEN 100000000000
            WHEN told.amount % 10000000000 = 0 THEN 10000000000
            WHEN told.amount % 1000000000 = 0 THEN 1000000000
            WHEN told.amount % 100000000 = 0 THEN 100000000
            ELSE 10000000
        END AS told_to_usd
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
            CAST(CASE WHEN beside.is_threshold THEN NULL ELSE 100 * beside.difference END AS numeric), 1
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
    CAST(
        CASE
            WHEN beside.is_threshold THEN beside.difference <= 0
            ELSE abs(beside.difference) <= 0.1
                AND 2 * abs(beside.amount - beside.official_usd) <= beside.told_to_usd
        END AS boolean
    ) AS agrees,
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
    beside.is_threshold,
    CAST(CASE WHEN beside.is_threshold THEN beside.difference > 0.1 ELSE abs(beside.difference) > 0.1 END AS boolean)
        AS is_far,
    CAST(beside.told_to_usd AS numeric) AS told_to_usd
FROM beside
