-- title = "Records told beside the series"
-- question = "Was trade really at a new high where a new high is told?"
-- only = "figures that are told to be a record"
-- subject = "Trade"
-- order = "year NULLS LAST, sent_on NULLS LAST, published_on NULLS LAST, country_a, country_b, statement_id"
-- shown = ["year", "country_a", "country_b", "flow", "official_usd", "highest_before_usd", "agrees", "speaker", "outlet", "quote"]
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
-- [columns]
-- agrees = "Whether the official series agrees; empty where it has not the year, or no earlier one of the same issuer"

-- agrees is NULL where the series has no earlier year of the same issuer, or not the year itself.
SELECT
    year,
    country_a,
    country_b,
    flow,
    official_usd,
    highest_before_usd,
    CAST(reached AS boolean) AS agrees,
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
    url
FROM report_trade_against_official
WHERE claim = 'record'
