-- title = "What the last reading again changed"
-- question = "Which facts did the last `import again` find new, gone or different, and in which sentences?"
-- only = "what the last chancery import again found otherwise than the reading before it"
-- subject = "Data quality"
-- order = "fact_kind, change, read_before NULLS LAST, read_now NULLS LAST, published_on NULLS LAST, source_report_id, reading_change_id"
-- shown = ["change", "fact_kind", "read_before", "read_now", "outlet", "quote"]
-- [filters]
-- fact_kind = "fact_kind"
-- change = "change"
-- country = ["country_a", "country_b"]
-- year = "published_on"
-- since = "published_on"
-- until = "published_on"
-- outlet = "outlet"
-- language = "language"
-- [columns]
-- fact_kind = "report, exchange, message, speaker, anniversary, trade or theme"
-- change = "new, gone or different"
-- read_before = "What was read before; empty where the fact is new"
-- read_now = "What is read now; empty where the fact is gone"
-- reading_change_id = "Key of the change in the table reading_change"
-- quote = "The sentence that tells the fact; empty where it is no sentence's, or the text is another now"
-- statement_id = "The sentence that tells the fact; empty where it is no sentence's, or none any more"
-- country_a = "ISO 3166 code of the country of the first leader of the pair whose exchange the sentence is of, else of that of the first exchange that the report tells of"
-- country_b = "ISO 3166 code of the country of the other leader"

SELECT
    reading_change.change,
    reading_change.fact_kind,
    CAST(reading_change.read_before AS text) AS read_before,
    CAST(reading_change.read_now AS text) AS read_now,
    CAST(
        substr(
            source_report.body, reading_change.start_char + 1, reading_change.end_char - reading_change.start_char
        ) AS text
    ) AS quote,
    outlet.slug AS outlet,
    source_report.headline,
    source_report.url,
    source_report.published_on,
    source_report.locator,
    source_report.language,
    CAST((
        SELECT min(statement.id)
        FROM statement
        WHERE statement.source_report_id = reading_change.source_report_id
            AND statement.start_char = reading_change.start_char
            AND statement.end_char = reading_change.end_char
    ) AS bigint) AS statement_id,
    reading_change.source_report_id,
    CAST(reading_change.id AS bigint) AS reading_change_id,
    outlet.name AS outlet_name,
    country_a.code AS country_a,
    country_b.code AS country_b,
    country_a.name AS country_a_name,
    country_b.name AS country_b_name
FROM reading_change
JOIN source_report ON source_report.id = reading_change.source_report_id
LEFT JOIN outlet ON outlet.id = source_report.outlet_id
LEFT JOIN exchange ON exchange.id = coalesce(
    (
        SELECT min(message.exchange_id)
        FROM statement
        JOIN message ON message.id = statement.message_id
        WHERE statement.source_report_id = reading_change.source_report_id
            AND statement.start_char = reading_change.start_char
            AND statement.end_char = reading_change.end_char
    ),
    (
        SELECT min(exchange_report.exchange_id)
        FROM exchange_report
        WHERE exchange_report.source_report_id = reading_change.source_report_id
    )
)
LEFT JOIN leader AS leader_a ON leader_a.id = exchange.leader_a_id
LEFT JOIN leader AS leader_b ON leader_b.id = exchange.leader_b_id
LEFT JOIN country AS country_a ON country_a.id = leader_a.country_id
LEFT JOIN country AS country_b ON country_b.id = leader_b.country_id
