-- title = "Statements"
-- question = "What does each sentence of the reports say, and whose words are they?"
-- subject = "Exchanges"
-- order = "published_on NULLS LAST, source_report_id, start_char, end_char, statement_id"
-- walk = [["source-reports", "source_report_id"]]
-- rows = ["statements", "statement_id"]
-- shown = ["published_on", "speaker", "recipient", "occasion", "occasion_year", "mode", "outlet", "quote"]
-- [filters]
-- leader = ["speaker", "recipient"]
-- speaker = "speaker"
-- country = ["speaker_country", "recipient_country"]
-- occasion = "occasion"
-- year = "occasion_year"
-- since = "published_on"
-- until = "published_on"
-- outlet = "outlet"
-- language = "language"
-- mode = "mode"
-- [columns]
-- characters = "Number of characters of the sentence, its marks counted in, in Chinese; else empty"
-- direct_words = "Number of these words that stand in quotation marks; empty in Chinese"

SELECT
    statement.id AS statement_id,
    statement.message_id,
    message.exchange_id,
    statement.source_report_id,
    source_report.locator,
    outlet.slug AS outlet,
    speaker.slug AS speaker,
    recipient.slug AS recipient,
    statement.mode,
    statement.start_char,
    statement.end_char,
    CAST(
        substr(source_report.body, statement.start_char + 1, statement.end_char - statement.start_char) AS text
    ) AS quote,
    occasion.slug AS occasion,
    exchange.occasion_year,
    source_report.published_on,
    outlet.name AS outlet_name,
    speaker.full_name AS speaker_name,
    recipient.full_name AS recipient_name,
    statement.speaker_id,
    message.recipient_id,
    -- Chinese puts no spaces between words: what stands between them there are whole sentences
    CAST(CASE WHEN source_report.language = 'zh' THEN NULL ELSE statement.word_count END AS integer) AS word_count,
    CAST((SELECT country.code FROM country WHERE country.id = speaker.country_id) AS text) AS speaker_country,
    CAST((SELECT country.code FROM country WHERE country.id = recipient.country_id) AS text) AS recipient_country,
    occasion.name AS occasion_name,
    message.sent_on,
    source_report.headline,
    source_report.language,
    source_report.url,
    CAST(CASE WHEN source_report.language = 'zh' THEN statement.end_char - statement.start_char END AS integer) AS characters,
    CAST(CASE WHEN source_report.language = 'zh' THEN NULL ELSE statement.quoted_word_count END AS integer) AS direct_words
FROM statement
LEFT JOIN source_report ON source_report.id = statement.source_report_id
LEFT JOIN outlet ON outlet.id = source_report.outlet_id
LEFT JOIN message ON message.id = statement.message_id
LEFT JOIN exchange ON exchange.id = message.exchange_id
LEFT JOIN occasion ON occasion.id = exchange.occasion_id
LEFT JOIN leader AS speaker ON speaker.id = statement.speaker_id
LEFT JOIN leader AS recipient ON recipient.id = message.recipient_id
