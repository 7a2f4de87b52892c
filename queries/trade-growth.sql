-- title = "Growth told beside growth counted"
-- question = "How far is the growth or decline of trade that is told from the one that the statistics count?"
-- only = "figures that tell growth or decline"
-- subject = "Trade"
-- order = "year NULLS LAST, sent_on NULLS LAST, published_on NULLS LAST, country_a, country_b, told_percent, statement_id"
-- shown = ["year", "country_a", "country_b", "flow", "first_month", "last_month", "told_percent", "official_growth_percent", "difference_points", "speaker", "outlet", "quote"]
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
-- flow = "flow"

-- A decline is told as a negative growth.
SELECT
    year,
    country_a,
    country_b,
    flow,
    told_percent,
    official_growth_percent,
    difference_points,
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
    message_id,
    speaker_name,
    recipient_name,
    outlet_name,
    country_a_name,
    country_b_name,
    sent_on,
    published_on,
    language,
    occasion,
    occasion_name,
    headline,
    url,
    first_month,
    last_month
FROM report_trade_against_official
WHERE told_percent IS NOT NULL
