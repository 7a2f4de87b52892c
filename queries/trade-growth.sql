-- title = "Growth told beside growth counted"
-- question = "How far is the growth or decline of trade that is told from the one that the statistics count?"
-- subject = "Trade"
-- order = "year NULLS LAST, country_a, country_b, told_percent, statement_id"
-- shown = ["year", "country_a", "country_b", "flow", "told_percent", "official_growth_percent", "difference_points", "speaker", "outlet", "quote"]
-- [filters]
-- country = ["country_a", "country_b"]
-- leader = ["speaker", "recipient"]
-- speaker = "speaker"
-- year = "year"
-- outlet = "outlet"
-- flow = "flow"

-- A decline is told as a negative growth.
SELECT
    year,
    country_a,
    country_b,
    flow,
    CAST(CASE claim WHEN 'decline' THEN -percent ELSE percent END AS numeric) AS told_percent,
    official_growth_percent,
    CAST(
        round(
            CAST(CASE claim WHEN 'decline' THEN -percent ELSE percent END - official_growth_percent AS numeric), 1
        ) AS numeric
    ) AS difference_points,
    issuer,
    statement_id,
    exchange_id,
    locator,
    outlet,
    speaker,
    recipient,
    quote,
    speaker_id,
    recipient_id,
    country_a_id,
    country_b_id,
    message_id
FROM report_trade_against_official
WHERE claim IN ('growth', 'decline') AND percent IS NOT NULL
