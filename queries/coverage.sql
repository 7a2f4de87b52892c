-- title = "Coverage"
-- question = "Which report tells of which exchange, which day does it give, and how much of the words?"
-- subject = "Coverage"
-- order = "exchanged_on NULLS LAST, exchange_id, published_on NULLS LAST, source_report_id"
-- walk = [["exchanges", "exchange_id"]]
-- shown = ["exchanged_on", "who_to_whom", "occasion", "occasion_year", "outlet", "language", "published_on", "date_basis", "statements"]
-- [filters]
-- leader = ["leader_a", "leader_b"]
-- country = ["country_a", "country_b"]
-- occasion = "occasion"
-- year = "occasion_year"
-- since = "exchanged_on"
-- until = "exchanged_on"
-- outlet = "outlet"
-- language = "language"
-- [columns]
-- exchanged_on = "Day of the exchange by this report"
-- statements = "Number of sentences of this report that tell words of the exchange"

SELECT
    exchange_report.exchange_id,
    exchange_report.source_report_id,
    source_report.locator,
    outlet.slug AS outlet,
    exchange_report.exchanged_on,
    source_report.published_on,
    CAST((
        SELECT count(*)
        FROM statement
        JOIN message ON message.id = statement.message_id
        WHERE statement.source_report_id = exchange_report.source_report_id
            AND message.exchange_id = exchange_report.exchange_id
    ) AS integer) AS statements,
    exchange_report.date_basis,
    source_report.account_id,
    source_report.headline,
    occasion.slug AS occasion,
    exchange.occasion_year,
    leader_a.slug AS leader_a,
    leader_b.slug AS leader_b,
    country_a.code AS country_a,
    country_b.code AS country_b,
    outlet.name AS outlet_name,
    exchange.leader_a_id,
    exchange.leader_b_id,
    leader_a.full_name AS leader_a_name,
    leader_b.full_name AS leader_b_name,
    occasion.name AS occasion_name,
    source_report.language,
    exchanges.who_to_whom,
    exchanges.who_to_whom_slugs
FROM exchange_report
LEFT JOIN source_report ON source_report.id = exchange_report.source_report_id
JOIN exchange ON exchange.id = exchange_report.exchange_id
LEFT JOIN occasion ON occasion.id = exchange.occasion_id
LEFT JOIN leader AS leader_a ON leader_a.id = exchange.leader_a_id
LEFT JOIN leader AS leader_b ON leader_b.id = exchange.leader_b_id
LEFT JOIN country AS country_a ON country_a.id = leader_a.country_id
LEFT JOIN country AS country_b ON country_b.id = leader_b.country_id
LEFT JOIN outlet ON outlet.id = source_report.outlet_id
JOIN report_exchanges AS exchanges ON exchanges.exchange_id = exchange_report.exchange_id
