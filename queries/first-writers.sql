-- title = "Who wrote first, by the days reported"
-- question = "Where the days of both letters are reported and differ, whose is the earlier, and how many reports tell of them?"
-- only = "exchanges in which the days of both letters are known and differ"
-- subject = "Exchanges"
-- order = "first_on, occasion_year NULLS LAST, leader_a, leader_b, exchange_id"
-- rows = ["first-writers", "exchange_id"]
-- shown = ["first_on", "second_on", "first_writer", "leader_a", "leader_b", "occasion", "occasion_year", "reports"]
-- [filters]
-- leader = ["leader_a", "leader_b"]
-- country = ["country_a", "country_b"]
-- occasion = "occasion"
-- year = "occasion_year"
-- since = "first_on"
-- until = "second_on"
-- first_writer = "first_writer"

-- Only exchanges in which the days of both messages are known and differ: of one day nobody's is the earlier.
SELECT
    exchanges.exchange_id,
    exchanges.occasion,
    exchanges.occasion_year,
    exchanges.leader_a,
    exchanges.leader_b,
    exchanges.country_a,
    exchanges.country_b,
    CAST(
        CASE WHEN from_a.sent_on < from_b.sent_on THEN exchanges.leader_a ELSE exchanges.leader_b END AS text
    ) AS first_writer,
    CAST(CASE WHEN from_a.sent_on < from_b.sent_on THEN from_a.sent_on ELSE from_b.sent_on END AS date) AS first_on,
    CAST(CASE WHEN from_a.sent_on < from_b.sent_on THEN from_b.sent_on ELSE from_a.sent_on END AS date) AS second_on,
    exchanges.leader_a_id,
    exchanges.leader_b_id,
    exchanges.leader_a_name,
    exchanges.leader_b_name,
    exchanges.occasion_name,
    exchanges.reports,
    CAST(
        CASE WHEN from_a.sent_on < from_b.sent_on THEN exchanges.leader_a_name ELSE exchanges.leader_b_name END AS text
    ) AS first_writer_name
FROM report_exchanges AS exchanges
JOIN message AS from_a ON from_a.exchange_id = exchanges.exchange_id AND from_a.sender_id = exchanges.leader_a_id
JOIN message AS from_b ON from_b.exchange_id = exchanges.exchange_id AND from_b.sender_id = exchanges.leader_b_id
WHERE from_a.sent_on <> from_b.sent_on
